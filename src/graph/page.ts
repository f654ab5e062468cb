import { hash } from "node:crypto";
import { BadInput } from "../errors.js";
import type { Asked } from "./selection.js";

/** Bounds of a page. */
export interface PageLimits {
  readonly defaultPageSize: number;
  readonly maxPageSize: number;
}

/** The values of a list's order at one row: a cursor's content. */
export type Keyset = readonly (string | number | boolean | null)[];

/** The arguments of a page, as a client gives them. */
export type PageArguments = Readonly<Partial<Record<"first" | "after" | "last" | "before", unknown>>>;

/** A page as it was asked for, checked. */
export interface Page {
  readonly size: number;
  /** Counted from the end: the statement reads backwards and the rows are turned round. */
  readonly backward: boolean;
  readonly after: Keyset | undefined;
  readonly before: Keyset | undefined;
  /** Names the list that a cursor belongs to. */
  readonly fingerprint: string;
}

/** Relay's connection object; what is not asked for is empty. */
export interface Connection<Edge extends { readonly node: unknown }> {
  readonly edges: readonly (Edge & { readonly cursor?: string })[];
  readonly nodes: readonly Edge["node"][];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** How many there are in all, where that is asked for. */
  readonly totalCount?: number;
}

/** A short name for a list in a certain order, so that a cursor of another list is refused. */
export function fingerprint(...parts: readonly string[]): string {
  return hash("sha256", parts.join("\n"), "base64url").slice(0, 8);
}

/** Writes a cursor: the list's fingerprint and the order's values at a row. */
export function encodeCursor(print: string, values: Keyset): string {
  return Buffer.from(JSON.stringify([print, ...values])).toString("base64url");
}

function decodeCursor(where: string, cursor: string, print: string, width: number): Keyset {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    content = undefined;
  }
  if (!Array.isArray(content) || typeof content[0] !== "string")
    throw new BadInput(
      `${where}: expected a cursor of this list but got ${JSON.stringify(cursor)}; pass one that pageInfo or an edge gave, unchanged.`,
    );
  const [owner, ...values] = content as [string, ...Keyset];
  const scalar = values.every((value) => value === null || ["string", "number", "boolean"].includes(typeof value));
  if (owner !== print || values.length !== width || !scalar)
    throw new BadInput(
      `${where}: expected a cursor of this list in this order but got one of another; start again without it.`,
    );
  return values;
}

function pageSize(where: string, value: unknown, maxPageSize: number): number | undefined {
  if (value === undefined || value === null) return undefined;
  const size = value as number;
  if (size < 0 || size > maxPageSize)
    throw new BadInput(`${where}: expected 0 to ${maxPageSize} but got ${size}; ask for the rest by its cursor.`, {
      limit: maxPageSize,
    });
  return size;
}

/**
 * Checks the arguments of a connection.
 * @param where the field, for messages: `Zone.projects`.
 * @param width how many values a cursor of this list has.
 * @throws BadInput for first with last, sizes out of bounds, broken or foreign cursors.
 */
export function readPage(where: string, args: PageArguments, limits: PageLimits, print: string, width: number): Page {
  const first = pageSize(`${where}(first)`, args["first"], limits.maxPageSize);
  const last = pageSize(`${where}(last)`, args["last"], limits.maxPageSize);
  if (first !== undefined && last !== undefined)
    throw new BadInput(`${where}: expected first or last but got both; ask for one end of the list.`);
  const cursor = (name: "after" | "before"): Keyset | undefined =>
    typeof args[name] === "string" ? decodeCursor(`${where}(${name})`, args[name], print, width) : undefined;
  return {
    size: last ?? first ?? limits.defaultPageSize,
    backward: last !== undefined,
    after: cursor("after"),
    before: cursor("before"),
    fingerprint: print,
  };
}

/** A row of a page: what it shows, and the values of the order there, where a cursor is asked for. */
export interface PageRow<Edge> {
  readonly edge: Edge;
  readonly keys: Keyset;
}

/** Cuts the rows of a statement, one more than the page, into Relay's connection. */
export function toConnection<Edge extends { readonly node: unknown }>(
  page: Page,
  rows: readonly PageRow<Edge>[],
  asked: Asked,
): Connection<Edge> {
  const more = rows.length > page.size;
  const kept = rows.slice(0, page.size);
  if (page.backward) kept.reverse();
  const cursor = (row: PageRow<Edge> | undefined): string | null =>
    row && asked.cursors ? encodeCursor(page.fingerprint, row.keys) : null;
  return {
    edges: kept.map((row) =>
      asked.edgeCursors ? { ...row.edge, cursor: encodeCursor(page.fingerprint, row.keys) } : row.edge,
    ),
    nodes: asked.nodes ? kept.map(({ edge }): Edge["node"] => edge.node) : [],
    pageInfo: {
      hasNextPage: page.backward ? page.before !== undefined : more,
      hasPreviousPage: page.backward ? more : page.after !== undefined,
      startCursor: cursor(kept[0]),
      endCursor: cursor(kept.at(-1)),
    },
  };
}

/** Answers what of a connection was asked for, and nothing else. */
export async function answerPage<Edge extends { readonly node: unknown }>(
  asked: Asked,
  page: Page,
  ask: { readonly rows: () => Promise<readonly PageRow<Edge>[]>; readonly total: () => Promise<number> },
): Promise<Connection<Edge>> {
  if (!asked.total) return toConnection(page, asked.rows ? await ask.rows() : [], asked);
  const [rows, totalCount] = await Promise.all([asked.rows ? ask.rows() : [], ask.total()]);
  return { ...toConnection(page, rows, asked), totalCount };
}
