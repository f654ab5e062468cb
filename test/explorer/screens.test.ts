import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { buildModel } from "../../src/schema.js";
import { launch, reader, withoutBrowser, type Reader } from "../support/browser.js";
import { seededEngine, serve, type Service } from "../support/server.js";

const WIDTHS = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
] as const;

const LOCALES = ["zh-CN", "en-GB"] as const;

const STATES = {
  picture: "",
  details: "#focus=node:zone:zuoyun",
  table: "#screen=table",
  chain: "#screen=chain:chain:zuoyun-equipment",
  fund: "#screen=fund:fund:shouchuang",
  timeline: "#screen=timeline:project:jinko-56gw",
  totals: "#screen=totals",
} as const;

const CASES = WIDTHS.flatMap((viewport) => LOCALES.map((locale) => ({ ...viewport, viewport, locale })));

/** Every other state, so that each is looked at in every width, and in every language twice. */
const statesOf = ({ viewport, locale }: (typeof CASES)[number]): readonly (readonly [string, string])[] =>
  Object.entries(STATES).filter((_, index) => (WIDTHS.indexOf(viewport) + index + LOCALES.indexOf(locale)) % 2 === 0);

/** Where a finger is expected, nothing to press is smaller than this, in pixels. */
const TARGET = 44;

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe.skipIf(withoutBrowser)("the explorer on screens of all widths", { timeout: 120_000 }, () => {
  let engine: Engine;
  let service: Service;
  let origin: string;
  let browser: Browser;
  let axe: string;

  beforeAll(async () => {
    const built = buildModel();
    engine = await seededEngine(built);
    service = await serve(built, engine);
    origin = await service.app.listen({ host: "127.0.0.1", port: 0 });
    browser = await launch();
    axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  });

  afterAll(async () => {
    await browser.close();
    await service.app.close();
    await engine.close();
  });

  /** What axe-core finds wrong with what is on the page. */
  async function violations(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe);
    const found = await page.evaluate<readonly Violation[]>("axe.run().then(({ violations }) => violations)");
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  }

  /** How far the page can be moved sideways. */
  const overflow = (page: Page): Promise<number> =>
    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

  const open = async ({ page }: Reader, hash: string): Promise<void> => {
    await page.goto(`${origin}/${hash}`);
    await page.locator(".drawn").waitFor();
    await page.locator(".waiting").first().waitFor({ state: "detached" });
    // What fades in has no contrast yet.
    await page.waitForTimeout(400);
  };

  it.each(CASES)("breaks no rule of axe-core at $width in $locale, nor is wider than the screen", async (each) => {
    const { viewport, locale } = each;
    const window = await reader(browser, origin, { viewport, locale, reducedMotion: "reduce" });
    const found: Record<string, unknown> = {};
    for (const [name, hash] of statesOf(each)) {
      await window.page.goto("about:blank");
      await open(window, hash);
      const wrong = await violations(window.page);
      const sideways = await overflow(window.page);
      if (wrong.length > 0 || sideways > 0) found[name] = { wrong, sideways };
    }
    await window.context.close();
    expect(found).toEqual({});
  });

  it.each(CASES)("is used by keyboard alone at $width in $locale", async ({ viewport, locale }) => {
    const window = await reader(browser, origin, { viewport, locale });
    const { page } = window;
    await open(window, "");
    await page.keyboard.press("/");
    await page.keyboard.type("zykfq");
    // What is found for the first letters alone is another entity.
    await expect.poll(() => page.getByRole("option").first().innerText()).toMatch(/左云.*开发区|Zuoyun.*Zone/i);
    await page.keyboard.press("Enter");
    await page.locator(".details .deeds").waitFor();
    expect(await page.evaluate("document.activeElement.matches('.details')")).toBe(true);
    // What is still being read comes below what has the focus.
    const stops = page.locator(".details").locator("button, a[href], summary");
    await expect.poll(() => stops.count()).toBeGreaterThan(12);
    const seen = new Set<string>();
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press("Tab");
      seen.add(await page.evaluate<string>("document.activeElement.closest('.details') ? 'details' : 'elsewhere'"));
    }
    expect([...seen]).toEqual(["details"]);
    await page.keyboard.press("Escape");
    await page.locator(".details").waitFor({ state: "detached" });
    const said = page.locator(".spoken");
    await page.keyboard.press("ArrowRight");
    await page.locator(".details").waitFor();
    await expect.poll(() => said.innerText()).toMatch(locale === "en-GB" ? /relationships/ : /条关系|没有画出/);
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.matches('.details')")).toBe(true);
    const name = await page.locator(".details h2").innerText();
    expect(await said.innerText()).toContain(name);
    await window.context.close();
  });

  it.each(LOCALES)("gives the picture a phone's screen, with targets for fingers, in %s", async (locale) => {
    const viewport = WIDTHS[0];
    const window = await reader(browser, origin, { viewport, locale, hasTouch: true, isMobile: true });
    const { page } = window;
    await open(window, "");
    const canvas = await page.locator(".canvas").boundingBox();
    expect(canvas?.width).toBe(viewport.width);
    expect(canvas?.height).toBeGreaterThan(viewport.height * 0.75);
    const small = (): Promise<unknown> =>
      page.evaluate(
        `[...document.querySelectorAll("button, summary, input:not([type=checkbox]), label, .sidebar a")]
          .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
          .filter(([, { width, height }]) => width > 0 && (width < ${TARGET - 0.5} || height < ${TARGET - 0.5}))
          .map(([html]) => html)`,
      );
    await expect.poll(small).toEqual([]);
    await page.locator(".contents-button").first().tap();
    await page.locator(".questions button").first().waitFor();
    await expect.poll(small).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.locator(".contents-button").first().tap();
    await page.getByRole("combobox").tap();
    await page.getByRole("combobox").fill("左云");
    await page.getByRole("option").first().tap();
    await page.locator(".details .deeds").waitFor();
    const details = await page.locator(".details").boundingBox();
    expect(details?.y, "part of the picture is in sight above the details").toBeGreaterThan(viewport.height * 0.4);
    await expect.poll(small).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await window.context.close();
  });

  it.each(["ArrowDown", "Enter", "Escape"])("leaves %s to the composition of a text", async (key) => {
    const window = await reader(browser, origin);
    const { page } = window;
    await open(window, "");
    const box = page.getByRole("combobox");
    await box.fill("左云");
    await page.getByRole("option").nth(1).waitFor();
    const before = await box.getAttribute("aria-activedescendant");
    for (const composing of [{ isComposing: true }, { keyCode: 229 }])
      await box.dispatchEvent("keydown", { key, ...composing });
    await page.waitForTimeout(300);
    expect(await box.getAttribute("aria-activedescendant")).toBe(before);
    expect(await page.getByRole("option").count()).toBeGreaterThan(1);
    expect(await page.locator(".details").count()).toBe(0);
    await window.context.close();
  });

  it("shows a link, selected, where the browser keeps the clipboard from the page", async () => {
    const window = await reader(browser, origin);
    const { page } = window;
    await page.addInitScript("delete Navigator.prototype.clipboard");
    await open(window, "#focus=node:zone:zuoyun");
    await page.locator(".menu summary").click();
    await page.getByRole("button", { name: "复制链接" }).click();
    const field = page.locator(".link-dialog textarea");
    await field.waitFor();
    expect(await field.inputValue()).toContain("focus=node:zone:zuoyun");
    const selected = await page.evaluate<string>("getSelection().toString()");
    expect(selected).toBe(await field.inputValue());
    await page.keyboard.press("Escape");
    await field.waitFor({ state: "detached" });
    await window.context.close();
  });
});
