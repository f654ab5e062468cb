import { byCodePoint } from "../../graph/text-order.js";
import type { Stake as StakeAnswer, StakeArgs } from "./stake-schema.js";

/** A share in percent, as far as it is known: from the least that it can be to the most. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

/** One row that says that an entity has a stake in another. */
export interface StakeRow {
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

/**
 * A stake of one entity in another: every row that says so. Nothing tells two rows between the same two apart, neither a
 * role nor a period that both are in: they may be two tranches, or one stake that two sources state.
 */
export interface Stake {
  readonly holder: string;
  readonly held: string;
  /** By id, at least one. */
  readonly rows: readonly StakeRow[];
}

/** Stakes from the one at the top to the one that holds the thing at the bottom. */
export type StakePath = readonly Stake[];

/** Which way paths are followed from an entity. */
export type Side = "holders" | "holdings";

/** How far paths are followed. */
export type PathBounds = Pick<StakeArgs, "maxDepth" | "maxPaths">;

/** What was found in following paths. */
export interface FoundPaths {
  /** The shortest first, then in the order of the entities' ids as they were followed. */
  readonly paths: readonly StakePath[];
  /** Each circle of holdings once, beginning with the row of the least id. */
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

/** The rows between each two entities as one stake. */
function stakesOf(rows: readonly StakeRow[]): Stake[] {
  const stakes = new Map<string, StakeRow[]>();
  for (const row of [...rows].sort((a, b) => byCodePoint(a.id, b.id))) {
    const key = `${row.holder} ${row.held}`;
    stakes.set(key, [...(stakes.get(key) ?? []), row]);
  }
  return [...stakes.values()].map((its) => {
    const { holder, held } = its[0] as StakeRow;
    return { holder, held, rows: its };
  });
}

function grouped(stakes: readonly Stake[], key: "holder" | "held"): Map<string, Stake[]> {
  const groups = new Map<string, Stake[]>();
  for (const stake of stakes) {
    const group = groups.get(stake[key]);
    if (group) group.push(stake);
    else groups.set(stake[key], [stake]);
  }
  const far = key === "holder" ? "held" : "holder";
  for (const group of groups.values()) group.sort((a, b) => byCodePoint(a[far], b[far]));
  return groups;
}

/** The ids of the rows of some stakes. */
export function rowsOf(stakes: readonly Stake[], which: (row: StakeRow) => boolean = () => true): string[] {
  return stakes.flatMap(({ rows }) => rows.filter(which).map(({ id }) => id));
}

/** The same circle always from the same place. */
function turned(cycle: StakePath): StakePath {
  const first = ({ rows: [row] }: Stake): string => row?.id ?? "";
  const least = cycle.reduce(
    (found, stake, index) => (byCodePoint(first(stake), first(cycle[found] as Stake)) < 0 ? index : found),
    0,
  );
  return [...cycle.slice(least), ...cycle.slice(0, least)];
}

/** The row that says most of a stake: a certain one before one that may be over, the largest of those. */
export function leading({ rows }: Stake): StakeRow {
  const rank = ({ percent, certain }: StakeRow): number => (percent === undefined ? -1 : percent + (certain ? 1e6 : 0));
  return rows.reduce((found, row) => (rank(row) > rank(found) ? row : found));
}

/** The largest of the rows that state a share which certainly holds. */
function largest({ rows }: Stake): number {
  return rows.reduce((most, { percent, certain }) => Math.max(most, certain ? (percent ?? 0) : 0), 0);
}

/** All that the rows state, as if each were of another part. */
function stated({ rows }: Stake): number {
  return rows.reduce((sum, { percent }) => sum + (percent ?? 0), 0);
}

/** Whether a row states no share. */
function isOpen({ rows }: Stake): boolean {
  return rows.some(({ percent }) => percent === undefined);
}

/** Who holds what share of whom: intervals along paths and over them, by exact enumeration. */
export class Shares {
  private readonly byHeld: ReadonlyMap<string, readonly Stake[]>;
  private readonly byHolder: ReadonlyMap<string, readonly Stake[]>;

  constructor(rows: readonly StakeRow[]) {
    const stakes = stakesOf(rows);
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

  /**
   * What the known stakes in an entity come to at least, each by its largest row; above 100 where the sources contradict
   * each other.
   */
  known(held: string): number {
    const sum = this.in(held).reduce((total, stake) => total + largest(stake), 0);
    return Math.round(sum * PRECISION) / PRECISION;
  }

  /** What the known stakes leave to the unknown ones. */
  left(held: string): number {
    return Math.max(0, 100 - this.known(held));
  }

  /** How the share of a stake is known: as that of its leading row is. */
  basis(stake: Stake): StakeAnswer["basis"] {
    const { percent, derived, certain } = leading(stake);
    if (percent === undefined) return "UNKNOWN";
    if (!certain) return "UNCERTAIN";
    return derived ? "DERIVED" : "STATED";
  }

  /**
   * The share of one stake, from its largest row to the sum of all. A row that states none is between nothing and what is
   * left, one that may be over between nothing and itself.
   */
  of(stake: Stake): Interval {
    return rounded({
      least: largest(stake),
      most: stated(stake) + (isOpen(stake) ? this.left(stake.held) : 0),
    });
  }

  /** The share of the one at the top in the thing at the bottom, along one path. */
  along(path: StakePath): Interval {
    const parts = path.map((stake) => this.of(stake));
    return rounded({
      least: parts.reduce((share, { least }) => times(share, least), 100),
      most: parts.reduce((share, { most }) => times(share, most), 100),
    });
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
      const above = this.summed(through, fromEnd + 1);
      least += times(largest(stake), above.least);
      most += times(stated(stake), above.most);
      if (isOpen(stake)) mostOfUnknown = Math.max(mostOfUnknown, times(this.left(stake.held), above.most));
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
          if (cycle) cycles.set(rowsOf(cycle).join(), cycle);
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

/** A share of a share, in percent. */
function times(one: number, other: number): number {
  return (one * other) / 100;
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
