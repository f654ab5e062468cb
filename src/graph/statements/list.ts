import type { Capabilities, Statement } from "../../engine/engine.js";
import { cypher, join, name, nothing, statement, type Fragment } from "../cypher.js";
import { ROOT_LABEL, type Kind } from "../model.js";
import type { Keyset, Page } from "../page.js";
import type { Asked } from "../selection.js";
import type { Columns } from "./columns.js";
import type { Anchor } from "./filter.js";
import {
  after,
  farSide,
  isIndexed,
  isMiscompared,
  keyValues,
  NODE,
  orderBy,
  reversed,
  type Comparing,
  type Key,
} from "./keyset.js";
import { boundBefore } from "./text-beyond.js";

/** A page of a root list. */
export interface ListRequest {
  readonly kind: Kind;
  readonly keys: readonly Key[];
  readonly page: Page;
  readonly filter: Fragment | undefined;
  /** The filter as a walk from an entity that it names, where it names one. */
  readonly walk: Fragment | undefined;
  /** The same where what is listed is joined to that entity itself. */
  readonly anchor: Anchor | undefined;
  readonly columns: Columns;
  readonly asked: Asked;
  readonly capabilities: Capabilities;
}

interface Scan {
  readonly request: ListRequest;
  /** The order in which rows are read, turned round for a page from the end. */
  readonly keys: readonly Key[];
  readonly after: Keyset | undefined;
  readonly before: Keyset | undefined;
}

/** One row more than the page tells whether there is more. */
export function rowsOf({ page, asked }: Pick<ListRequest, "page" | "asked">): number {
  return asked.more ? page.size + 1 : page.size;
}

/** The ids of a kind are one range of the index over all ids: `zone:` up to, not including, `zone;`. */
function ofKind(kind: Kind, id = cypher`n.id`): Fragment {
  return cypher`${id} >= ${`${kind.prefix}:`} AND ${id} < ${`${kind.prefix};`}`;
}

function where(conditions: readonly (Fragment | undefined)[]): Fragment {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? cypher`` : cypher`WHERE ${join(given, " AND ")}`;
}

function bounds({ request: { capabilities }, keys, after: start, before: end }: Scan): (Fragment | undefined)[] {
  return [start && after(keys, start, capabilities), end && after(reversed(keys), end, capabilities)];
}

function returned({ request: { columns, asked }, keys }: Scan): Fragment {
  return cypher`${columns.reach(NODE)} RETURN ${columns.of(NODE)}${keyValues(keys, asked)}`;
}

function answer(scan: Scan): Fragment {
  const cut = cypher`${orderBy(scan.keys)} LIMIT ${rowsOf(scan.request)}`;
  return scan.request.columns.reaches ? cypher`WITH n ${cut} ${returned(scan)}` : cypher`${returned(scan)} ${cut}`;
}

/** The rows of a list, found along the index over all ids. */
function inKind(scan: Scan): Fragment {
  const { kind, filter } = scan.request;
  const label = filter ? cypher`${name(ROOT_LABEL)}:${name(kind.name)}` : name(ROOT_LABEL);
  return cypher`MATCH (n:${label}) ${where([ofKind(kind), ...bounds(scan), filter])}`;
}

/** In the order of ids: a walk along the index. */
function byId(scan: Scan): Fragment {
  return cypher`${inKind(scan)} ${answer(scan)}`;
}

/** A walk is given up when it reaches more: then so many rows meet the predicate that a page of them is soon found. */
const MOST_REACHED = 2000;

/** In the order of ids, where a filter names an entity: what is reached from there, or else a walk along the index. */
function byWalk(scan: Scan): Fragment {
  const { walk = nothing } = scan.request;
  const limit = cypher`${orderBy(scan.keys)} LIMIT ${rowsOf(scan.request)}`;
  return cypher`
    CALL () { ${walked(scan, walk)} WITH n LIMIT ${MOST_REACHED + 1} RETURN collect(n) AS reached }
    CALL (reached) {
      UNWIND CASE WHEN size(reached) > ${MOST_REACHED} THEN [] ELSE reached END AS n WITH DISTINCT n RETURN n ${limit}
      UNION ALL
      UNWIND CASE WHEN size(reached) > ${MOST_REACHED} THEN [reached] ELSE [] END AS tooMany
      CALL () { ${inKind(scan)} RETURN n ${limit} } RETURN n
    }
    ${returned(scan)}`;
}

/**
 * In the order of ids, where a filter names what is joined: a walk along the index over the ends, however much is joined
 * there. Parallel relationships lie side by side in it.
 */
function byAnchor(scan: Scan, { end, relationship, at, match, condition }: Anchor): Fragment {
  const { kind } = scan.request;
  const [own, other] = [name(end.side), name(farSide(end))];
  const id = cypher`${relationship}.${own}`;
  const [key] = scan.keys as [Key];
  const walk: Scan = { ...scan, keys: [{ ...key, expression: id }] };
  const direction = key.descending ? cypher` DESC` : nothing;
  const index = cypher`USING INDEX ${relationship}:${name(end.relationship.type)}(${other}, ${own}, id)`;
  const range = cypher`${relationship}.${other} = ${at} AND ${ofKind(kind, id)} AND ${relationship}.id IS NOT NULL`;
  return cypher`
    MATCH ${match} ${index} ${where([range, ...bounds(walk), condition])}
    WITH DISTINCT n, ${relationship}.${other} AS near, ${id} AS far
    ORDER BY near${direction}, far${direction} LIMIT ${rowsOf(scan.request)}
    ${returned(scan)}`;
}

/** In the order of one indexed property, then ids: a walk along the values and one along the missing ones. */
function byOne(scan: Scan): Fragment {
  const { kind, filter, capabilities } = scan.request;
  const [key, tie] = scan.keys as [Key, Key];
  const behind = scan.before && after(reversed(scan.keys), scan.before, capabilities);
  const branch = (match: Fragment, conditions: readonly (Fragment | undefined)[], keys: readonly Key[]): Fragment =>
    cypher`MATCH ${match} ${where([...conditions, behind, filter])} RETURN n ${orderBy(keys)} LIMIT ${rowsOf(scan.request)}`;
  const stated = (start: Keyset | undefined): Fragment => {
    const bound = start ? atOrAfter(key, tie, start, capabilities) : cypher`${key.expression} IS NOT NULL`;
    return branch(cypher`(n:${name(kind.name)})${valueIndex(scan, key)}`, [bound, cypher`n.id IS NOT NULL`], scan.keys);
  };
  const missing = (start: Keyset | undefined): Fragment => {
    const conditions = [
      ofKind(kind),
      cypher`${key.expression} IS NULL`,
      start && after([tie], start.slice(1), capabilities),
    ];
    const label = filter ? cypher`${name(ROOT_LABEL)}:${name(kind.name)}` : name(ROOT_LABEL);
    return branch(cypher`(n:${label})`, conditions, [tie]);
  };
  const both = key.descending ? [missing, stated] : [stated, missing];
  const begin = scan.after ? both.indexOf(scan.after[0] === null ? missing : stated) : 0;
  const branches = both
    .slice(begin)
    // Where a filter demands a value, a cursor may still stand among the missing ones.
    .filter((make, _, { length }) => key.nullable || make === stated || length === 1)
    .map((make) => make(scan.after && both.indexOf(make) === begin ? scan.after : undefined));
  // In order as they are: a second sort would have to read all branches first.
  const found = cypher`CALL () { ${join(branches, " UNION ALL ")} }`;
  const cut = cypher`LIMIT ${rowsOf(scan.request)}`;
  return scan.request.columns.reaches
    ? cypher`${found} WITH n ${cut} ${returned(scan)}`
    : cypher`${found} ${returned(scan)} ${cut}`;
}

/** The rows after a cursor among stated values; the first comparison keeps the walk on the index. */
function atOrAfter(key: Key, tie: Key, [value = null, id = null]: Keyset, engine: Comparing): Fragment {
  if (isMiscompared(value, engine)) return cypher`${near(key, value)} AND ${after([key, tie], [value, id], engine)}`;
  const [from, beyond] = key.descending
    ? [cypher`${key.expression} <= ${value}`, cypher`${key.expression} < ${value}`]
    : [cypher`${key.expression} >= ${value}`, cypher`${key.expression} > ${value}`];
  return cypher`${from} AND (${beyond} OR ${after([tie], [id], engine)})`;
}

/** Keeps the walk near a text that no index is asked to compare. */
function near({ expression, descending }: Key, value: string): Fragment {
  const bound = boundBefore(value, descending);
  if (bound === undefined) return cypher`${expression} IS NOT NULL`;
  return descending ? cypher`${expression} < ${bound}` : cypher`${expression} >= ${bound}`;
}

/** The index that holds the order, where nothing is filtered: with a filter another may leave less to read. */
function valueIndex({ request: { kind, filter, capabilities } }: Scan, { property }: Key): Fragment {
  return capabilities.orderedIndexes && !filter && property !== undefined
    ? cypher` USING INDEX n:${name(kind.name)}(${name(property)}, id)`
    : nothing;
}

/** The rows that a walk reaches, some perhaps more than once. */
function walked(scan: Scan, walk: Fragment): Fragment {
  return join([walk, ...bounds(scan).filter((condition) => condition !== undefined)], " AND ");
}

/** All rows of a list, each once. */
function matched(scan: Scan): Fragment {
  const { kind, filter, walk } = scan.request;
  return walk
    ? cypher`${walked(scan, walk)} WITH DISTINCT n`
    : cypher`MATCH (n:${name(kind.name)}) ${where([...bounds(scan), filter])}`;
}

/** In any other order: a sort. */
function sorted(scan: Scan): Fragment {
  return cypher`${matched(scan)} ${answer(scan)}`;
}

/** A page of a root list: the columns, then the values of its keys. */
export function list(request: ListRequest): Statement {
  const { keys, page } = request;
  const scan: Scan = page.backward
    ? { request, keys: reversed(keys), after: page.before, before: page.after }
    : { request, keys, after: page.after, before: page.before };
  return statement(shapeOf(request)(scan));
}

/** By what an index holds: the ids, one property and the ids, or nothing. */
function shapeOf({ kind, keys, walk, anchor, capabilities }: ListRequest): (scan: Scan) => Fragment {
  const [first, second] = keys;
  if (keys.length === 1 && !walk) return byId;
  if (!capabilities.orderedIndexes) return sorted;
  if (keys.length === 1) return anchor ? (scan) => byAnchor(scan, anchor) : byWalk;
  const single =
    keys.length === 2 && second?.property === "id" && first?.property !== undefined && isIndexed(kind, first.property);
  return single ? byOne : sorted;
}

/** How many a root list holds. */
export function listCount({ kind, filter, walk }: Pick<ListRequest, "kind" | "filter" | "walk">): Statement {
  return statement(
    walk
      ? cypher`${walk} RETURN count(DISTINCT n)`
      : cypher`MATCH (n:${name(kind.name)}) ${where([filter])} RETURN count(n)`,
  );
}
