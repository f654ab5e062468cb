import { beforeAll, describe, expect, it } from "vitest";
import { derive } from "../../../src/graph/derive.js";
import { engines } from "../../support/engines.js";
import { Golden } from "../../support/golden.js";
import { servedDataset } from "../../support/industry.js";
import { store } from "../../support/rows.js";
import { HOUSE_FORM } from "../../support/server.js";
import { counted, randomIndustry, type Industry } from "./statistics-oracle.js";

interface Total {
  readonly metric: string;
  readonly unit: string | null;
  readonly recorded: number | null;
  readonly known: number;
  readonly of: number;
  readonly stated: number | null;
}
interface Statistics {
  readonly rows: readonly {
    readonly keys: readonly { readonly value: string | null; readonly entity: { readonly id: string } | null }[];
    readonly totals: readonly Total[];
  }[];
  readonly totals: readonly Total[];
  readonly truncatedReason: string | null;
}

const ANSWER = `rows { keys { dimension value entity { id } } totals { metric unit recorded known of stated } }
  totals { metric unit recorded known of stated } truncatedReason`;
const STATISTICS = `query ($groupBy: [StatisticsDimension!]!, $kinds: [StatisticsKind!], $filter: StatisticsFilter, $first: Int) {
  statistics(groupBy: $groupBy, kinds: $kinds, filter: $filter, first: $first) { ${ANSWER} } }`;
const DIMENSIONS = ["ZONE", "PROVINCE", "PREFECTURE", "COUNTY", "CHAIN", "INDUSTRY", "STATUS", "YEAR", "KIND"] as const;

const of = (totals: readonly Total[], metric: string): Total | undefined =>
  totals.find((total) => total.metric === metric);

describe.each(engines)("statistics on $name", (tested) => {
  const served = servedDataset(tested, "industry");
  const ask = async (variables: object): Promise<Statistics> =>
    (await served.ask(STATISTICS, { first: 100, ...variables })).value as Statistics;
  const recorded = async (metric: string, variables: object): Promise<unknown> =>
    (await ask(variables)).rows.map(({ keys, totals }) => [
      ...keys.map(({ value }) => value),
      of(totals, metric)?.recorded,
    ]);

  it("count by zone, in the row of each place, beside what the zone states", async () => {
    expect(await recorded("projects", { groupBy: ["ZONE"] })).toEqual([
      ["zone:dong", 3],
      ["zone:dong-er", 1],
      ["zone:nan", 1],
      ["zone:nowhere", 0],
      ["zone:xi", 1],
      [null, 0],
    ]);
    const [dong] = (await ask({ groupBy: ["ZONE"] })).rows;
    expect(dong?.keys[0]?.entity).toEqual({ id: "zone:dong" });
    expect(of(dong?.totals ?? [], "projects")?.stated).toBe(8);
    expect(of(dong?.totals ?? [], "investmentCny")).toEqual({
      metric: "investmentCny",
      unit: "CNY",
      recorded: 1_300_000_000,
      known: 3,
      of: 3,
      stated: 2_000_000_000,
    });
  });

  it("roll regions up once each, though a project stands in two zones of one province", async () => {
    expect(await recorded("investmentCny", { groupBy: ["PROVINCE"], kinds: ["PROJECT"] })).toEqual([
      ["region:jia", 1_300_000_000],
      ["region:yi", 40_000_000],
    ]);
    expect(await recorded("projects", { groupBy: ["PREFECTURE"], kinds: ["PROJECT"] })).toEqual([
      ["region:dongzhou", 4],
      ["region:nanzhou", 1],
      ["region:xizhou", 1],
    ]);
  });

  it("put the unknown in a row of its own, under two keys as well", async () => {
    expect(await recorded("projects", { groupBy: ["STATUS", "YEAR"], kinds: ["PROJECT"] })).toEqual([
      ["IN_PRODUCTION", "2023", 1],
      ["IN_PRODUCTION", "2024", 1],
      ["PLANNED", "2025", 1],
      ["UNDER_CONSTRUCTION", "2024", 1],
      [null, null, 1],
    ]);
  });

  it("total everything once, output for each unit alone", async () => {
    const { totals } = await ask({ groupBy: ["ZONE"], kinds: ["PROJECT"] });
    expect(totals.map(({ metric, unit, recorded: sum, known, of: all }) => [metric, unit, sum, known, all])).toEqual([
      ["projects", null, 5, 5, 5],
      ["investmentCny", "CNY", 1_340_000_000, 4, 5],
      ["installedMw", "MW", 50, 1, 5],
      ["areaMu", "mu", 420, 2, 5],
      ["annualOutput", "GWh", 10, 1, 5],
      ["annualOutput", "万吨", 8, 2, 5],
    ]);
  });

  it("count by chain, parts among their wholes, beside what the chain states where nothing is filtered", async () => {
    expect(await recorded("companies", { groupBy: ["CHAIN"] })).toEqual([
      ["chain:batteries", 10],
      ["chain:dong-batteries", 7],
      ["chain:xi-batteries", 2],
      [null, 1],
    ]);
    const stated = async (chain: string, metric: string, variables: object = {}): Promise<unknown> => {
      const { rows } = await ask({ groupBy: ["CHAIN"], ...variables });
      return of(rows.find(({ keys }) => keys[0]?.value === chain)?.totals ?? [], metric)?.stated;
    };
    expect(await stated("chain:xi-batteries", "installedMw")).toBe(80);
    expect(await stated("chain:xi-batteries", "installedMw", { filter: { within: "region:jia" } })).toBeNull();
    // Stated is how many the chain extended to, and a row counts its leaders too.
    expect(await stated("chain:dong-batteries", "companies")).toBeNull();
    expect(await stated("chain:dong-batteries", "projects")).toBeNull();
  });

  it("keep what a zone or a chain states where the filter leaves all of it", async () => {
    const stated = async (groupBy: string[], filter: object): Promise<unknown> => {
      const { rows, totals } = await ask({ groupBy, filter });
      const told = (of: readonly Total[]): unknown[] =>
        of.flatMap(({ metric, stated: value }) => (value === null ? [] : [`${metric} ${value}`]));
      return { rows: rows.flatMap(({ totals: its }) => told(its)), all: told(totals) };
    };
    const zone = ["projects 8", "investmentCny 2000000000"];
    const chain = ["installedMw 80"];
    expect(await stated(["ZONE"], { within: "zone:dong" })).toEqual({ rows: zone, all: zone });
    expect(await stated(["KIND"], { within: "zone:dong" })).toEqual({ rows: [], all: zone });
    for (const above of ["region:dongyi", "region:dongzhou", "region:jia"])
      expect(await stated(["ZONE"], { within: above })).toEqual({ rows: zone, all: [] });
    expect(await stated(["CHAIN"], { chain: "chain:xi-batteries" })).toEqual({ rows: chain, all: chain });
    for (const above of [
      { chain: "chain:batteries" },
      { industry: "industry:batteries" },
      { chain: "chain:batteries", industry: "industry:batteries" },
    ])
      expect(await stated(["CHAIN"], above)).toEqual({ rows: chain, all: [] });
    const nothing = { rows: [], all: [] };
    expect(await stated(["ZONE"], { within: "zone:xi" })).toEqual(nothing);
    expect(await stated(["ZONE"], { within: "zone:dong", yearFrom: 2020 })).toEqual(nothing);
    expect(await stated(["ZONE"], { within: "zone:dong", status: ["PLANNED"] })).toEqual(nothing);
    expect(await stated(["ZONE"], { within: "zone:dong", chain: "chain:dong-batteries" })).toEqual(nothing);
    expect(await stated(["CHAIN"], { chain: "chain:xi-batteries", within: "zone:xi" })).toEqual(nothing);
    expect(await stated(["CHAIN"], { within: "zone:xi" })).toEqual(nothing);
  });

  it("filter by place, chain, industry, status and years", async () => {
    const counts = async (filter: object): Promise<unknown> =>
      (await ask({ groupBy: ["KIND"], filter })).totals.slice(0, 3).map(({ recorded: count }) => count);
    expect(await counts({ within: "region:dongzhou" })).toEqual([4, 4, 2]);
    expect(await counts({ chain: "chain:batteries" })).toEqual([10, 4, 0]);
    expect(await counts({ industry: "industry:batteries" })).toEqual([10, 4, 0]);
    expect(await counts({ status: ["PLANNED", "IN_PRODUCTION"] })).toEqual([0, 3, 0]);
    expect(await counts({ yearFrom: 2023, yearTo: 2023 })).toEqual([0, 1, 1]);
    expect(await counts({ yearFrom: 2024 })).toEqual([0, 3, 1]);
  });

  it("say when rows were left out", async () => {
    const { rows, truncatedReason } = await ask({ groupBy: ["ZONE"], first: 2 });
    expect(rows.map(({ keys }) => keys[0]?.value)).toEqual(["zone:dong", "zone:dong-er"]);
    expect(truncatedReason).toMatch(/more than 2 rows/);
    expect((await ask({ groupBy: ["ZONE"], first: 6 })).truncatedReason).toBeNull();
  });

  it("refuse dimensions, kinds, ids, years and sizes that are none", async () => {
    const asked = [
      "groupBy: []",
      "groupBy: [ZONE, ZONE]",
      "groupBy: [ZONE, CHAIN, YEAR]",
      "groupBy: [ZONE], kinds: []",
      'groupBy: [ZONE], filter: { within: "chain:x" }',
      'groupBy: [ZONE], filter: { chain: "zone:dong" }',
      'groupBy: [ZONE], filter: { industry: "chain:x" }',
      'groupBy: [ZONE], filter: { within: "zone:unheard" }',
      'groupBy: [ZONE], filter: { chain: "chain:unheard", industry: "industry:unheard" }',
      "groupBy: [ZONE], filter: { yearFrom: 2024, yearTo: 2023 }",
      "groupBy: [ZONE], filter: { yearFrom: 24 }",
      "groupBy: [ZONE], first: -1",
      "groupBy: [ZONE], first: 1001",
    ];
    for (const args of asked) {
      const messages = await served.refuse(`{ statistics(${args}) { truncatedReason } }`);
      expect(messages).toHaveLength(1);
      expect(messages[0]).toMatch(HOUSE_FORM);
    }
  });

  it("send as many statements for many rows as for few", async () => {
    const statements = async (filter: object): Promise<number> =>
      (await served.ask(STATISTICS, { groupBy: ["COUNTY"], filter, first: 100 })).statements;
    // One a kind; without semi-joins a set of who has a key, those that have one and those that have none.
    const [all, within] = served.engine.capabilities.semiJoins ? [7, 9] : [13, 21];
    expect(await statements({})).toBe(all);
    // One more tells whether there are such places, chains and industries, and one what is stated of the place.
    expect(await statements({ within: "zone:dong" })).toBe(within);
  });

  it("send the golden statements", async () => {
    const golden = new Golden();
    served.sent.splice(0);
    await ask({ groupBy: ["CHAIN", "PREFECTURE"] });
    await ask({
      groupBy: ["INDUSTRY", "YEAR"],
      filter: { within: "region:jia", chain: "chain:batteries", status: ["PLANNED"], yearFrom: 2023, yearTo: 2024 },
    });
    await ask({ groupBy: ["ZONE"] });
    // Kinds are counted at the same time.
    golden.sent.push(...served.sent.toSorted((one, other) => (one.text < other.text ? -1 : 1)));
    golden.note("counts by two dimensions");
    await expect(golden.text()).toMatchFileSnapshot(`golden/statistics-${tested.name}.cypher`);
  });
});

describe.each(engines)("statistics of generated graphs on $name", (tested) => {
  const served = servedDataset(tested);
  let industry: Industry;
  beforeAll(async () => {
    industry = randomIndustry(20_241_124);
    await store(served.engine, served.built.model, industry.rows);
    await derive(served.engine, served.built.model, (statements) => served.engine.write(statements));
  });

  const plain = ({ rows }: Statistics): unknown =>
    rows.map(({ keys, totals }) => [
      keys.map(({ value }) => value),
      totals
        .filter(({ known, of: all }) => known > 0 || all > 0)
        .map(({ metric, unit, recorded, known, of: all }) => [metric, unit, recorded, known, all]),
    ]);

  it.each(DIMENSIONS)("are a plain fold over the rows, by %s and each other dimension", async (first) => {
    for (const second of [undefined, ...DIMENSIONS.filter((other) => other !== first)]) {
      const groupBy = second ? [first, second] : [first];
      const { value } = await served.ask(STATISTICS, { groupBy, first: 1000 });
      expect(plain(value as Statistics)).toEqual(counted(industry, groupBy));
    }
  });
});

describe.each(engines)("statistics of an empty graph on $name", (tested) => {
  const served = servedDataset(tested);

  it.each(DIMENSIONS)("have no rows by %s, and totals of nothing", async (dimension) => {
    const { value } = await served.ask(STATISTICS, { groupBy: [dimension], first: 10 });
    const { rows, totals } = value as Statistics;
    expect(rows).toEqual([]);
    expect(totals.map(({ known, of: all }) => [known, all])).toEqual(totals.map(() => [0, 0]));
  });
});
