import { distinct, prefixOf, sorted, type Rows } from "../../support/folded.js";

/** One stake as rows have it. */
export interface PlainStake {
  readonly id: string;
  readonly holder: string;
  readonly held: string;
  readonly percent: number | undefined;
  readonly basis: "STATED" | "DERIVED" | "UNKNOWN" | "UNCERTAIN";
  readonly certain: boolean;
  readonly ended: boolean;
}

/** All rows between the same two: several shares that add up, or one that is stated several times. */
export interface PlainPair {
  readonly holder: string;
  readonly held: string;
  readonly rows: readonly PlainStake[];
}

export type PlainPath = readonly PlainPair[];

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
const certainShares = ({ rows }: PlainPair): readonly number[] =>
  rows.filter(({ certain }) => certain).map(({ percent = 0 }) => percent);
const leastOf = (pair: PlainPair): number => Math.max(0, ...certainShares(pair));
const summedOf = ({ rows }: PlainPair): number => sum(rows.map(({ percent = 0 }) => percent));
const hasUnknown = ({ rows }: PlainPair): boolean => rows.some(({ percent }) => percent === undefined);

/** The ids of all rows on a path. */
export const rowIds = (path: PlainPath): readonly string[] => path.flatMap(({ rows }) => rows.map(({ id }) => id));

/** The row that is told first: a certain one before others, the largest of those, the first of equals; unknown ones last. */
export function toldFirst({ rows }: PlainPair): PlainStake {
  const known = rows.filter(({ percent }) => percent !== undefined);
  const certain = known.filter((row) => row.certain);
  const [pool = []] = [certain, known, rows].filter(({ length }) => length > 0);
  const most = Math.max(...pool.map(({ percent = 0 }) => percent));
  return pool.find(({ percent = 0 }) => percent === most) as PlainStake;
}

/** Days that tell apart whatever the generated dates can mean: the ends of every month, and some between. */
const DAYS = [2020, 2021, 2022, 2023, 2024].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`).flatMap((month) =>
    ["01", "10", "15", "28", "31"].map((day) => `${month}-${day}`),
  ),
);

const meant = (date: string): readonly string[] => DAYS.filter((day) => day.startsWith(date));

/** Whether something holds on all days that a date can mean, on none, or neither, by trying every day for every date. */
function holds(asOf: string, from: string | undefined, until: string | undefined): boolean | undefined {
  const begun = from === undefined ? ["0000"] : meant(from);
  const lasting = until === undefined ? ["9999"] : meant(until);
  const answers = new Set(
    meant(asOf).flatMap((day) => begun.flatMap((first) => lasting.map((last) => first <= day && day <= last))),
  );
  return answers.size === 2 ? undefined : answers.has(true);
}

/** The stakes of a graph at a time, and everything that is to be told of them, by trying all paths. */
export class PlainWeb {
  readonly stakes: readonly PlainStake[];
  readonly pairs: readonly PlainPair[];
  private readonly ended: readonly PlainStake[];

  constructor(
    private readonly rows: Rows,
    private readonly asOf: string | null,
  ) {
    const all = rows.joins("owns", "subscribes", "sub-fund-of").map((row) => this.stakeOf(row));
    const over = all.filter(({ id, holder, held }) => {
      const carried = all.some((other) => !isBare(other.id) && other.holder === holder && other.held === held);
      return !isBare(id) || !carried;
    });
    this.stakes = over.filter(({ ended }) => !ended);
    this.pairs = distinct(this.stakes.map(({ holder, held }) => JSON.stringify([holder, held]))).map((key) => {
      const [holder, held] = JSON.parse(key) as [string, string];
      return { holder, held, rows: this.stakes.filter((one) => one.holder === holder && one.held === held) };
    });
    this.ended = asOf === null ? over.filter(({ ended }) => ended) : [];
  }

  private stakeOf(row: ReturnType<Rows["joins"]>[number]): PlainStake {
    const [holder, held] = isBare(row.id) ? [row.to, row.from] : [row.from, row.to];
    const given = (property: string, of: object = row): number | undefined =>
      (of as Readonly<Record<string, number | undefined>>)[property];
    const [stated, amount, size] = [given("sharePercent"), given("amountCny"), given("sizeCny", this.rows.at(held))];
    const computed = amount === undefined || !size ? undefined : (100 * amount) / size;
    const [from, until] = [row["validFrom"], row["validTo"]] as (string | undefined)[];
    const holding = this.asOf === null ? until === undefined : holds(this.asOf, from, until);
    const percent = stated ?? computed;
    const known = stated === undefined ? ("DERIVED" as const) : ("STATED" as const);
    const basis = percent === undefined ? "UNKNOWN" : holding === undefined ? "UNCERTAIN" : known;
    return { id: row.id, holder, held, percent, basis, certain: holding === true, ended: holding === false };
  }

  /** Every way from an entity that comes to nothing twice, read from the top; the shortest first, then by ids from the entity. */
  paths(root: string, side: "holders" | "holdings"): readonly PlainPath[] {
    const [near, far] = side === "holders" ? (["held", "holder"] as const) : (["holder", "held"] as const);
    const walk = (at: string, been: readonly string[]): PlainPath[] =>
      this.pairs
        .filter((pair) => pair[near] === at && !been.includes(pair[far]))
        .flatMap((pair) => [[pair], ...walk(pair[far], [...been, pair[far]]).map((rest) => [pair, ...rest])]);
    const key = (path: PlainPath): string => path.map((pair) => pair[far]).join("\n");
    return walk(root, [root])
      .sort((one, other) => one.length - other.length || (key(one) < key(other) ? -1 : 1))
      .map((path) => (side === "holders" ? [...path].reverse() : path));
  }

  /** What the certain shares in an entity come to where each pair has the largest of them. */
  known(held: string): number {
    return sum(this.pairs.filter((pair) => pair.held === held).map(leastOf));
  }

  least(path: PlainPath): number {
    return path.reduce((share, pair) => (share * leastOf(pair)) / 100, 100);
  }

  left(held: string): number {
    return Math.max(0, 100 - this.known(held));
  }

  most(path: PlainPath): number {
    const most = (pair: PlainPair): number => summedOf(pair) + (hasUnknown(pair) ? this.left(pair.held) : 0);
    return path.reduce((share, pair) => (share * most(pair)) / 100, 100);
  }

  /** The most over all ways to give what is left of each entity to one of its pairs with an unknown row. */
  mostOver(paths: readonly PlainPath[]): number {
    const unknown = this.pairs.filter((pair) => hasUnknown(pair) && paths.flat().includes(pair));
    const choices = distinct(unknown.map(({ held }) => held)).reduce<ReadonlySet<PlainPair>[]>(
      (chosen, held) =>
        chosen.flatMap((set) => unknown.filter((one) => one.held === held).map((one) => new Set([...set, one]))),
      [new Set()],
    );
    const under = (chosen: ReadonlySet<PlainPair>): number =>
      sum(
        paths.map((path) =>
          path.reduce(
            (share, pair) => (share * (summedOf(pair) + (chosen.has(pair) ? this.left(pair.held) : 0))) / 100,
            100,
          ),
        ),
      );
    return Math.max(...choices.map(under));
  }

  /** Every circle among what is above or below an entity, as the ids on it. */
  cycles(root: string): readonly string[] {
    const reached = this.around(root);
    const circles = this.pairs
      .filter(({ holder }) => reached.holders.includes(holder) || reached.holdings.includes(holder))
      .flatMap((pair) =>
        pair.holder === pair.held
          ? [[pair]]
          : this.paths(pair.held, "holdings")
              .filter((path) => path.at(-1)?.held === pair.holder)
              .map((path) => [pair, ...path]),
      );
    return distinct(circles.map((circle) => sorted(rowIds(circle)).join()));
  }

  private around(root: string): Readonly<Record<"holders" | "holdings", readonly string[]>> {
    return {
      holders: [root, ...this.paths(root, "holders").map(([stake]) => stake?.holder ?? "")],
      holdings: [root, ...this.paths(root, "holdings").map((path) => path.at(-1)?.held ?? "")],
    };
  }

  /** What is to be said: the code, what is held, the stakes. */
  warnings(root: string): readonly (readonly [code: string, held: string, stakes: readonly string[]])[] {
    const onPaths = rowIds([...this.paths(root, "holders"), ...this.paths(root, "holdings")].flat());
    const stakes = this.stakes.filter(({ id }) => onPaths.includes(id));
    const repeated = this.pairs.filter(({ rows }) => rows.length > 1 && rows.some(({ id }) => onPaths.includes(id)));
    const certain = (held: string): readonly string[] =>
      this.stakes
        .filter((stake) => stake.held === held && stake.certain && stake.percent !== undefined)
        .map(({ id }) => id)
        .sort();
    const { holders, holdings } = this.around(root);
    return [
      ...distinct(stakes.map(({ held }) => held))
        .filter((held) => this.known(held) > 100)
        .map((held) => ["ABOVE_100", held, certain(held)] as const),
      ...repeated
        .map(({ held, rows }) => ["MAYBE_ONE", held, sorted(rows.map(({ id }) => id))] as const)
        .sort(([, , [one = ""]], [, , [other = ""]]) => (one < other ? -1 : 1)),
      ...stakes.flatMap(({ id, held, percent, certain: sure }) => [
        ...(percent === undefined ? [["UNKNOWN_SHARE", held, [id]] as const] : []),
        ...(sure ? [] : [["UNCERTAIN_PERIOD", held, [id]] as const]),
      ]),
      ...this.ended
        .filter(({ holder, held }) => holders.includes(held) || holdings.includes(holder))
        .map(({ id, held }) => ["ENDED", held, [id]] as const),
    ];
  }
}

function isBare(id: string): boolean {
  return prefixOf(id) === "sub-fund-of";
}
