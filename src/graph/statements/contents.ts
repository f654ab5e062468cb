import type { Statement } from "../../engine/engine.js";
import { cypher, join, name, statement } from "../cypher.js";
import { ROOT_LABEL, statedTypes, type GraphModel } from "../model.js";

/** How many entities of each kind and relationships of each stated type there are: the label or type, its count. */
export function contents(model: GraphModel): Statement {
  const kinds = [...model.kinds.values()].map(
    (kind) => cypher`MATCH (n:${name(kind.name)}) RETURN ${kind.name} AS item, count(n) AS total`,
  );
  const types = statedTypes(model).map(
    ({ type }) => cypher`MATCH ()-[r:${name(type)}]->() RETURN ${type} AS item, count(r) AS total`,
  );
  return statement(join([...kinds, ...types], " UNION ALL "));
}

/** How many nodes bear the label of all entities. */
export function entityCount(): Statement {
  return statement(cypher`MATCH (n:${name(ROOT_LABEL)}) RETURN count(n)`);
}
