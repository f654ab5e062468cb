import type { Row } from "../../../src/engine/engine.js";
import { same, type Operation } from "./operation.js";

const FIRST = 20;
/** Kinds that join almost everything: no steps of a path unless asked for. */
const passable = (node: string): string => `NOT (${node}:Region OR ${node}:Industry OR ${node}:Source)`;

/** Paths as the API lists them: in the order of their ids, parallel relationships counted once. */
function inOrder(rows: readonly Row[]): unknown {
  const texts = new Set(rows.map(([ids]) => (ids as string[]).join("\n")));
  const paths = [...texts].sort().map((text) => text.split("\n").map((id) => ({ id })));
  return { paths: { paths: paths.slice(0, FIRST).map((nodes) => ({ length: nodes.length - 1, nodes })) } };
}

/** How two entities are connected. */
export const paths: readonly Operation[] = [
  {
    name: "paths of four",
    query: `query ($from: ID!, $to: ID!) {
      paths(from: $from, to: $to, first: ${FIRST}) { paths { length nodes { id } } } }`,
    hand: `MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
      MATCH path = allShortestPaths((a)-[*..6]-(b)) WHERE all(n IN nodes(path) WHERE n = a OR n = b OR ${passable("n")})
      RETURN [n IN nodes(path) | n.id]`,
    handEmbedded: `MATCH (a:Entity {id: $from})--(x)--(y)--(z)--(b:Entity {id: $to})
      WHERE ${["x", "y", "z"].map(passable).join(" AND ")} AND x.id <> z.id AND y.id <> $from AND y.id <> $to
      RETURN DISTINCT [a.id, x.id, y.id, z.id, b.id]`,
    answer: inOrder,
    inputs: ({ fourApart }) => fourApart.map(same),
  },
];
