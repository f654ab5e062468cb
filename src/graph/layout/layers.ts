import type { Drawing, Placed } from "./drawing.js";

type Places = Pick<Placed, "x" | "y">;

/** The distance between two columns, and between two nodes of one. */
const [ACROSS, ALONG] = [100, 20];

/** The neighbours of each node, whatever the direction. */
function neighbours({ nodes, from, to }: Drawing): number[][] {
  const lists = Array.from({ length: nodes }, (): number[] => []);
  from.forEach((start, index) => {
    const end = to[index] as number;
    lists[start]?.push(end);
    lists[end]?.push(start);
  });
  return lists;
}

/**
 * The layers of the nodes that something is stated of, from upstream to downstream: at least the stated rank, and behind
 * whatever flows in. Where flows run in a circle they push no further than there are nodes that have a layer.
 */
function stated({ from, to, flows, ranks }: Drawing): Map<number, number> {
  const layers = new Map<number, number>();
  ranks.forEach((rank, node) => {
    if (rank > 0) layers.set(node, rank - 1);
  });
  const steps = [...flows.keys()].filter((index) => flows[index] === 1 && from[index] !== to[index]);
  for (const index of steps)
    for (const node of [from[index], to[index]] as number[]) if (!layers.has(node)) layers.set(node, 0);
  const most = layers.size;
  for (let round = 0, moved = true; moved && round < most; round += 1) {
    moved = false;
    for (const index of steps) {
      const [start, end] = [from[index], to[index]] as [number, number];
      const behind = Math.min((layers.get(start) ?? 0) + 1, most);
      if ((layers.get(end) ?? 0) >= behind) continue;
      layers.set(end, behind);
      moved = true;
    }
  }
  return layers;
}

/** Gives every node that can be reached the layer that `next` makes of its nearest placed neighbour's; and its distance. */
function spread(
  lists: readonly (readonly number[])[],
  layers: Map<number, number>,
  distances: Map<number, number>,
  next: (layer: number) => number,
): void {
  let frontier = [...layers.keys()].filter((node) => !distances.has(node)).sort((one, other) => one - other);
  for (const node of frontier) distances.set(node, 0);
  for (let distance = 1; frontier.length > 0; distance += 1) {
    const reached: number[] = [];
    for (const node of frontier)
      for (const neighbour of lists[node] ?? []) {
        if (layers.has(neighbour)) continue;
        layers.set(neighbour, next(layers.get(node) ?? 0));
        distances.set(neighbour, distance);
        reached.push(neighbour);
      }
    frontier = reached;
  }
}

/** The nodes of each layer and distance, in that order. */
function columnsOf(
  nodes: number,
  layers: ReadonlyMap<number, number>,
  distances: ReadonlyMap<number, number>,
): number[][] {
  const columns = new Map<number, number[]>();
  for (let node = 0; node < nodes; node += 1) {
    // No distance is as long as there are nodes.
    const key = (layers.get(node) ?? 0) * nodes + (distances.get(node) ?? 0);
    const column = columns.get(key);
    if (column) column.push(node);
    else columns.set(key, [node]);
  }
  return [...columns].sort(([one], [other]) => one - other).map(([, column]) => column);
}

/**
 * Places nodes in layers from left to right: first those that are ranked by what flows through them, behind each layer what
 * lies nearest to it, by distance. Where nothing is ranked, and for what no ranked node reaches, a layer is a distance from the
 * first node.
 */
export function inLayers(drawing: Drawing): Places {
  const lists = neighbours(drawing);
  const layers = stated(drawing);
  const distances = new Map<number, number>();
  spread(lists, layers, distances, (layer) => layer);
  for (let node = 0; node < drawing.nodes; node += 1) {
    if (layers.has(node)) continue;
    layers.set(node, 0);
    spread(lists, layers, distances, (layer) => layer + 1);
  }
  const places = { x: new Float64Array(drawing.nodes), y: new Float64Array(drawing.nodes) };
  columnsOf(drawing.nodes, layers, distances).forEach((column, across) => {
    column.forEach((node, along) => {
      places.x[node] = across * ACROSS;
      // From the middle outwards, below and above in turns.
      places.y[node] = (along % 2 === 0 ? -1 : 1) * Math.ceil(along / 2) * ALONG || 0;
    });
  });
  return places;
}
