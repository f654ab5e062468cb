import type { GraphQLResolveInfo } from "graphql";
import { BadInput } from "../errors.js";
import { byCodePoint } from "../graph/text-order.js";
import type { RequestContext } from "../graph/context.js";
import type { Graph } from "../graph/graph.js";
import { selectionOf, type Selection } from "../graph/selection.js";
import { Columns, type GraphObject } from "../graph/statements/columns.js";
import { betweenPairs, goalDegrees } from "../graph/statements/frontier.js";
import { enumerate } from "./paths/enumerate.js";
import { explore } from "./paths/explore.js";
import { readRequest, type PathRequest, type PathsArgs } from "./paths/request.js";

/** What one search may take; injected by tests. */
export interface PathBounds {
  /** Relationships that are read around the ends. Neo4j reads and sends so many in about half a second. */
  readonly relationships: number;
  /** Entities that are tried while paths are listed: about 50 ms during which no other request is served. */
  readonly steps: number;
}

/** The bounds of a service. */
export const PATH_BOUNDS: PathBounds = { relationships: 100_000, steps: 200_000 };

/** Paths as ids in the order asked for, and why there may be others. */
export interface FoundPaths {
  readonly paths: readonly (readonly string[])[];
  /** How many relationships each entity has that was met. */
  readonly degrees: ReadonlyMap<string, number>;
  readonly truncatedReason: string | null;
}

/** The answer of `paths`. */
export interface PathResult {
  readonly paths: readonly GraphPath[];
  readonly truncatedReason: string | null;
}

interface GraphPath {
  readonly length: number;
  readonly nodes: readonly GraphObject[];
  readonly relationships: readonly GraphObject[];
}

/** The degrees of both ends. */
async function knownEnds(graph: Graph, { ground, mirrored }: PathRequest): Promise<ReadonlyMap<string, number>> {
  const ends = new Map((await graph.read(goalDegrees(ground))) as readonly (readonly [string, number])[]);
  const names = mirrored ? ["to", "from"] : ["from", "to"];
  for (const [index, id] of ground.goals.entries())
    if (!ends.has(id))
      throw new BadInput(
        `paths(${names[index] ?? ""}): expected an entity of this graph but ${JSON.stringify(id)} is none; search for the id by name.`,
      );
  return ends;
}

/**
 * The shortest paths between two entities and those a little longer, as ids.
 * @throws BadInput for an end that is not in the graph.
 */
export async function findPaths(graph: Graph, request: PathRequest, bounds: PathBounds): Promise<FoundPaths> {
  const { start, goal, mirrored, extra, first, ground } = request;
  const ends = await knownEnds(graph, request);
  if (ground.types.length === 0) return { paths: [], degrees: ends, truncatedReason: null };
  const explored = await explore(graph, request, ends, bounds.relationships);
  const { paths, cut } = enumerate(explored, { start, goal, extra, most: first + 1, steps: bounds.steps });
  const reasons = [
    paths.length > first && `There are more than ${first} paths: ask for more by first, or narrow types or kinds.`,
    cut &&
      `The search ended after ${bounds.steps} steps, and there may be more paths: narrow types or kinds, or lower extra.`,
    explored.cut &&
      `Around the ends ${bounds.relationships} relationships may be read, and the busiest entities were left out; there may be ` +
        `other paths${paths.length > 0 ? ", even shorter ones" : ""}: narrow types or kinds, avoid busy entities, or lower maxLength.`,
  ].filter((reason) => reason !== false);
  return {
    paths: paths.slice(0, first).map((path) => (mirrored ? path.toReversed() : path)),
    degrees: explored.degrees,
    truncatedReason: reasons.length > 0 ? reasons.join(" ") : null,
  };
}

/** The two ends of a step, the same either way. */
const pairKey = (one: string, other: string): string => JSON.stringify([one, other].sort(byCodePoint));

/** Every relationship between neighbours on the paths, by pair, in the order of ids. */
async function relationshipsOf(
  graph: Graph,
  { paths, degrees }: FoundPaths,
  { ground: { types } }: PathRequest,
  selection: Selection,
): Promise<ReadonlyMap<string, readonly GraphObject[]>> {
  const columns = Columns.ofRelationships(graph.model, types, selection);
  const degreeOf = (id: string): number => degrees.get(id) ?? 0;
  const pairs = new Map<string, readonly [string, string]>();
  for (const path of paths)
    for (const [index, near] of path.slice(0, -1).entries()) {
      const far = path[index + 1] as string;
      pairs.set(pairKey(near, far), degreeOf(near) <= degreeOf(far) ? [near, far] : [far, near]);
    }
  const found = new Map<string, GraphObject[]>();
  for (const row of await graph.read(betweenPairs([...pairs.values()], types, columns))) {
    const key = pairKey(row[0] as string, row[1] as string);
    const object = { ...columns.at(row, 2), fromId: row[0], toId: row[1] };
    found.set(key, [...(found.get(key) ?? []), object]);
  }
  for (const objects of found.values()) objects.sort((a, b) => byCodePoint(a.id, b.id));
  return found;
}

/** Answers `paths`: what is asked of nodes and relationships, each by one statement whatever the number of paths. */
export async function paths(
  { graph, limits }: RequestContext,
  args: PathsArgs,
  info: GraphQLResolveInfo,
): Promise<PathResult> {
  const request = readRequest(graph.model, limits, args);
  const found = await findPaths(graph, request, PATH_BOUNDS);
  const selection = selectionOf(info).below("paths");
  const isAsked = (field: string): boolean => found.paths.length > 0 && selection.has(field);
  const [nodes, relationships] = await Promise.all([
    isAsked("nodes") ? graph.entitiesById([...new Set(found.paths.flat())], selection.below("nodes")) : [],
    isAsked("relationships")
      ? relationshipsOf(graph, found, request, selection.below("relationships"))
      : new Map<string, readonly GraphObject[]>(),
  ]);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return {
    paths: found.paths.map((path) => ({
      length: path.length - 1,
      nodes: path.flatMap((id) => byId.get(id) ?? []),
      relationships: path.slice(1).flatMap((id, index) => relationships.get(pairKey(path[index] as string, id)) ?? []),
    })),
    truncatedReason: found.truncatedReason,
  };
}
