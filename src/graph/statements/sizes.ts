import type { Statement } from "../../engine/engine.js";
import { cypher, join, name, statement, type Fragment } from "../cypher.js";
import type { Kind, Walk } from "../model.js";

/** How many relationships of a walk's type an entity has at that end: a figure that engines keep. */
function degree({ relationship, side }: Walk): Fragment {
  const type = name(relationship.type);
  return side === "from" ? cypher`COUNT { (n)-[:${type}]->() }` : cypher`COUNT { (n)<-[:${type}]-() }`;
}

/** The most relationships that an entity of a kind has, for each of some walks, one at least; nulls where there is none. */
export function largestDegrees(kind: Kind, walks: readonly Walk[]): Statement {
  const largest = walks.map((walk) => cypher`max(${degree(walk)})`);
  return statement(cypher`MATCH (n:${name(kind.name)}) RETURN ${join(largest, ", ")}`);
}
