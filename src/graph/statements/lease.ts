import type { Statement } from "../../engine/engine.js";
import { cypher, statement, type Fragment } from "../cypher.js";

/** The node of the lease. Its number only ever grows; while it has a holder, that is the number with which it was taken. */
const FOUND = cypher`MATCH (l:WriteLease {id: 'graph'})`;

/** Locks the lease until the transaction ends, and goes on where a condition holds then. */
function lockedWhere(condition: Fragment): Fragment {
  return cypher`${FOUND} SET l.id = 'graph' WITH l WHERE ${condition}`;
}

/** Makes the lease of a graph that has none. */
export function makeLease(): Statement {
  return statement(cypher`MERGE (l:WriteLease {id: 'graph'}) ON CREATE SET l.number = 0`);
}

/** Whether the holder of the lease has renewed it lately, by the clock of the database; null where there is no holder. */
const ALIVE = cypher`timestamp() - l.renewed < l.lasts`;

/** The lease: its number, its holder, what the holder imports, whether the holder lives. */
export function readLease(): Statement {
  return statement(cypher`${FOUND} RETURN l.number, l.holder, l.dataset, ${ALIVE}`);
}

/** Takes the lease, which lasts for so many milliseconds after each renewal, if its number is still this one: the holder. */
export function takeLease(number: number, dataset: string | null, lasts: number): Statement {
  return statement(
    cypher`${lockedWhere(cypher`l.number = ${number}`)} SET l.number = l.number + 1, l.holder = ${number + 1}, l.dataset = ${dataset}, l.rows = 0, l.lasts = ${lasts}, l.began = timestamp(), l.renewed = timestamp() RETURN l.holder`,
  );
}

/** Raises and renews the lease; no row where its holder is another by now. */
export function renewLease(holder: number, rows: number): Statement {
  return statement(
    cypher`${lockedWhere(cypher`l.holder = ${holder}`)} SET l.number = l.number + 1, l.rows = ${rows}, l.renewed = timestamp() RETURN l.number`,
  );
}

/** Gives the lease back. */
export function freeLease(holder: number): Statement {
  return statement(
    cypher`${lockedWhere(cypher`l.holder = ${holder}`)} SET l.number = l.number + 1, l.holder = null, l.dataset = null, l.rows = null, l.lasts = null, l.began = null, l.renewed = null RETURN l.number`,
  );
}

/**
 * What is being imported, and what was not imported to its end: dataset, began, rows, all rows, whether it is running; times in
 * milliseconds of the database's clock.
 */
export function unfinishedImports(): Statement {
  return statement(cypher`
    MATCH (d:Dataset) WHERE NOT d.finished
    RETURN d.id AS dataset, d.began AS began, null AS rows, d.entities + d.relationships AS total, false AS running
    UNION ALL
    MATCH (l:WriteLease) WHERE l.dataset IS NOT NULL
    RETURN l.dataset AS dataset, l.began AS began, l.rows AS rows, null AS total, ${ALIVE} AS running`);
}
