import { BadInput } from "../../errors.js";
import type { Graph } from "../../graph/graph.js";
import { goalDegrees } from "../../graph/statements/frontier.js";
import { enumerate } from "./enumerate.js";
import { explore } from "./explore.js";
import type { PathRequest } from "./request.js";

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
