import type { Edge, Generated } from "../../support/generated.js";

/** What is asked of paths. */
export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly extra: number;
  readonly types?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly avoidKinds?: readonly string[] | undefined;
  readonly avoid?: readonly string[] | undefined;
}

/** A path as the API shows it. */
export interface Path {
  readonly length: number;
  readonly nodes: readonly string[];
  readonly relationships: readonly string[];
}

const kindOf = (id: string): string => id.slice(0, id.indexOf(":")).toUpperCase();

function mayPass({ kinds, avoidKinds, avoid }: Asked, id: string): boolean {
  return !avoid?.includes(id) && (kinds?.includes(kindOf(id)) ?? true) && !avoidKinds?.includes(kindOf(id));
}

const joins = ({ from, to }: Edge, one: string, other: string): boolean =>
  (from === one && to === other) || (from === other && to === one);

/** How far the goal is, by a search in breadth as textbooks have it; Infinity where it cannot be reached. */
function distance(graph: Generated, edges: readonly Edge[], asked: Asked): number {
  const queue: [string, number][] = [[asked.from, 0]];
  const seen = new Set([asked.from]);
  for (const [id, depth] of queue) {
    if (id === asked.to) return depth;
    if (id !== asked.from && !mayPass(asked, id)) continue;
    for (const far of graph.nodes)
      if (!seen.has(far) && edges.some((edge) => joins(edge, id, far))) {
        seen.add(far);
        queue.push([far, depth + 1]);
      }
  }
  return Infinity;
}

/** Every simple path of at most a length, in no order. */
function simplePaths(graph: Generated, edges: readonly Edge[], asked: Asked, most: number): string[][] {
  const found: string[][] = [];
  const lengthen = (path: string[]): void => {
    const last = path.at(-1) as string;
    if (last === asked.to) {
      found.push(path);
      return;
    }
    if (path.length > most || (path.length > 1 && !mayPass(asked, last))) return;
    for (const far of graph.nodes)
      if (!path.includes(far) && edges.some((edge) => joins(edge, last, far))) lengthen([...path, far]);
  };
  lengthen([asked.from]);
  return found;
}

const before = (one: readonly string[], other: readonly string[]): number => {
  const index = one.findIndex((id, at) => id !== other[at]);
  return one.length - other.length || ((one[index] as string) < (other[index] as string) ? -1 : 1);
};

/** The paths of a generated graph: shortest first, then by the ids read from the smaller end. */
export function pathsOf(graph: Generated, asked: Asked): Path[] {
  const edges = graph.edges.filter(({ type }) => asked.types?.includes(type) ?? true);
  const most = Math.min(asked.maxLength, distance(graph, edges, asked) + asked.extra);
  const fromSmaller = (path: readonly string[]): readonly string[] =>
    asked.from < asked.to ? path : path.toReversed();
  const between = (one: string, other: string): string[] =>
    edges
      .filter((edge) => joins(edge, one, other))
      .map(({ id }) => id)
      .sort();
  return simplePaths(graph, edges, asked, most)
    .sort((one, other) => before(fromSmaller(one), fromSmaller(other)))
    .map((nodes) => ({
      length: nodes.length - 1,
      nodes,
      relationships: nodes.slice(1).flatMap((id, index) => between(nodes[index] as string, id)),
    }));
}
