import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { PACKAGE_ROOT } from "../../src/config.js";
import { buildModel } from "../../src/schema.js";
import { launch, reader } from "../support/browser.js";
import { seededEngine, serve } from "../support/server.js";

/** Where the pictures go; nothing of it is kept in the repository. */
const FOLDER = join(PACKAGE_ROOT, "dist", "screenshots");

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  // A phone, and a desktop's window enlarged twice.
  { width: 390, height: 844 },
  { width: 720, height: 450 },
] as const;

const question =
  (index: number) =>
  async (page: Page): Promise<void> => {
    const contents = page.locator("button.contents-button");
    if (await contents.isVisible()) await contents.click();
    await page.locator(".questions button").nth(index).click();
  };

async function find(page: Page, text: string, name: string): Promise<void> {
  await page.locator("input[type=search]").fill(text);
  await page.getByRole("option", { name }).first().click();
  await page.locator(".details h2").waitFor();
}

/** The main states of the page: by name, where it begins and what is done there. */
const STATES: Readonly<
  Record<string, { readonly hash?: string; readonly locale?: string; readonly act?: (page: Page) => Promise<void> }>
> = {
  overview: {},
  "overview-en": { locale: "en-GB" },
  find: { act: (page) => page.locator("input[type=search]").fill("左云") },
  zone: { act: (page) => find(page, "左云", "左云经济技术开发区") },
  "zone-expanded": {
    act: async (page) => {
      await find(page, "左云", "左云经济技术开发区");
      await page.locator(".count-row").first().click();
    },
  },
  projects: { act: question(0) },
  path: { act: question(1) },
  chain: { act: question(2) },
  "chain-stages": { hash: "#screen=chain:chain:kelan-sensors" },
  fund: { act: question(3) },
  timeline: { act: question(4) },
  totals: { act: question(5) },
  "zone-en": { locale: "en-GB", hash: "#focus=node:zone:zuoyun" },
  "table-en": { locale: "en-GB", hash: "#screen=table" },
  contents: {
    act: async (page) => {
      const contents = page.locator("button.contents-button");
      if (await contents.isVisible()) await contents.click();
    },
  },
  "totals-en": { locale: "en-GB", act: question(5) },
  table: { hash: "#screen=table" },
  relationship: {
    hash: "#screen=table",
    act: async (page) => {
      await page.locator("table").nth(1).locator(".name-link").first().click();
      await page.locator(".switch button").first().click();
    },
  },
  project: { hash: "#focus=node:project:jinko-56gw" },
  around: {
    act: async (page) => {
      await find(page, "晶科项目", "年产56GW");
      await page.getByRole("button", { name: "看周边两步" }).click();
    },
  },
  "no-match": { act: (page) => page.locator("input[type=search]").fill("某某某") },
  away: {
    act: async (page) => {
      await page.route("**/graphql", (route) => route.abort());
      await page.locator(".questions button").nth(1).click();
    },
  },
};

async function picture(
  browser: Browser,
  origin: string,
  name: string,
  viewport: (typeof WIDTHS)[number],
): Promise<void> {
  const { hash = "", locale = "zh-CN", act } = STATES[name] ?? {};
  const { page, context } = await reader(browser, origin, { viewport, locale });
  await page.goto(`${origin}/${hash}`);
  // On a narrow screen what is open stands before them.
  await page.locator(".questions").waitFor({ state: "attached" });
  await act?.(page);
  // What is drawn settles in half a second.
  await page.waitForTimeout(1500);
  const file = `${name}-${viewport.width}.png`;
  await page.screenshot({ path: join(FOLDER, file) });
  console.log(file);
  await context.close();
}

/** The pictures that a reader keeps for a report. */
async function reports(): Promise<void> {
  for (const locale of ["zh-CN", "en-GB"])
    for (const entry of [/PNG/, /SVG/]) {
      const { page, context } = await reader(browser, origin, { locale });
      await page.goto(`${origin}/`);
      await page.locator(".questions").waitFor();
      await page.locator(".menu summary").click();
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: entry }).click();
      const file = await coming;
      const name = `report-${locale}.${file.suggestedFilename().split(".").at(-1) ?? ""}`;
      await file.saveAs(join(FOLDER, name));
      console.log(name);
      await context.close();
    }
}

const built = buildModel();
const engine = await seededEngine(built);
const { app } = await serve(built, engine);
const origin = await app.listen({ host: "127.0.0.1", port: 0 });
const browser = await launch();
await mkdir(FOLDER, { recursive: true });
await reports();
const wanted = process.argv.slice(2);
for (const viewport of WIDTHS)
  for (const name of Object.keys(STATES))
    if (wanted.length === 0 || wanted.includes(name)) await picture(browser, origin, name, viewport);
await browser.close();
await app.close();
await engine.close();
