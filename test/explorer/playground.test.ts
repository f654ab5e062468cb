import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page, Response } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SEED } from "../../src/cli/seed.js";
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

  it("lists the questions by topic in both languages, and finds them", async () => {
    expect(await page.title()).toBe("Liantu 链图 · GraphQL");
    expect(await page.getByRole("tab").allInnerTexts()).toEqual([titleOf(questions[0] ?? "")]);
    const items = page.locator(".question-list li");
    expect(await items.count()).toBe(questions.length);
    const said = (await items.allInnerTexts()).map(dense).sort();
    const stated = questions.map((question) => dense(read(`${question}.graphql`).split("\n# ").slice(0, 2).join("")));
    expect(said.length).toBe(new Set(said).size);
    expect(stated.every((text) => said.some((one) => text.includes(one.slice(0, 10))))).toBe(true);
    for (const word of ["穿透", "overdue", "target date"]) {
      await page.locator(".question-list input").fill(word);
      await expect.poll(() => items.count(), PATIENCE).toBeLessThan(questions.length);
    }
    await page.locator(".question-list input").fill("没有的问题");
    await page.getByText("No such question").waitFor();
  });

  it.each([questions[1] ?? "", questions.at(-1) ?? ""])("asks question %s and shows its answer", async (question) => {
    const english = read(`${question}.graphql`).split("\n")[1]?.slice(2) ?? "";
    await page.locator(".question-list button", { hasText: english }).click();
    // GraphiQL learns the operation of a tab a moment after the tab is opened.
    await expect.poll(() => run(page), PATIENCE).toEqual(JSON.parse(read(`${question}.expected.json`)));
    await expect
      .poll(() => shown(page, "Result Window"), PATIENCE)
      .toContain(dense(read(`${question}.expected.json`)).slice(0, 100));
  });

  /** Writes a comment above the query. */
  async function edit(where: Page, comment: string): Promise<void> {
    await where.getByLabel("Operation Editor").locator(".view-lines").first().click();
    await where.keyboard.press("Control+Home");
    await where.keyboard.insertText(`${comment}\n`);
    await expect.poll(() => where.evaluate(`sessionStorage.getItem("graphiql:tabState")`), PATIENCE).toContain(comment);
  }

  it("keeps what was changed, each window its own", async () => {
    const other = await context.newPage();
    await other.goto(`${origin}/graphql`);
    await other.getByLabel("Operation Editor").locator(".view-line").first().waitFor();
    await edit(page, "# 由我所写");
    await edit(other, "# 另一窗口");
    await page.reload();
    await expect.poll(() => shown(page, "Operation Editor"), PATIENCE).toContain(dense("# 由我所写"));
    expect(await shown(page, "Operation Editor")).not.toContain(dense("# 另一窗口"));
  });

  const LONG = `query 长 { ${"totals: zones(first: 1) { totalCount } ".repeat(300)} }`.replace(
    "query 长",
    "query Long",
  );

  it.each([
    [
      "after #",
      "#",
      "query Zones($n: Int) {\n  # 开发区\n  zones(first: $n) {\n    totalCount\n  }\n}",
      '{ "n": 1, "名": "链+&#" }',
    ],
    ["after ?", "?", "query Zones($n: Int) {\n  # 开发区\n  zones(first: $n) {\n    totalCount\n  }\n}", '{ "n": 1 }'],
    ["at length", "#", LONG, ""],
  ])("opens a query that stands %s in the address, and keeps the address", async (_, sign, query, variables) => {
    const parts = new URLSearchParams({ query, variables });
    const address = `${origin}/graphql${sign}${parts.toString()}`;
    const linked = await context.newPage();
    await linked.goto(address);
    const value = (part: string): Promise<string | null> =>
      linked.evaluate(
        `sessionStorage.getItem("graphiql:tabState") && JSON.parse(sessionStorage.getItem("graphiql:tabState")).tabs.at(-1).${part}`,
      );
    await expect.poll(() => shown(linked, "Operation Editor"), PATIENCE).toContain(dense(query).slice(0, 40));
    await expect.poll(() => value("query"), PATIENCE).toBe(query);
    expect((await value("variables")) ?? "").toBe(variables);
    expect(linked.url()).toBe(address);
    await linked.evaluate("delete Navigator.prototype.clipboard");
    await linked.getByLabel("复制链接").click();
    const copied = new URL(await linked.locator(".link-dialog textarea").inputValue());
    const copy = new URLSearchParams(copied.hash.slice(1));
    expect(copy.get("query")).toBe(query);
    expect(copy.get("variables") ?? "").toBe(variables);
  });

  it.each(["链主", "招商", "fundLookThrough"])("finds %s in the documentation", async (word) => {
    await page.getByLabel("Show Documentation Explorer").click();
    await page.locator(".documentation-search input").fill(word);
    const first = page.locator(".documentation-search li button").first();
    await first.waitFor();
    expect(await first.innerText()).toContain(word);
    await first.click();
    await page.locator(".graphiql-doc-explorer-title").waitFor();
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
