import { BadInput } from "../errors.js";
import type { RequestContext } from "../graph/context.js";
import type { Selection } from "../graph/selection.js";
import { Columns, type GraphObject } from "../graph/statements/columns.js";
import { joining } from "../graph/statements/joining.js";
import { degrees, level } from "../graph/statements/level.js";
import { kindsOf, typesOf, type Following } from "../graph/walks.js";
import { byCodePoint } from "../graph/text-order.js";

/** Which part of the graph is asked for. */
export interface ViewRequest extends Following {
  readonly from: readonly string[];
  readonly depth: number;
  /** The default of the limits unless told. */
  readonly maxNodes?: number | null | undefined;
}

/** A part of the graph: its nodes, near before far, then by degree, the highest first, then by id. */
export interface View {
  readonly ids: readonly string[];
  /** How many relationships each has in the whole graph; a self-loop counts once in each direction. */
  readonly degrees: readonly number[];
  /** Null when the view is whole; otherwise why it was cut. */
  readonly truncatedReason: string | null;
}

type Rank = readonly [id: string, degree: number];

const inOrder = (one: Rank, other: Rank): number => other[1] - one[1] || byCodePoint(one[0], other[0]);

/** The values of a list, each once, in the order in which they first come. */
export function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

/**
 * Refuses ids that no entity has.
 * @param where the argument, for the message: `subgraph(from)`.
 * @returns the degree of each, in the order of the ids.
 * @throws BadInput that names them.
 */
export async function knownEntities(context: RequestContext, ids: readonly string[], where: string): Promise<Rank[]> {
  const found = new Map(
    (await context.graph.read(degrees(ids))).map(([id, degree]) => [id as string, degree as number]),
  );
  const unknown = ids.filter((id) => !found.has(id));
  if (unknown.length > 0)
    throw new BadInput(
      `${where}: expected entities of this graph but ${unknown
        .slice(0, 3)
        .map((id) => JSON.stringify(id))
        .join(", ")}` +
        `${unknown.length > 3 ? ` and ${unknown.length - 3} more` : ""} ${unknown.length === 1 ? "is" : "are"} none; ` +
        "search for the id by name, or leave it out.",
      { unknown },
    );
  return ids.map((id) => [id, found.get(id) as number] as const);
}

/**
 * Selects a part of the graph in breadth, level by level, with one statement for each. Kinds narrow what is reached, not where
 * the search begins.
 * @param where the field, for messages.
 * @throws BadInput for what is out of bounds or unknown.
 */
export async function selectView(context: RequestContext, request: ViewRequest, where = "subgraph"): Promise<View> {
  const { graph, limits } = context;
  const maxNodes = request.maxNodes ?? limits.defaultViewNodes;
  const starts = unique(request.from);
  checkBounds(context, { starts, maxNodes, depth: request.depth }, where);
  const types = typesOf(graph.model, request.types);
  const kinds = request.kinds ? kindsOf(graph.model, request.kinds) : undefined;
  let frontier = (await knownEntities(context, starts, `${where}(from)`)).sort(inOrder);
  const found = new Map<string, number>(frontier);
  let whole = true;
  for (let distance = 1; distance <= request.depth && frontier.length > 0 && whole; distance += 1) {
    if (types.length === 0 || kinds?.length === 0) break;
    const step = {
      from: frontier.map(([id]) => id),
      types,
      direction: request.direction ?? "BOTH",
      kinds,
      limit: maxNodes + 1,
    };
    // What earlier levels hold may come again: they are fewer than the limit, so that enough others come.
    const reached = ((await graph.read(level(step))) as readonly Rank[]).filter(([id]) => !found.has(id));
    const room = maxNodes - found.size;
    whole = reached.length <= room;
    frontier = reached.slice(0, room);
    for (const [id, degree] of frontier) found.set(id, degree);
  }
  return {
    ids: [...found.keys()],
    degrees: [...found.values()],
    truncatedReason: whole
      ? null
      : `More than ${maxNodes} entities lie within a depth of ${request.depth}: the nearest are kept, of those equally near the ` +
        `best joined; ask for fewer types or kinds, or for more nodes (at most ${limits.maxViewNodes}).`,
  };
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

/**
 * The relationships of some types between entities of two lists, each once, with the columns that are asked for, in the order
 * of their ids.
 * @param among the same list for what joins entities among themselves.
 */
export async function joined(
  { graph }: RequestContext,
  ids: readonly string[],
  among: readonly string[],
  {
    types: chosen,
    selection,
    limit,
  }: { readonly types: Following["types"]; readonly selection: Selection; readonly limit: number },
): Promise<Joined> {
  const types = typesOf(graph.model, chosen);
  if (types.length === 0 || ids.length === 0 || among.length === 0) return { relationships: [], whole: true };
  const columns = Columns.ofRelationships(graph.model, types, selection);
  const rows = await graph.read(joining({ ids, among, types, columns, limit: limit + 1 }));
  const relationships = rows.slice(0, limit).map((row) => ({ ...columns.at(row, 2), fromId: row[0], toId: row[1] }));
  return { relationships, whole: rows.length <= limit };
}
