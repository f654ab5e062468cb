import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphColumns } from "../../../src/queries/views/graph-columns.js";
import type { Engine } from "../../../src/engine/engine.js";
import { prepareGraph } from "../../../src/graph/prepare.js";
import { buildModel } from "../../../src/schema.js";
import { engines } from "../../support/engines.js";
import { generatedGraphs, replaceGraph, type Generated } from "../../support/generated.js";
import { HOUSE_FORM, serve, type Service } from "../../support/server.js";
import { between, degreeOf, neighboursOf, within, type Narrowed } from "./surroundings.js";

const built = buildModel();

const narrowings: fc.Arbitrary<Narrowed> = fc.record(
  {
    types: fc.constantFrom(["OWNS"], ["LOCATED_IN", "BUILDS"], []),
    direction: fc.constantFrom("IN", "OUT", "BOTH"),
    kinds: fc.constantFrom(["COMPANY"], ["PROJECT", "ZONE"], []),
  },
  { requiredKeys: [] },
);

/** A graph, where in it to begin, and what to follow. */
const questions = generatedGraphs.chain((graph) =>
  fc.record({
    graph: fc.constant(graph),
    starts: fc.subarray([...graph.nodes], { minLength: 1, maxLength: 3 }),
    shown: fc.subarray([...graph.nodes], { maxLength: 6 }),
    narrowed: narrowings,
    depth: fc.nat(3),
    maxNodes: fc.integer({ min: 3, max: 16 }),
  }),
);

const FOLLOWING = "$types: [RelationshipType!], $direction: Direction, $kinds: [EntityKind!]";
const FOLLOWED = "types: $types, direction: $direction, kinds: $kinds";
const JOINS = "relationships { id type from { id } to { id } }";
const SUBGRAPH = `query ($from: [ID!]!, $depth: Int, $maxNodes: Int, ${FOLLOWING}) {
  subgraph(from: $from, depth: $depth, maxNodes: $maxNodes, ${FOLLOWED}) {
    nodes { id name } ${JOINS} nodeCount relationshipCount truncatedReason
    none: columns layered: columns(layout: LAYERED) force: columns(layout: FORCE) } }`;
const EXPAND = `query ($ids: [ID!]!, $shown: [ID!], $first: Int, $after: String, $orderBy: NeighborOrder, ${FOLLOWING}) {
  expand(ids: $ids, shown: $shown, first: $first, after: $after, orderBy: $orderBy, ${FOLLOWED}) {
    nodes { id } ${JOINS} totalCount truncatedReason pageInfo { hasNextPage endCursor } } }`;

interface Named {
  readonly id: string;
}

interface Join extends Named {
  readonly type: string;
  readonly from: Named;
  readonly to: Named;
}

interface Subgraph {
  readonly nodes: readonly Named[];
  readonly relationships: readonly Join[];
  readonly nodeCount: number;
  readonly relationshipCount: number;
  readonly truncatedReason: string | null;
  readonly none: GraphColumns;
  readonly layered: GraphColumns;
  readonly force: GraphColumns;
}

interface Expansion {
  readonly nodes: readonly Named[];
  readonly relationships: readonly Join[];
  readonly totalCount: number;
  readonly truncatedReason: string | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const flat = ({ id, type, from, to }: Join) => ({ id, type, from: from.id, to: to.id });
const idsOf = (items: readonly Named[]): string[] => items.map(({ id }) => id);

describe.each(engines)("surroundings on $name", ({ open }) => {
  let engine: Engine;
  let service: Service;

  beforeAll(async () => {
    engine = await open();
    await prepareGraph(engine, built.model);
    service = await serve(built, engine);
  });
  afterAll(async () => {
    await service.app.close();
    await engine.close();
  });

  it("are arrays with names in English, and the stages of a chain behind one another", async () => {
    const stages = [1, 2].map((rank) => ({
      id: `stage:${rank}`,
      name: `环节${rank}`,
      ...(rank === 2 ? { nameEn: "two" } : {}),
    }));
    const has = [1, 2].map((rank) => ({ id: `has-stage:${rank}`, from: "chain:0", to: `stage:${rank}`, rank }));
    const rows = [{ id: "chain:0", name: "链" }, ...stages, ...has];
    await replaceGraph(engine, built.model, { nodes: [], edges: [], rows });
    const arrays = "columns(layout: LAYERED)";
    const query = `{ bare: subgraph(from: ["chain:0"]) { ${arrays} } full: subgraph(from: ["chain:0"]) { ${arrays} relationships { id } } }`;
    const { answer } = await service.post({ query });
    const { bare, full } = answer.data as Record<string, { readonly columns: GraphColumns }>;
    expect(bare?.columns).toEqual(full?.columns);
    const { nodes, relationships } = bare?.columns as GraphColumns;
    expect([nodes.id, nodes.name, nodes.nameEn]).toEqual([
      ["chain:0", "stage:1", "stage:2"],
      ["链", "环节1", "环节2"],
      [null, null, "two"],
    ]);
    expect(relationships).toEqual({ id: ["has-stage:1", "has-stage:2"], type: [0, 0], from: [0, 0], to: [1, 2] });
    const [, first, second] = nodes.x as [number, number, number];
    expect(second).toBeGreaterThan(first);
  });

  async function ask<T>(field: string, query: string, variables: object): Promise<T> {
    const { answer } = await service.post({ query, variables });
    expect(answer.errors).toBeUndefined();
    return answer.data?.[field] as T;
  }

  /** All pages of an expansion; what is shown grows with them. */
  async function pagesOf(variables: object, shown: readonly string[], first: number): Promise<Expansion[]> {
    const pages: Expansion[] = [];
    for (let after: string | null = null; ;) {
      const known = [...shown, ...pages.flatMap(({ nodes }) => idsOf(nodes))];
      const page: Expansion = await ask<Expansion>("expand", EXPAND, { ...variables, shown: known, first, after });
      pages.push(page);
      if (!page.pageInfo.hasNextPage) return pages;
      after = page.pageInfo.endCursor;
    }
  }

  function checkColumns(columns: GraphColumns, graph: Generated, view: Subgraph): void {
    const { kinds, types, nodes, relationships } = columns;
    expect(nodes.id).toEqual(idsOf(view.nodes));
    expect(nodes.kind.map((index) => kinds[index])).toEqual(nodes.id.map((id) => id.split(":")[0]?.toUpperCase()));
    expect(nodes.name).toEqual(nodes.id);
    expect(nodes.degree).toEqual(nodes.id.map((id) => degreeOf(graph, id)));
    const joins = relationships.id.map((id, index) => ({
      id,
      type: types[relationships.type[index] as number],
      from: nodes.id[relationships.from[index] as number],
      to: nodes.id[relationships.to[index] as number],
    }));
    expect(joins).toEqual(view.relationships.map(flat));
  }

  it("are what a search in breadth finds, cut by distance, degree and id, and closed", async () => {
    await fc.assert(
      fc.asyncProperty(questions, async ({ graph, starts, narrowed, depth, maxNodes }) => {
        await replaceGraph(engine, built.model, graph);
        const all = within(graph, starts, depth, narrowed);
        const from = [...starts, ...starts];
        const view = await ask<Subgraph>("subgraph", SUBGRAPH, { from, depth, maxNodes, ...narrowed });
        expect(idsOf(view.nodes)).toEqual(all.slice(0, maxNodes));
        expect(view.relationships.map(flat)).toEqual(between(graph, idsOf(view.nodes), idsOf(view.nodes)));
        expect(view.truncatedReason === null).toBe(all.length <= maxNodes);
        expect([view.nodeCount, view.relationshipCount]).toEqual([view.nodes.length, view.relationships.length]);
        for (const columns of [view.none, view.layered, view.force]) checkColumns(columns, graph, view);
        expect([view.none.nodes.x, view.none.nodes.y, view.none.nodes.community]).toEqual([null, null, null]);
        for (const { nodes } of [view.layered, view.force])
          for (const column of [nodes.x, nodes.y, nodes.community]) expect(column?.every(Number.isFinite)).toBe(true);
        const again = await ask<Subgraph>("subgraph", SUBGRAPH, { from: starts, depth, maxNodes, ...narrowed });
        expect(again).toEqual(view);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it.each(["ID", "DEGREE"])(
    "come page by page, each once, joined to what is shown, by %s",
    async (orderBy) => {
      await fc.assert(
        fc.asyncProperty(questions, fc.integer({ min: 1, max: 4 }), async (question, first) => {
          const { graph, starts: ids, shown, narrowed } = question;
          await replaceGraph(engine, built.model, graph);
          const around = [...new Set(ids.flatMap((id) => neighboursOf(graph, id, narrowed)))].filter(
            (id) => !ids.includes(id),
          );
          const byDegree = (one: string, other: string) => degreeOf(graph, other) - degreeOf(graph, one);
          const ordered = around.sort(
            (one, other) => (orderBy === "ID" ? 0 : byDegree(one, other)) || (one < other ? -1 : 1),
          );
          const pages = await pagesOf({ ids, orderBy, ...narrowed }, ["company:unknown", ...shown], first);
          const found = pages.flatMap(({ nodes }) => idsOf(nodes));
          expect(found).toEqual(ordered.filter((id) => !shown.includes(id)));
          let visible = [...ids, ...shown];
          for (const { nodes, relationships, totalCount, truncatedReason } of pages) {
            visible = [...visible, ...idsOf(nodes)];
            expect(relationships.map(flat)).toEqual(between(graph, idsOf(nodes), visible));
            expect([totalCount, truncatedReason]).toEqual([around.length, null]);
          }
          const whole = await pagesOf({ ids, orderBy, ...narrowed }, [], first);
          const view = await ask<Subgraph>("subgraph", SUBGRAPH, { from: ids, depth: 1, ...narrowed });
          const beside = idsOf(view.nodes).filter((id) => !ids.includes(id));
          expect(whole.flatMap(({ nodes }) => idsOf(nodes)).toSorted()).toEqual(beside.toSorted());
        }),
        { numRuns: 15 },
      );
    },
    120_000,
  );

  it("neither repeat nor hide a neighbour while others come", async () => {
    const company = (index: number) => ({ id: `company:${index}`, name: "x" });
    const located = (index: number) => ({ id: `located-in:${index}`, from: `company:${index}`, to: "zone:0" });
    const odd = [1, 3, 5, 7, 9];
    const rows = [{ id: "zone:0", name: "z" }, ...odd.map(company), ...odd.map(located)];
    await replaceGraph(engine, built.model, { nodes: [], edges: [], rows });
    const seen: string[] = [];
    for (let after: string | null = null, index = 0; ; index += 2) {
      const page: Expansion = await ask<Expansion>("expand", EXPAND, { ids: ["zone:0"], shown: seen, first: 2, after });
      seen.push(...idsOf(page.nodes));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
      await replaceGraph(engine, built.model, {
        nodes: [],
        edges: [],
        rows: [...rows, company(index), company(index + 100), located(index), located(index + 100)],
      });
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(odd.map((index) => `company:${index}`)));
  });

  it.each([
    ["subgraph(from)", "{ answer: subgraph(from: []) { nodeCount } }"],
    ["subgraph(from)", '{ answer: subgraph(from: ["zone:nowhere", "zone:0"]) { nodeCount } }'],
    ["subgraph(from)", '{ answer: subgraph(from: ["zone:0", "company:1"], maxNodes: 1) { nodeCount } }'],
    ["subgraph(maxNodes)", '{ answer: subgraph(from: ["zone:0"], maxNodes: 0) { nodeCount } }'],
    ["subgraph(maxNodes)", '{ answer: subgraph(from: ["zone:0"], maxNodes: 10001) { nodeCount } }'],
    ["subgraph(depth)", '{ answer: subgraph(from: ["zone:0"], depth: -1) { nodeCount } }'],
    ["subgraph(depth)", '{ answer: subgraph(from: ["zone:0"], depth: 9) { nodeCount } }'],
    ["expand(ids)", "{ answer: expand(ids: []) { totalCount } }"],
    ["expand(ids)", '{ answer: expand(ids: ["zone:nowhere"]) { totalCount } }'],
    ["expand(first)", '{ answer: expand(ids: ["zone:0"], first: -1) { totalCount } }'],
    ["expand(after)", '{ answer: expand(ids: ["zone:0"], after: "nonsense") { totalCount } }'],
  ])("are refused with words on %s: %s", async (where, query) => {
    const { answer } = await service.post({ query });
    expect(answer.data).toEqual({ answer: null });
    expect(answer.errors?.[0]?.message).toMatch(HOUSE_FORM);
    expect(answer.errors?.[0]?.message).toContain(`${where}:`);
    expect(answer.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it("do not go on from the cursor of another expansion", async () => {
    const one = await ask<Expansion>("expand", EXPAND, { ids: ["zone:0"], first: 1 });
    const variables = { ids: ["company:1"], after: one.pageInfo.endCursor };
    const { answer } = await service.post({ query: EXPAND, variables });
    expect(answer.errors?.[0]?.message).toMatch(/expand\(after\): expected a cursor of this list/);
  });

  it("take as many statements for many nodes as for few", async () => {
    const count = async (query: string) => (await service.post({ query })).line["statements"];
    const subgraph = '{ subgraph(from: ["zone:0"], depth: 2) { nodes { name } relationships { id } columns } }';
    // Where it begins, two levels, nodes, relationships.
    expect(await count(subgraph)).toBe(5);
    const expand = '{ expand(ids: ["zone:0"]) { nodes { name } relationships { id } totalCount } }';
    // What is expanded, the page, the total, nodes, relationships.
    expect(await count(expand)).toBe(5);
  });
});
