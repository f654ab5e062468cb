import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page, Response } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SEED } from "../../src/cli/seed.js";
import { PACKAGE_ROOT } from "../../src/config.js";
import type { Engine } from "../../src/engine/engine.js";
import { buildModel } from "../../src/schema.js";
import { launch, withoutBrowser } from "../support/browser.js";
import { seededEngine, serve, type Service } from "../support/server.js";

const FOLDER = join(SEED, "questions");
const questions = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".graphql"))
  .sort()
  .map((file) => file.replace(/\.graphql$/, ""));

/** A page draws later than it is asked to, and later still on a busy machine. */
const PATIENCE = { timeout: 10_000, interval: 200 };

function read(file: string): string {
  return readFileSync(join(FOLDER, file), "utf8");
}

function titleOf(question: string): string {
  return /^query (\w+)/m.exec(read(`${question}.graphql`))?.[1] ?? "";
}

/** A text as editors show it, whose blanks and line ends depend on the room there is. */
function dense(text: string): string {
  return text.replace(/\s/g, "");
}

/** What an editor shows. */
async function shown(page: Page, editor: string): Promise<string> {
  return dense((await page.getByLabel(editor).locator(".view-line").allInnerTexts()).join(""));
}

/** The service's next answer. */
function answered(page: Page): Promise<Response> {
  return page.waitForResponse((response) => response.request().method() === "POST");
}

/** Runs the query in sight and answers what the service answered. */
async function run(page: Page): Promise<unknown> {
  const answer = answered(page);
  await page.getByLabel("Execute query (Ctrl-Enter)").click();
  return (await answer).json();
}

describe.skipIf(withoutBrowser)("the playground in a browser", () => {
  let engine: Engine;
  let service: Service;
  let origin: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const foreign: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    if (!existsSync(join(PACKAGE_ROOT, "dist", "explorer", "graphql.html")))
      throw new Error("dist/explorer/graphql.html: expected the built playground but found none; run npm run build.");
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

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.route("**/*", (route) => {
      const url = route.request().url();
      if (url.startsWith(origin)) return route.continue();
      foreign.push(url);
      return route.abort();
    });
    page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(String(error)));
    const schema = answered(page);
    await page.goto(`${origin}/graphql`);
    await schema;
    await page.getByLabel("Operation Editor").locator(".view-line").first().waitFor();
  });

  afterEach(async () => {
    await context.close();
    expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
  });

  it("opens with a tab for each question", async () => {
    expect(await page.title()).toBe("Liantu 链图 · GraphQL");
    expect(await page.getByRole("tab").allInnerTexts()).toEqual(questions.map(titleOf));
  });

  it.each([questions[0] ?? "", questions.at(-1) ?? ""])("asks question %s and shows its answer", async (question) => {
    await page.getByRole("tab", { name: titleOf(question) }).click();
    // GraphiQL learns the operation of a tab a moment after the tab is opened.
    await expect.poll(() => run(page), PATIENCE).toEqual(JSON.parse(read(`${question}.expected.json`)));
    await expect
      .poll(() => shown(page, "Result Window"), PATIENCE)
      .toContain(dense(read(`${question}.expected.json`)).slice(0, 100));
  });

  it("keeps what was changed", async () => {
    const change = "# 由我所写";
    await page.getByLabel("Operation Editor").locator(".view-lines").first().click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.insertText(`${change}\n`);
    await expect.poll(() => page.evaluate(`localStorage.getItem("graphiql:tabState")`), PATIENCE).toContain(change);
    await page.reload();
    await expect.poll(() => shown(page, "Operation Editor"), PATIENCE).toContain(dense(change));
    expect(await page.getByRole("tab").allInnerTexts()).toEqual(questions.map(titleOf));
  });

  it("completes names from the schema", async () => {
    await page.getByLabel("New tab").click();
    await page.getByLabel("Operation Editor").locator(".view-lines").first().click();
    await page.keyboard.type("{ projects(filter: { inv");
    const offered = async (): Promise<string[]> => {
      await page.keyboard.press("Control+Space");
      return page.locator(".suggest-widget .monaco-list-row").allInnerTexts();
    };
    await expect.poll(offered, PATIENCE).toContain("investmentCny");
  });

  it("says so when the service has gone", async () => {
    await context.route("**/graphql", (route) => route.abort());
    await page.getByLabel("Execute query (Ctrl-Enter)").click();
    await expect.poll(() => shown(page, "Result Window"), PATIENCE).toContain(dense("the service cannot be reached"));
  });
});
