import type { Statement } from "../../engine/engine.js";
import { cypher, join, name, statement, type Fragment } from "../cypher.js";
import { ROOT_LABEL, type Kind, type RelationshipType } from "../model.js";
import type { Page } from "../page.js";
import type { Columns } from "./columns.js";
import { NODE, RELATIONSHIP } from "./keyset.js";

/** Relationships of any type at each of several parents. */
export interface RelationshipsRequest {
  readonly types: readonly RelationshipType[];
  readonly directions: readonly ("OUT" | "IN")[];
  /** The kinds at the far end; undefined for any. */
  readonly kinds: readonly Kind[] | undefined;
  readonly page: Page;
  readonly node: Columns;
  readonly relationship: Columns;
}

function matched(direction: "OUT" | "IN", { types, kinds }: RelationshipsRequest): Fragment {
  const type = cypher`[r:${join(
    types.map((item) => name(item.type)),
    "|",
  )}]`;
  const parent = cypher`(:${name(ROOT_LABEL)} {id: pid})`;
  const walk = direction === "OUT" ? cypher`MATCH ${parent}-${type}->(n)` : cypher`MATCH ${parent}<-${type}-(n)`;
  const fits = kinds
    ? cypher`(${join(
        kinds.map((kind) => cypher`n:${name(kind.name)}`),
        " OR ",
      )})`
    : cypher`true`;
  return cypher`${walk} WHERE ${fits}`;
}

/**
 * A page at each parent, in the order of the relationship's id: the parent, the direction, from, to, the node's columns,
 * the relationship's. A self-loop is there once a direction. Each direction gives a page of its own; the caller merges them.
 */
export function relationshipPages(parents: readonly string[], request: RelationshipsRequest): Statement {
  const { page, node, relationship } = request;
  const [id, direction] = page.after ?? [];
  const branches = request.directions.map((way) => {
    const behind =
      id === undefined ? cypher`` : way > String(direction) ? cypher` AND r.id >= ${id}` : cypher` AND r.id > ${id}`;
    return cypher`${matched(way, request)}${behind} RETURN n, r, ${way} AS way ORDER BY r.id LIMIT ${page.size + 1}`;
  });
  return statement(cypher`
    UNWIND ${parents} AS pid
    CALL (pid) { ${join(branches, " UNION ALL ")} }
    RETURN pid, way, r.from, r.to, ${node.of(NODE)}, ${relationship.of(RELATIONSHIP)}`);
}

/** How many there are at each parent. */
export function relationshipCounts(parents: readonly string[], request: RelationshipsRequest): Statement {
  const branches = request.directions.map((way) => cypher`${matched(way, request)} RETURN count(r) AS part`);
  return statement(cypher`
    UNWIND ${parents} AS pid
    CALL (pid) { ${join(branches, " UNION ALL ")} }
    RETURN pid, sum(part)`);
}
