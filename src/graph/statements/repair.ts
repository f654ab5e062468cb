import type { Statement } from "../../engine/engine.js";
import { cypher, join, name, statement } from "../cypher.js";
import type { Kind, RelationshipType } from "../model.js";

/** Adds a kind's labels to some nodes that lack one: how many. */
export function addLabels({ name: kind, labels }: Kind, limit: number): Statement {
  const all = join(
    labels.map((label) => cypher`n:${name(label)}`),
    " AND ",
  );
  return statement(
    cypher`MATCH (n:${name(kind)}) WHERE NOT (${all}) WITH n LIMIT ${limit} SET n:${join(labels.map(name), ":")} RETURN count(n)`,
  );
}

/** Adds the ids of the ends to some relationships that lack one, where the ends have any: how many. */
export function addEnds({ type }: RelationshipType, limit: number): Statement {
  return statement(
    cypher`MATCH (a)-[r:${name(type)}]->(b) WHERE (r.from IS NULL AND a.id IS NOT NULL) OR (r.to IS NULL AND b.id IS NOT NULL) WITH a, r, b LIMIT ${limit} SET r.from = a.id, r.to = b.id RETURN count(r)`,
  );
}

/** How many nodes of a kind have no id. */
export function countNodesWithoutId({ name: kind }: Kind): Statement {
  return statement(cypher`MATCH (n:${name(kind)}) WHERE n.id IS NULL RETURN count(n)`);
}

/** How many relationships of a type have no id. */
export function countWithoutId({ type }: RelationshipType): Statement {
  return statement(cypher`MATCH ()-[r:${name(type)}]->() WHERE r.id IS NULL RETURN count(r)`);
}
