import { byCodePoint } from "../../graph/text-order.js";
import type { Explored } from "./explore.js";

/** Paths as the ids of their entities, in order. */
export interface Enumerated {
  readonly paths: readonly (readonly string[])[];
  /** Whether the steps ran out before the paths did. */
  readonly cut: boolean;
}

/** What is being looked for. */
export interface Wanted {
  readonly start: string;
  readonly goal: string;
  /** How many relationships more than the shortest path others may have. */
  readonly extra: number;
  /** The search ends when it has so many. */
  readonly most: number;
  /** Entities that may be tried, over all paths. */
  readonly steps: number;
}

type Neighbours = Explored["neighbours"];

const NONE: ReadonlySet<string> = new Set();

/** How far entities are from one, without passing another; those further than `most` are left out. */
function distancesFrom(neighbours: Neighbours, start: string, closed: string, most: number): Map<string, number> {
  const distances = new Map([[start, 0]]);
  let level = [start];
  for (let distance = 1; distance <= most && level.length > 0; distance += 1) {
    const next: string[] = [];
    for (const near of level) {
      if (near === closed) continue;
      for (const far of neighbours.get(near) ?? NONE) {
        if (distances.has(far)) continue;
        distances.set(far, distance);
        next.push(far);
      }
    }
    level = next;
  }
  return distances;
}

/** The simple paths of a graph between two entities, by length and then by the ids along them. */
class Enumeration {
  private readonly paths: string[][] = [];
  private readonly neighbours = new Map<string, readonly string[]>();
  private readonly distances: ReadonlyMap<string, number>;
  private readonly shortest: number;
  private readonly longest: number;
  private steps: number;

  constructor(
    explored: Explored,
    private readonly wanted: Wanted,
  ) {
    const { neighbours, longest } = explored;
    const { start, goal } = wanted;
    this.steps = wanted.steps;
    this.distances = distancesFrom(neighbours, start, goal, longest);
    const rest = distancesFrom(neighbours, goal, start, longest);
    this.shortest = rest.get(start) ?? Infinity;
    // Where something was left unread, the shortest path may have been taken for a longer one.
    this.longest = Math.min(longest, this.shortest + wanted.extra);
    const isBetween = (id: string): boolean =>
      (this.distances.get(id) ?? Infinity) + (rest.get(id) ?? Infinity) <= longest;
    for (const id of rest.keys())
      if (isBetween(id)) this.neighbours.set(id, [...(neighbours.get(id) ?? NONE)].filter(isBetween).sort(byCodePoint));
  }

  run(): Enumerated {
    for (let length = this.shortest; length <= this.longest && !this.isOver; length += 1)
      this.walk([this.wanted.start], this.leading(length));
    return { paths: this.paths, cut: this.steps < 0 };
  }

  private get isOver(): boolean {
    return this.paths.length >= this.wanted.most || this.steps < 0;
  }

  private neighboursOf(id: string): readonly string[] {
    return this.neighbours.get(id) ?? [];
  }

  /** By the steps that remain: the entities from which the goal is so many steps away, and not too far from the start. */
  private leading(length: number): readonly ReadonlySet<string>[] {
    const { start, goal } = this.wanted;
    const levels = [new Set([goal])];
    for (let remaining = 1; remaining < length; remaining += 1) {
      const level = new Set<string>();
      for (const near of levels[remaining - 1] as Set<string>)
        for (const far of this.neighboursOf(near))
          if (far !== start && far !== goal && (this.distances.get(far) as number) <= length - remaining)
            level.add(far);
      levels.push(level);
    }
    return levels;
  }

  /** Lengthens a path by every entity from which the goal can be reached in the steps that remain. */
  private walk(path: readonly string[], leading: readonly ReadonlySet<string>[]): void {
    const remaining = leading.length - path.length;
    const next = leading[remaining] as ReadonlySet<string>;
    for (const id of this.neighboursOf(path.at(-1) as string)) {
      if (!next.has(id) || path.includes(id)) continue;
      this.steps -= 1;
      if (this.isOver) return;
      if (remaining === 0) this.paths.push([...path, id]);
      else this.walk([...path, id], leading);
    }
  }
}

/** Lists simple paths in what was explored: the shortest first, and as the ids along them order those of one length. */
export function enumerate(explored: Explored, wanted: Wanted): Enumerated {
  return new Enumeration(explored, wanted).run();
}
