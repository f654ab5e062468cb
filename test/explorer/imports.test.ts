import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IN_MEMORY, openEmbedded } from "../../src/engine/embedded.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { buildModel } from "../../src/schema.js";
import { launch, reader, withoutBrowser } from "../support/browser.js";
import { serve } from "../support/server.js";
import { interrupted } from "../support/unfinished.js";

const built = buildModel();

describe.skipIf(withoutBrowser)("the banner of unfinished imports", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  it.each([
    ["zh-CN", /数据集 small 的导入中断了。.*只含其中一部分；请重新导入该文件夹：npm run import/],
    ["en-GB", /The import of the dataset small was interrupted\..*holds only a part of it; import the folder again/],
  ])("tells of one in %s and goes away when it is completed", { timeout: 120_000 }, async (locale, words) => {
    const engine = openEmbedded(IN_MEMORY);
    await prepareGraph(engine, built.model);
    const complete = await interrupted(engine, built.model);
    const service = await serve(built, engine);
    const origin = await service.app.listen({ host: "127.0.0.1", port: 0 });
    const { page, context, complaints } = await reader(browser, origin, { locale });
    await page.clock.install();
    await page.goto(origin);
    const banner = page.locator(".notice.imports");
    await banner.waitFor();
    expect(await banner.innerText()).toMatch(words);
    await complete();
    await page.clock.fastForward(20_000);
    await banner.waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await context.close();
    await service.app.close();
    await engine.close();
  });
});
