import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SEED } from "../../../src/cli/seed.js";
import { findPaths, PATH_BOUNDS } from "../../../src/queries/paths/find.js";
import { readRequest } from "../../../src/queries/paths/request.js";
import type { Engine } from "../../../src/engine/engine.js";
import { Graph } from "../../../src/graph/graph.js";
import { prepareGraph } from "../../../src/graph/prepare.js";
import { importDataset } from "../../../src/import/index.js";
import { buildModel } from "../../../src/schema.js";
import { engines } from "../../support/engines.js";
import { generatedGraphs, replaceGraph, type Generated } from "../../support/generated.js";
import { Golden } from "../../support/golden.js";
import { listening } from "../../support/listening.js";
import { DEFAULT_LIMITS, HOUSE_FORM, serve, type Service } from "../../support/server.js";
import { pathsOf, type Asked } from "./paths-oracle.js";

const built = buildModel();
const { model } = built;

const QUERY = `query ($from: ID!, $to: ID!, $maxLength: Int, $extra: Int, $types: [RelationshipType!], $kinds: [EntityKind!],
  $avoid: [ID!], $avoidKinds: [EntityKind!], $first: Int) {
  paths(from: $from, to: $to, maxLength: $maxLength, extra: $extra, types: $types, kinds: $kinds, avoid: $avoid,
    avoidKinds: $avoidKinds, first: $first) {
    truncatedReason paths { length nodes { id } relationships { id type from { id } to { id } } } } }`;

interface Found {
  readonly truncatedReason: string | null;
  readonly paths: readonly {
    readonly length: number;
    readonly nodes: readonly { readonly id: string }[];
    readonly relationships: readonly { readonly id: string }[];
  }[];
}

const kindSets = fc.option(fc.subarray(["COMPANY", "PROJECT", "ZONE"]), { nil: undefined });

/** A graph, and what is asked of it. */
const questions = generatedGraphs.chain((graph) =>
  fc.record({
    graph: fc.constant(graph),
    asked: fc
      .record({
        ends: fc.shuffledSubarray([...graph.nodes], { minLength: 2, maxLength: 2 }),
        maxLength: fc.integer({ min: 1, max: 6 }),
        extra: fc.integer({ min: 0, max: 2 }),
        types: fc.constantFrom(undefined, undefined, ["OWNS", "SUPPLIES"], ["BUILDS", "LOCATED_IN"], []),
        kinds: kindSets,
        avoidKinds: kindSets,
        avoid: fc.option(fc.subarray([...graph.nodes], { maxLength: 3 }), { nil: undefined }),
      })
      .map(({ ends: [from = "", to = ""], avoid, ...rest }): Asked => {
        const others = avoid?.filter((id) => id !== from && id !== to);
        return { from, to, ...rest, avoid: others };
      }),
  }),
);

function storedGraph(edges: Generated["edges"]): Generated {
  const nodes = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  const rows = [...nodes.map((id) => ({ id, name: id })), ...edges.map(({ id, from, to }) => ({ id, from, to }))];
  return { nodes, edges, rows };
}

/** The middle is first reached from the end with one relationship, and joined to the other end by the last level that is read. */
const LAST_LEVEL = {
  graph: storedGraph([
    { id: "supplies:1", type: "SUPPLIES", from: "company:3", to: "company:0" },
    { id: "owns:1", type: "OWNS", from: "company:4", to: "company:0" },
    { id: "supplies:2", type: "SUPPLIES", from: "company:4", to: "company:0" },
    { id: "owns:2", type: "OWNS", from: "company:0", to: "company:1" },
  ]),
  asked: { from: "company:4", to: "company:3", maxLength: 2, extra: 0 },
};
/** Far apart, and by some of the types only. */
const TYPED = {
  graph: storedGraph(
    Array.from({ length: 5 }, (_, index) => ({
      id: `owns:${index}`,
      type: "OWNS",
      from: `company:${index}`,
      to: `company:${index + 1}`,
    })),
  ),
  asked: { from: "company:0", to: "company:5", maxLength: 6, extra: 0, types: ["OWNS", "SUPPLIES"] },
};

const turned = ({ from, to, ...rest }: Asked): Asked => ({ from: to, to: from, ...rest });

/** What bounded searches of the same questions found on each engine. */
const bounded = new Map<string, unknown[]>();

describe.each(engines)("paths on $name", ({ name, open }) => {
  let engine: Engine;
  let service: Service;

  beforeAll(async () => {
    engine = await open();
    await prepareGraph(engine, model);
    service = await serve(built, engine);
  });

  afterAll(async () => {
    await service.app.close();
    await engine.close();
  });

  async function ask(variables: object): Promise<{ readonly found: Found; readonly statements: number }> {
    const { answer, line } = await service.post({ query: QUERY, variables });
    expect(answer.errors).toBeUndefined();
    return { found: answer.data?.["paths"] as Found, statements: line["statements"] as number };
  }

  async function within(asked: Asked, bounds: typeof PATH_BOUNDS, first = 1000) {
    const graph = new Graph({ model, engine, limits: DEFAULT_LIMITS });
    return findPaths(graph, readRequest(model, DEFAULT_LIMITS, { ...asked, first }), bounds);
  }

  it("are all that there are, in order, with every relationship along them, and mirrored from the other end", async () => {
    const property = fc.asyncProperty(questions, async ({ graph, asked }) => {
      await replaceGraph(engine, model, graph);
      const { found, statements } = await ask({ ...asked, first: 1000 });
      const expected = pathsOf(graph, asked);
      const shown = found.paths.map(({ length, nodes, relationships }) => ({
        length,
        nodes: nodes.map(({ id }) => id),
        relationships: relationships.map(({ id }) => id),
      }));
      expect(shown).toEqual(expected.slice(0, 1000));
      expect(found.truncatedReason === null).toBe(expected.length <= 1000);
      // Both ends, a level for each relationship of a path, nodes, relationships and the entities at their ends.
      expect(statements).toBeLessThanOrEqual(asked.maxLength + 5);
      const back = (await ask({ ...turned(asked), first: 1000 })).found;
      expect(back.paths.map(({ nodes }) => nodes.map(({ id }) => id).reverse())).toEqual(
        shown.map(({ nodes }) => nodes),
      );
    });
    const examples: [{ graph: Generated; asked: Asked }][] = [[LAST_LEVEL], [TYPED]];
    await fc.assert(property, { numRuns: name === "embedded" ? 150 : 60, examples });
  });

  it("that are cut exist, say so, and are cut alike from the other end", async () => {
    const answers: unknown[] = [];
    const bounds = fc.record({ relationships: fc.nat(30), steps: fc.nat(20) });
    const property = fc.asyncProperty(questions, bounds, async ({ graph, asked }, limits) => {
      await replaceGraph(engine, model, graph);
      const found = await within(asked, limits);
      answers.push([found.paths, found.truncatedReason]);
      const whole = pathsOf(graph, asked).map(({ nodes }) => nodes);
      if (found.truncatedReason === null) expect(found.paths).toEqual(whole);
      const every = new Set(pathsOf(graph, { ...asked, extra: 8 }).map(({ nodes }) => nodes.join()));
      expect(found.paths.filter((path) => !every.has(path.join()))).toEqual([]);
      const back = await within(turned(asked), limits);
      expect(back.paths.map((path) => path.toReversed())).toEqual(found.paths);
      expect(back.truncatedReason).toBe(found.truncatedReason);
    });
    await fc.assert(property, { numRuns: 60, seed: 14, endOnFailure: true });
    bounded.set(name, answers);
    expect(new Set([...bounded.values()].map((found) => JSON.stringify(found))).size).toBe(1);
  });

  it("past a hub need not read it", async () => {
    const hub: Generated["rows"] = [
      ...["zone:hub", "fund:one", "fund:two"].map((id) => ({ id, name: id })),
      ...Array.from({ length: 200 }, (_, index) => ({ id: `company:${index}`, name: String(index) })),
    ];
    const edges = [
      ...Array.from({ length: 200 }, (_, index) => [`located-in:${index}`, `company:${index}`, "zone:hub"]),
      ["funds:one", "fund:one", "zone:hub"],
      ["funds:two", "fund:two", "zone:hub"],
    ].map(([id = "", from, to]) => ({ id, from, to }));
    await replaceGraph(engine, model, { nodes: [], edges: [], rows: [...hub, ...edges] });
    const asked = { from: "fund:one", to: "fund:two", maxLength: 6, extra: 1 };
    const { paths, truncatedReason } = await within(asked, { relationships: 20, steps: 20 });
    expect(paths).toEqual([["fund:one", "zone:hub", "fund:two"]]);
    expect(truncatedReason).toBeNull();
    const cut = await within({ ...asked, extra: 2 }, { relationships: 20, steps: 20 });
    expect(cut.truncatedReason).toMatch(/20 relationships may be read.*narrow types or kinds/);
  });

  describe("of the seed", () => {
    beforeAll(async () => {
      await replaceGraph(engine, model, { nodes: [], edges: [], rows: [] });
      await importDataset({ folder: SEED, engine, model });
    });

    const names = async (variables: object): Promise<string[]> =>
      (await ask(variables)).found.paths.map(({ nodes }) => nodes.map(({ id }) => id).join(" "));

    it("go round regions, industries and sources unless asked to pass them", async () => {
      const ends = { from: "zone:zuoyun", to: "university:datong" };
      expect(await names(ends)).toEqual([]);
      expect(await names({ ...ends, kinds: ["REGION"] })).toEqual([
        "zone:zuoyun region:zuoyun region:datong university:datong",
      ]);
      expect(await names({ ...ends, avoidKinds: ["REGION", "SOURCE"], first: 1 })).toEqual([
        "zone:zuoyun chain:zuoyun-equipment industry:equipment-manufacturing zone:datong university:datong",
      ]);
      expect(await names({ ...ends, avoidKinds: [] })).toEqual([
        "zone:zuoyun region:zuoyun region:datong university:datong",
      ]);
      expect(await names({ ...ends, avoidKinds: [], avoid: ["region:zuoyun"], maxLength: 3 })).toEqual([]);
    });

    it("are none, and a hint says what was left out", async () => {
      const query = QUERY.replace("truncatedReason", "truncatedReason hint");
      const hint = async (variables: object): Promise<unknown> => {
        const { answer } = await service.post({
          query,
          variables: { from: "zone:zuoyun", to: "university:datong", ...variables },
        });
        return (answer.data?.["paths"] as { readonly hint: unknown }).hint;
      };
      expect(await hint({})).toBe(
        "Nothing connects them as asked, but something does in 3, past region:zuoyun, region:datong. " +
          "REGION, INDUSTRY, SOURCE are no steps between unless asked for: ask with avoidKinds: [].",
      );
      expect(await hint({ types: ["PARTNERS_WITH"], avoidKinds: ["REGION"] })).toMatch(
        /types and avoidKinds leave it out: ask for more\.$/,
      );
      expect(await hint({ to: "region:zuoyun", types: ["LEADS"] })).toMatch(
        /^Nothing connects them as asked, but something does in 1\. .* types leaves it out: ask for more\.$/,
      );
      expect(await hint({ to: "university:chongqing", avoidKinds: [] })).toBe(
        "Nothing connects them within 6 relationships, whatever lies between; ask for a larger maxLength, at most 8.",
      );
      expect(await hint({ avoidKinds: [] })).toBeNull();
      expect(await hint({ avoidKinds: [], first: 0 })).toBeNull();
    });

    it("may be more than are asked for, and then say so", async () => {
      const { found } = await ask({ from: "zone:zuoyun", to: "university:datong", avoidKinds: [], extra: 2, first: 3 });
      expect(found.paths).toHaveLength(3);
      expect(found.truncatedReason).toBe(
        "There are more than 3 paths: ask for more by first, or narrow types or kinds.",
      );
    });

    it("send only what is asked for", async () => {
      const query = '{ paths(from: "zone:zuoyun", to: "region:zuoyun", maxLength: 1) { paths { length } } }';
      const { answer, line } = await service.post({ query });
      expect(answer.data).toEqual({ paths: { paths: [{ length: 1 }] } });
      expect(line["statements"]).toBe(2);
    });

    it.each([
      [{ from: "zone:zuoyun", to: "zone:zuoyun" }, "paths(to): expected another entity than from but"],
      [{ from: "zone:none", to: "zone:zuoyun" }, 'paths(from): expected an entity of this graph but "zone:none"'],
      [{ from: "zone:zuoyun", to: "zone:none" }, 'paths(to): expected an entity of this graph but "zone:none"'],
      [{ from: "zone:zuoyun", to: "" }, 'paths(to): expected an entity of this graph but ""'],
      [{ maxLength: 0 }, "paths(maxLength): expected 1 to 8 but got 0"],
      [{ maxLength: -1 }, "paths(maxLength): expected 1 to 8 but got -1"],
      [{ maxLength: 9 }, "paths(maxLength): expected 1 to 8 but got 9"],
      [{ extra: -1 }, "paths(extra): expected 0 to 2 but got -1"],
      [{ extra: 3 }, "paths(extra): expected 0 to 2 but got 3"],
      [{ first: -1 }, "paths(first): expected 0 to 1000 but got -1"],
      [{ first: 1001, maxLength: 1 }, "paths(first): expected 0 to 1000 but got 1001"],
      [{ avoid: ["zone:datong"] }, "paths(avoid): expected entities other than the ends but"],
      [
        { avoid: Array.from({ length: 1001 }, (_, index) => `zone:${index}`) },
        "paths(avoid): expected at most 1000 ids",
      ],
    ])("%#: refuses what makes no sense, in words", async (variables, message) => {
      const { answer } = await service.post({
        query: QUERY,
        variables: { from: "zone:zuoyun", to: "zone:datong", ...variables },
      });
      expect(answer.data).toEqual({ paths: null });
      expect(answer.errors?.[0]?.message).toContain(message);
      expect(answer.errors?.[0]?.message).toMatch(HOUSE_FORM);
      expect(answer.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    });

    it("are asked for by the golden statements", async () => {
      const golden = new Golden();
      const served = await serve(built, listening(engine, golden.sent));
      for (const [title, variables] of Object.entries({
        "any types": { avoidKinds: ["REGION", "SOURCE"] },
        "some types and kinds": { avoidKinds: null, kinds: ["REGION"], types: ["LOCATED_IN"] },
        "no kind": { kinds: [] },
      })) {
        golden.sent.length = 0;
        await served.post({ query: QUERY, variables: { from: "zone:zuoyun", to: "university:datong", ...variables } });
        golden.note(title);
      }
      await served.app.close();
      await expect(golden.text()).toMatchFileSnapshot(`golden/paths-${name}.cypher`);
    });
  });
});
