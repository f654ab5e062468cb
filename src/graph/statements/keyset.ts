import type { Capabilities } from "../../engine/engine.js";
import { BadInput } from "../../errors.js";
import { cypher, join, name, nothing, type Fragment } from "../cypher.js";
import type { End, Kind, Property, Walk } from "../model.js";
import type { Keyset } from "../page.js";
import type { Asked } from "../selection.js";
import { hasHighUnits, textBeyond } from "./text-beyond.js";

/** One key of an order. */
export interface Key {
  /** `n.investmentCny` */
  readonly expression: Fragment;
  readonly descending: boolean;
  /** Whether rows may lack it; a missing value counts as the largest. */
  readonly nullable: boolean;
  /** For the fingerprint of cursors. */
  readonly label: string;
  /** The stored property, where the key is one of a node's. */
  readonly property: string | undefined;
}

/** A constant as a parameter, so that no planner folds it. */
const never = cypher`${false}`;

/** The variables that every statement of a list or page uses. */
export const NODE = name("n");
export const RELATIONSHIP = name("r");

interface OrderItem {
  readonly field?: string | null;
  readonly node?: string | null;
  readonly relationship?: string | null;
  readonly direction?: string | null;
}

function key(variable: Fragment, prefix: string, property: string, descending: boolean, filter?: unknown): Key {
  const nullable = property !== "id" && property !== "name" && !demands(filter, property);
  const label = `${prefix}.${property} ${descending ? "DESC" : "ASC"}`;
  return {
    expression: cypher`${variable}.${name(property)}`,
    descending,
    nullable,
    label,
    property: prefix === "node" ? property : undefined,
  };
}

/** Whether a filter lets only rows through that have a property: every operator but `isNull: true` asks for a value. */
function demands(filter: unknown, property: string): boolean {
  const { and, [property]: operators } = (filter ?? {}) as Readonly<Record<string, object | null | undefined>>;
  return (
    Object.entries(operators ?? {}).some(([operator, value]) => operator !== "isNull" || value === false) ||
    ((and ?? []) as readonly unknown[]).some((item) => demands(item, property))
  );
}

/** An order ends at its first id, and needs the given ids to break ties. */
function complete(keys: readonly Key[], ties: readonly Key[]): Key[] {
  const unique = keys.filter((item, index) => keys.findIndex((other) => sameProperty(other, item)) === index);
  const end = unique.findIndex(({ label }) => ties.some((tie) => tie.label.split(" ")[0] === label.split(" ")[0]));
  const kept = end === -1 || ties.length > 1 ? unique : unique.slice(0, end + 1);
  return [...kept, ...ties.filter((tie) => !kept.some((item) => sameProperty(item, tie)))];
}

function sameProperty(one: Key, other: Key): boolean {
  return one.label.split(" ")[0] === other.label.split(" ")[0];
}

/** The keys of a root list, ending with the id. */
export function listKeys(orderBy: unknown, filter: unknown): Key[] {
  const keys = ((orderBy ?? []) as readonly OrderItem[]).map(({ field, direction }) =>
    key(NODE, "node", field as string, direction === "DESC", filter),
  );
  return complete(keys, [key(NODE, "node", "id", false)]);
}

/** The keys of a page of a relationship, ending with the id at the far end and the relationship's own. */
export function endKeys(end: End, orderBy: unknown): Key[] {
  const keys = ((orderBy ?? []) as readonly OrderItem[]).map(({ node, relationship, direction }) => {
    if ((node === null || node === undefined) === (relationship === null || relationship === undefined))
      throw new BadInput(
        `${end.owner}.${end.field}(orderBy): expected exactly one of node and relationship in each item but got ${node ? "both" : "none"}; make it one item for each.`,
      );
    const descending = direction === "DESC";
    return node
      ? key(NODE, "node", node, descending)
      : key(RELATIONSHIP, "relationship", relationship as string, descending);
  });
  return complete(keys, [end.rollUp ? key(NODE, "node", "id", false) : farKey(end), relationshipKey()]);
}

/** The id at the far end, as the relationship holds it. */
export function farKey(walk: Walk): Key {
  return { ...key(NODE, "node", "id", false), expression: cypher`${RELATIONSHIP}.${name(farSide(walk))}` };
}

/** The relationship's own id. */
export function relationshipKey(): Key {
  return key(RELATIONSHIP, "relationship", "id", false);
}

/** The property of a relationship that holds the id at the far end. */
export function farSide({ side }: Walk): "from" | "to" {
  return side === "from" ? "to" : "from";
}

/** The same order read from its end. */
export function reversed(keys: readonly Key[]): Key[] {
  return keys.map((item) => ({ ...item, descending: !item.descending }));
}

/** `ORDER BY` a list of keys; both engines put missing values last when ascending and first when descending. */
export function orderBy(keys: readonly Key[]): Fragment {
  return cypher`ORDER BY ${join(
    keys.map(({ expression, descending }) => (descending ? cypher`${expression} DESC` : expression)),
    ", ",
  )}`;
}

/** The values of an order at a row, after what else is returned: `, n.name, n.id`; nothing where no cursor is asked for. */
export function keyValues(keys: readonly Key[], { cursors }: Pick<Asked, "cursors">): Fragment {
  return cursors
    ? join(
        keys.map(({ expression }, index) => cypher`, ${expression} AS ${name(`k${index}`)}`),
        "",
      )
    : nothing;
}

/** How an engine compares a text with a parameter. */
export type Comparing = Pick<Capabilities, "comparesByUnits">;

/** Whether an engine orders texts otherwise than it compares this value with them. */
export function isMiscompared(value: Keyset[number], { comparesByUnits }: Comparing): value is string {
  return comparesByUnits && typeof value === "string" && hasHighUnits(value);
}

/** What is stated and lies strictly behind a value. The embedded engine has no order of truth values, so they are told apart. */
function statedBeyond({ expression, descending }: Key, value: Keyset[number], engine: Comparing): Fragment {
  if (typeof value === "boolean") return value === descending ? cypher`${expression} = ${!value}` : never;
  if (isMiscompared(value, engine)) return textBeyond(expression, descending, value);
  return descending ? cypher`${expression} < ${value}` : cypher`${expression} > ${value}`;
}

/** What lies strictly behind a value of one key. */
function beyond(key: Key, value: Keyset[number], engine: Comparing): Fragment {
  const { expression, descending, nullable } = key;
  if (value === null) return descending ? cypher`${expression} IS NOT NULL` : never;
  const stated = statedBeyond(key, value, engine);
  return nullable && !descending ? cypher`(${stated} OR ${expression} IS NULL)` : stated;
}

function same({ expression }: Key, value: Keyset[number]): Fragment {
  return value === null ? cypher`${expression} IS NULL` : cypher`${expression} = ${value}`;
}

/** The rows strictly after a cursor in an order. */
export function after(keys: readonly Key[], cursor: Keyset, engine: Comparing): Fragment {
  const branches = keys.map((item, index) =>
    join(
      [
        ...keys.slice(0, index).map((before, at) => same(before, cursor[at] ?? null)),
        beyond(item, cursor[index] ?? null, engine),
      ],
      " AND ",
    ),
  );
  return cypher`(${join(branches, " OR ")})`;
}

/** Whether lists of a kind walk an index over a property; one over two truth values would only lead to a sort. */
export function isIndexed(kind: Kind, property: string): boolean {
  const declared: Property | undefined = kind.properties.get(property);
  return property === "name" || (declared?.indexed === true && declared.type !== "Boolean");
}
