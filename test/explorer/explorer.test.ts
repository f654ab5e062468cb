import { readFile } from "node:fs/promises";
import { deflateRawSync } from "node:zlib";
import { MultiDirectedGraph } from "graphology";
import { parse as parseCsv } from "csv-parse/sync";
import gexf from "graphology-gexf";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { buildModel, type Built } from "../../src/schema.js";
import { launch, reader, withoutBrowser, type Reader } from "../support/browser.js";
import { seededEngine, serve, type Service } from "../support/server.js";

/** A page draws later than it is asked to, and later still on a busy machine. */
const PATIENCE = { timeout: 15_000, interval: 100 };

const OVERVIEW = { nodes: 46, lines: 53 };

describe.skipIf(withoutBrowser)("the explorer in a browser", () => {
  let built: Built;
  let engine: Engine;
  let service: Service;
  let origin: string;
  let browser: Browser;
  let current: Reader;
  let page: Page;

  beforeAll(async () => {
    built = buildModel();
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

  afterEach(async () => {
    const { context, foreign, complaints } = current;
    await context.close();
    expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
  });

  async function open(hash = "", options: BrowserContextOptions = {}): Promise<void> {
    current = await reader(browser, origin, options);
    page = current.page;
    await page.goto(`${origin}/${hash}`);
    await page.locator(".drawn").waitFor();
  }

  /** How much is drawn, as the page says. */
  async function drawn(): Promise<{ readonly nodes: number; readonly lines: number }> {
    const [nodes = 0, lines = 0] = ((await page.locator(".drawn").innerText()).match(/\d+/g) ?? []).map(Number);
    return { nodes, lines };
  }

  const untilDrawn = (nodes: number): Promise<void> =>
    expect.poll(async () => (await drawn()).nodes, PATIENCE).toBe(nodes);

  /** Keeps a file of the picture, as a reader does. */
  async function kept(entry: string): Promise<Buffer> {
    await page.getByText("导出", { exact: true }).click();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: entry }).click();
    return readFile(await (await coming).path());
  }

  async function find(text: string, name: string): Promise<void> {
    await page.getByRole("combobox", { name: "查找" }).fill(text);
    await page.getByRole("option", { name }).first().click();
    await page.locator(".details h2", { hasText: name }).waitFor();
  }

  it("opens on the overview, in Chinese, with totals and questions, soon", async () => {
    const started = performance.now();
    await open();
    await untilDrawn(OVERVIEW.nodes);
    const took = Math.round(performance.now() - started);
    console.info(`explorer: the first picture after ${took} ms, the browser's start of a window within it`);
    expect(await drawn()).toEqual(OVERVIEW);
    expect(await page.locator(".totals dd").allInnerTexts()).toEqual([
      "10",
      "9",
      "19",
      "19",
      "8",
      "6",
      "1",
      "16",
      "7",
      ...["16", "9", "15", "3", "12", "19", "4", "7", "17", "2", "6"],
    ]);
    expect(await page.locator(".questions button").count()).toBeGreaterThanOrEqual(4);
    expect(await page.title()).toBe("链图 · 开发区产业链知识图谱");
  });

  it("is served under a policy that lets nothing in from elsewhere and no script inline", async () => {
    await open();
    const answer = await page.goto(`${origin}/`);
    const policy = answer?.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(answer?.headers()["x-content-type-options"]).toBe("nosniff");
    expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
  });

  it("answers a HEAD as a GET, and is nowhere else without its policy", async () => {
    const head = await fetch(`${origin}/`, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(head.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect((await fetch(`${origin}/assets/`)).ok).toBe(false);
  });

  it(
    "walks as a person does: search, open, expand, path, chain, share, reload, export",
    { timeout: 90_000 },
    async () => {
      await open();
      await untilDrawn(OVERVIEW.nodes);
      await find("左云", "左云经济技术开发区");
      expect(await page.locator(".rows").first().innerText()).toContain("85.45 亿元");
      await page.getByRole("button", { name: "展开：辖有 · 项目（11）" }).click();
      await untilDrawn(OVERVIEW.nodes + 11);

      await page.getByRole("button", { name: "从这里找路径" }).click();
      await find("大同大学", "大同大学");
      await page.getByRole("button", { name: "从“左云经济技术开发区”到这里的路径" }).click();
      await page.getByText("最短 3 步").waitFor();
      await untilDrawn(OVERVIEW.nodes + 11 + 2);

      await find("装备制造产业链", "装备制造产业链");
      await page.getByRole("button", { name: "产业链图谱" }).click();
      await page.locator(".stage-card").first().waitFor();
      await page.locator(".stage-card .member").first().waitFor();
      expect(await page.locator(".stage-card").innerText()).toContain("西安捷马废旧机动车回收利用项目");
      await expect
        .poll(() => page.locator(".member.leader").allInnerTexts())
        .toContainEqual(expect.stringContaining("耀邦环境"));
      await page.getByRole("button", { name: "返回关系图" }).click();

      const before = String(await kept("矢量图 SVG"));
      await expect.poll(() => page.url(), PATIENCE).toContain("picture=");
      await expect.poll(() => page.url(), PATIENCE).not.toContain("screen=");
      const link = page.url();
      await page.reload();
      await untilDrawn(OVERVIEW.nodes + 13);
      expect(String(await kept("矢量图 SVG")) === before, "the drawing is the same").toBe(true);
      const shared = await reader(browser, origin);
      await shared.page.goto(link);
      await shared.page.getByText(`图中 ${OVERVIEW.nodes + 13} 个实体`).waitFor();
      await shared.context.close();

      const network = String(await kept("网络文件 GEXF"));
      const graph = gexf.parse(MultiDirectedGraph, network);
      const lines = Number(/(\d+) 条关系/.exec(await page.locator("body").innerText())?.[1]);
      expect([graph.order, graph.size]).toEqual([OVERVIEW.nodes + 13, lines]);
      const places = graph.mapNodes((_id, { x, y }) => `${String(x)} ${String(y)}`);
      expect(new Set(places).size).toBeGreaterThan(graph.order / 2);
      const rows = parseCsv(await kept("表格 CSV"), { bom: true });
      expect(rows).toContainEqual([
        "左云经济技术开发区",
        "开发区",
        "zone:zuoyun",
        "位于",
        "左云县",
        "行政区",
        "region:zuoyun",
      ]);
      expect((await kept("图片 PNG")).subarray(1, 4).toString()).toBe("PNG");
    },
  );

  it("takes back and does again, hides, filters, and lists what is drawn", async () => {
    await open();
    await untilDrawn(OVERVIEW.nodes);
    await find("首创基金", "首创");
    await page.getByRole("button", { name: "移出" }).click();
    await untilDrawn(OVERVIEW.nodes - 1);
    await page.getByRole("button", { name: "撤销" }).click();
    await untilDrawn(OVERVIEW.nodes);
    await page.getByRole("button", { name: "重做" }).click();
    await untilDrawn(OVERVIEW.nodes - 1);
    await page.getByRole("checkbox", { name: "高校" }).uncheck();
    await page.getByRole("button", { name: "表", exact: true }).click();
    await page.getByText("实体 · 37").waitFor();
    expect(await page.locator("table").first().locator("tbody tr").count()).toBe(37);
  });

  it("obeys a mouse: a click opens a node or a line, a double one expands, a drag moves and is no click", async () => {
    const added = [
      ["zone:zuoyun", -200, 0],
      ["region:zuoyun", 200, 0],
    ];
    const packed = deflateRawSync(JSON.stringify({ origin: { name: "empty" }, added })).toString("base64url");
    await open(`#picture=${packed}`);
    await untilDrawn(2);
    const canvas = page.getByRole("application");
    const centre = async (): Promise<readonly [number, number]> => {
      const box = await canvas.boundingBox();
      return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    };
    // All of it is in sight: 1.25 pixels a unit around the centre.
    let [x, y] = await centre();
    await page.mouse.move(x + 249, y + 1);
    await expect.poll(() => canvas.getAttribute("style"), PATIENCE).toContain("pointer");
    await page.mouse.click(x, y);
    await page.locator(".details .ends").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".details").waitFor({ state: "detached" });
    await page.mouse.move(x - 250, y);
    await page.mouse.down();
    await page.mouse.move(x - 250, y + 60);
    await page.mouse.move(x - 250, y + 120);
    await page.mouse.up();
    await page.getByRole("button", { name: "撤销" }).click();
    expect(await page.locator(".details").count(), "dropping it is no click").toBe(0);
    [x, y] = await centre();
    await page.mouse.dblclick(x + 250, y);
    await page.locator(".details h2", { hasText: "左云县" }).waitFor();
    await expect.poll(async () => (await drawn()).nodes, PATIENCE).toBeGreaterThan(2);
  });

  it("gives the same picture in a window of another shape", async () => {
    await open("", { viewport: { width: 1024, height: 768 } });
    await untilDrawn(OVERVIEW.nodes);
    await find("首创基金", "首创");
    await page.getByRole("button", { name: "移出" }).click();
    await untilDrawn(OVERVIEW.nodes - 1);
    const before = String(await kept("矢量图 SVG"));
    await expect.poll(() => page.url(), PATIENCE).toContain("picture=");
    await page.setViewportSize({ width: 1440, height: 700 });
    await page.reload();
    await untilDrawn(OVERVIEW.nodes - 1);
    expect(String(await kept("矢量图 SVG")) === before, "the drawing is the same").toBe(true);
  });

  it("says why no path is found, in the reader's language", async () => {
    await open("#focus=node:zone:zuoyun");
    await page.getByRole("button", { name: "从这里找路径" }).click();
    await find("吕平", "吕平");
    await page.getByRole("button", { name: "到这里的路径" }).click();
    const told = page.getByRole("status").filter({ hasText: "没有路径" });
    await told.waitFor();
    expect(await told.locator("strong").innerText()).toMatch(/^左云.*之间.*没有路径，[^a-z]+。$/);
  });

  it("needs no mouse", async () => {
    await open();
    await untilDrawn(OVERVIEW.nodes);
    await page.keyboard.press("/");
    await page.keyboard.type("zykfq", { delay: 20 });
    await page.getByRole("option", { name: "左云经济技术开发区" }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".details h2", { hasText: "左云经济技术开发区" }).waitFor();
    await page.locator(".deeds").waitFor();
    // The details have the focus: the next stops are the close button and what can be done.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await drawn()).nodes, PATIENCE).toBeGreaterThan(OVERVIEW.nodes);
    await page.keyboard.press("Escape");
    await page.locator(".details").waitFor({ state: "detached" });
    await page.keyboard.press("ArrowRight");
    await page.locator(".details h2").waitFor();
    await page.keyboard.press("/");
    await page.getByText("最近打开").waitFor();
    expect(await page.getByRole("option").first().innerText()).toContain("左云经济技术开发区");
  });

  it("speaks English where the browser does, and switches", async () => {
    await open("", { locale: "en-GB" });
    await page.getByText("46 entities, 53 relationships drawn").waitFor();
    expect(await page.title()).toContain("Liantu");
    await page.getByRole("combobox", { name: "Find" }).fill("Datong University");
    await page.getByRole("option", { name: "Datong University" }).first().click();
    await page.locator(".details h2", { hasText: "Datong University" }).waitFor();
    await page.getByRole("button", { name: "中文" }).click();
    await page.locator(".details h2", { hasText: "大同大学" }).waitFor();
    await page.reload();
    await page.locator(".details h2", { hasText: "大同大学" }).waitFor();
  });

  it("shows a relationship with where it was read, and what is unknown as unknown", async () => {
    await open("#focus=node:project:jinko-56gw");
    await page.getByText("4,800 亩").waitFor();
    expect(await page.locator(".unknown").allInnerTexts()).toContainEqual(expect.stringContaining("投资额"));
    expect(await page.locator(".citations").innerText()).toContain("A1 篇第 4 段");
    await page.getByRole("button", { name: "表", exact: true }).click();
    await page.getByRole("button", { name: "合作", exact: true }).first().click();
    await page.locator(".ends").waitFor();
    expect(await page.locator(".citations").innerText()).toMatch(/A\d 篇第 \d+ 段/);
  });

  it.each([
    ["首创基金的钱从哪来、投向哪？", "比例未载明"],
    ["晶科项目走到哪一步了？", "正在等待：投产"],
    ["各开发区的项目有多少，进展如何？", "未记录所在开发区"],
  ])("answers %s", async (question, answer) => {
    await open();
    await page.getByRole("button", { name: question }).click();
    await page.getByText(answer).first().waitFor();
  });

  it("opens what it asked as a query in the playground", async () => {
    await open("#screen=chain:chain:zuoyun-equipment");
    const opening = page.waitForEvent("popup");
    await page.locator(".asked").getByRole("link", { name: "在查询台打开此查询" }).click();
    const playground = await opening;
    await playground.locator(".graphiql-tab-active", { hasText: "ChainMap" }).waitFor();
    await playground.getByLabel("Operation Editor").locator(".view-line").first().waitFor();
    const answered = playground.waitForResponse((response) =>
      (response.request().postData() ?? "").includes("chainMap("),
    );
    await playground.getByLabel("Execute query (Ctrl-Enter)").click();
    expect(await (await answered).json()).toMatchObject({
      data: { chainMap: { chain: { id: "chain:zuoyun-equipment" } } },
    });
  });

  it("gives the question behind whatever it answered", async () => {
    await open();
    await untilDrawn(OVERVIEW.nodes);
    const asked = async (within: string, operation: string): Promise<void> => {
      const link = page.locator(within).locator("a.open-query");
      await expect
        .poll(
          () => link.getAttribute("href").then((address) => new URLSearchParams(address?.split("#")[1]).get("query")),
          PATIENCE,
        )
        .toContain(`query ${operation}`);
      const parts = new URLSearchParams((await link.getAttribute("href"))?.split("#")[1]);
      const variables: unknown = JSON.parse(parts.get("variables") ?? "");
      const answer = await page.request.post(`${origin}/graphql`, { data: { query: parts.get("query"), variables } });
      expect(await answer.json(), operation).not.toHaveProperty("errors");
    };
    await asked(".sidebar", "Totals");
    await asked(".menu-entries", "Overview");
    await page.getByRole("combobox", { name: "查找" }).fill("左云");
    await asked(".search-list", "Find");
    await find("左云", "左云经济技术开发区");
    await asked(".details", "EntityDetails");
    await page.getByRole("button", { name: "展开全部关联" }).click();
    await asked(".notice", "Expand");
    await page.getByRole("button", { name: "看周边两步" }).click();
    await asked(".menu-entries", "Around");
  });

  it("opens the overview where an address is spoilt, and says so", async () => {
    await open("#picture=spoilt");
    await page.getByText("这个链接不完整").waitFor();
    await untilDrawn(OVERVIEW.nodes);
  });

  it("says so when the service has gone, keeps what is shown, and goes on when it is back", async () => {
    await open();
    await untilDrawn(OVERVIEW.nodes);
    const { port } = new URL(origin);
    await service.app.close();
    await page.getByRole("combobox", { name: "查找" }).fill("岢岚");
    await page.getByText("服务连接不上").first().waitFor();
    expect(await drawn()).toEqual(OVERVIEW);
    service = await serve(built, engine);
    await service.app.listen({ host: "127.0.0.1", port: Number(port) });
    await page.getByRole("option", { name: "岢岚经济技术开发区" }).first().click();
    await page.locator(".details h2", { hasText: "岢岚经济技术开发区" }).waitFor();
    // The browser reports each request that could not be made.
    current.complaints.splice(
      0,
      current.complaints.length,
      ...current.complaints.filter((text) => !text.includes("ERR_CONNECTION")),
    );
  });
});
