import type { Statement } from "../../engine/engine.js";
import { cypher, type Fragment, statement } from "../../graph/cypher.js";
import type { Columns } from "../../graph/statements/columns.js";
import { NODE, RELATIONSHIP } from "../../graph/statements/keyset.js";

/** A stage of a chain as a zone sees it. */
export interface Place {
  readonly chain: string;
  readonly stage: string;
}

/** The chains that a zone develops: the chain, the columns of both. */
export function developedChains(
  zone: string,
  most: number,
  { node, relationship }: { readonly node: Columns; readonly relationship: Columns },
): Statement {
  return statement(cypher`
    MATCH (:Entity {id: ${zone}})-[r:DEVELOPS]->(n:Chain)
    RETURN n.id AS chain, ${node.of(NODE)}, ${relationship.of(RELATIONSHIP)} ORDER BY chain, r.id LIMIT ${most + 1}`);
}

/** The chains that the chains of a zone are parts of, at any depth: the chain, the wider one. */
export function widerChains(zone: string, most: number): Statement {
  return statement(cypher`
    MATCH (:Entity {id: ${zone}})-[:DEVELOPS]->(c:Chain)-[:PART_OF*1..12]->(w:Chain)
    WITH DISTINCT c.id AS chain, w.id AS wider RETURN chain, wider ORDER BY chain, wider LIMIT ${most}`);
}

/** What is said to be absent: who lacks it, the stage, the columns. */
export function absences(holders: readonly string[], stages: readonly string[], columns: Columns): Statement {
  return statement(cypher`
    UNWIND ${holders} AS pid
    MATCH (:Entity {id: pid})-[r:LACKS]->(n) WHERE n.id IN ${stages} AND size(coalesce(r.citations, [])) > 0
    RETURN pid, n.id AS stage, ${columns.of(RELATIONSHIP)} ORDER BY pid, stage, r.id`);
}

/** Whoever joined a stage and lies in the zone or stands in the zone's chain. */
function present(zone: string, keys: readonly string[], places: readonly Place[]): Fragment {
  return cypher`
    UNWIND range(0, ${keys.length - 1}) AS i
    WITH ${keys}[i] AS pid, ${places.map(({ chain }) => chain)}[i] AS cid, ${places.map(({ stage }) => stage)}[i] AS sid
    CALL (pid, cid, sid) {
      MATCH (:Entity {id: sid})<-[r:JOINS]-(n)
      WHERE EXISTS { MATCH (n)-[:STANDS_IN]->(c:Chain) WHERE c.id = cid }
        OR EXISTS { MATCH (n)-[:LOCATED_IN*1..12]->(:Entity {id: ${zone}}) }`;
}

/** How many are present at each place: the place's key, the count. */
export function presentCounts(zone: string, keys: readonly string[], places: readonly Place[]): Statement {
  return statement(cypher`${present(zone, keys, places)} RETURN count(DISTINCT n) AS items } RETURN pid, items`);
}

/** The first of them at each place, each once: the place's key, both ends, the columns of both. */
export function presentMembers(
  zone: string,
  keys: readonly string[],
  places: readonly Place[],
  first: number,
  { node, relationship }: { readonly node: Columns; readonly relationship: Columns },
): Statement {
  return statement(cypher`
    ${present(zone, keys, places)}
      WITH n, sid, min(r.id) AS least ORDER BY n.id LIMIT ${first}
      MATCH (n)-[r:JOINS]->(:Entity {id: sid}) WHERE r.id = least RETURN n, r ORDER BY n.id }
    RETURN pid, r.from AS k0, r.to AS k1, ${node.of(NODE)}, ${relationship.of(RELATIONSHIP)}`);
}
