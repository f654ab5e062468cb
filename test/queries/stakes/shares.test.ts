import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  nodesOf,
  Shares,
  type Interval,
  type Stake,
  type StakePath,
  type StakeRow,
} from "../../../src/queries/stakes/shares.js";

const FAR = { maxDepth: 20, maxPaths: 1_000_000 };
const NODES = ["a", "b", "c", "d", "e"];

function row(holder: string, held: string, percent?: number, more: Partial<StakeRow> = {}): StakeRow {
  return { id: `${holder}-${held}`, holder, held, percent, derived: false, certain: true, ...more };
}

/** Rows at random: several between the same two, loops, circles, unknown shares, shares that come to more than 100. */
const rows = (acyclic: boolean) =>
  fc
    .array(
      fc.record({
        holder: fc.constantFrom(...NODES),
        held: fc.constantFrom(...NODES),
        percents: fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined, freq: 3 }), {
          minLength: 1,
          maxLength: 3,
        }),
        certain: fc.boolean(),
      }),
      { maxLength: 8 },
    )
    .map((drawn) => drawn.filter(({ holder, held }) => !acyclic || holder < held))
    .map((drawn) => drawn.flatMap(({ percents, ...more }) => percents.map((percent) => ({ ...more, percent }))))
    .map((all) => all.map((one, index): StakeRow => ({ ...one, id: `s${index}`, derived: false })));

const between = (all: readonly StakeRow[], holder: string | undefined, held: string | undefined): StakeRow[] =>
  all.filter((one) => one.holder === holder && one.held === held);

/** Every sequence of different nodes between two, each of which holds the next. */
function pathsByTrial(all: readonly StakeRow[], from: string, to: string): string[][] {
  const inner = (rest: readonly string[]): string[][] => [
    [],
    ...rest.flatMap((node) => inner(rest.filter((other) => other !== node)).map((tail) => [node, ...tail])),
  ];
  return inner(NODES.filter((node) => node !== from && node !== to))
    .map((middle) => [from, ...middle, to])
    .filter((nodes) => nodes.slice(1).every((held, index) => between(all, nodes[index], held).length > 0));
}

const shareOf = (its: readonly StakeRow[], reading: "ONE" | "ALL", sure: boolean): number => {
  const shares = its.filter(({ certain }) => certain || !sure).map(({ percent = 0 }) => percent);
  return reading === "ONE" ? Math.max(0, ...shares) : shares.reduce((sum, share) => sum + share, 0);
};

const left = (all: readonly StakeRow[], held: string): number =>
  Math.max(
    0,
    NODES.reduce((rest, holder) => rest - shareOf(between(all, holder, held), "ONE", true), 100),
  );

const combinations = <T>(choices: readonly (readonly T[])[]): T[][] =>
  choices.reduce<T[][]>((found, next) => found.flatMap((some) => next.map((one) => [...some, one])), [[]]);

/**
 * The least and the most over all ways to read the rows: those between the same two as one stake or as several, those that
 * may be over as over or not, and what is left of each entity to one of the holders whose share is unknown.
 */
function byReading(all: readonly StakeRow[], paths: readonly (readonly string[])[]): Interval {
  const repeated = [...new Set(all.map(({ holder, held }) => holder + held))].filter(
    (pair) => between(all, pair[0], pair[1]).length > 1,
  );
  const open = NODES.map((held) => all.filter((one) => one.held === held && one.percent === undefined));
  const favoured = combinations(open.filter(({ length }) => length > 0));
  const sums = combinations(repeated.map(() => ["ONE", "ALL"] as const)).flatMap((readings) =>
    [true, false].flatMap((sure) =>
      [[], ...favoured].map((chosen) =>
        paths.reduce((sum, nodes) => {
          const shares = nodes.slice(1).map((held, index) => {
            const its = between(all, nodes[index], held);
            const reading = readings[repeated.indexOf(`${nodes[index] ?? ""}${held}`)] ?? "ALL";
            const rest = chosen.some((one) => its.includes(one)) ? left(all, held) : 0;
            return shareOf(its, reading, sure) + rest;
          });
          return sum + shares.reduce((product, share) => (product * share) / 100, 100);
        }, 0),
      ),
    ),
  );
  return { least: Math.min(...sums), most: Math.max(...sums) };
}

const inWords = (paths: readonly StakePath[]): string[] => paths.map((path) => nodesOf(path).join("")).sort();
const trialled = (paths: readonly (readonly string[])[]): string[] => paths.map((nodes) => nodes.join("")).sort();
const reaching = (shares: Shares, far: string): StakePath[] =>
  shares.paths("a", "holdings", FAR).paths.filter((path) => path.at(-1)?.held === far);

describe("the shares of a web of stakes", () => {
  it("follow every simple path and no other, up and down", () => {
    fc.assert(
      fc.property(rows(false), (all) => {
        const shares = new Shares(all);
        for (const far of NODES.filter((node) => node !== "a")) {
          const up = shares.paths("a", "holders", FAR).paths.filter((path) => path[0]?.holder === far);
          expect(inWords(up)).toEqual(trialled(pathsByTrial(all, far, "a")));
          expect(inWords(reaching(shares, far))).toEqual(trialled(pathsByTrial(all, "a", far)));
        }
      }),
    );
  });

  it("come in the order in which the engines have ids", () => {
    const [first, second] = ["\u{ff21}", "\u{20000}"];
    const { paths } = new Shares([row(second, "a", 1), row(first, "a", 1)]).paths("a", "holders", FAR);
    expect(paths.map(([one]) => one?.holder)).toEqual([first, second]);
  });

  it("are exact over all ways to read the rows, where nothing runs in a circle", () => {
    fc.assert(
      fc.property(rows(true), (all) => {
        const shares = new Shares(all);
        for (const far of ["b", "c", "d", "e"]) {
          const paths = reaching(shares, far);
          const expected = byReading(all, pathsByTrial(all, "a", far));
          expect(shares.over(paths).least).toBeCloseTo(expected.least, 6);
          expect(shares.over(paths).most).toBeCloseTo(expected.most, 6);
          for (const path of paths) expect(shares.along(path)).toEqual(shares.over([path]));
        }
      }),
    );
  });

  it("never leave out a way to read the rows, nor count more than the paths one by one, in circles", () => {
    fc.assert(
      fc.property(rows(false), (all) => {
        const shares = new Shares(all);
        for (const far of ["b", "c", "d", "e"]) {
          const paths = reaching(shares, far);
          const { least, most } = shares.over(paths);
          const expected = byReading(all, pathsByTrial(all, "a", far));
          expect(least).toBeCloseTo(expected.least, 6);
          expect(most).toBeGreaterThanOrEqual(expected.most - 1e-6);
          expect(most).toBeLessThanOrEqual(paths.reduce((sum, path) => sum + shares.along(path).most, 0) + 1e-6);
        }
      }),
    );
  });

  it("tell each circle once, whichever way it is come upon", () => {
    fc.assert(
      fc.property(rows(false), (all) => {
        const shares = new Shares(all);
        const circles = NODES.flatMap((node) => [
          ...(between(all, node, node).length > 0 ? [[node]] : []),
          ...NODES.filter((other) => other !== node && between(all, other, node).length > 0).flatMap((other) =>
            pathsByTrial(all, node, other),
          ),
        ]);
        const nodesIn = (nodes: readonly string[]): string => {
          const start = nodes.indexOf([...nodes].sort()[0] ?? "");
          return [...nodes.slice(start), ...nodes.slice(0, start)].join("");
        };
        const reached = new Set(["a", ...shares.paths("a", "holders", FAR).paths.map((path) => path[0]?.holder)]);
        const within = new Set(circles.filter((nodes) => nodes.every((node) => reached.has(node))).map(nodesIn));
        const found = shares.paths("a", "holders", FAR).cycles;
        expect(found.map((circle) => nodesIn(nodesOf(circle).slice(1))).sort()).toEqual([...within].sort());
        for (const circle of found) expect(nodesOf(circle)[0]).toBe(nodesOf(circle).at(-1));
      }),
    );
  });
});

describe("several rows between the same two", () => {
  const of = (...all: readonly StakeRow[]): Interval => {
    const [stake] = new Shares(all).in("x");
    return new Shares(all).of(stake as Stake);
  };
  const again = (percent: number | undefined, id: string, more: Partial<StakeRow> = {}): StakeRow =>
    row("a", "x", percent, { id, ...more });

  it("are one stake, from the largest row to the sum", () => {
    expect(of(again(30, "1"), again(28, "2"))).toEqual({ least: 30, most: 58 });
    expect(of(again(60, "1"), again(55, "2"))).toEqual({ least: 60, most: 115 });
    expect(of(again(30, "1"), again(30, "2"), again(30, "3"))).toEqual({ least: 30, most: 90 });
    expect(of(again(30, "1"), again(undefined, "2"))).toEqual({ least: 30, most: 100 });
    expect(of(again(30, "1"), again(40, "2", { certain: false }))).toEqual({ least: 30, most: 70 });
  });

  it("multiply along a path, and leave to the unknown what the largest leaves", () => {
    const all = [again(30, "1"), again(28, "2"), row("p", "a", 60), row("u", "x")];
    const shares = new Shares(all);
    const [path] = shares.paths("p", "holdings", FAR).paths.filter(({ length }) => length === 2);
    expect(shares.along(path ?? [])).toEqual({ least: 18, most: 34.8 });
    expect(shares.known("x")).toBe(30);
    expect(shares.of(shares.in("x")[1] as Stake)).toEqual({ least: 0, most: 70 });
  });
});

describe("a share", () => {
  it("that is unknown is from nothing to what its siblings leave, and several unknown ones have that together", () => {
    const all = [row("a", "x", 40), row("b", "x"), row("c", "x"), row("p", "b", 50), row("p", "c", 100)];
    const shares = new Shares(all);
    expect(shares.of(shares.in("x")[1] as Stake)).toEqual({ least: 0, most: 60 });
    const paths = shares.paths("p", "holdings", FAR).paths.filter((path) => path.at(-1)?.held === "x");
    expect(paths.map((path) => shares.along(path).most)).toEqual([30, 60]);
    expect(shares.over(paths)).toEqual({ least: 0, most: 60 });
  });

  it("is not made to fit where the known ones come to more than 100", () => {
    const all = [row("a", "x", 80), row("b", "x", 45), row("c", "x")];
    const shares = new Shares(all);
    expect(shares.known("x")).toBe(125);
    expect(shares.in("x").map((one) => shares.of(one))).toEqual([
      { least: 80, most: 80 },
      { least: 45, most: 45 },
      { least: 0, most: 0 },
    ]);
  });

  it("says how it is known", () => {
    const bases = [
      row("a", "x", 1),
      row("a", "x", 1, { derived: true }),
      row("a", "x"),
      row("a", "x", 1, { certain: false }),
      row("a", "x", undefined, { certain: false }),
    ].map((one) => {
      const shares = new Shares([one]);
      return shares.in("x").map((stake) => shares.basis(stake))[0];
    });
    expect(bases).toEqual(["STATED", "DERIVED", "UNKNOWN", "UNCERTAIN", "UNKNOWN"]);
  });
});

describe("bounds of a search", () => {
  const chain = ["a", "b", "c", "d"].map((holder, index) => row(holder, "bcde"[index] as string, 50));

  it("cut what is longer, and say so only where something is", () => {
    const shares = new Shares(chain);
    expect(shares.paths("e", "holders", { maxDepth: 3, maxPaths: 10 })).toMatchObject({ cut: "maxDepth" });
    expect(shares.paths("e", "holders", { maxDepth: 4, maxPaths: 10 }).cut).toBeUndefined();
  });

  it("keep the shortest paths where there are too many", () => {
    const found = new Shares(chain).paths("e", "holders", { maxDepth: 10, maxPaths: 2 });
    expect(found.cut).toBe("maxPaths");
    expect(found.paths.map(({ length }) => length)).toEqual([1, 2]);
  });
});
