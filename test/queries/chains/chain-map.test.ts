import { describe, expect, it } from "vitest";
import { engines } from "../../support/engines.js";
import { Golden } from "../../support/golden.js";
import { generatedIndustries } from "../../support/generated-industry.js";
import { assertOfGraphs } from "../../support/graph-property.js";
import { servedDataset } from "../../support/industry.js";
import { HOUSE_FORM } from "../../support/server.js";
import { FoldedMap, type FoldedGroup } from "./chain-oracle.js";
import { Rows, type Line } from "../../support/folded.js";

interface Members {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly relationship: { readonly id: string; readonly citations: readonly unknown[] } }[];
}
interface Group {
  readonly stage: { readonly id: string } | null;
  readonly layer: number | null;
  readonly leaders: Members;
  readonly companies: Members;
  readonly projects: Members;
  readonly products: Members | null;
  readonly totals: readonly unknown[];
}
interface Map {
  readonly stages: readonly Group[];
  readonly withoutStage: Group;
  readonly totals: readonly unknown[];
  readonly byStatus: readonly unknown[];
  readonly cycles: readonly string[];
  readonly [field: string]: unknown;
}

const MEMBERS = "{ totalCount nodes { id } edges { relationship { id citations { article } } } }";
const GROUP = `stage { id } layer leaders ${MEMBERS} companies ${MEMBERS} projects ${MEMBERS} products ${MEMBERS}
  totals { metric unit recorded known of stated }`;
const MAP = `query ($chain: ID!) { chainMap(chain: $chain) {
  chain { id } stageCount partCount cycles truncatedReason stages { ${GROUP} } withoutStage { ${GROUP} }
  leaders { totalCount edges { node { id } chain { id } places { id } relationship { citations { article } } } }
  feeds { from { id } to { id } citations { article } }
  totals { metric unit recorded known of stated } byStatus { status projects totals { metric unit recorded known of } } } }`;

const ids = (members: Members | null): readonly string[] => members?.nodes.map(({ id }) => id) ?? [];
const count = (metric: string, recorded: number, stated: number | null = null) => ({
  metric,
  unit: null,
  recorded,
  known: recorded,
  of: recorded,
  stated,
});
const sum = (metric: string, unit: string, recorded: number | null, known: number, of: number) => ({
  metric,
  unit,
  recorded,
  known,
  of,
  stated: null,
});

describe.each(engines)("a chain's map on $name", (tested) => {
  const served = servedDataset(tested, "industry");
  const map = async (chain: string): Promise<Map> => (await served.ask(MAP, { chain })).value as Map;

  it("puts stages in layers, those that nothing orders beside each other", async () => {
    const { stages, cycles, stageCount } = await map("chain:batteries");
    expect(stages.map(({ stage, layer }) => [stage?.id, layer])).toEqual([
      ["stage:lithium", 1],
      ["stage:anode", 1],
      ["stage:reuse", 1],
      ["stage:separator", 1],
      ["stage:cathode", 2],
      ["stage:cell", 3],
      ["stage:pack", 4],
    ]);
    expect(stageCount).toBe(7);
    expect(cycles).toEqual([]);
  });

  it("reports a cycle in words and orders the rest", async () => {
    const { stages, cycles } = await map("chain:loop");
    expect(stages.map(({ stage, layer }) => [stage?.id, layer])).toEqual([
      ["stage:scrap", 1],
      ["stage:refining", 2],
      ["stage:smelting", 2],
      ["stage:casting", 3],
    ]);
    expect(cycles).toHaveLength(1);
    expect(cycles[0]).toMatch(/^精炼 → 冶炼 → 精炼: /);
  });

  it("shows who stands at each stage of a wide chain, with evidence", async () => {
    const { stages, partCount } = await map("chain:batteries");
    const at = (id: string): Group => stages.find(({ stage }) => stage?.id === id) as Group;
    expect(partCount).toBe(2);
    expect(ids(at("stage:cathode").companies)).toEqual(["company:same-zone"]);
    expect(ids(at("stage:cell").companies)).toEqual(["company:leader", "company:same-province", "company:xi-cell"]);
    expect(ids(at("stage:cell").leaders)).toEqual(["company:leader"]);
    expect(ids(at("stage:cell").projects)).toEqual(["project:cell"]);
    expect(ids(at("stage:cell").products)).toEqual(["product:cell"]);
    expect(ids(at("stage:pack").companies)).toEqual(["company:beyond", "company:unchained"]);
    expect(at("stage:cell").companies.edges[0]?.relationship).toEqual({
      id: "joins:company:leader~stage:cell",
      citations: [{ article: "A3" }],
    });
    expect(at("stage:cathode").totals).toEqual([
      count("companies", 1),
      count("projects", 1),
      sum("investmentCny", "CNY", 200_000_000, 1, 1),
      sum("installedMw", "MW", null, 0, 1),
      sum("areaMu", "mu", null, 0, 1),
      sum("annualOutput", "万吨", 5, 1, 1),
    ]);
  });

  it("leaves out of a part's shared stage whoever did not join the part", async () => {
    const dong = await map("chain:dong-batteries");
    expect(dong.stages.map(({ companies }) => ids(companies))).toEqual([
      ["company:leader", "company:same-province"],
      ["company:beyond"],
    ]);
    const xi = await map("chain:xi-batteries");
    expect(xi.stages.map(({ companies }) => ids(companies))).toEqual([["company:xi-cell"]]);
  });

  it("keeps apart who joined or leads with no stage recorded", async () => {
    const { withoutStage } = await map("chain:dong-batteries");
    expect(withoutStage.stage).toBeNull();
    expect(withoutStage.products).toBeNull();
    expect(ids(withoutStage.leaders)).toEqual(["project:leading"]);
    expect(ids(withoutStage.companies)).toEqual([
      "company:nowhere",
      "company:placeless",
      "company:same-prefecture",
      "company:same-zone",
    ]);
    expect(ids(withoutStage.projects)).toEqual(["project:cathode", "project:leading", "project:two-places"]);
    expect(withoutStage.companies.totalCount).toBe(4);
  });

  it("shows of a wide chain who joined or leads a part with no stage recorded, in one order and in pages", async () => {
    const { withoutStage, totals } = await map("chain:batteries");
    expect(ids(withoutStage.leaders)).toEqual(["company:xi-leader", "project:leading"]);
    expect(ids(withoutStage.companies)).toEqual([
      "company:nowhere",
      "company:placeless",
      "company:same-prefecture",
      "company:xi-leader",
    ]);
    expect(withoutStage.companies.totalCount).toBe(4);
    expect(withoutStage.companies.edges[0]?.relationship.id).toBe("stands-in:company:nowhere~chain:batteries");
    expect(ids(withoutStage.projects)).toEqual(["project:leading", "project:two-places"]);
    expect(withoutStage.totals[0]).toEqual(count("companies", 4));
    expect(totals).toEqual([
      count("companies", 10),
      count("projects", 4),
      sum("investmentCny", "CNY", 1_300_000_000, 3, 4),
      sum("installedMw", "MW", 50, 1, 4),
      sum("areaMu", "mu", 420, 2, 4),
      sum("annualOutput", "GWh", 10, 1, 4),
      sum("annualOutput", "万吨", 8, 2, 4),
    ]);
    const page = async (args: string): Promise<{ nodes: object[]; pageInfo: { endCursor: string } }> => {
      const { value } = await served.ask(`{ chainMap(chain: "chain:batteries") { withoutStage {
        companies(${args}) { nodes { id } pageInfo { endCursor } } } } }`);
      return (value as { withoutStage: { companies: { nodes: object[]; pageInfo: { endCursor: string } } } })
        .withoutStage.companies;
    };
    const { nodes, pageInfo } = await page("first: 2");
    expect(nodes).toEqual([{ id: "company:nowhere" }, { id: "company:placeless" }]);
    expect((await page(`first: 2, after: "${pageInfo.endCursor}"`)).nodes).toEqual([
      { id: "company:same-prefecture" },
      { id: "company:xi-leader" },
    ]);
  });

  it("totals the whole chain, each once, beside what the source states, never across units", async () => {
    const { totals, byStatus } = await map("chain:dong-batteries");
    expect(totals).toEqual([
      count("companies", 7, 12),
      count("projects", 4, 6),
      sum("investmentCny", "CNY", 1_300_000_000, 3, 4),
      sum("installedMw", "MW", 50, 1, 4),
      sum("areaMu", "mu", 420, 2, 4),
      sum("annualOutput", "GWh", 10, 1, 4),
      sum("annualOutput", "万吨", 8, 2, 4),
    ]);
    expect(
      (byStatus as { status: string; projects: number }[]).map(({ status, projects }) => [status, projects]),
    ).toEqual([
      ["UNDER_CONSTRUCTION", 1],
      ["IN_PRODUCTION", 2],
      [null, 1],
    ]);
  });

  it("lists the leaders of the parts with their places", async () => {
    const { leaders } = await map("chain:batteries");
    const edge = (node: string, chain: string, place: string) => ({
      node: { id: node },
      chain: { id: chain },
      places: [{ id: place }],
      relationship: { citations: [{ article: "A3" }] },
    });
    expect(leaders).toEqual({
      totalCount: 3,
      edges: [
        edge("company:leader", "chain:dong-batteries", "zone:dong"),
        edge("company:xi-leader", "chain:xi-batteries", "zone:xi"),
        {
          ...edge("project:leading", "chain:dong-batteries", "zone:dong"),
          relationship: { citations: [{ article: "A3" }] },
        },
      ],
    });
  });

  it("pages leaders either way", async () => {
    const page = async (args: string): Promise<{ edges: { cursor: string; node: { id: string } }[] }> => {
      const { value } = await served.ask(
        `{ chainMap(chain: "chain:batteries") { leaders(${args}) { edges { cursor node { id } } } } }`,
      );
      return (value as { leaders: { edges: { cursor: string; node: { id: string } }[] } }).leaders;
    };
    const first = await page("first: 2");
    expect(first.edges.map(({ node }) => node.id)).toEqual(["company:leader", "company:xi-leader"]);
    const rest = await page(`first: 2, after: "${first.edges[1]?.cursor ?? ""}"`);
    expect(rest.edges.map(({ node }) => node.id)).toEqual(["project:leading"]);
    const back = await page(`last: 1, before: "${rest.edges[0]?.cursor ?? ""}"`);
    expect(back.edges.map(({ node }) => node.id)).toEqual(["company:xi-leader"]);
  });

  it("answers for a chain with nothing recorded, and null for none", async () => {
    const empty = await map("chain:empty");
    expect(empty.stages).toEqual([]);
    expect(empty.withoutStage.companies).toEqual({ totalCount: 0, nodes: [], edges: [] });
    expect(empty.byStatus).toEqual([]);
    expect(await map("chain:unknown")).toBeNull();
  });

  it("refuses what is no chain, and pages out of bounds", async () => {
    const refused = [
      ...(await served.refuse('{ chainMap(chain: "zone:dong") { stageCount } }')),
      ...(await served.refuse(
        '{ chainMap(chain: "chain:loop") { stages(first: -1) { layer } feeds(first: 5000) { id } } }',
      )),
      ...(await served.refuse('{ chainMap(chain: "chain:loop") { leaders(after: "x") { totalCount } } }')),
    ];
    expect(refused.length).toBeGreaterThanOrEqual(3);
    for (const message of refused) expect(message).toMatch(HOUSE_FORM);
  });

  it("says how much of what feeds what is left out, whichever alias asks for less", async () => {
    const cut = async (asked: string): Promise<unknown> =>
      (await served.ask(`{ chainMap(chain: "chain:batteries") { stageCount feedCount truncatedReason ${asked} } }`))
        .value;
    const all = (await cut("feeds { id }")) as { feeds: unknown[] };
    const counts = { stageCount: 7, feedCount: all.feeds.length };
    expect(all).toMatchObject({ ...counts, truncatedReason: null });
    expect(await cut("feeds { id } few: feeds(first: 1) { id }")).toMatchObject({
      ...counts,
      truncatedReason: `feeds gives the first 1 of ${counts.feedCount}; ask it with a larger first for the rest.`,
    });
    expect(await cut("stages(first: 0) { layer } feeds(first: 0) { id }")).toMatchObject({
      ...counts,
      truncatedReason: "stages gives the first 0 of 7; ask it with a larger first for the rest.",
    });
    expect(await cut("feeds(first: 1) @skip(if: true) { id }")).toMatchObject({ ...counts, truncatedReason: null });
  });

  it("sends as many statements for many stages as for few", async () => {
    const statements = async (chain: string): Promise<number> => (await served.ask(MAP, { chain })).statements;
    expect(await statements("chain:batteries")).toBe(await statements("chain:dong-batteries"));
  });

  it("sends the golden statements", async () => {
    const golden = new Golden();
    served.sent.splice(0);
    await map("chain:batteries");
    await map("chain:dong-batteries");
    golden.sent.push(...served.sent);
    golden.note("a chain's map");
    await expect(golden.text()).toMatchFileSnapshot(`golden/chain-map-${tested.name}.cypher`);
  });
});

interface Led {
  readonly node: { readonly id: string };
  readonly chain: { readonly id: string };
  readonly places: readonly { readonly id: string }[];
}
interface Told {
  readonly status: string | null;
  readonly projects: number;
  readonly totals: readonly Readonly<Record<string, unknown>>[];
}

describe.each(engines)("maps of generated chains on $name", (tested) => {
  const served = servedDataset(tested);
  const line = ({ metric, unit, recorded, known, of }: Readonly<Record<string, unknown>>): Line =>
    [metric, unit, recorded, known, of] as Line;
  const totalled = (group: Pick<Group, "totals"> & { readonly byStatus?: unknown }) => ({
    totals: (group.totals as Readonly<Record<string, unknown>>[]).map(line),
    byStatus: (group.byStatus as readonly Told[]).map(({ status, projects, totals }) => [
      status,
      projects,
      totals.map(line),
    ]),
  });
  const told = (group: Group): FoldedGroup => {
    for (const members of [group.leaders, group.companies, group.projects])
      expect(members.totalCount).toBe(members.nodes.length);
    return {
      ...{ leaders: ids(group.leaders), companies: ids(group.companies), projects: ids(group.projects) },
      products: group.products && ids(group.products),
      ...totalled(group),
    } as unknown as FoldedGroup;
  };
  const query = MAP.replaceAll(
    "totals { metric unit recorded known of stated } }",
    `totals { metric unit recorded known of stated }
    byStatus { status projects totals { metric unit recorded known of } } }`,
  );

  it("are a plain fold over the rows", async () => {
    await assertOfGraphs(
      served,
      generatedIndustries,
      { together: 2, runs: 12 },
      (drawn) => drawn,
      async (drawn) => {
        const rows = new Rows(drawn);
        for (const chain of rows.ids("chain")) {
          const map = (await served.ask(query, { chain })).value as Map;
          const folded = new FoldedMap(rows, chain);
          expect(map.stages.map(({ stage, layer }) => [stage?.id, layer])).toEqual(folded.stages);
          expect(map.cycles).toHaveLength(folded.cycles);
          expect(map["partCount"]).toBe(folded.chains.length - 1);
          for (const group of map.stages) expect(told(group)).toEqual(folded.stage(group.stage?.id ?? ""));
          expect(told(map.withoutStage)).toEqual(folded.withoutStage());
          expect(totalled(map)).toEqual(folded.whole());
          const { edges } = map["leaders"] as { edges: readonly Led[] };
          expect(edges.map(({ node, chain: led, places }) => [node.id, led.id, places.map(({ id }) => id)])).toEqual(
            folded.leaders(),
          );
        }
      },
    );
  });
});
