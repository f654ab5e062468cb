import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import type { Graph } from "../../graph/graph.js";
import { type Selection, selectionOf } from "../../graph/selection.js";
import { Columns, type GraphObject } from "../../graph/statements/columns.js";
import { betweenPairs } from "../../graph/statements/frontier.js";
import { byCodePoint } from "../../graph/text-order.js";
import { findPaths, type FoundPaths, PATH_BOUNDS } from "./find.js";
import { hintOf } from "./hint.js";
import type { PathResult, PathsArgs } from "./paths-schema.js";
import { type PathRequest, readRequest } from "./request.js";

/** The two ends of a step, the same either way. */
const pairKey = (one: string, other: string): string => JSON.stringify([one, other].sort(byCodePoint));

/** Every relationship between neighbours on the paths, by pair, in the order of ids. */
async function relationshipsOf(
  graph: Graph,
  { paths, degrees }: FoundPaths,
  { ground: { types } }: PathRequest,
  selection: Selection,
): Promise<ReadonlyMap<string, readonly GraphObject[]>> {
  const columns = Columns.for(graph.model, types, selection);
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
  const asked = selectionOf(info);
  const selection = asked.below("paths");
  const isAsked = (field: string): boolean => found.paths.length > 0 && selection.has(field);
  const [nodes, relationships, hint] = await Promise.all([
    isAsked("nodes") ? graph.entitiesById([...new Set(found.paths.flat())], selection.below("nodes")) : [],
    isAsked("relationships")
      ? relationshipsOf(graph, found, request, selection.below("relationships"))
      : new Map<string, readonly GraphObject[]>(),
    asked.has("hint") ? hintOf({ graph, limits }, args, found) : null,
  ]);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return {
    paths: found.paths.map((path) => ({
      length: path.length - 1,
      nodes: path.flatMap((id) => byId.get(id) ?? []),
      relationships: path.slice(1).flatMap((id, index) => relationships.get(pairKey(path[index] as string, id)) ?? []),
    })),
    truncatedReason: found.truncatedReason,
    hint,
  };
}
