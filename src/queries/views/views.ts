import { BadInput } from "../../errors.js";
import type { RequestContext } from "../../graph/context.js";
import { name } from "../../graph/cypher.js";
import { derivedTypes } from "../../graph/model.js";
import type { Selection } from "../../graph/selection.js";
import { Columns, type GraphObject } from "../../graph/statements/columns.js";
import { joining, within, withinAsLists } from "../../graph/statements/joining.js";
import { level } from "../../graph/statements/level.js";
import { byCodePoint } from "../../graph/text-order.js";
import { kindsOf, typesOf } from "../../graph/walks.js";
import { knownEntities, type Ranked } from "../shared/entities.js";
import type { SubgraphArgs } from "./subgraph-schema.js";

/** Which part of the graph is asked for. */
export type ViewRequest = Omit<SubgraphArgs, "depth"> & { readonly depth: number };

/** A part of the graph: its nodes, near before far, then by degree, the highest first, then by id. */
export interface View {
  readonly ids: readonly string[];
  /** How many relationships each has in the whole graph; a self-loop counts once in each direction. */
  readonly degrees: readonly number[];
  /** What they are called in Chinese and in English; empty unless asked for. */
  readonly names: readonly string[];
  readonly namesEn: readonly (string | null)[];
  /** Null when the view is whole; otherwise why it was cut. */
  readonly truncatedReason: string | null;
}

const inOrder = (one: Ranked, other: Ranked): number => other[1] - one[1] || byCodePoint(one[0], other[0]);

/** The values of a list, each once, in the order in which they first come. */
export function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

/**
 * Selects a part of the graph in breadth, level by level, with one statement for each. Kinds narrow what is reached, not where
 * the search begins.
 * @param where the field, for messages.
 * @param called whether names are asked for.
 * @throws BadInput for what is out of bounds or unknown.
 */
export async function selectView(
  context: RequestContext,
  request: ViewRequest,
  where = "subgraph",
  called = false,
): Promise<View> {
  const { graph, limits } = context;
  const maxNodes = request.maxNodes ?? limits.defaultViewNodes;
  const starts = unique(request.from);
  checkBounds(context, { starts, maxNodes, depth: request.depth }, where);
  const types = typesOf(graph.model, request.types);
  const kinds = request.kinds ? kindsOf(graph.model, request.kinds) : undefined;
  let frontier = (await knownEntities(context, starts, `${where}(from)`, called)).sort(inOrder);
  let found = frontier;
  const known = new Set<string>();
  let whole = true;
  for (let distance = 1; distance <= request.depth && frontier.length > 0 && whole; distance += 1) {
    if (types.length === 0 || kinds?.length === 0) break;
    const from = frontier.map((row) => row[0]);
    for (const id of from) known.add(id);
    const derived = derivedTypes(graph.model);
    const step = { from, types, derived, direction: request.direction ?? "BOTH", kinds, limit: maxNodes + 1 } as const;
    // What earlier levels hold may come again: they are fewer than the limit, so that enough others come.
    const rows = (await graph.read(level(step, called))) as unknown as readonly Ranked[];
    const reached = rows.filter((row) => !known.has(row[0]));
    const room = maxNodes - found.length;
    whole = reached.length <= room;
    frontier = whole ? reached : reached.slice(0, room);
    found = found.concat(frontier);
  }
  const reason =
    `More than ${maxNodes} entities lie within a depth of ${request.depth}: the nearest are kept, of those equally near the ` +
    `best joined; ask for fewer types or kinds, or for more nodes (at most ${limits.maxViewNodes}).`;
  return { ...listed(found, called), truncatedReason: whole ? null : reason };
}

/** Thousands of rows are read once, column by column: each reading of them takes longer than what is done with them. */
function listed(rows: readonly Ranked[], called: boolean): Omit<View, "truncatedReason"> {
  const lists = {
    ids: [] as string[],
    degrees: [] as number[],
    names: [] as string[],
    namesEn: [] as (string | null)[],
  };
  for (const row of rows) {
    lists.ids.push(row[0]);
    lists.degrees.push(row[1]);
    if (!called) continue;
    lists.names.push(row[2] as string);
    lists.namesEn.push(row[3] ?? null);
  }
  return lists;
}

interface Bounded {
  readonly starts: readonly string[];
  readonly maxNodes: number;
  readonly depth: number;
}

function checkBounds({ limits }: RequestContext, { starts, maxNodes, depth }: Bounded, where: string): void {
  if (maxNodes < 1 || maxNodes > limits.maxViewNodes)
    throw new BadInput(
      `${where}(maxNodes): expected 1 to ${limits.maxViewNodes} but got ${maxNodes}; ask for a part, and expand from there.`,
      { limit: limits.maxViewNodes },
    );
  if (depth < 0 || depth > limits.maxPathLength)
    throw new BadInput(
      `${where}(depth): expected 0 to ${limits.maxPathLength} but got ${depth}; begin at more entities instead.`,
      { limit: limits.maxPathLength },
    );
  if (starts.length === 0)
    throw new BadInput(`${where}(from): expected the id of an entity or more but got none; name one.`);
  if (starts.length > maxNodes)
    throw new BadInput(
      `${where}(from): expected at most ${maxNodes} entities (maxNodes) but got ${starts.length}; name fewer, or allow more nodes.`,
      { limit: maxNodes },
    );
}

/** What joins entities to others: the relationships that were found, and whether there are more. */
export interface Joined {
  readonly relationships: readonly GraphObject[];
  readonly whole: boolean;
}

/** Which relationships are asked for. */
export interface JoinRequest {
  readonly selection: Selection;
  readonly limit: number;
}

/** The relationships between entities of two lists, each once, with the columns that are asked for, in the order of their ids. */
export async function joined(
  { graph }: RequestContext,
  ids: readonly string[],
  among: readonly string[],
  { selection, limit }: JoinRequest,
): Promise<Joined> {
  const types = typesOf(graph.model, undefined);
  if (ids.length === 0) return { relationships: [], whole: true };
  const columns = Columns.for(graph.model, types, selection);
  const rows = await graph.read(joining({ ids, types, columns, limit: limit + 1 }, among));
  const relationships = rows.slice(0, limit).map((row) => ({ ...columns.at(row, 2), fromId: row[0], toId: row[1] }));
  return { relationships, whole: rows.length <= limit };
}

/** What joins entities among themselves as lists of equal length, in the order of ids. */
export interface Ends {
  /** The positions of the ends among the entities. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly id: readonly string[];
  /** Where a stage stands in its chain, counted from 1, by {@link RANK}; 0 for the other types. */
  readonly rank: readonly number[];
  readonly whole: boolean;
}

/** What says where a far end stands, counted from 1: the place of a stage in its chain. */
export const RANK = { type: "HAS_STAGE", property: "rank" } as const;

/** The relationships of any type among some entities, each once. */
export async function endsWithin({ graph }: RequestContext, ids: readonly string[], limit: number): Promise<Ends> {
  const types = typesOf(graph.model, undefined);
  const statement = withinAsLists({ ids, types, limit: limit + 1 }, name(RANK.property));
  const [lists] = (await graph.read(statement)) as unknown as readonly [[number[], number[], string[], number[]]];
  const whole = lists[2].length <= limit;
  const [from, to, id, rank] = whole ? lists : (lists.map((list) => list.slice(0, limit)) as typeof lists);
  return { from, to, id, rank, whole };
}

/** The same with the relationships themselves, with the columns that are asked for. */
export async function joinedWithin(
  { graph }: RequestContext,
  ids: readonly string[],
  { selection, limit }: JoinRequest,
): Promise<Joined & { readonly ends: Ends }> {
  const types = typesOf(graph.model, undefined);
  const columns = Columns.for(graph.model, types, selection.needing([RANK.property]));
  const found = await graph.read(within({ ids, types, columns, limit: limit + 1 }));
  const whole = found.length <= limit;
  const rows = found.slice(0, limit);
  const relationships = rows.map((row): GraphObject => ({
    ...columns.at(row, 2),
    fromId: ids[row[0] as number],
    toId: ids[row[1] as number],
  }));
  const ends = {
    from: rows.map(([from]) => from as number),
    to: rows.map(([, to]) => to as number),
    id: relationships.map(({ id }) => id),
    rank: relationships.map(({ [RANK.property]: rank }) => (rank ?? 0) as number),
    whole,
  };
  return { relationships, whole, ends };
}
