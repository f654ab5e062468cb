import type { Capabilities, Statement } from "../../engine/engine.js";
import { cypher, join, name, nothing, statement, type Fragment } from "../cypher.js";
import { ROOT_LABEL, type End, type Kind, type Walk } from "../model.js";
import type { Page } from "../page.js";
import type { Asked } from "../selection.js";
import type { Columns } from "./columns.js";
import { pattern } from "./filter.js";
import {
  after,
  farKey,
  farSide,
  keyValues,
  NODE,
  orderBy,
  RELATIONSHIP,
  relationshipKey,
  reversed,
  type Key,
} from "./keyset.js";

/** A page under each of several parents. */
export interface PageRequest {
  readonly end: End;
  readonly keys: readonly Key[];
  /** Whether the keys are only the ids, so that an index over the ends holds the order. */
  readonly plain: boolean;
  readonly page: Page;
  readonly filter: Fragment | undefined;
  readonly node: Columns;
  /** Where edges are asked for theirs. */
  readonly relationship: Columns | undefined;
  readonly asked: Asked;
}

const ROOT = name(ROOT_LABEL);
const PARENT = name("pid");

/** The relationships at a parent, walked from the index over the ends, or from the parent where there is none. */
export function atParent(end: Walk, capabilities: Capabilities, parent = PARENT): Fragment {
  const type = cypher`[r:${name(end.relationship.type)}]`;
  if (!capabilities.orderedIndexes) {
    const near = cypher`(:${ROOT} {id: ${parent}})`;
    return end.side === "from"
      ? cypher`MATCH ${near}-${type}->(n) WHERE true`
      : cypher`MATCH ${near}<-${type}-(n) WHERE true`;
  }
  const [near, far] = [name(end.side), name(farSide(end))];
  const walk = end.side === "from" ? cypher`MATCH ()-${type}->(n)` : cypher`MATCH ()<-${type}-(n)`;
  const index = cypher`USING INDEX r:${name(end.relationship.type)}(${near}, ${far}, id)`;
  return cypher`${walk} ${index} WHERE r.${near} = ${parent} AND r.${far} IS NOT NULL AND r.id IS NOT NULL`;
}

/** The same of an end where wholes stand for their parts: each relationship once at each entity at the far end. */
function atEnd(end: End, capabilities: Capabilities, parent = PARENT): Fragment {
  if (!end.rollUp) return cypher`${atParent(end, capabilities, parent)}${all([ofKinds(end)])}`;
  const joined = pattern(end, cypher`:${ROOT} {id: ${parent}}`, RELATIONSHIP, NODE);
  return cypher`MATCH ${joined} WITH DISTINCT ${parent}, r, n WHERE true`;
}

/** One kind of several at the far end is a range of ids. */
export function ofKinds(end: Walk): Fragment | undefined {
  if (!end.narrowed) return undefined;
  const far = cypher`r.${name(farSide(end))}`;
  const range = ({ prefix }: Kind): Fragment => cypher`(${far} >= ${`${prefix}:`} AND ${far} < ${`${prefix};`})`;
  return cypher`(${join(end.kinds.map(range), " OR ")})`;
}

/**
 * The rows after a cursor in the plain order. `r.from >= $f` keeps the walk on the index; the far id comes first and the
 * relationship's second, because two loans of one bank to one project are two rows.
 */
export function plainAfter(keys: readonly Key[], [far, id]: readonly unknown[]): Fragment {
  const [first, second] = keys as [Key, Key];
  return first.descending
    ? cypher`${first.expression} <= ${far} AND (${first.expression} < ${far} OR ${second.expression} < ${id})`
    : cypher`${first.expression} >= ${far} AND (${first.expression} > ${far} OR ${second.expression} > ${id})`;
}

function conditions({ keys, plain, page, filter }: PageRequest, capabilities: Capabilities): (Fragment | undefined)[] {
  const behind = plain ? plainAfter : after;
  return [
    page.after && behind(keys, page.after, capabilities),
    page.before && behind(reversed(keys), page.before, capabilities),
    filter,
  ];
}

/** The order of the ids at the far end: the far id, then the relationship's. */
export function plainKeys(walk: Walk): [Key, Key] {
  return [farKey(walk), relationshipKey()];
}

/** That order, as the index over the ends holds it. */
export function plainOrder(walk: Walk, keys: readonly Key[], capabilities: Capabilities): Fragment {
  if (!capabilities.orderedIndexes) return orderBy(keys);
  const near: Key = {
    ...relationshipKey(),
    expression: cypher`r.${name(walk.side)}`,
    descending: keys[0]?.descending ?? false,
  };
  return orderBy([near, ...keys]);
}

/** Further conditions, each after AND. */
export function all(parts: readonly (Fragment | undefined)[]): Fragment {
  return join(
    parts.filter((part) => part !== undefined).map((part) => cypher` AND ${part}`),
    "",
  );
}

/** How a page is cut; one row more tells whether there is more. */
function cut({ end, plain, page, asked }: PageRequest, keys: readonly Key[], capabilities: Capabilities): Fragment {
  const order = plain ? plainOrder(end, keys, capabilities) : orderBy(keys);
  return cypher`${order} LIMIT ${asked.more ? page.size + 1 : page.size}`;
}

/** The order in which rows are read, turned round for a page from the end. */
function readingOrder({ keys, page }: PageRequest): readonly Key[] {
  return page.backward ? reversed(keys) : keys;
}

/** The relationship's columns; then its ends, where the parent need not be one of them. */
function edge({ end, relationship }: PageRequest): Fragment {
  if (!relationship) return nothing;
  return cypher`, ${relationship.of(RELATIONSHIP)}${end.rollUp ? cypher`, r.from, r.to` : nothing}`;
}

/** A page under each parent: the parent, the node's columns, the relationship's, the values of the keys. */
export function pages(parents: readonly string[], request: PageRequest, capabilities: Capabilities): Statement {
  const { end, node, asked } = request;
  const keys = readingOrder(request);
  return statement(cypher`
    UNWIND ${parents} AS ${PARENT}
    CALL (${PARENT}) {
      ${atEnd(end, capabilities)}${all(conditions(request, capabilities))}
      RETURN n, r ${cut(request, keys, capabilities)}
    }
    ${node.reach(NODE)}
    RETURN ${PARENT}, ${node.of(NODE)}${edge(request)}${keyValues(keys, asked)}`);
}

/** The same as a subquery at one parent, which returns the list of its rows. */
export function pageBelow(parent: Fragment, depth: number, request: PageRequest, capabilities: Capabilities): Fragment {
  const { end, node, asked } = request;
  const keys = readingOrder(request);
  const values = asked.cursors ? keys.map(({ expression }) => cypher`, ${expression}`) : [];
  const columns = cypher`${node.of(NODE, depth)}${edge(request)}${join(values, "")}`;
  return cypher`
    ${atEnd(end, capabilities, parent)}${all(conditions(request, capabilities))}
    WITH n, r ${cut(request, keys, capabilities)} ${node.reach(NODE, depth)}
    RETURN collect([${columns}])`;
}

/** How many there are under each parent; a stored degree where nothing narrows it. */
export function pageCounts(
  parents: readonly string[],
  { end, filter }: Pick<PageRequest, "end" | "filter">,
  capabilities: Capabilities,
): Statement {
  if (!filter && !end.narrowed && !end.rollUp) {
    const type = cypher`[:${name(end.relationship.type)}]`;
    const joined = end.side === "from" ? cypher`(p)-${type}->()` : cypher`(p)<-${type}-()`;
    return statement(cypher`UNWIND ${parents} AS pid MATCH (p:${ROOT} {id: pid}) RETURN pid, COUNT { ${joined} }`);
  }
  return statement(cypher`
    UNWIND ${parents} AS pid
    CALL (pid) { ${atEnd(end, capabilities)}${all([filter])} RETURN count(r) AS total }
    RETURN pid, total`);
}
