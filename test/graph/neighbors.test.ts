import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Statement } from "../../src/engine/engine.js";
import { ownerOf } from "../../src/graph/model.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { buildModel } from "../../src/schema.js";
import { answered } from "../support/answered.js";
import { engines } from "../support/engines.js";
import { generatedGraphs, replaceGraph, type Generated } from "../support/generated.js";
import { listening } from "../support/listening.js";

const built = buildModel();
const { model } = built;

const QUERY = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { id
  neighborSummary { type direction kind count }
  relationships(first: 1000) { totalCount edges { node { id kind } relationship { id type from { id } to { id } } } } } } }`;

interface Asked {
  readonly nodes: readonly {
    readonly id: string;
    readonly neighborSummary: readonly Readonly<Record<string, unknown>>[];
    readonly relationships: { readonly totalCount: number; readonly edges: readonly unknown[] };
  }[];
}

/** Counts, in the model's order, the relationships at an entity. */
function oracle({ edges }: Generated, id: string): Readonly<Record<string, unknown>>[] {
  const kind = (far: string) => (ownerOf(model, far) as { value?: string } | undefined)?.value;
  return [...model.relationships.keys()].flatMap((type) =>
    (["IN", "OUT"] as const).flatMap((direction) => {
      const [near, far] = direction === "IN" ? (["to", "from"] as const) : (["from", "to"] as const);
      const kinds = edges.filter((edge) => edge.type === type && edge[near] === id).map((edge) => kind(edge[far]));
      return [...model.kinds.values()].flatMap(({ value }) => {
        const count = kinds.filter((one) => one === value).length;
        return count === 0 ? [] : [{ type, direction, kind: value, count }];
      });
    }),
  );
}

describe.each(engines)("the neighbour summary on $name", ({ open }) => {
  it("counts what ends at an entity, self-loops once a direction, in as many statements as there are kinds", async () => {
    const sent: Statement[] = [];
    const engine = listening(await open(), sent);
    await prepareGraph(engine, model);
    const ask = (source: string, ids: readonly string[]): Promise<Asked> => answered(built, engine, source, { ids });
    await fc.assert(
      fc.asyncProperty(generatedGraphs, async (graph) => {
        await replaceGraph(engine, model, graph);
        for (const { id, neighborSummary, relationships } of (await ask(QUERY, graph.nodes)).nodes) {
          expect(neighborSummary).toEqual(oracle(graph, id));
          const sum = neighborSummary.reduce((total, { count }) => total + (count as number), 0);
          expect(sum).toBe(relationships.totalCount);
          expect(sum).toBe(relationships.edges.length);
        }
        sent.length = 0;
        await ask(
          "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { neighborSummary { count } } } }",
          graph.nodes,
        );
        // The entities, then a statement for companies, one for projects, one for zones.
        expect(sent.length).toBe(4);
      }),
      { numRuns: 30 },
    );
    await engine.close();
  }, 120_000);
});
