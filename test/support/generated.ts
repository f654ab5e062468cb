import fc from "fast-check";
import type { Engine } from "../../src/engine/engine.js";
import type { GraphModel } from "../../src/graph/model.js";
import { creating, type Row } from "./rows.js";

/** A relationship of a generated graph. */
export interface Edge {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** A graph to be stored, with what an oracle needs. */
export interface Generated {
  readonly nodes: readonly string[];
  readonly edges: readonly Edge[];
  readonly rows: readonly Row[];
}

/** The types that generated graphs use: between companies, where an entity may be joined to itself, and to projects and zones. */
const TYPES = [
  { prefix: "owns", type: "OWNS", from: "company", to: "company" },
  { prefix: "supplies", type: "SUPPLIES", from: "company", to: "company" },
  { prefix: "builds", type: "BUILDS", from: "company", to: "project" },
  { prefix: "located-in", type: "LOCATED_IN", from: "company", to: "zone" },
  { prefix: "located-in", type: "LOCATED_IN", from: "project", to: "zone" },
] as const;

const COUNTS: Readonly<Record<string, number>> = { company: 8, project: 4, zone: 2 };

/** The generated graphs: with self-loops, with relationships beside each other, and hubs, which low numbers are. */
export const generatedGraphs: fc.Arbitrary<Generated> = fc
  .array(
    fc.record({
      type: fc.constantFrom(...TYPES),
      from: fc.tuple(fc.nat(7), fc.nat(7)),
      to: fc.tuple(fc.nat(7), fc.nat(7)),
    }),
    { maxLength: 40 },
  )
  .map((drawn) => {
    const pick = (kind: string, [one, other]: readonly [number, number]): string =>
      `${kind}:${Math.min(one, other) % (COUNTS[kind] as number)}`;
    const nodes = Object.entries(COUNTS).flatMap(([kind, count]) =>
      Array.from({ length: count }, (_, index) => `${kind}:${index}`),
    );
    const edges = drawn.map(({ type, from, to }, index) => ({
      id: `${type.prefix}:${index}`,
      type: type.type,
      from: pick(type.from, from),
      to: pick(type.to, to),
    }));
    const rows = [...nodes.map((id) => ({ id, name: id })), ...edges.map(({ id, from, to }) => ({ id, from, to }))];
    return { nodes, edges, rows };
  });

/** Stores a graph in place of whatever an engine holds, with a statement for each kind and type. */
export async function replaceGraph(engine: Engine, model: GraphModel, { rows }: Generated): Promise<void> {
  await engine.write([{ text: "MATCH (n) DETACH DELETE n", parameters: {} }, ...creating(model, rows)]);
}
