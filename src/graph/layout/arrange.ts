import graphology from "graphology";
import louvainModule from "graphology-communities-louvain";
import forceModule from "graphology-layout-forceatlas2";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Drawing, Layout, Placed } from "./drawing.js";
import { inLayers } from "./layers.js";

type Places = Pick<Placed, "x" | "y">;
type Weighted = InstanceType<typeof graphology.UndirectedGraph>;

// Both are CommonJS, whose default export is the function itself; their types speak of bundlers.
const louvain = louvainModule as unknown as (typeof louvainModule)["default"];
const forceAtlas2 = forceModule as unknown as (typeof forceModule)["default"];

/** Any number will do; it is the same for every view. */
const SEED = 20_231_108;
/** The angle between one node and the next on the spiral where they start: the golden one, so that none stand in line. */
const TURN = Math.PI * (3 - Math.sqrt(5));
/** How often forces are applied: about as often as there is time for within some seconds, and enough for small views. */
const ROUNDS = { most: 200, least: 30, nodes: 200_000 };

const toThreeDecimals = (value: number): number => Math.round(value * 1000) / 1000;

/** A simple graph for the libraries: relationships between the same two nodes are one of more weight, self-loops none. */
function weighted({ nodes, from, to }: Drawing): Weighted {
  const graph = new graphology.UndirectedGraph();
  for (let node = 0; node < nodes; node += 1) graph.addNode(node);
  from.forEach((start, index) => {
    const end = to[index] as number;
    if (start !== end) graph.updateEdge(start, end, (old) => ({ weight: Number(old["weight"] ?? 0) + 1 }));
  });
  return graph;
}

/** Communities by Louvain's method, numbered in the order of their first members. */
function communities(graph: Weighted): Int32Array<ArrayBuffer> {
  const numbers = new Int32Array(graph.order);
  if (graph.size === 0) return numbers.map((_, node) => node);
  const random = xoroshiro128plus(SEED);
  const found = louvain(graph, { rng: () => uniformFloat64(random) });
  const names = new Map<number, number>();
  for (let node = 0; node < graph.order; node += 1) {
    const community = found[node] as number;
    if (!names.has(community)) names.set(community, names.size);
    numbers[node] = names.get(community) as number;
  }
  return numbers;
}

/** Starts on a spiral, community by community, so that few rounds are enough. */
function start(graph: Weighted, community: Int32Array): void {
  const order = [...community.keys()].sort(
    (one, other) => (community[one] as number) - (community[other] as number) || one - other,
  );
  order.forEach((node, position) => {
    const radius = 10 * Math.sqrt(position);
    graph.mergeNodeAttributes(node, { x: radius * Math.cos(position * TURN), y: radius * Math.sin(position * TURN) });
  });
}

function byForce({ nodes }: Drawing, graph: Weighted, community: Int32Array): Places {
  start(graph, community);
  const places = { x: new Float64Array(nodes), y: new Float64Array(nodes) };
  const iterations = Math.min(ROUNDS.most, Math.max(ROUNDS.least, Math.round(ROUNDS.nodes / Math.max(1, nodes))));
  const settings = forceAtlas2.inferSettings(Math.max(2, nodes));
  const found = forceAtlas2(graph, { iterations, settings });
  for (let node = 0; node < nodes; node += 1) {
    places.x[node] = toThreeDecimals(found[node]?.x ?? 0);
    places.y[node] = toThreeDecimals(found[node]?.y ?? 0);
  }
  return places;
}

const LAYOUTS: Readonly<Record<Layout, (drawing: Drawing, graph: Weighted, community: Int32Array) => Places>> = {
  FORCE: byForce,
  LAYERED: inLayers,
};

/** Places the nodes of a view and finds its communities; the same for the same view. */
export function arrange(drawing: Drawing): Placed {
  const graph = weighted(drawing);
  const community = communities(graph);
  return { ...LAYOUTS[drawing.layout](drawing, graph, community), community };
}
