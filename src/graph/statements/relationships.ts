import type { Capabilities, Statement } from "../../engine/engine.js";
import { cypher, join, name, nothing, statement, type Fragment } from "../cypher.js";
import { ROOT_LABEL, type Walk } from "../model.js";
import type { Keyset, Page } from "../page.js";
import type { Columns } from "./columns.js";
import { NODE, RELATIONSHIP } from "./keyset.js";
import { all, atParent, ofKinds, plainAfter, plainKeys, plainOrder } from "./page.js";

/** Relationships of several types at each of several parents. */
export interface RelationshipsRequest {
  /** In the order in which they are listed. */
  readonly walks: readonly Walk[];
  readonly page: Page;
  readonly node: Columns;
  readonly relationship: Columns;
}

/** A cursor holds the walk's name and where in it the row stands. */
export function walkName({ relationship, side }: Walk): string {
  return `${relationship.type} ${side}`;
}

/** The walks that a page still has to go, and where the first of them begins. */
function remaining(walks: readonly Walk[], after: Keyset | undefined): { walk: Walk; start: Keyset | undefined }[] {
  const begin = after
    ? Math.max(
        0,
        walks.findIndex((walk) => walkName(walk) === after[0]),
      )
    : 0;
  return walks.slice(begin).map((walk, index) => ({ walk, start: index === 0 ? after?.slice(1) : undefined }));
}

/**
 * A page at each parent, walk by walk, each in the order of the far id and the relationship's: the parent, the walk's
 * position, the far id, from, to, the node's columns, the relationship's. Each walk gives a page of its own, of which the
 * caller keeps the first; a self-loop is there once a direction.
 */
export function relationshipPages(
  parents: readonly string[],
  { walks, page, node, relationship }: RelationshipsRequest,
  capabilities: Capabilities,
): Statement {
  const branches = remaining(walks, page.after).map(({ walk, start }) => {
    const keys = plainKeys(walk);
    const conditions = all([ofKinds(walk), start && plainAfter(keys, start)]);
    return cypher`${atParent(walk, capabilities)}${conditions}
      RETURN n, r, ${walks.indexOf(walk)} AS walk, ${keys[0].expression} AS far
      ${plainOrder(walk, keys, capabilities)} LIMIT ${page.size + 1}`;
  });
  return statement(cypher`
    UNWIND ${parents} AS pid
    CALL (pid) { ${join(branches, " UNION ALL ")} }
    RETURN pid, walk, far, r.from, r.to, ${node.of(NODE)}, ${relationship.of(RELATIONSHIP)}`);
}

function degree(walk: Walk, capabilities: Capabilities): Fragment {
  const type = name(walk.relationship.type);
  if (walk.narrowed) return cypher`COUNT { ${atParent(walk, capabilities)}${all([ofKinds(walk)])} }`;
  return walk.side === "from" ? cypher`COUNT { (p)-[:${type}]->() }` : cypher`COUNT { (p)<-[:${type}]-() }`;
}

/** How many there are at each parent: stored degrees, or counts of a range of ids where kinds are left out. */
export function relationshipCounts(
  parents: readonly string[],
  { walks }: Pick<RelationshipsRequest, "walks">,
  capabilities: Capabilities,
): Statement {
  const degrees = walks.map((walk) => degree(walk, capabilities));
  const matched = cypher`UNWIND ${parents} AS pid MATCH (p:${name(ROOT_LABEL)} {id: pid})`;
  return statement(cypher`${matched} RETURN pid, ${degrees.length === 0 ? nothing : join(degrees, " + ")}`);
}
