import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SEED } from "../../src/cli/seed.js";
import type { Engine } from "../../src/engine/engine.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import { answered } from "../support/answered.js";
import { engines } from "../support/engines.js";
import { assertOfGraphs } from "../support/graph-property.js";
import { creating, joining, type Row } from "../support/rows.js";

const built = buildModel();

/** How many zones work with each university of the seed, and through which of its institutes. */
const OF_THE_SEED = {
  "university:chongqing": ["zone:dingxiang institute:chongqing-mechanical-transmission"],
  "university:dalian-technology": ["zone:guxian university:dalian-technology"],
  "university:datong": ["zone:datong university:datong"],
  "university:electronic-science-technology": ["zone:kelan institute:uestc-expert-team"],
  "university:shanxi": ["zone:kelan institute:shanxi-university-science-park"],
  "university:taiyuan-technology": [
    "zone:jiangxian university:taiyuan-technology",
    "zone:kelan university:taiyuan-technology",
  ],
  "university:tongji": ["zone:jiangxian university:tongji"],
  "university:zhejiang": ["zone:jiangxian university:zhejiang"],
};

const FORMS = ["TALKS", "AGREEMENT", undefined] as const;
const ZONES = ["zone:a", "zone:b", "zone:c"];
const INSTITUTES = ["a", "b", "c", "d", "e"].map((name) => `institute:${name}`);
const WHOLES = ["university:a", "university:b", "company:a"];
const PARTNERS = [...INSTITUTES, ...WHOLES];

interface Drawn {
  readonly parts: readonly (readonly [string, string])[];
  readonly partnerships: readonly {
    readonly zone: string;
    readonly partner: string;
    readonly form: (typeof FORMS)[number];
  }[];
}

/** Institutes that are parts of institutes, in circles too, of universities and of companies; zones work with any of them. */
const drawn: fc.Arbitrary<Drawn> = fc.record({
  parts: fc.uniqueArray(fc.tuple(fc.constantFrom(...INSTITUTES), fc.constantFrom(...PARTNERS)), {
    maxLength: 9,
    selector: ([part, whole]) => `${part} ${whole}`,
  }),
  partnerships: fc.array(
    fc.record({
      zone: fc.constantFrom(...ZONES),
      partner: fc.constantFrom(...PARTNERS),
      form: fc.constantFrom(...FORMS),
    }),
    { maxLength: 6 },
  ),
});

/** Two ways from a laboratory to its university, one of them through a circle, and a partner of both. */
const TANGLED: Drawn = {
  parts: [
    ["institute:a", "university:a"],
    ["institute:a", "institute:b"],
    ["institute:b", "institute:a"],
    ["institute:b", "university:a"],
    ["institute:b", "company:a"],
  ],
  partnerships: [
    { zone: "zone:a", partner: "institute:a", form: "AGREEMENT" },
    { zone: "zone:a", partner: "university:a", form: undefined },
    { zone: "zone:b", partner: "institute:b", form: "TALKS" },
  ],
};

function rowsOf({ parts, partnerships }: Drawn): readonly Row[] {
  return [
    ...[...ZONES, ...PARTNERS].map((id): Row => ({ id, name: id })),
    ...parts.map(([part, whole]) => joining("part-of", part, whole)),
    ...partnerships.map(({ zone, partner, form }, index) =>
      joining("partners-with", zone, partner, { id: `partners-with:${index}`, ...(form && { form }) }),
    ),
  ];
}

interface Partnership {
  readonly id: string;
  readonly form: string | null;
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
}

interface Edge {
  readonly cursor: string;
  readonly node: { readonly id: string };
  readonly relationship: Partnership;
}

interface Listed {
  readonly totalCount: number;
  readonly edges: readonly Edge[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

/** One line for an edge: who stands at the far end, by which relationship, between whom. */
const lineOf = ({ node, relationship: { id, form, from, to } }: Edge): string =>
  [node.id, id, form ?? "", from.id, to.id].join(" ");

/** What is stated, read in the plainest way: each partnership at its own partner and at all that this is a part of. */
class Oracle {
  constructor(private readonly rows: readonly Row[]) {}

  ids(kind: string): string[] {
    return this.rows.map(({ id }) => id).filter((id) => id.startsWith(`${kind}:`));
  }

  /** Lines by the entity that is asked, in the order of pages. */
  at(asked: string, far: string): string[] {
    const lines = this.rows
      .filter(({ id }) => id.startsWith("partners-with:"))
      .flatMap((row) => this.wholes(row["to"] as string).map((whole) => ({ row, zone: row["from"] as string, whole })))
      .filter(({ zone, whole }) => asked === zone || asked === whole)
      .map(({ row, zone, whole }) => ({ row, node: asked === zone ? whole : zone }))
      .filter(({ node }) => node.startsWith(`${far}:`));
    const line = ({ row, node }: (typeof lines)[number]): string =>
      [node, row.id, row["form"] ?? "", row["from"], row["to"]].join(" ");
    return lines.map(line).sort();
  }

  private wholes(part: string): string[] {
    const known = new Set([part]);
    for (const each of known)
      for (const { id, from, to } of this.rows as readonly Record<string, string>[])
        if (id?.startsWith("part-of:") && from === each && to) known.add(to);
    return [...known];
  }
}

/** The fields that the rule reaches, each with its kind, the kinds' lists and the kind at the far end. */
const FIELDS = [
  { kind: "university", plural: "universities", field: "partnerZones", far: "zone" },
  { kind: "institute", plural: "institutes", field: "partnerZones", far: "zone" },
  { kind: "company", plural: "companies", field: "partnerZones", far: "zone" },
  { kind: "zone", plural: "zones", field: "partnerUniversities", far: "university" },
  { kind: "zone", plural: "zones", field: "partnerInstitutes", far: "institute" },
  { kind: "zone", plural: "zones", field: "partnerCompanies", far: "company" },
];
type Field = (typeof FIELDS)[number];

const EDGES = "totalCount edges { cursor node { id } relationship { id form from { id } to { id } } }";

describe.each(engines)("what a part has counts at its wholes on $name", ({ open }) => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await open();
    await prepareGraph(engine, built.model);
    await importDataset({ folder: SEED, engine, model: built.model });
  });
  afterAll(() => engine.close());

  const ask = <Data>(source: string, variables?: Readonly<Record<string, unknown>>): Promise<Data> =>
    answered(built, engine, source, variables);

  /** All lines under an entity, in pages of two. */
  async function walk({ kind, field }: Field, id: string, backward: boolean): Promise<string[]> {
    const lines: string[][] = [];
    const page = backward ? "last: 2, before: $cursor" : "first: 2, after: $cursor";
    const query = `query ($id: ID!, $cursor: String) { one: ${kind}(id: $id) { list: ${field}(${page}) {
      ${EDGES} pageInfo { hasNextPage hasPreviousPage } } } }`;
    for (let cursor: string | undefined; ;) {
      const { list } = (await ask<{ one: { list: Listed } }>(query, { id, cursor })).one;
      lines.push(list.edges.map(lineOf));
      if (!(backward ? list.pageInfo.hasPreviousPage : list.pageInfo.hasNextPage))
        return (backward ? lines.toReversed() : lines).flat();
      cursor = list.edges.at(backward ? 0 : -1)?.cursor;
    }
  }

  async function check({ plural, field, kind, far }: Field, oracle: Oracle): Promise<void> {
    const ids = oracle.ids(kind);
    const found = await ask<{ all: { nodes: readonly Readonly<Record<string, Listed>>[] } }>(
      `query ($ids: [ID!]) { all: ${plural}(filter: { id: { in: $ids } }) { nodes {
        list: ${field} { ${EDGES} } count: ${field} { totalCount }
        agreed: ${field}(filter: { relationship: { form: { eq: AGREEMENT } } }) { ${EDGES} }
        turned: ${field}(orderBy: [{ relationship: FORM, direction: DESC }]) { ${EDGES} } } } }`,
      { ids },
    );
    for (const [index, { list, count, agreed, turned }] of found.all.nodes.entries()) {
      const expected = oracle.at(ids[index] as string, far);
      expect(list?.edges.map(lineOf)).toEqual(expected);
      expect(turned?.edges.map(lineOf).toSorted()).toEqual(expected);
      expect([list?.totalCount, count?.totalCount]).toEqual([expected.length, expected.length]);
      const signed = expected.filter((line) => line.includes(" AGREEMENT "));
      expect([agreed?.edges.map(lineOf), agreed?.totalCount]).toEqual([signed, signed.length]);
    }
    const busiest = ids.toSorted(
      (one, other) => oracle.at(other, far).length - oracle.at(one, far).length,
    )[0] as string;
    for (const backward of [false, true])
      expect(await walk({ plural, field, kind, far }, busiest, backward)).toEqual(oracle.at(busiest, far));
    await checkFilters({ plural, field, kind, far }, oracle, ids);
  }

  /** Lists that are filtered by what the field holds; counted as well. */
  async function checkFilters({ plural, field, far }: Field, oracle: Oracle, ids: readonly string[]): Promise<void> {
    const [one] = oracle.ids(far) as [string];
    const conditions: readonly (readonly [string, (lines: readonly string[]) => boolean])[] = [
      [`{ ${field}: {} }`, (lines) => lines.length > 0],
      [`{ not: { ${field}: {} } }`, (lines) => lines.length === 0],
      [`{ ${field}: { node: { id: { eq: "${one}" } } } }`, (lines) => lines.some((line) => line.startsWith(`${one} `))],
      [
        `{ ${field}: { relationship: { form: { eq: AGREEMENT } }, node: { name: { startsWith: "${far}" } } } }`,
        (lines) => lines.some((line) => line.includes(" AGREEMENT ")),
      ],
    ];
    for (const [condition, fits] of conditions) {
      const { list } = await ask<{ list: { totalCount: number; nodes: readonly { id: string }[] } }>(
        `query ($ids: [ID!]) { list: ${plural}(filter: { and: [{ id: { in: $ids } }, ${condition}] }) { totalCount nodes { id } } }`,
        { ids },
      );
      const expected = ids.filter((id) => fits(oracle.at(id, far)));
      expect(list).toEqual({ totalCount: expected.length, nodes: expected.map((id) => ({ id })) });
    }
  }

  it("in the seed: zones that work with a laboratory, a team or a park work with its university", async () => {
    const { universities, joined } = await ask<{
      universities: { nodes: readonly { id: string; partnerZones: Listed }[] };
      joined: { totalCount: number };
    }>(
      `{ universities { nodes { id partnerZones { ${EDGES} } } } joined: universities(filter: { partnerZones: {} }) { totalCount } }`,
    );
    const found = universities.nodes.map(({ id, partnerZones: { totalCount, edges } }) => {
      expect(edges).toHaveLength(totalCount);
      return [id, edges.map(({ node, relationship }) => `${node.id} ${relationship.to.id}`)] as const;
    });
    expect(Object.fromEntries(found)).toEqual(OF_THE_SEED);
    expect(joined.totalCount).toBe(universities.nodes.length);
  });

  it("but not in what is stored at them: summaries and relationships of any type", async () => {
    const { university } = await ask<{ university: unknown }>(
      `{ university(id: "university:chongqing") { neighborSummary { type } relationships(types: [PARTNERS_WITH]) { totalCount } } }`,
    );
    expect(university).toEqual({ neighborSummary: [{ type: "PART_OF" }], relationships: { totalCount: 0 } });
  });

  it("where several ways lead up, and in circles", { timeout: 120_000 }, async () => {
    await engine.write(creating(built.model, rowsOf(TANGLED)));
    for (const field of FIELDS) await check(field, new Oracle(rowsOf(TANGLED)));
  });

  it("in any graph, once for each relationship: lists, pages, counts and filters", { timeout: 60_000 }, async () => {
    await assertOfGraphs({ engine, built }, drawn, { together: 2, runs: 8 }, rowsOf, async (rows) => {
      for (const field of FIELDS) await check(field, new Oracle(rows));
    });
  });
});
