import { BadInput } from "../../errors.js";
import type { RequestContext } from "../../graph/context.js";
import { derivedTypes, type Kind, ownerOf, type Walk } from "../../graph/model.js";
import { encodeCursor, fingerprint, type Keyset, type Page, readPage } from "../../graph/page.js";
import type { Selection } from "../../graph/selection.js";
import {
  type ExpansionRequest,
  neighborsByDegree,
  neighborsById,
  neighborTotal,
} from "../../graph/statements/expansion.js";
import { byCodePoint } from "../../graph/text-order.js";
import { type Following, kindsOf, typesOf, walksFrom } from "../../graph/walks.js";
import { knownEntities } from "../shared/entities.js";
import type { ExpandArgs, Expansion } from "./expand-schema.js";
import { joined, type Joined, unique } from "./views.js";

/** Most relationships of a page: more of them, between a page and what is shown, nobody can tell apart. */
const MAX_PAGE_RELATIONSHIPS = 5000;

/** How each order asks the graph, and how many values its cursors hold. */
const ORDERS = {
  ID: { width: 1, statement: neighborsById },
  DEGREE: { width: 2, statement: neighborsByDegree },
} as const;

/** The values of an order at a row of its statement. */
function keysOf(row: readonly unknown[]): Keyset {
  return [...row].reverse() as unknown as Keyset;
}

/** The next neighbours of some entities that are not shown yet, and all that joins them to what is, or to each other. */
export async function expand(context: RequestContext, request: ExpandArgs, asked: Selection): Promise<Expansion> {
  const { graph } = context;
  const [ids, shown] = [unique(request.ids), unique(request.shown ?? [])];
  checkBounds(context, ids, shown);
  const page = pageOf(context, request, ids);
  await knownEntities(context, ids, "expand(ids)");
  const around = aroundOf(context, request, ids);
  const hidden = unique([...ids, ...shown]);
  const [rows, totalCount] = await Promise.all([
    around ? nextRows(context, request, { ...around, hidden, after: page.after, size: page.size }) : [],
    around && asked.has("totalCount")
      ? graph.read(neighborTotal(around)).then((counts) => counts[0]?.[0] as number)
      : 0,
  ]);
  const kept = rows.slice(0, page.size);
  const reached = kept.map(([id]) => id as string);
  const [nodes, found] = await Promise.all([
    asked.has("nodes") ? graph.entitiesById(reached, asked.below("nodes")) : [],
    ["relationships", "truncatedReason"].some((field) => asked.has(field))
      ? joined(context, reached, [...hidden, ...reached], {
          selection: asked.below("relationships"),
          limit: MAX_PAGE_RELATIONSHIPS,
        })
      : { relationships: [], whole: true },
  ]);
  return { nodes, totalCount, ...relationshipsOf(found), pageInfo: pageInfoOf(page, kept, rows.length > page.size) };
}

function relationshipsOf({ relationships, whole }: Joined): Pick<Expansion, "relationships" | "truncatedReason"> {
  const truncatedReason = whole
    ? null
    : `More than ${MAX_PAGE_RELATIONSHIPS} relationships join these nodes to what is shown: only so many are here, by id; ask for smaller pages.`;
  return { relationships, truncatedReason };
}

function pageInfoOf(page: Page, rows: readonly (readonly unknown[])[], hasNextPage: boolean): Expansion["pageInfo"] {
  const cursor = (row: readonly unknown[] | undefined): string | null =>
    row ? encodeCursor(page.fingerprint, keysOf(row)) : null;
  return {
    hasNextPage,
    hasPreviousPage: page.after !== undefined,
    startCursor: cursor(rows[0]),
    endCursor: cursor(rows.at(-1)),
  };
}

/** A cursor belongs to what is expanded, along what and in which order, not to what is shown: that grows from page to page. */
function pageOf({ limits }: RequestContext, request: ExpandArgs, ids: readonly string[]): Page {
  const { types, direction, kinds, first, after } = request;
  const order = request.orderBy ?? "ID";
  const sorted = (texts: readonly string[] | null | undefined): readonly string[] | null =>
    texts?.toSorted(byCodePoint) ?? null;
  const asked = [sorted(ids), sorted(types), direction ?? "BOTH", sorted(kinds)];
  const print = fingerprint("expand", order, JSON.stringify(asked));
  return readPage("expand", { first, after }, limits, print, ORDERS[order].width);
}

type Around = Pick<ExpansionRequest, "from" | "types" | "direction" | "kinds" | "walks" | "derived">;

/** What is followed from the entities; undefined where nothing can be. */
function aroundOf(
  { graph: { model } }: RequestContext,
  following: Following,
  from: readonly string[],
): Around | undefined {
  const owners = new Set(from.map((id) => ownerOf(model, id) as Kind));
  const walks = new Map<string, Walk>();
  for (const kind of owners)
    for (const walk of walksFrom(model, kind, following)) walks.set(`${walk.relationship.type} ${walk.side}`, walk);
  if (walks.size === 0) return undefined;
  return {
    from,
    types: typesOf(model, following.types),
    derived: derivedTypes(model),
    direction: following.direction ?? "BOTH",
    kinds: following.kinds ? kindsOf(model, following.kinds) : undefined,
    walks: [...walks.values()],
  };
}

async function nextRows(
  { graph }: RequestContext,
  { orderBy }: ExpandArgs,
  request: ExpansionRequest,
): Promise<readonly (readonly unknown[])[]> {
  const hidden = new Set(request.hidden);
  const rows = await graph.read(ORDERS[orderBy ?? "ID"].statement(request, graph.capabilities));
  return rows.filter(([id]) => !hidden.has(id as string)).slice(0, request.size + 1);
}

function checkBounds({ limits }: RequestContext, ids: readonly string[], shown: readonly string[]): void {
  if (ids.length === 0) throw new BadInput("expand(ids): expected the id of an entity or more but got none; name one.");
  if (ids.length > limits.maxPageSize)
    throw new BadInput(
      `expand(ids): expected at most ${limits.maxPageSize} ids but got ${ids.length}; expand in several requests.`,
      { limit: limits.maxPageSize },
    );
  if (shown.length > limits.maxViewNodes)
    throw new BadInput(
      `expand(shown): expected at most ${limits.maxViewNodes} ids but got ${shown.length}; leave out what lies far from what is expanded.`,
      { limit: limits.maxViewNodes },
    );
}
