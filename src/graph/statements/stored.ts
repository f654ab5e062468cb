import type { Capabilities, Statement } from "../../engine/engine.js";
import { cypher, join, name, nothing, statement, type Fragment } from "../cypher.js";
import { isKind, ROOT_LABEL, type Kind, type RelationshipType } from "../model.js";
import { NODE, RELATIONSHIP } from "./keyset.js";

/** What is read of each entity or relationship: all that it states, its evidence, or its evidence where it has facts. */
export type Wanted = "EVERYTHING" | "EVIDENCE" | "FACTS";

/** Where in the order of its start, its end and its id a relationship stands. */
export interface RelationshipPlace {
  readonly from: string;
  readonly to: string;
  readonly id: string;
}

const ROOT = name(ROOT_LABEL);

/** The columns of an entity or relationship, ids first; bookkeeping is none of them. */
function storedColumns(owner: Kind | RelationshipType, wanted: Wanted): readonly string[] {
  const ids = isKind(owner) ? ["id"] : ["id", "from", "to"];
  return [...ids, "citations", "facts", ...(wanted === "EVERYTHING" ? owner.properties.keys() : [])];
}

function returned(owner: Kind | RelationshipType, wanted: Wanted): Fragment {
  const variable = isKind(owner) ? NODE : RELATIONSHIP;
  return cypher`RETURN ${join(
    storedColumns(owner, wanted).map((column) => cypher`${variable}.${name(column)}`),
    ", ",
  )}`;
}

function withFacts(variable: Fragment, wanted: Wanted): Fragment {
  return wanted === "FACTS" ? cypher` AND ${variable}.facts IS NOT NULL` : nothing;
}

/** Entities of a kind after one, in the order of ids; for engines whose index holds it. */
export function entitiesAfter(kind: Kind, after: string | undefined, size: number, wanted: Wanted): Statement {
  return statement(cypher`
    MATCH (n:${ROOT}) WHERE n.id > ${after ?? `${kind.prefix}:`} AND n.id < ${`${kind.prefix};`}${withFacts(NODE, wanted)}
    ${returned(kind, wanted)} ORDER BY n.id LIMIT ${size}`);
}

/** All ids of a kind, in order; for engines where a page in order is a sort of everything. */
export function idsOf(kind: Kind, wanted: Wanted): Statement {
  return statement(cypher`MATCH (n:${name(kind.name)}) WHERE true${withFacts(NODE, wanted)} RETURN n.id ORDER BY n.id`);
}

/** Entities of a kind by id, in any order: Neo4j sorts texts otherwise than its indexes do. */
export function entitiesOf(kind: Kind, ids: readonly string[], wanted: Wanted): Statement {
  return statement(cypher`UNWIND ${ids} AS id MATCH (n:${ROOT} {id: id}) ${returned(kind, wanted)}`);
}

/**
 * Relationships of a type after one, in the order of start, end and id, along the index over them: the rest at that start,
 * then those of the starts behind it. There may be twice as many as asked for.
 */
export function relationshipsAfter(
  type: RelationshipType,
  after: RelationshipPlace | undefined,
  size: number,
  wanted: Wanted,
): Statement {
  const branch = (condition: Fragment): Fragment => cypher`
    MATCH ()-[r:${name(type.type)}]->() USING INDEX r:${name(type.type)}(from, to, id)
    WHERE ${condition} AND r.id IS NOT NULL${withFacts(RELATIONSHIP, wanted)}
    RETURN r ORDER BY r.from, r.to, r.id LIMIT ${size}`;
  const behind = branch(cypher`r.from > ${after?.from ?? ""} AND r.to IS NOT NULL`);
  if (!after) return statement(cypher`CALL () { ${behind} } ${returned(type, wanted)}`);
  const { from, to, id } = after;
  const rest = branch(cypher`r.from = ${from} AND r.to >= ${to} AND (r.to > ${to} OR r.id > ${id})`);
  return statement(cypher`CALL () { ${rest} UNION ALL ${behind} } ${returned(type, wanted)}`);
}

/** Where the relationships of a type start, in order, and how many each; for engines without an index over them. */
export function startsOf({ type }: RelationshipType, wanted: Wanted): Statement {
  return statement(cypher`
    MATCH ()-[r:${name(type)}]->() WHERE true${withFacts(RELATIONSHIP, wanted)}
    WITH r.from AS start, count(r) AS total RETURN start, total ORDER BY start`);
}

/** The relationships of a type that start at some entities, in the order of start, end and id. */
export function relationshipsFrom(type: RelationshipType, starts: readonly string[], wanted: Wanted): Statement {
  return statement(cypher`
    UNWIND ${starts} AS id MATCH (:${ROOT} {id: id})-[r:${name(type.type)}]->() WHERE true${withFacts(RELATIONSHIP, wanted)}
    ${returned(type, wanted)} ORDER BY r.from, r.to, r.id`);
}

/** Relationships of a type by id, in any order; without an index they are looked for at their starts. */
export function relationshipsOf(
  type: RelationshipType,
  places: readonly RelationshipPlace[],
  wanted: Wanted,
  { orderedIndexes }: Capabilities,
): Statement {
  const ids = places.map(({ id }) => id);
  const found = orderedIndexes
    ? cypher`UNWIND ${ids} AS id MATCH ()-[r:${name(type.type)}]->() WHERE r.id = id`
    : cypher`UNWIND ${[...new Set(places.map(({ from }) => from))]} AS id
        MATCH (:${ROOT} {id: id})-[r:${name(type.type)}]->() WHERE r.id IN ${ids}`;
  return statement(cypher`${found} ${returned(type, wanted)}`);
}
