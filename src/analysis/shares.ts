import { byCodePoint } from "../graph/text-order.js";

/** A share in percent, as far as it is known: from the least that it can be to the most. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

/** How the share of a stake is known. */
export type Basis = "STATED" | "DERIVED" | "UNKNOWN" | "UNCERTAIN";

/** A stake of one entity in another. */
export interface Stake {
  /** The relationship's id. */
  readonly id: string;
  readonly holder: string;
  readonly held: string;
  /** Percent; undefined where nothing says. */
  readonly percent: number | undefined;
  /** Whether the percentage was computed from amounts. */
  readonly derived: boolean;
  /** Whether it certainly holds at the time that was asked for. */
  readonly certain: boolean;
}

/** Stakes from the one at the top to the one that holds the thing at the bottom. */
export type StakePath = readonly Stake[];

/** Which way paths are followed from an entity. */
export type Side = "holders" | "holdings";

/** How far paths are followed. */
export interface PathBounds {
  readonly maxDepth: number;
  readonly maxPaths: number;
}

/** What was found in following paths. */
export interface FoundPaths {
  /** The shortest first, then in the order of ids as they were followed. */
  readonly paths: readonly StakePath[];
  /** Each circle of holdings once, beginning with the least id. */
  readonly cycles: readonly StakePath[];
  /** Which bound kept paths out. */
  readonly cut: keyof PathBounds | undefined;
}

const ALL: Interval = { least: 100, most: 100 };
/** Products of percentages are told apart to this; it hides what floating point adds to them. */
const PRECISION = 1e9;

function rounded({ least, most }: Interval): Interval {
  return { least: Math.round(least * PRECISION) / PRECISION, most: Math.round(most * PRECISION) / PRECISION };
}

function grouped(stakes: readonly Stake[], key: "holder" | "held"): Map<string, Stake[]> {
  const groups = new Map<string, Stake[]>();
  for (const stake of stakes) {
    const group = groups.get(stake[key]);
    if (group) group.push(stake);
    else groups.set(stake[key], [stake]);
  }
  const far = key === "holder" ? "held" : "holder";
  for (const group of groups.values()) group.sort((a, b) => byCodePoint(a[far], b[far]) || byCodePoint(a.id, b.id));
  return groups;
}

/** The same circle always from the same place. */
function turned(cycle: StakePath): StakePath {
  const least = cycle.reduce(
    (found, { id }, index) => (byCodePoint(id, (cycle[found] as Stake).id) < 0 ? index : found),
    0,
  );
  return [...cycle.slice(least), ...cycle.slice(0, least)];
}

/** Who holds what share of whom: intervals along paths and over them, by exact enumeration. */
export class Shares {
  private readonly byHeld: ReadonlyMap<string, readonly Stake[]>;
  private readonly byHolder: ReadonlyMap<string, readonly Stake[]>;

  constructor(stakes: readonly Stake[]) {
    this.byHeld = grouped(stakes, "held");
    this.byHolder = grouped(stakes, "holder");
  }

  /** The stakes in an entity. */
  in(held: string): readonly Stake[] {
    return this.byHeld.get(held) ?? [];
  }

  /** The stakes that an entity has. */
  by(holder: string): readonly Stake[] {
    return this.byHolder.get(holder) ?? [];
  }

  /** What the known stakes in an entity come to; above 100 where the sources contradict each other. */
  known(held: string): number {
    const sum = this.in(held).reduce((total, { percent, certain }) => total + (certain ? (percent ?? 0) : 0), 0);
    return Math.round(sum * PRECISION) / PRECISION;
  }

  /** What the known stakes leave to the unknown ones. */
  left(held: string): number {
    return Math.max(0, 100 - this.known(held));
  }

  basis({ percent, derived, certain }: Stake): Basis {
    if (percent === undefined) return "UNKNOWN";
    if (!certain) return "UNCERTAIN";
    return derived ? "DERIVED" : "STATED";
  }

  /** The share of one stake: an unknown one is between nothing and what is left, one that may be over between nothing and itself. */
  of(stake: Stake): Interval {
    const most = stake.percent ?? this.left(stake.held);
    return rounded({ least: stake.certain ? (stake.percent ?? 0) : 0, most });
  }

  /** The share of the one at the top in the thing at the bottom, along one path. */
  along(path: StakePath): Interval {
    return rounded(path.map((stake) => this.of(stake)).reduce(times, ALL));
  }

  /**
   * The share of one at the top in one thing at the bottom, over all paths between them. Unknown stakes in one entity
   * have together what is left of it, so of those the best counts, and not each.
   */
  over(paths: readonly StakePath[]): Interval {
    return rounded(this.summed(paths, 1));
  }

  private summed(paths: readonly StakePath[], fromEnd: number): Interval {
    const below = new Map<Stake, StakePath[]>();
    for (const path of paths) {
      const stake = path.at(-fromEnd);
      // Only the top has nothing above it in a path, and a simple path has it once.
      if (path.length < fromEnd || !stake) return ALL;
      below.set(stake, [...(below.get(stake) ?? []), path]);
    }
    let [least, most, mostOfUnknown] = [0, 0, 0];
    for (const [stake, through] of below) {
      const part = times(this.of(stake), this.summed(through, fromEnd + 1));
      least += part.least;
      if (stake.percent === undefined) mostOfUnknown = Math.max(mostOfUnknown, part.most);
      else most += part.most;
    }
    return { least, most: most + mostOfUnknown };
  }

  /** Every path from an entity, up to its holders or down to its holdings, that comes to nothing twice. */
  paths(root: string, side: Side, { maxDepth, maxPaths }: PathBounds): FoundPaths {
    const found: StakePath[] = [];
    const cycles = new Map<string, StakePath>();
    let cut: FoundPaths["cut"];
    for (let next: StakePath[] = [[]]; next.length > 0;) {
      const longer: StakePath[] = [];
      for (const path of next)
        for (const stake of this.onwards(root, path, side)) {
          const cycle = closed(path, stake, side);
          if (cycle) cycles.set(cycle.map(({ id }) => id).join(), cycle);
          else if (path.length === maxDepth) cut ??= "maxDepth";
          else if (found.length === maxPaths) cut ??= "maxPaths";
          else {
            const extended = side === "holders" ? [stake, ...path] : [...path, stake];
            found.push(extended);
            longer.push(extended);
          }
        }
      next = longer;
    }
    const keys = [...cycles.keys()].sort(byCodePoint);
    return { paths: found, cycles: keys.map((key) => cycles.get(key) as StakePath), cut };
  }

  private onwards(root: string, path: StakePath, side: Side): readonly Stake[] {
    return side === "holders" ? this.in(path[0]?.holder ?? root) : (this.byHolder.get(path.at(-1)?.held ?? root) ?? []);
  }
}

function times(one: Interval, other: Interval): Interval {
  return { least: (one.least * other.least) / 100, most: (one.most * other.most) / 100 };
}

/** The circle that a further stake closes, if it does. */
function closed(path: StakePath, stake: Stake, side: Side): StakePath | undefined {
  if (stake.holder === stake.held) return [stake];
  if (side === "holders") {
    const end = path.findIndex(({ held }) => held === stake.holder);
    return end === -1 ? undefined : turned([stake, ...path.slice(0, end + 1)]);
  }
  const start = path.findIndex(({ holder }) => holder === stake.held);
  return start === -1 ? undefined : turned([...path.slice(start), stake]);
}

/** The entities on a path, from the top. */
export function nodesOf(path: StakePath): string[] {
  return [...path.slice(0, 1).map(({ holder }) => holder), ...path.map(({ held }) => held)];
}
