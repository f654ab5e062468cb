import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareGraph } from "../../src/graph/prepare.js";
import { name } from "../../src/graph/cypher.js";
import type { RelationshipType } from "../../src/graph/model.js";
import { Selection } from "../../src/graph/selection.js";
import { Columns } from "../../src/graph/statements/columns.js";
import { joining, within, withinAsLists } from "../../src/graph/statements/joining.js";
import { typesOf } from "../../src/graph/walks.js";
import { buildModel } from "../../src/schema.js";
import { engines } from "../support/engines.js";
import { generatedGraphs, replaceGraph, type Edge, type Generated } from "../support/generated.js";

const { model } = buildModel();
const nothingAsked = new Selection([], { fragments: {}, variableValues: {} });

/** A graph, entities of it, others of it, and the types that are asked for. */
const questions = generatedGraphs.chain((graph) =>
  fc.record({
    graph: fc.constant(graph),
    ids: fc.subarray([...graph.nodes], { minLength: 1 }),
    among: fc.subarray([...graph.nodes], { minLength: 1 }),
    types: fc.constantFrom(undefined, ["OWNS"], ["BUILDS", "LOCATED_IN"]),
  }),
);

function oracle(
  { edges }: Generated,
  ids: readonly string[],
  among: readonly string[],
  types?: readonly string[],
): Edge[] {
  return edges
    .filter(({ type }) => types?.includes(type) ?? true)
    .filter(({ from, to }) => (ids.includes(from) && among.includes(to)) || (ids.includes(to) && among.includes(from)))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

const columnsOf = (types: readonly RelationshipType[]) => Columns.for(model, types, nothingAsked);

describe.each(engines)("what joins entities on $name", ({ open }) => {
  it("is every relationship between the two lists, once, in the order of ids", async () => {
    const engine = await open();
    await prepareGraph(engine, model);
    await fc.assert(
      fc.asyncProperty(questions, async ({ graph, ids, among, types }) => {
        await replaceGraph(engine, model, graph);
        const request = { ids, types: typesOf(model, types), columns: columnsOf(typesOf(model, types)), limit: 1000 };
        for (const others of [among, ids]) {
          const expected = oracle(graph, ids, others, types).map(({ from, to, id }) => [from, to, id]);
          expect(await engine.read(joining(request, others))).toEqual(expected);
          expect(await engine.read(joining({ ...request, limit: 2 }, others))).toEqual(expected.slice(0, 2));
        }
        const inside = oracle(graph, ids, ids, types).map(({ from, to, id }) => [
          ids.indexOf(from),
          ids.indexOf(to),
          id,
        ]);
        expect(await engine.read(within(request))).toEqual(inside);
        expect(await engine.read(within({ ...request, limit: 2 }))).toEqual(inside.slice(0, 2));
        for (const limit of [1000, 2]) {
          const lists = [0, 1, 2].map((column) => inside.slice(0, limit).map((row) => row[column]));
          const asLists = await engine.read(withinAsLists({ ...request, limit }, name("rank")));
          expect(asLists).toEqual([[...lists, lists[0]?.map(() => 0)]]);
        }
      }),
      { numRuns: 30 },
    );
    await engine.close();
  }, 120_000);
});
