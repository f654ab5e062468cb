import type { Statement } from "../../engine/engine.js";
import { cypher, name, statement } from "../cypher.js";
import { ROOT_LABEL, type RelationshipType } from "../model.js";
import type { Columns } from "./columns.js";
import { NODE, RELATIONSHIP } from "./keyset.js";

const ROOT = name(ROOT_LABEL);

/** Entities by id: the columns. */
export function entityPoints(ids: readonly string[], columns: Columns): Statement {
  return statement(
    cypher`UNWIND ${ids} AS id MATCH (n:${ROOT} {id: id}) ${columns.reach(NODE)} RETURN ${columns.of(NODE)}`,
  );
}

/** Relationships of one type by id: from, to, the columns. */
export function relationshipPoints(ids: readonly string[], type: RelationshipType, columns: Columns): Statement {
  return statement(
    cypher`UNWIND ${ids} AS id MATCH ()-[r:${name(type.type)}]->() WHERE r.id = id RETURN r.from, r.to, ${columns.of(RELATIONSHIP)}`,
  );
}
