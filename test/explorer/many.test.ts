import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IN_MEMORY, openEmbedded } from "../../src/engine/embedded.js";
import type { Engine } from "../../src/engine/engine.js";
import type { Kind } from "../../src/graph/model.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import { writeDataset } from "../bench/dataset.js";
import { entityId } from "../bench/shape.js";
import { launch, reader, withoutBrowser } from "../support/browser.js";
import { serve, type Service } from "../support/server.js";

/** Counts in a page what its frames cost: how long each took, how long its scripts ran, and what was read back from the graphics card. */
const COUNTED = `
  window.counted = { frames: [], scripts: [], readBack: 0 };
  const ask = window.requestAnimationFrame.bind(window);
  let last = 0;
  let script = 0;
  const tick = (now) => {
    if (last > 0) counted.frames.push(now - last);
    if (last > 0) counted.scripts.push(script);
    [last, script] = [now, 0];
    ask(tick);
  };
  window.requestAnimationFrame = (work) => ask((now) => {
    const begun = performance.now();
    work(now);
    script += performance.now() - begun;
  });
  ask(tick);
  const { readPixels } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.readPixels = function (...all) {
    counted.readBack += 1;
    return readPixels.apply(this, all);
  };
`;

interface Counted {
  readonly frames: number[];
  readonly scripts: number[];
  readonly readBack: number;
}

/** How a reader moves a picture. */
const MOVES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async zoomed(page) {
    for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, turn % 2 === 0 ? 120 : -120);
    await page.waitForTimeout(1000);
  },
  async panned(page) {
    await page.mouse.down();
    for (let step = 0; step < 60; step += 1) await page.mouse.move(800 + (step % 20) * 6, 500 + (step % 15) * 4);
    await page.mouse.up();
  },
};

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (part: number): string => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1);
  return `${at(0.5)} ms (median), ${at(0.95)} ms (95 %)`;
}

function addressOf(id: string, maxNodes: number): string {
  const packed = { origin: { name: "around", ids: [id], depth: 8, maxNodes } };
  return `#picture=${deflateRawSync(JSON.stringify(packed)).toString("base64url")}`;
}

describe.skipIf(withoutBrowser)("a picture of thousands", () => {
  /** The zone in which most lies. */
  let zone: string;
  let folder: string;
  let engine: Engine;
  let service: Service;
  let origin: string;
  let browser: Browser;

  beforeAll(async () => {
    const built = buildModel();
    zone = entityId(built.model.kinds.get("Zone") as Kind, 0);
    folder = await mkdtemp(join(tmpdir(), "liantu-test-many-"));
    await writeDataset(folder, built.model, { size: 16_000, hub: 0 });
    engine = openEmbedded(IN_MEMORY);
    await prepareGraph(engine, built.model);
    await importDataset({ folder, engine, model: built.model });
    service = await serve(built, engine);
    origin = await service.app.listen({ host: "127.0.0.1", port: 0 });
    browser = await launch();
  }, 300_000);

  afterAll(async () => {
    await browser.close();
    await service.app.close();
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([1000, 10_000])("of %i nodes is drawn and can be moved", { timeout: 240_000 }, async (wanted) => {
    const { page, context, complaints } = await reader(browser, origin);
    await page.addInitScript(COUNTED);
    await page.goto(`${origin}/${addressOf(zone, wanted)}`);
    const drawn = async (): Promise<number> =>
      Number((await page.locator(".drawn").innerText()).match(/\d+/)?.[0] ?? 0);
    await expect.poll(drawn, { timeout: 120_000, interval: 500 }).toBeGreaterThan(wanted * 0.8);
    await page.mouse.move(800, 500);
    for (const [how, move] of Object.entries(MOVES)) {
      await page.evaluate("counted.frames.length = counted.scripts.length = 0");
      await move(page);
      const { frames, scripts } = await page.evaluate<Counted>("counted");
      console.info(
        `explorer: ${await drawn()} nodes ${how} without a graphics card, a frame every ${spread(frames)}, the page's own drawing ${spread(scripts)}`,
      );
    }
    const { readBack } = await page.evaluate<Counted>("counted");
    expect(readBack, "whoever reads what was drawn waits for it").toBe(0);
    if (wanted > 2000)
      expect(await page.getByRole("button", { name: "撤销" }).isDisabled(), "the picture was moved, and no node").toBe(
        true,
      );
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("lets a hub announce itself before anything of it is loaded", { timeout: 120_000 }, async () => {
    const { page, context, complaints } = await reader(browser, origin);
    await page.goto(`${origin}/#focus=node:${zone}`);
    const hub = page.locator(".count-row.hub").first();
    await hub.waitFor({ timeout: 60_000 });
    await hub.click();
    await page.getByRole("dialog").getByRole("button", { name: "列表查看" }).click();
    await page.getByRole("dialog").locator(".related li").nth(99).waitFor();
    const link = page.getByRole("dialog").locator("a.open-query");
    expect(new URL((await link.getAttribute("href")) ?? "", origin).hash).toContain("query+Related");
    expect(complaints).toEqual([]);
    await context.close();
  });
});
