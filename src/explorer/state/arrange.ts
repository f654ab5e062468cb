import forceAtlas2 from "graphology-layout-forceatlas2";
import { UndirectedGraph } from "graphology";
import type { Entity, Picture, Placed, Point } from "./picture.js";

/** From one node to the next where nothing else says. */
const STEP = 74;

type Box = readonly [left: number, bottom: number, right: number, top: number];

/** The room that a symbol and its name take; names keep their size on the screen, so the smaller the picture the more of it. */
function boxOf({ x, y, side }: Point & Pick<Placed, "side">, unit: number): Box {
  const [long, half, low] = [130 * unit, 22 * unit, 50 * unit];
  if (side === "left") return [x - long, y - half, x + half, y + half];
  if (side === "right") return [x - half, y - half, x + long, y + half];
  return [x - long / 2.1, y - low, x + long / 2.1, y + half];
}

/** Where there is still room: boxes that are taken, by cells, so that each new one is compared with few. */
class Room {
  private readonly cells = new Map<string, Box[]>();

  constructor(
    nodes: Iterable<Point & Pick<Placed, "side">>,
    private readonly unit: number,
  ) {
    for (const node of nodes) this.take(node);
  }

  private *cellsOf([left, bottom, right, top]: Box): Generator<string> {
    for (let x = Math.floor(left / 160); x <= Math.floor(right / 160); x += 1)
      for (let y = Math.floor(bottom / 80); y <= Math.floor(top / 80); y += 1) yield `${x},${y}`;
  }

  take(node: Point & Pick<Placed, "side">): void {
    const box = boxOf(node, this.unit);
    for (const cell of this.cellsOf(box)) this.cells.set(cell, [...(this.cells.get(cell) ?? []), box]);
  }

  isFree(point: Point): boolean {
    const [left, bottom, right, top] = boxOf(point, this.unit);
    for (const cell of this.cellsOf([left, bottom, right, top]))
      for (const other of this.cells.get(cell) ?? [])
        if (left < other[2] && right > other[0] && bottom < other[3] && top > other[1]) return false;
    return true;
  }
}

/** In which direction from a node there is most room: away from what is drawn near it. */
function outward({ nodes }: Picture, { x, y }: Point): number {
  let [across, up] = [0, 0];
  for (const node of nodes.values()) {
    const [dx, dy] = [node.x - x, node.y - y];
    const distance = Math.hypot(dx, dy);
    if (distance === 0 || distance > 600) continue;
    across -= dx / distance ** 2;
    up -= dy / distance ** 2;
  }
  return across === 0 && up === 0 ? Math.PI / 2 : Math.atan2(up, across);
}

/** How far a first ring stands off, how far the next from it, and how much of a ring one name takes. */
const RING = { first: 150, next: 105, name: 122 } as const;
/** Names are wider than high, and so are the rings. */
const WIDER = 1.25;

/** In a small picture what is new stands further apart, but no more than this: it gets smaller by it. */
const SPARSEST = 1.6;

function* ringsAround(anchor: Point, towards: number, count: number, unit: number): Generator<Point> {
  const nearest = Math.max(RING.first, (Math.min(count, 16) * RING.name) / (2 * Math.PI * 1.12));
  for (let ring = 0; ; ring += 1) {
    const radius = (nearest + ring * RING.next) * unit;
    const slots = Math.floor((2 * Math.PI * radius * 1.12) / (RING.name * unit));
    for (let slot = 0; slot < slots; slot += 1) {
      const swing = Math.ceil(slot / 2) * (slot % 2 === 0 ? 1 : -1) + (ring % 2) / 2;
      const angle = towards + (swing * 2 * Math.PI) / slots;
      yield {
        x: Math.round(anchor.x + WIDER * radius * Math.cos(angle)),
        y: Math.round(anchor.y + radius * Math.sin(angle)),
      };
    }
  }
}

/** Places new nodes beside the node that they were expanded from, on rings around it where there is room, nearest first. */
export function beside(picture: Picture, anchor: Point, entities: readonly Entity[], unitsAPixel = 1): Placed[] {
  const unit = Math.max(1, Math.min(SPARSEST, unitsAPixel));
  const room = new Room([...picture.nodes.values(), ...picture.headings], unit);
  const points = ringsAround(anchor, outward(picture, anchor), entities.length, unit);
  return entities.map((entity) => {
    for (;;) {
      const point = points.next().value as Point;
      if (!room.isFree(point)) continue;
      room.take(point);
      return { ...entity, ...point };
    }
  });
}

/** Places what has no neighbour in the picture: in rows beneath all of it. */
export function beneath(picture: Picture, entities: readonly Entity[]): Placed[] {
  const points = [...picture.nodes.values()];
  const lowest = points.reduce((least, { y }) => Math.min(least, y), STEP * 2);
  const middle = points.length === 0 ? 0 : points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const across = Math.min(entities.length, 6);
  return entities.map((entity, index) => ({
    ...entity,
    x: Math.round(middle + ((index % across) - (across - 1) / 2) * STEP * 2),
    y: Math.round(lowest - STEP * 2 * (1 + Math.floor(index / across))),
  }));
}

/** Places the missing nodes of a path between those that are drawn, in its order, each where there is room. */
export function along(picture: Picture, path: readonly Entity[]): Placed[] {
  const room = new Room([...picture.nodes.values(), ...picture.headings], 1);
  const known = path.flatMap(({ id }, at) => {
    const node = picture.nodes.get(id);
    return node ? [{ node, at }] : [];
  });
  return path.flatMap((entity, at): Placed[] => {
    if (picture.nodes.has(entity.id)) return [];
    const before = known.findLast((item) => item.at < at) ?? known[0];
    const after = known.find((item) => item.at > at) ?? before;
    if (!before || !after) return [];
    const part = before === after ? 0 : (at - before.at) / (after.at - before.at);
    const ideal = {
      x: before.node.x + part * (after.node.x - before.node.x),
      y: before.node.y + part * (after.node.y - before.node.y),
    };
    const point = nearest(room, ideal);
    room.take(point);
    return [{ ...entity, ...point }];
  });
}

/** The place nearest to a point where there is room. */
function nearest(room: Room, { x, y }: Point): Point {
  for (let radius = 0; ; radius += 30)
    for (let turn = 0; turn < 16; turn += 1) {
      const angle = (turn * Math.PI) / 8;
      const point = { x: Math.round(x + radius * Math.cos(angle)), y: Math.round(y + radius * Math.sin(angle)) };
      if (room.isFree(point)) return point;
    }
}

/** Places the nodes of a path in a row, in its order; those that are drawn stay where they are. */
export function inRow(picture: Picture, entities: readonly Entity[]): Placed[] {
  const points = [...picture.nodes.values()];
  const lowest = points.reduce((least, { y }) => Math.min(least, y), STEP * 2);
  return entities.map((entity, index) => ({
    ...entity,
    x: Math.round((index - (entities.length - 1) / 2) * STEP * 2.2),
    y: Math.round(lowest - STEP * 2),
  }));
}

/** Stretches a layout of any scale until its nodes stand about a step apart. */
export function spread(nodes: readonly Placed[]): Placed[] {
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  const middle = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const [cx, cy] = [middle(xs), middle(ys)];
  const size = Math.sqrt(middle(nodes.map(({ x, y }) => (x - cx) ** 2 + (y - cy) ** 2))) || 1;
  const scale = (STEP * 1.05 * Math.sqrt(nodes.length)) / size;
  return nodes.map((node) => ({ ...node, x: Math.round((node.x - cx) * scale), y: Math.round((node.y - cy) * scale) }));
}

/** How often the forces act; enough for a few hundred nodes, and a second at most. */
const ROUNDS = 300;

/** Pushes apart what stands closer than a step. */
function parted(points: Map<string, { x: number; y: number }>, fixed: ReadonlySet<string>): void {
  const list = [...points];
  for (let round = 0; round < 20; round += 1) {
    let moved = false;
    for (let one = 0; one < list.length; one += 1)
      for (let other = one + 1; other < list.length; other += 1) {
        const [[oneId, a], [otherId, b]] = [list[one] as (typeof list)[number], list[other] as (typeof list)[number]];
        const [dx, dy] = [b.x - a.x || 0.1 * (one - other), b.y - a.y];
        const lack = STEP - Math.hypot(dx, dy);
        if (lack <= 0) continue;
        moved = true;
        const [shiftX, shiftY] = [(dx / (STEP - lack || 1)) * (lack / 2), (dy / (STEP - lack || 1)) * (lack / 2)];
        if (!fixed.has(oneId)) Object.assign(a, { x: a.x - shiftX, y: a.y - shiftY });
        if (!fixed.has(otherId)) Object.assign(b, { x: b.x + shiftX, y: b.y + shiftY });
      }
    if (!moved) return;
  }
}

/** New places for everything that is not pinned, what is joined nearer together; the same for the same picture. */
export function tidied({ nodes, relationships, pinned }: Picture): Map<string, Point> {
  const graph = new UndirectedGraph();
  for (const { id, x, y } of nodes.values()) graph.addNode(id, { x, y, fixed: pinned.has(id) });
  for (const { from, to } of relationships.values()) if (from !== to) graph.mergeEdge(from, to);
  const found = forceAtlas2(graph, {
    iterations: nodes.size > 1500 ? 60 : ROUNDS,
    settings: {
      ...forceAtlas2.inferSettings(graph),
      scalingRatio: 900,
      gravity: 0.4,
      slowDown: 8,
      barnesHutOptimize: nodes.size > 300,
    },
  });
  const points = new Map(Object.entries(found as Record<string, { x: number; y: number }>));
  if (nodes.size <= 800) parted(points, pinned);
  return new Map([...points].map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]));
}
