import type { Graph } from "../../graph/graph.js";
import { frontier } from "../../graph/statements/frontier.js";
import { byCodePoint } from "../../graph/text-order.js";
import type { PathRequest } from "./request.js";

/** What was read around the two ends: enough to hold every path up to a length, unless it was cut. */
export interface Explored {
  readonly neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many relationships each entity has; a statement that joins two begins at the one that has fewer. */
  readonly degrees: ReadonlyMap<string, number>;
  /** The length up to which paths are wanted. */
  readonly longest: number;
  /** Whether something was left unread because of the bound. */
  readonly cut: boolean;
}

/** Two entities that are joined, and how many relationships the second has. */
type Step = readonly [near: string, far: string, degree: number];

/** One end and what was reached from it, level by level. */
interface Side {
  /** How far from the end each entity is. */
  readonly distances: Map<string, number>;
  /** What was reached last; nothing else leads further. */
  frontier: readonly string[];
  depth: number;
  /** Whether entities were left out, so that an empty frontier does not mean that all was read. */
  cut: boolean;
  /** All that was read from it. */
  readonly steps: (readonly Step[])[];
}

const sideOf = (end: string): Side => ({
  distances: new Map([[end, 0]]),
  frontier: [end],
  depth: 0,
  cut: false,
  steps: [],
});

/** Reads the surroundings of both ends, always on the side that has fewer relationships to read. */
class Exploration {
  private readonly neighbours = new Map<string, Set<string>>();
  private readonly sides: readonly [Side, Side];
  /** Entities behind which something was read: a step to one of them may lead on. */
  private readonly leadOn = new Set<string>();
  private shortest = Infinity;

  constructor(
    private readonly graph: Graph,
    private readonly request: PathRequest,
    private readonly degrees: Map<string, number>,
    private budget: number,
  ) {
    this.sides = [sideOf(request.start), sideOf(request.goal)];
  }

  /**
   * Reads until the depths of both sides cover the longest path that is wanted: of two neighbours on it, one is then less
   * far from its end than that side was read.
   */
  async run(): Promise<Explored> {
    const [one, other] = this.sides;
    for (;;) {
      const levels = this.longest - one.depth - other.depth;
      // A side that was read whole holds every path.
      if (levels <= 0 || this.sides.some(({ frontier: ids, cut }) => ids.length === 0 && !cut)) break;
      const [side, far] = this.levelCost(one) <= this.levelCost(other) ? [one, other] : [other, one];
      if (side.frontier.length === 0) break;
      if (levels > 1) await this.readLevel(side, far);
      else {
        await this.readBetween(side);
        break;
      }
    }
    this.joinSteps(one, other);
    this.joinSteps(other, one);
    const { neighbours, degrees, longest } = this;
    return { neighbours, degrees, longest, cut: one.cut || other.cut };
  }

  private get longest(): number {
    return Math.min(this.request.maxLength, this.shortest + this.request.extra);
  }

  private degreeOf(id: string): number {
    return this.degrees.get(id) ?? 0;
  }

  private costOf(ids: readonly string[]): number {
    return ids.reduce((sum, id) => sum + this.degreeOf(id), 0);
  }

  private levelCost({ frontier: ids }: Side): number {
    return ids.length === 0 ? Infinity : this.costOf(ids);
  }

  /** What is joined to entities, by one statement; the busiest are left out where they exceed what may be read. */
  private async read(ids: readonly string[], side: Side): Promise<readonly Step[]> {
    const affordable = this.costOf(ids) <= this.budget ? ids : this.cheapestOf(ids);
    side.cut ||= affordable.length < ids.length;
    this.budget -= this.costOf(affordable);
    if (affordable.length === 0) return [];
    for (const id of affordable) this.leadOn.add(id);
    const { ground, avoid } = this.request;
    const steps = (await this.graph.read(frontier(affordable, ground))) as unknown as readonly Step[];
    return steps.filter(([near, far]) => near !== far && !avoid.has(far));
  }

  private cheapestOf(ids: readonly string[]): readonly string[] {
    let rest = this.budget;
    return ids
      .map((id) => ({ id, degree: this.degreeOf(id) }))
      .filter(({ degree }) => degree <= rest)
      .sort((a, b) => a.degree - b.degree || byCodePoint(a.id, b.id))
      .filter(({ degree }) => (rest -= degree) >= 0)
      .map(({ id }) => id);
  }

  /** One more level of a side. */
  private async readLevel(side: Side, other: Side): Promise<void> {
    const steps = await this.read(side.frontier, side);
    side.steps.push(steps);
    side.depth += 1;
    const reached: string[] = [];
    for (const [, far, degree] of steps) {
      if (side.distances.has(far)) continue;
      side.distances.set(far, side.depth);
      this.degrees.set(far, degree);
      const rest = other.distances.get(far);
      if (rest !== undefined) this.shortest = Math.min(this.shortest, side.depth + rest);
      // A path ends at an end; what lies behind it is no part of one.
      if (!this.request.ground.goals.includes(far)) reached.push(far);
    }
    side.frontier = reached;
  }

  /**
   * The last level is what joins the two frontiers. Of two that are joined it is enough to read one: those of the cheaper side,
   * or of both all but the busiest, so that a hub between the ends is not read.
   */
  private async readBetween(side: Side): Promise<void> {
    const reached = new Set(this.sides.flatMap(({ frontier: ids }) => ids));
    const busiest = [...reached].reduce((most, id) => (this.degreeOf(id) > this.degreeOf(most) ? id : most));
    const allButBusiest = [...reached].filter((id) => id !== busiest);
    const cost = this.costOf(side.frontier);
    const ids = cost > this.budget || this.costOf(allButBusiest) < cost ? allButBusiest : side.frontier;
    for (const [near, far] of await this.read(ids, side))
      if (this.sides.some(({ distances }) => distances.has(far))) {
        this.join(near, far);
        this.leadOn.add(far);
      }
  }

  /** Of the steps of a side only those lead on behind whose far entity something was read, or that was reached from the other side. */
  private joinSteps(side: Side, other: Side): void {
    for (const steps of side.steps)
      for (const [near, far] of steps) if (this.leadOn.has(far) || other.distances.has(far)) this.join(near, far);
  }

  private join(one: string, other: string): void {
    for (const [near, far] of [
      [one, other],
      [other, one],
    ] as const) {
      const known = this.neighbours.get(near);
      if (known) known.add(far);
      else this.neighbours.set(near, new Set([far]));
    }
  }
}

/**
 * Reads what lies between two entities, by at most one statement for each relationship of the longest path.
 * @param degrees of the two ends.
 * @param budget the relationships that may be read.
 */
export function explore(
  graph: Graph,
  request: PathRequest,
  degrees: ReadonlyMap<string, number>,
  budget: number,
): Promise<Explored> {
  return new Exploration(graph, request, new Map(degrees), budget).run();
}
