import type { Capabilities, Statement } from "../../engine/engine.js";
import { cypher, join, name, nothing, statement, type Fragment } from "../cypher.js";
import { ROOT_LABEL, type Kind } from "../model.js";
import type { Keyset, Page } from "../page.js";
import type { Columns } from "./columns.js";
import { after, isIndexed, keyValues, NODE, orderBy, reversed, type Key } from "./keyset.js";

/** A page of a root list. */
export interface ListRequest {
  readonly kind: Kind;
  readonly keys: readonly Key[];
  readonly page: Page;
  readonly filter: Fragment | undefined;
  readonly columns: Columns;
  readonly capabilities: Capabilities;
}

interface Scan {
  readonly request: ListRequest;
  /** The order in which rows are read, turned round for a page from the end. */
  readonly keys: readonly Key[];
  readonly after: Keyset | undefined;
  readonly before: Keyset | undefined;
}

/** The ids of a kind are one range of the index over all ids: `zone:` up to, not including, `zone;`. */
function ofKind(kind: Kind): Fragment {
  return cypher`n.id >= ${`${kind.prefix}:`} AND n.id < ${`${kind.prefix};`}`;
}

function where(conditions: readonly (Fragment | undefined)[]): Fragment {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? cypher`` : cypher`WHERE ${join(given, " AND ")}`;
}

function bounds({ keys, after: start, before: end }: Scan): (Fragment | undefined)[] {
  return [start && after(keys, start), end && after(reversed(keys), end)];
}

function answer({ request: { columns, page }, keys }: Scan): Fragment {
  return cypher`RETURN ${keyValues(keys)}, ${columns.of(NODE)} ${orderBy(keys)} LIMIT ${page.size + 1}`;
}

/** In the order of ids: a walk along the index. */
function byId(scan: Scan): Fragment {
  const { kind, filter } = scan.request;
  const label = filter ? cypher`${name(ROOT_LABEL)}:${name(kind.name)}` : name(ROOT_LABEL);
  return cypher`MATCH (n:${label}) ${where([ofKind(kind), ...bounds(scan), filter])} ${answer(scan)}`;
}

/** In the order of one indexed property, then ids: a walk along the values and one along the missing ones. */
function byOne(scan: Scan): Fragment {
  const { kind, filter, page } = scan.request;
  const [key, tie] = scan.keys as [Key, Key];
  const behind = scan.before && after(reversed(scan.keys), scan.before);
  const branch = (match: Fragment, conditions: readonly (Fragment | undefined)[], keys: readonly Key[]): Fragment =>
    cypher`MATCH ${match} ${where([...conditions, behind, filter])} RETURN n ${orderBy(keys)} LIMIT ${page.size + 1}`;
  const stated = (start: Keyset | undefined): Fragment => {
    const bound = start ? atOrAfter(key, tie, start) : cypher`${key.expression} IS NOT NULL`;
    return branch(cypher`(n:${name(kind.name)})${valueIndex(scan, key)}`, [bound, cypher`n.id IS NOT NULL`], scan.keys);
  };
  const missing = (start: Keyset | undefined): Fragment => {
    const conditions = [ofKind(kind), cypher`${key.expression} IS NULL`, start && after([tie], start.slice(1))];
    const label = filter ? cypher`${name(ROOT_LABEL)}:${name(kind.name)}` : name(ROOT_LABEL);
    return branch(cypher`(n:${label})`, conditions, [tie]);
  };
  const both = key.descending ? [missing, stated] : [stated, missing];
  const sequence = key.nullable ? both : [stated];
  const begin = scan.after ? sequence.indexOf(scan.after[0] === null ? missing : stated) : 0;
  const branches = sequence.slice(begin).map((make, index) => make(index === 0 ? scan.after : undefined));
  return cypher`CALL () { ${join(branches, " UNION ALL ")} } ${answer(scan)}`;
}

/** The rows after a cursor among stated values; the first comparison keeps the walk on the index. */
function atOrAfter(key: Key, tie: Key, [value = null, id = null]: Keyset): Fragment {
  const [from, beyond] = key.descending
    ? [cypher`${key.expression} <= ${value}`, cypher`${key.expression} < ${value}`]
    : [cypher`${key.expression} >= ${value}`, cypher`${key.expression} > ${value}`];
  return cypher`${from} AND (${beyond} OR ${after([tie], [id])})`;
}

/** The index that holds the order, where nothing is filtered: with a filter another may leave less to read. */
function valueIndex({ request: { kind, filter, capabilities } }: Scan, { property }: Key): Fragment {
  return capabilities.orderedIndexes && !filter && property !== undefined
    ? cypher` USING INDEX n:${name(kind.name)}(${name(property)}, id)`
    : nothing;
}

/** In any other order: a sort. */
function sorted(scan: Scan): Fragment {
  const { kind, filter } = scan.request;
  return cypher`MATCH (n:${name(kind.name)}) ${where([...bounds(scan), filter])} ${answer(scan)}`;
}

/** A page of a root list: the values of its keys, then the columns. */
export function list(request: ListRequest): Statement {
  const { kind, keys, page } = request;
  const scan: Scan = page.backward
    ? { request, keys: reversed(keys), after: page.before, before: page.after }
    : { request, keys, after: page.after, before: page.before };
  const [first, second] = keys;
  const single =
    keys.length === 2 && second?.property === "id" && first?.property !== undefined && isIndexed(kind, first.property);
  const shape = keys.length === 1 ? byId : single ? byOne : sorted;
  return statement(shape(scan));
}

/** How many a root list holds. */
export function listCount(kind: Kind, filter: Fragment | undefined): Statement {
  return statement(cypher`MATCH (n:${name(kind.name)}) ${where([filter])} RETURN count(n)`);
}
