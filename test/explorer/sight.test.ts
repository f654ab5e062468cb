import type { Browser, Page, ViewportSize } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, reader, withoutBrowser } from "../support/browser.js";
import { chosenNames, namesInSight, REMEMBER_NAMES } from "../support/names-in-sight.js";
import { servedSeed } from "../support/server.js";

/** A camera comes to rest late on a busy machine. */
const PATIENCE = { timeout: 20_000, interval: 200 };

const SIZES = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
] as const;

const deed =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page
      .locator(".details")
      .getByRole("button", { name, exact: typeof name === "string" })
      .first()
      .click();
  };

const press =
  (keys: string) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press(keys);
  };

/** What can be done with an entity that is looked at, one after the other; it is looked at after each. */
const ACTIONS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ["expanded", deed("展开全部关联")],
  ["pinned", deed("固定")],
  ["collapsed", deed("收起")],
  ["taken back", press("Control+z")],
  ["done again", press("Control+Shift+z")],
  ["put in order", (page) => page.getByRole("button", { name: "整理" }).click()],
  ["all in sight", (page) => page.getByRole("button", { name: "全图" }).click()],
  [
    "shown in a table and back",
    async (page) => {
      await page.getByRole("button", { name: "表", exact: true }).click();
      await page.getByRole("button", { name: "图", exact: true }).click();
    },
  ],
  ["around", deed("看周边两步")],
  ["begun anew", deed("以此为中心另起一图")],
  ["gone back", (page) => page.goBack().then(() => undefined)],
  ["gone forward", (page) => page.goForward().then(() => undefined)],
];

describe.skipIf(withoutBrowser)("what is looked at", () => {
  const served = servedSeed();
  let origin: string;
  let browser: Browser;

  beforeAll(async () => {
    origin = await served.service.app.listen({ host: "127.0.0.1", port: 0 });
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
  });

  async function opened(viewport: ViewportSize, hash: string, locale = "zh-CN"): Promise<Page> {
    const { page } = await reader(browser, origin, { viewport, locale });
    await page.addInitScript(REMEMBER_NAMES);
    await page.goto(`${origin}/${hash}`);
    return page;
  }

  const untilInSight = (page: Page, name: string, when: string): Promise<void> =>
    expect
      .poll(() => chosenNames(page).then((names) => names.find(({ text }) => text.includes(name))?.isSeen), {
        ...PATIENCE,
        message: `${name}, ${when}`,
      })
      .toBe(true);

  it.each(SIZES)("is in sight after every action, $width pixels wide", { timeout: 240_000 }, async (viewport) => {
    const page = await opened(viewport, "#focus=node:company:jinko-energy");
    await page.locator(".details h2", { hasText: "晶科能源" }).waitFor();
    await untilInSight(page, "晶科能源", "reached by a link");
    for (const [when, act] of ACTIONS) {
      await act(page);
      // What moves comes to rest, and what is told has been told.
      await page.waitForTimeout(800);
      await untilInSight(page, "晶科能源", when);
    }
    await page.context().close();
  });

  async function found(viewport: ViewportSize): Promise<Page> {
    const page = await opened(viewport, "#view=-5000,0,0.3");
    await page.locator(".drawn").waitFor();
    await page.getByRole("combobox", { name: "查找" }).fill("晶科能源");
    await page.getByRole("option", { name: "晶科能源" }).first().click();
    await untilInSight(page, "晶科能源", "found");
    return page;
  }

  const FOUND = "is in sight where it was found, although the camera was elsewhere, $width pixels wide";
  it.each(SIZES)(FOUND, { timeout: 120_000 }, async (viewport) => {
    const page = await found(viewport);
    await page.context().close();
  });

  it("stays in sight where it is looked at more closely", { timeout: 120_000 }, async () => {
    const page = await found(SIZES[0]);
    for (let turn = 0; turn < 4; turn += 1) await page.getByRole("button", { name: "放大" }).click();
    await page.waitForTimeout(800);
    await untilInSight(page, "晶科能源", "looked at more closely");
    await page.context().close();
  });

  it.each(SIZES)("shows all that lies around it, $width pixels wide", { timeout: 120_000 }, async (viewport) => {
    const page = await opened(viewport, "#focus=node:project:jinko-56gw");
    await page.getByRole("button", { name: "看周边两步" }).click();
    await expect.poll(() => page.url(), PATIENCE).toContain("picture=");
    await page.waitForTimeout(1500);
    const names = await namesInSight(page);
    expect(names.length).toBeGreaterThan(viewport.width < 500 ? 5 : 10);
    expect(names.filter(({ isSeen }) => !isSeen)).toEqual([]);
    expect(page.url(), "all of it is in sight").not.toContain("view=");
    await page.context().close();
  });

  it.each(
    SIZES.flatMap((viewport) => [
      { ...viewport, locale: "zh-CN" },
      { ...viewport, locale: "en-GB" },
    ]),
  )("is the whole of the first picture, $width pixels wide, $locale", { timeout: 120_000 }, async (viewport) => {
    const { locale, ...size } = viewport;
    const page = await opened(size, "", locale);
    await expect.poll(() => namesInSight(page).then((names) => names.length), PATIENCE).toBeGreaterThan(10);
    await page.waitForTimeout(1000);
    expect((await namesInSight(page)).filter(({ isSeen }) => !isSeen)).toEqual([]);
    await page.context().close();
  });

  it("says so when a filter hides it, and shows it", { timeout: 120_000 }, async () => {
    const page = await opened(SIZES[0], "");
    await page.locator(".drawn").waitFor();
    await page.getByRole("checkbox", { name: "企业" }).uncheck();
    await expect.poll(() => page.locator(".drawn").innerText(), PATIENCE).toMatch(/显示 \d+ \/ 46 个实体/);
    await page.getByRole("combobox", { name: "查找" }).fill("晶科能源");
    await page.getByRole("option", { name: "晶科能源" }).first().click();
    await page.locator(".hidden-note").getByRole("button", { name: "显示" }).click();
    await untilInSight(page, "晶科能源", "shown again");
    expect(await page.locator(".hidden-note, .chips").count()).toBe(0);
    await page.getByRole("checkbox", { name: "高校" }).uncheck();
    await page.getByRole("button", { name: "重新显示高校" }).click();
    await page.getByText("图中 47 个实体").waitFor();
    await page.context().close();
  });

  it(
    "is what was asked for last, although an earlier answer comes later; what takes long shows it",
    { timeout: 120_000 },
    async () => {
      const page = await opened(SIZES[0], "#focus=node:zone:zuoyun");
      await page.locator(".deeds").waitFor();
      let answer = (): void => undefined;
      const late = new Promise<void>((done) => (answer = done));
      await page.route("**/graphql", async (route) => {
        if ((route.request().postData() ?? "").includes("query Around")) await late;
        await route.continue().catch(() => undefined);
      });
      await page.getByRole("button", { name: "看周边两步" }).click();
      await page.locator(".busy", { hasText: "正在读取" }).waitFor();
      await page.getByRole("combobox", { name: "查找" }).fill("大同大学");
      await page.getByRole("option", { name: "大同大学" }).first().click();
      await page.locator(".details h2", { hasText: "大同大学" }).waitFor();
      answer();
      await page.waitForTimeout(1500);
      expect(await page.locator(".drawn").innerText()).toContain("图中 46 个实体");
      expect(await page.locator(".details h2").innerText()).toBe("大同大学");
      await page.context().close();
    },
  );

  it(
    "is walked back and forward, screens and pictures, with Ctrl+Z for what was done in between",
    { timeout: 120_000 },
    async () => {
      const page = await opened(SIZES[0], "");
      const drawn = page.locator(".drawn");
      await drawn.waitFor();
      await page.getByRole("combobox", { name: "查找" }).fill("左云");
      await page.getByRole("option", { name: "左云经济技术开发区" }).first().click();
      await page.getByRole("button", { name: "移出" }).click();
      await page.getByText("图中 45 个实体").waitFor();
      await page.getByRole("button", { name: "表", exact: true }).click();
      await page.locator(".tables").waitFor();
      await page.getByRole("button", { name: "总览" }).last().click();
      await page.getByText("图中 46 个实体").waitFor();
      await page.goBack();
      await page.locator(".tables").waitFor();
      await page.getByText("图中 45 个实体").waitFor();
      await page.goBack();
      await page.locator(".tables").waitFor({ state: "detached" });
      await page.keyboard.press("Control+z");
      await page.getByText("图中 46 个实体").waitFor();
      await page.keyboard.press("Control+Shift+z");
      await page.getByText("图中 45 个实体").waitFor();
      await page.getByRole("combobox", { name: "查找" }).press("Control+z");
      expect(await drawn.innerText(), "keys belong to what is typed").toContain("图中 45 个实体");
      await expect.poll(() => page.url(), PATIENCE).toContain("picture=");
      await page.goForward();
      await page.locator(".tables").waitFor();
      await page.reload();
      await page.locator(".tables").waitFor();
      await page.goBack();
      await page.locator(".tables").waitFor({ state: "detached" });
      await page.getByText("图中 45 个实体").waitFor();
      await page.context().close();
    },
  );
});
