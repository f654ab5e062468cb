import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IN_MEMORY, openEmbedded } from "../../src/engine/embedded.js";
import { derive } from "../../src/graph/derive.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { buildModel } from "../../src/schema.js";
import { launch, reader, withoutBrowser } from "../support/browser.js";
import { creating, joining, type Row } from "../support/rows.js";
import { serve } from "../support/server.js";

const built = buildModel();
const named = (id: string): Row => ({ id, name: id.split(":")[1] ?? id });

const STAGES = 277;

/** A chain of many stages in ten layers, six firms at each; two of them feed each other. */
function longChain(): { readonly entities: readonly Row[]; readonly joins: readonly Row[] } {
  const stages = Array.from({ length: STAGES }, (_, at) => `stage:s${at}`);
  const firms = stages.flatMap((_, at) => Array.from({ length: 6 }, (__, of) => `company:f${at}-${of}`));
  return {
    entities: [named("chain:long"), ...stages.map(named), ...firms.map(named)],
    joins: [
      ...stages.map((stage) => joining("has-stage", "chain:long", stage)),
      ...stages.slice(28).map((stage, at) => joining("feeds", `stage:s${at}`, stage)),
      joining("feeds", "stage:s276", "stage:s248"),
      ...firms.map((firm, at) => joining("joins", firm, `stage:s${Math.floor(at / 6)}`)),
    ],
  };
}

/** No zone anywhere: twenty firms supply one, another two each other, and one nobody. */
function withoutZones(): { readonly entities: readonly Row[]; readonly joins: readonly Row[] } {
  const suppliers = Array.from({ length: 20 }, (_, at) => `company:s${at}`);
  return {
    entities: ["company:hub", ...suppliers, "company:a", "company:b", "company:alone"].map(named),
    joins: [
      ...suppliers.map((id) => joining("supplies", id, "company:hub")),
      joining("supplies", "company:a", "company:b"),
    ],
  };
}

/** What a page asks. */
interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const NOTHING = { entities: [], joins: [] };

describe.skipIf(withoutBrowser)("the explorer on other graphs", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(async () => {
    await browser.close();
  });

  async function on(
    { entities, joins }: ReturnType<typeof longChain>,
    hash: string,
    look: (page: Page) => Promise<void>,
    locale = "zh-CN",
  ): Promise<void> {
    const engine = openEmbedded(IN_MEMORY);
    await prepareGraph(engine, built.model);
    const rows = creating(built.model, [...entities, ...joins]);
    if (rows.length > 0) await engine.write(rows);
    await derive(engine, built.model, (statements) => engine.write(statements));
    const service = await serve(built, engine);
    const origin = await service.app.listen({ host: "127.0.0.1", port: 0 });
    const { page, context, complaints } = await reader(browser, origin, { locale });
    await page.goto(`${origin}/${hash}`);
    await look(page);
    expect(complaints).toEqual([]);
    await context.close();
    await service.app.close();
    await engine.close();
  }

  it(
    "begins with what is best connected where there are no zones, and counts every kind",
    { timeout: 120_000 },
    async () => {
      await on(withoutZones(), "", async (page) => {
        await page.getByText("图中 23 个实体、21 条关系").waitFor();
        expect(await page.locator(".totals > div").allInnerTexts()).toEqual([expect.stringMatching(/24/)]);
        expect(await page.getByText("图谱是空的").count()).toBe(0);
        expect(new URL(page.url()).hash, "it is the plain first picture").toBe("");
      });
    },
  );

  it(
    "begins with entities that nothing joins, and is empty only where nothing is there",
    { timeout: 120_000 },
    async () => {
      await on({ entities: [named("person:a"), named("person:b")], joins: [] }, "", async (page) => {
        await page.getByText("图中 2 个实体、0 条关系").waitFor();
      });
      await on({ entities: [named("source:a")], joins: [] }, "", async (page) => {
        await page.getByText("图中 1 个实体").waitFor();
      });
      await on(NOTHING, "", async (page) => {
        await page.getByText("图谱是空的").waitFor();
      });
    },
  );

  it(
    "draws a chain of hundreds of stages in layers, folded, before who stands there, and finds one by them",
    { timeout: 120_000 },
    async () => {
      await on(longChain(), "", async (page) => {
        await page.locator(".drawn").waitFor();
        await page.waitForTimeout(1000);
        let answer = (): void => undefined;
        const late = new Promise<void>((done) => (answer = done));
        await page.route("**/graphql", async (route) => {
          const { query, variables } = route.request().postDataJSON() as Asked;
          if (query.includes("query ChainMap") && variables["withMembers"] !== false) await late;
          await route.continue();
        });
        const started = performance.now();
        await page.evaluate(`location.hash = "#screen=chain:chain:long"`);
        await page
          .locator(".stage-card")
          .nth(STAGES - 1)
          .waitFor();
        console.info(`explorer: a chain of ${STAGES} stages after ${Math.round(performance.now() - started)} ms`);
        expect(await page.locator(".chain-column").count()).toBe(10);
        expect(await page.locator(".trouble").innerText()).toBe(
          "相互循环：s248 → s276 → s248。彼此供给，分不出先后，列在同一层。",
        );
        const field = page.getByRole("textbox", { name: "按环节" });
        await field.fill("S20");
        await page.getByText(`显示 11 / ${STAGES} 个环节`).waitFor();
        await page.locator(".waiting").waitFor();
        answer();
        await page.locator(".stage-card", { hasText: "f200-3" }).waitFor();
        expect(await page.locator(".waiting").count()).toBe(0);
        await field.fill("F200-3");
        await page.getByText(`显示 1 / ${STAGES} 个环节`).waitFor();
        expect(await page.locator(".stage-card").innerText()).toContain("f200-3");
        await field.fill("");
        await page.locator(".stage-card summary").first().click();
        await page.getByRole("button", { name: "f0-5" }).waitFor();
      });
    },
  );
});
