import { readFile } from "node:fs/promises";
import { crc32, deflateRawSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { buildModel } from "../../src/schema.js";
import { launch, reader, withoutBrowser } from "../support/browser.js";
import { seededEngine, serve, type Service } from "../support/server.js";

const FEW = [
  ["zone:zuoyun", -200, 0],
  ["region:zuoyun", 200, 0],
];

const packed = (added: readonly unknown[]): string =>
  `#picture=${deflateRawSync(JSON.stringify({ origin: { name: "empty" }, added })).toString("base64url")}`;

const LANGUAGES = {
  "zh-CN": {
    keep: "导出",
    svg: "矢量图 SVG",
    png: "图片 PNG",
    zone: "左云经济技术开发区",
    words: ["资料来源：", "制图日期：", "开发区"],
  },
  "en-GB": {
    keep: "Export",
    svg: "Drawing, SVG",
    png: "Picture, PNG",
    zone: "Zuoyun",
    words: ["Sources: ", "Drawn on ", "industry chain"],
  },
} as const;

type Locale = keyof typeof LANGUAGES;

/** The chunks of a PNG. */
function chunksOf(png: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.set(body.subarray(0, 4).toString("latin1"), body.subarray(4));
    at += 12 + length;
  }
  return chunks;
}

describe.skipIf(withoutBrowser)("a picture for a report", { timeout: 90_000 }, () => {
  let engine: Engine;
  let service: Service;
  let origin: string;
  let browser: Browser;

  beforeAll(async () => {
    const built = buildModel();
    engine = await seededEngine(built);
    service = await serve(built, engine);
    origin = await service.app.listen({ host: "127.0.0.1", port: 0 });
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
    await service.app.close();
    await engine.close();
  });

  async function kept(hash: string, locale: Locale, form: "svg" | "png"): Promise<Buffer> {
    const { page, context, complaints } = await reader(browser, origin, { locale });
    const words = LANGUAGES[locale];
    await page.goto(`${origin}/${hash}`);
    await expect
      .poll(async () => /[1-9]/.test(await page.locator(".drawn").innerText()), { timeout: 15_000 })
      .toBe(true);
    await page.getByText(words.keep, { exact: true }).click();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: words[form] }).click();
    const file = await readFile(await (await coming).path());
    expect(complaints).toEqual([]);
    await context.close();
    return file;
  }

  it.each(Object.keys(LANGUAGES) as Locale[])(
    "says in %s what it shows, where it was read and when it was drawn",
    async (locale) => {
      const { words, zone } = LANGUAGES[locale];
      const svg = String(await kept("", locale, "svg"));
      for (const word of [zone.slice(0, 4), ...words, new Date().getFullYear().toString()]) expect(svg).toContain(word);
      expect(svg).toContain('width="160mm"');
    },
  );

  it("is printed with its sources, by the menu and by the key", async () => {
    const { page, context, complaints } = await reader(browser, origin);
    await page.addInitScript(`window.print = () => dispatchEvent(new Event("beforeprint"))`);
    await page.goto(`${origin}/${packed(FEW)}`);
    await page.getByText("图中 2 个实体").waitFor();
    await page.emulateMedia({ media: "print" });
    const sources = page.locator(".print-picture p", { hasText: /^资料来源：.*科学导报/ });
    await page.keyboard.press("Control+p");
    await sources.waitFor();
    await page.evaluate(`dispatchEvent(new Event("afterprint"))`);
    await page.emulateMedia({ media: "screen" });
    await page.reload();
    await page.getByText("图中 2 个实体").waitFor();
    await page.getByText("导出", { exact: true }).click();
    await page.getByRole("button", { name: "打印" }).click();
    await page.emulateMedia({ media: "print" });
    await sources.waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("writes names of one size, readable in print, whatever it holds", async () => {
    const [few, all] = await Promise.all([kept(packed(FEW), "zh-CN", "svg"), kept("", "zh-CN", "svg")]);
    const sizesOf = (svg: Buffer): readonly number[] =>
      // Signs within symbols are drawn in a field of 48 and are no names.
      [...String(svg).matchAll(/<(?:g|text) [^>]*?font-family="[^"]*" font-size="([\d.]+)"/g)]
        .map(([, size]) => Number(size))
        .filter((size) => size < 19);
    const widthOf = (svg: Buffer): string | undefined => /viewBox="0 0 ([\d.]+)/.exec(String(svg))?.[1];
    // A unit is a point: 16 cm are 453.54 points.
    expect([widthOf(few), widthOf(all)]).toEqual(["453.54", "453.54"]);
    expect(Math.min(...sizesOf(all))).toBeGreaterThanOrEqual(7);
    expect(new Set(sizesOf(few))).toEqual(new Set(sizesOf(all)));
    expect(String(all).match(/<tspan/g)?.length).toBeGreaterThan(40);
  });

  it("is 16 cm wide at 300 dots an inch as PNG", async () => {
    const chunks = chunksOf(await kept("", "zh-CN", "png"));
    expect(chunks.get("IHDR")?.readUInt32BE(0)).toBe(1890);
    const sizes = chunks.get("pHYs");
    expect([sizes?.readUInt32BE(0), sizes?.readUInt32BE(4), sizes?.[8]]).toEqual([11811, 11811, 1]);
  });
});
