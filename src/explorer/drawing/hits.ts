import type { MultiDirectedGraph } from "graphology";
import type Sigma from "sigma";
import type { Point } from "../state/picture.js";
import { pixelsAUnit } from "./camera.js";
import type { DrawnEdge, DrawnNode } from "./styles.js";

/** What lies under the pointer. */
export interface Hit {
  readonly is: "node" | "relationship";
  readonly id: string;
}

/** However small a symbol or thin a line is, it is hit within so many pixels. */
const NEAR = { node: 5, line: 4 } as const;

/** Into how many straight pieces a bent line is cut. */
const PIECES = 8;

function distanceToPiece(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length));
  return Math.hypot(at.x - from.x - part * dx, at.y - from.y - part * dy);
}

/** How far a point is from a line, bent as it is drawn. */
function distanceToLine(at: Point, from: Point, to: Point, bend: number): number {
  if (bend === 0) return distanceToPiece(at, from, to);
  const pull = {
    x: (from.x + to.x) / 2 - (to.y - from.y) * bend,
    y: (from.y + to.y) / 2 + (to.x - from.x) * bend,
  };
  let least = Infinity;
  let last = from;
  for (let piece = 1; piece <= PIECES; piece += 1) {
    const part = piece / PIECES;
    const [one, two, three] = [(1 - part) ** 2, 2 * part * (1 - part), part ** 2];
    const next = {
      x: one * from.x + two * pull.x + three * to.x,
      y: one * from.y + two * pull.y + three * to.y,
    };
    least = Math.min(least, distanceToPiece(at, last, next));
    last = next;
  }
  return least;
}

function nodeAt(sigma: Sigma, graph: MultiDirectedGraph, at: Point, unit: number): string | undefined {
  const size = sigma.scaleSize(1) * Math.SQRT1_2;
  let found: string | undefined;
  let least = Infinity;
  graph.forEachNode((id, attributes) => {
    const { x, y, radius } = attributes as DrawnNode & Point;
    const distance = Math.hypot(x - at.x, y - at.y) * unit;
    if (distance >= least || distance > Math.max(NEAR.node, radius * size)) return;
    [found, least] = [id, distance];
  });
  return found;
}

function lineAt(graph: MultiDirectedGraph, at: Point, unit: number): string | undefined {
  let found: string | undefined;
  let least = NEAR.line / unit;
  graph.forEachEdge((id, attributes, _from, _to, from, to) => {
    const { bend } = attributes as DrawnEdge;
    const [one, other] = [from as Point, to as Point];
    // A bent line leaves the box around its ends by less than its length.
    const room = bend === 0 ? least : least + Math.abs(bend) * (Math.abs(one.x - other.x) + Math.abs(one.y - other.y));
    if (at.x < Math.min(one.x, other.x) - room || at.x > Math.max(one.x, other.x) + room) return;
    if (at.y < Math.min(one.y, other.y) - room || at.y > Math.max(one.y, other.y) + room) return;
    const distance = distanceToLine(at, one, other, bend);
    if (distance >= least) return;
    [found, least] = [id, distance];
  });
  return found;
}

/**
 * What lies at a point of the screen, the symbols over the lines. It is computed from the places: reading it back from
 * what the graphics card has drawn, as Sigma does, takes a second drawing a frame and waits for both.
 */
export function hitAt(sigma: Sigma, graph: MultiDirectedGraph, { x, y }: Point): Hit | null {
  const at = sigma.viewportToGraph({ x, y });
  const unit = pixelsAUnit(sigma);
  const node = nodeAt(sigma, graph, at, unit);
  if (node !== undefined) return { is: "node", id: node };
  const line = lineAt(graph, at, unit);
  return line === undefined ? null : { is: "relationship", id: line };
}
