import { byCodePoint } from "../../graph/text-order.js";

/** Stages in order, and what keeps them from having one. */
export interface Layers {
  /** The layer of each stage, counted from upstream, from 1. */
  readonly layerOf: ReadonlyMap<string, number>;
  /** Each cycle once: the stages along it, beginning with the smallest id. */
  readonly cycles: readonly (readonly string[])[];
}

/**
 * Orders stages by what feeds what: a stage lies one layer below the lowest of those that feed it, stages of one cycle
 * share a layer, and what nothing feeds is in the first.
 * @param feeds pairs of ids, upstream first; both are among the ids.
 */
export function layersOf(ids: readonly string[], feeds: readonly (readonly [string, string])[]): Layers {
  const next = adjacency(ids, feeds);
  const components = componentsOf(ids, next);
  const layerOf = new Map(ids.map((id) => [id, 1]));
  // Tarjan's components come in reverse topological order, so that from the last to the first each is settled when reached.
  for (const component of [...components].reverse()) {
    const layer = Math.max(...component.map((id) => layerOf.get(id) ?? 1));
    const members = new Set(component);
    for (const id of component) {
      layerOf.set(id, layer);
      for (const fed of next.get(id) ?? [])
        if (!members.has(fed)) layerOf.set(fed, Math.max(layerOf.get(fed) ?? 1, layer + 1));
    }
  }
  const cycles = components.map((component) => cycleIn(component, next)).filter((cycle) => cycle.length > 0);
  return { layerOf, cycles: cycles.sort(([a = ""], [b = ""]) => byCodePoint(a, b)) };
}

type Next = ReadonlyMap<string, readonly string[]>;

function adjacency(ids: readonly string[], feeds: readonly (readonly [string, string])[]): Next {
  const next = new Map(ids.map((id): [string, Set<string>] => [id, new Set()]));
  for (const [from, to] of feeds) next.get(from)?.add(to);
  return new Map([...next].map(([id, fed]) => [id, [...fed].sort(byCodePoint)]));
}

interface Visit {
  readonly id: string;
  readonly rest: Iterator<string>;
}

/** The strongly connected components, by Tarjan's algorithm with a stack of its own: chains may be deep. */
function componentsOf(ids: readonly string[], next: Next): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const components: string[][] = [];
  const visits: Visit[] = [];
  const enter = (id: string): void => {
    index.set(id, index.size);
    low.set(id, index.size - 1);
    open.push(id);
    isOpen.add(id);
    visits.push({ id, rest: (next.get(id) ?? [])[Symbol.iterator]() });
  };
  const lower = (id: string, bound: number | undefined): void => {
    low.set(id, Math.min(low.get(id) ?? 0, bound ?? 0));
  };
  for (const start of [...ids].sort(byCodePoint)) {
    if (!index.has(start)) enter(start);
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const step = visit.rest.next();
      if (!step.done) {
        if (!index.has(step.value)) enter(step.value);
        else if (isOpen.has(step.value)) lower(visit.id, index.get(step.value));
        continue;
      }
      visits.pop();
      const parent = visits.at(-1);
      if (parent) lower(parent.id, low.get(visit.id));
      if (low.get(visit.id) !== index.get(visit.id)) continue;
      const component = open.splice(open.indexOf(visit.id));
      for (const id of component) isOpen.delete(id);
      components.push(component);
    }
  }
  return components;
}

/** A shortest cycle through the smallest id of a component; empty where it has none. */
function cycleIn(component: readonly string[], next: Next): readonly string[] {
  const [start = ""] = [...component].sort(byCodePoint);
  const members = new Set(component);
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const id of queue)
    for (const fed of next.get(id) ?? []) {
      if (fed === start) return pathTo(id, start, cameFrom);
      if (!members.has(fed) || cameFrom.has(fed)) continue;
      cameFrom.set(fed, id);
      queue.push(fed);
    }
  return [];
}

function pathTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const path = [end];
  for (let id = end; id !== start; path.push(id)) id = cameFrom.get(id) ?? start;
  return path.reverse();
}
