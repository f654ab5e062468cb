import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { Selection } from "../../src/graph/selection.js";
import { Columns } from "../../src/graph/statements/columns.js";
import { joining } from "../../src/graph/statements/joining.js";
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

async function ask(
  engine: Engine,
  ids: readonly string[],
  among: readonly string[],
  chosen?: readonly string[],
  limit = 1000,
): Promise<readonly unknown[]> {
  const types = typesOf(model, chosen);
  const columns = Columns.ofRelationships(model, types, nothingAsked);
  return engine.read(joining({ ids, among, types, columns, limit }));
}

describe.each(engines)("what joins entities on $name", ({ open }) => {
  it("is every relationship between the two lists, once, in the order of ids", async () => {
    const engine = await open();
    await prepareGraph(engine, model);
    await fc.assert(
      fc.asyncProperty(questions, async ({ graph, ids, among, types }) => {
        await replaceGraph(engine, model, graph);
        for (const others of [among, ids]) {
          const expected = oracle(graph, ids, others, types).map(({ from, to, id }) => [from, to, id]);
          expect(await ask(engine, ids, others, types)).toEqual(expected);
          expect(await ask(engine, ids, others, types, 2)).toEqual(expected.slice(0, 2));
        }
      }),
      { numRuns: 30 },
    );
    await engine.close();
  }, 120_000);
});
