import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IN_MEMORY, openEmbedded } from "../../src/engine/embedded.js";
import type { Engine } from "../../src/engine/engine.js";
import type { Kind } from "../../src/graph/model.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import { writeDataset } from "../bench/dataset.js";
import { entityId } from "../bench/shape.js";
import { launch, reader, withoutBrowser, type Reader } from "../support/browser.js";
import { serve, type Service } from "../support/server.js";

/** Counts sixty frames in the page and answers how long each took. */
const FRAMES = `new Promise((resolve) => {
  const times = [];
  let last = performance.now();
  const step = (now) => {
    times.push(now - last);
    last = now;
    if (times.length < 60) requestAnimationFrame(step);
    else resolve(times.slice(1));
  };
  requestAnimationFrame(step);
})`;

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
    await writeDataset(folder, built.model, 16_000);
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

  /** Turns the wheel for a while and answers how long each frame took, and how much of it the page's own work, in milliseconds. */
  async function frames({ page, context }: Reader): Promise<{ readonly times: number[]; readonly work: number }> {
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable");
    const scripts = async (): Promise<number> => {
      const { metrics } = await session.send("Performance.getMetrics");
      return 1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0);
    };
    const before = await scripts();
    const measured = page.evaluate<number[]>(FRAMES);
    await page.mouse.move(800, 500);
    for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, turn % 2 === 0 ? 120 : -120);
    const times = (await measured).sort((one, other) => one - other);
    return { times, work: ((await scripts()) - before) / times.length };
  }

  it.each([1000, 10_000])("of %i nodes is drawn and can be moved", { timeout: 240_000 }, async (wanted) => {
    const window = await reader(browser, origin);
    await window.page.goto(`${origin}/${addressOf(zone, wanted)}`);
    const drawn = async (): Promise<number> =>
      Number((await window.page.locator(".drawn").innerText()).match(/\d+/)?.[0] ?? 0);
    await expect.poll(drawn, { timeout: 120_000, interval: 500 }).toBeGreaterThan(wanted * 0.8);
    const { times, work } = await frames(window);
    const at = (part: number): string => (times[Math.floor(times.length * part)] ?? 0).toFixed(1);
    console.info(
      `explorer: ${await drawn()} nodes, frames of ${at(0.5)} ms (median), ${at(0.95)} ms (95 %) without a graphics card, ${work.toFixed(1)} ms of each the page's own`,
    );
    expect(window.complaints).toEqual([]);
    await window.context.close();
  });

  it("lets a hub announce itself before anything of it is loaded", { timeout: 120_000 }, async () => {
    const { page, context, complaints } = await reader(browser, origin);
    await page.goto(`${origin}/#focus=node:${zone}`);
    const hub = page.locator(".count-row.hub").first();
    await hub.waitFor({ timeout: 60_000 });
    await hub.click();
    await page.getByRole("dialog").getByRole("button", { name: "列表查看" }).click();
    await page.getByRole("dialog").locator(".related li").nth(99).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
