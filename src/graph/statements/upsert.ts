import type { Capabilities, Statement } from "../../engine/engine.js";
import { cypher, join, name, statement, type Fragment } from "../cypher.js";
import { ROOT_LABEL, type Kind, type RelationshipType } from "../model.js";

/** Rows as they are stored, properties by name; those of relationships have `from` and `to`. */
export type StoredRows = readonly Readonly<Record<string, unknown>>[];

const ROOT = name(ROOT_LABEL);

/** Relationships by id: from the index, or where there is none by looking each up in a map, as a list would be read through each time. */
function isAmong(ids: readonly string[], { orderedIndexes }: Capabilities): Fragment {
  return orderedIndexes
    ? cypher`r.id IN ${ids}`
    : cypher`${Object.fromEntries(ids.map((id) => [id, true]))}[r.id] IS NOT NULL`;
}

/** Which of these ids are entities, and whose: id, dataset. */
export function entityOwners(ids: readonly string[]): Statement {
  return statement(cypher`UNWIND ${ids} AS id MATCH (n:${ROOT} {id: id}) RETURN n.id, n.dataset`);
}

/** Which of these ids are relationships of a type, and whose: id, dataset. */
export function relationshipOwners(
  { type }: RelationshipType,
  ids: readonly string[],
  capabilities: Capabilities,
): Statement {
  return statement(cypher`MATCH ()-[r:${name(type)}]->() WHERE ${isAmong(ids, capabilities)} RETURN r.id, r.dataset`);
}

/** Entities as they are stored: id, all properties. */
export function storedEntities(ids: readonly string[]): Statement {
  return statement(cypher`UNWIND ${ids} AS id MATCH (n:${ROOT} {id: id}) RETURN n.id, properties(n)`);
}

/** Makes entities of a kind. */
export function createEntities({ labels }: Kind, rows: StoredRows): Statement {
  return statement(cypher`UNWIND ${rows} AS row CREATE (n:${join(labels.map(name), ":")}) SET n = row`);
}

/** Replaces all properties of entities. */
export function replaceEntities(rows: StoredRows): Statement {
  return statement(cypher`UNWIND ${rows} AS row MATCH (n:${ROOT} {id: row.id}) SET n = row`);
}

/** A relationship found by its id: from the index, or from its start where there is none. */
function found({ type }: RelationshipType, capabilities: Capabilities): Fragment {
  return capabilities.orderedIndexes
    ? cypher`MATCH ()-[r:${name(type)}]->() WHERE r.id = row.id`
    : cypher`MATCH (:${ROOT} {id: row.from})-[r:${name(type)}]->() WHERE r.id = row.id`;
}

/** Relationships as they are stored: id, all properties; without an index only those that still begin where the row says. */
export function storedRelationships(type: RelationshipType, rows: StoredRows, capabilities: Capabilities): Statement {
  return statement(cypher`UNWIND ${rows} AS row ${found(type, capabilities)} RETURN r.id, properties(r)`);
}

/** Makes relationships of a type. */
export function createRelationships({ type }: RelationshipType, rows: StoredRows): Statement {
  return statement(
    cypher`UNWIND ${rows} AS row MATCH (a:${ROOT} {id: row.from}) MATCH (b:${ROOT} {id: row.to}) CREATE (a)-[r:${name(type)}]->(b) SET r = row`,
  );
}

/** Replaces all properties of relationships that join the same ends as before. */
export function replaceRelationships(type: RelationshipType, rows: StoredRows, capabilities: Capabilities): Statement {
  return statement(cypher`UNWIND ${rows} AS row ${found(type, capabilities)} SET r = row`);
}

/** Deletes relationships that join the ends that their rows say. */
export function deleteStored(type: RelationshipType, rows: StoredRows, capabilities: Capabilities): Statement {
  return statement(cypher`UNWIND ${rows} AS row ${found(type, capabilities)} DELETE r`);
}

/** Deletes relationships of a type. */
export function deleteRelationships(
  { type }: RelationshipType,
  ids: readonly string[],
  capabilities: Capabilities,
): Statement {
  return statement(cypher`MATCH ()-[r:${name(type)}]->() WHERE ${isAmong(ids, capabilities)} DELETE r`);
}

/** Deletes entities and whatever still ends at them. */
export function deleteEntities(ids: readonly string[]): Statement {
  return statement(cypher`UNWIND ${ids} AS id MATCH (n:${ROOT} {id: id}) DETACH DELETE n`);
}

/** The ids of a dataset's entities after one, in order. */
export function entityIds(dataset: string, after: string, limit: number): Statement {
  return statement(
    cypher`MATCH (n:${ROOT}) WHERE n.id > ${after} AND n.dataset = ${dataset} RETURN n.id ORDER BY n.id LIMIT ${limit}`,
  );
}

/** The ids of a dataset's relationships of a type after one, in order. */
export function relationshipIds({ type }: RelationshipType, dataset: string, after: string, limit: number): Statement {
  return statement(
    cypher`MATCH ()-[r:${name(type)}]->() WHERE r.id > ${after} AND r.dataset = ${dataset} RETURN r.id ORDER BY r.id LIMIT ${limit}`,
  );
}

/** Relationships that others state at these entities: the entity, the relationship, its dataset. */
export function foreignRelationships(
  ids: readonly string[],
  dataset: string,
  derived: readonly RelationshipType[],
): Statement {
  const types = derived.map(({ type }) => type);
  return statement(
    cypher`UNWIND ${ids} AS id MATCH (n:${ROOT} {id: id})-[r]-()
      WHERE coalesce(r.dataset, '') <> ${dataset} AND NOT type(r) IN ${types} RETURN n.id, r.id, r.dataset`,
  );
}

/** An entity that a dataset does not state, where there is one. */
export function anyForeignEntity(dataset: string): Statement {
  return statement(cypher`MATCH (n:${ROOT}) WHERE coalesce(n.dataset, '') <> ${dataset} RETURN n.id LIMIT 1`);
}

/** Every dataset's mark: id, whether its import was finished, its entities, its relationships, the forms of its texts for searching and of what is derived. */
export function marks(): Statement {
  return statement(cypher`MATCH (d:Dataset) RETURN d.id, d.finished, d.entities, d.relationships, d.search, d.derived`);
}

/** Notes in every dataset's mark the forms in which texts for searching and what is derived are stored now. */
export function markForms({ search, derived }: { readonly search: string; readonly derived: number }): Statement {
  return statement(cypher`MATCH (d:Dataset) SET d.search = ${search}, d.derived = ${derived}`);
}

/** A dataset's mark as it is stored. */
export function storedMark(id: string): Statement {
  return statement(cypher`MATCH (d:Dataset {id: ${id}}) RETURN properties(d)`);
}

/** Writes a dataset's mark. */
export function writeMark(mark: Readonly<Record<string, unknown>>): Statement {
  return statement(cypher`MERGE (d:Dataset {id: ${mark["id"]}}) SET d = ${mark}`);
}

/** Writes the mark of a dataset whose import begins now. */
export function beginMark(mark: Readonly<Record<string, unknown>>): Statement {
  return statement(
    cypher`MERGE (d:Dataset {id: ${mark["id"]}}) SET d = ${mark} SET d.finished = false, d.began = timestamp()`,
  );
}

/** How many nodes there are beside the lease. */
export function nodeCount(): Statement {
  return statement(
    cypher`MATCH (n) WITH count(n) AS nodes OPTIONAL MATCH (l:WriteLease) WITH nodes, count(l) AS leases RETURN nodes - leases`,
  );
}

/** How every dataset describes itself, in the order of ids: id, title, description, date, sources. */
export function descriptions(): Statement {
  return statement(cypher`MATCH (d:Dataset) RETURN d.id, d.title, d.description, d.date, d.sources ORDER BY d.id`);
}
