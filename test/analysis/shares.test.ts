import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodesOf, Shares, type Interval, type Stake, type StakePath } from "../../src/analysis/shares.js";

const FAR = { maxDepth: 20, maxPaths: 1_000_000 };
const NODES = ["a", "b", "c", "d", "e"];

function stake(holder: string, held: string, percent?: number, more: Partial<Stake> = {}): Stake {
  return { id: `${holder}-${held}`, holder, held, percent, derived: false, certain: true, ...more };
}

/** Stakes at random: parallel ones, loops, circles, unknown shares, shares that come to more than 100. */
const stakes = (acyclic: boolean) =>
  fc
    .array(
      fc.record({
        holder: fc.constantFrom(...NODES),
        held: fc.constantFrom(...NODES),
        percent: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined, freq: 3 }),
        certain: fc.boolean(),
      }),
      { maxLength: 9 },
    )
    .map((rows) => rows.filter(({ holder, held }) => !acyclic || holder < held))
    .map((rows) => rows.map((row, index): Stake => ({ ...row, id: `s${index}`, derived: false })));

/** Every sequence of some of the nodes that begins and ends with given ones. */
function sequences(from: string, to: string, between: readonly string[]): string[][] {
  const inner = (rest: readonly string[]): string[][] => [
    [],
    ...rest.flatMap((node) => inner(rest.filter((other) => other !== node)).map((tail) => [node, ...tail])),
  ];
  return inner(between).map((middle) => [from, ...middle, to]);
}

/** Every simple path between two, found by trying all sequences of nodes and all stakes between neighbours. */
function pathsByTrial(all: readonly Stake[], from: string, to: string): StakePath[] {
  const others = NODES.filter((node) => node !== from && node !== to);
  return sequences(from, to, others).flatMap((nodes) =>
    nodes
      .slice(1)
      .reduce<StakePath[]>(
        (paths, held, index) =>
          paths.flatMap((path) =>
            all.filter((one) => one.holder === nodes[index] && one.held === held).map((one) => [...path, one]),
          ),
        [[]],
      ),
  );
}

const left = (all: readonly Stake[], held: string): number =>
  Math.max(
    0,
    100 - all.filter((one) => one.held === held && one.certain).reduce((sum, { percent }) => sum + (percent ?? 0), 0),
  );

/** The sum over paths for one way of filling in what is unknown: each stake's percent as a function says. */
function filledIn(paths: readonly StakePath[], percent: (one: Stake) => number): number {
  return paths.reduce((sum, path) => sum + path.reduce((product, one) => (product * percent(one)) / 100, 100), 0);
}

/** The least and the most over all ways to give what is left of each entity to one of its unknown stakes. */
function byFillingIn(all: readonly Stake[], paths: readonly StakePath[]): Interval {
  const unknown = new Map<string, Stake[]>();
  for (const one of all) if (one.percent === undefined) unknown.set(one.held, [...(unknown.get(one.held) ?? []), one]);
  const choices = [...unknown.values()].reduce<ReadonlySet<Stake>[]>(
    (chosen, candidates) => chosen.flatMap((set) => candidates.map((one) => new Set([...set, one]))),
    [new Set()],
  );
  const least = filledIn(paths, (one) => (one.certain ? (one.percent ?? 0) : 0));
  const most = choices.map((chosen) =>
    filledIn(paths, (one) => one.percent ?? (chosen.has(one) ? left(all, one.held) : 0)),
  );
  return { least, most: Math.max(...most) };
}

const ids = (paths: readonly StakePath[]): string[] => paths.map((path) => path.map(({ id }) => id).join(" ")).sort();

describe("the shares of a web of stakes", () => {
  it("follow every simple path and no other, up and down", () => {
    fc.assert(
      fc.property(stakes(false), (all) => {
        const shares = new Shares(all);
        for (const far of NODES.filter((node) => node !== "a")) {
          const up = shares.paths("a", "holders", FAR).paths.filter((path) => path[0]?.holder === far);
          expect(ids(up)).toEqual(ids(pathsByTrial(all, far, "a")));
          const down = shares.paths("a", "holdings", FAR).paths.filter((path) => path.at(-1)?.held === far);
          expect(ids(down)).toEqual(ids(pathsByTrial(all, "a", far)));
        }
      }),
    );
  });

  it("come in the order in which the engines have ids", () => {
    const [first, second] = ["\u{ff21}", "\u{20000}"];
    const { paths } = new Shares([stake(second, "a", 1), stake(first, "a", 1)]).paths("a", "holders", FAR);
    expect(paths.map(([one]) => one?.holder)).toEqual([first, second]);
  });

  it("are exact over all ways to fill in what is unknown, where nothing runs in a circle", () => {
    fc.assert(
      fc.property(stakes(true), (all) => {
        const shares = new Shares(all);
        for (const far of ["b", "c", "d", "e"]) {
          const paths = pathsByTrial(all, "a", far);
          const expected = byFillingIn(all, paths);
          expect(shares.over(paths).least).toBeCloseTo(expected.least, 6);
          expect(shares.over(paths).most).toBeCloseTo(expected.most, 6);
          for (const path of paths) expect(shares.along(path)).toEqual(shares.over([path]));
        }
      }),
    );
  });

  it("never leave out a way to fill in what is unknown, nor count more than the paths one by one, in circles", () => {
    fc.assert(
      fc.property(stakes(false), (all) => {
        const shares = new Shares(all);
        for (const far of ["b", "c", "d", "e"]) {
          const paths = pathsByTrial(all, "a", far);
          const { least, most } = shares.over(paths);
          const expected = byFillingIn(all, paths);
          expect(least).toBeCloseTo(expected.least, 6);
          expect(most).toBeGreaterThanOrEqual(expected.most - 1e-6);
          expect(most).toBeLessThanOrEqual(paths.reduce((sum, path) => sum + shares.along(path).most, 0) + 1e-6);
        }
      }),
    );
  });

  it("tell each circle once, whichever way it is come upon", () => {
    fc.assert(
      fc.property(stakes(false), (all) => {
        const shares = new Shares(all);
        const circles = NODES.flatMap((node) => [
          ...all.filter(({ holder, held }) => holder === node && held === node).map((one) => [one]),
          ...NODES.filter((other) => other !== node).flatMap((other) =>
            pathsByTrial(all, node, other).flatMap((path) =>
              all.filter(({ holder, held }) => holder === other && held === node).map((one) => [...path, one]),
            ),
          ),
        ]);
        const known = new Set(circles.map((circle) => ids(circle.map((one) => [one])).join()));
        const reached = new Set(["a", ...shares.paths("a", "holders", FAR).paths.map((path) => path[0]?.holder)]);
        const within = [...known].filter((circle) =>
          circle.split(",").every((id) => all.some((one) => one.id === id && reached.has(one.holder))),
        );
        const found = shares.paths("a", "holders", FAR).cycles;
        expect(found.map((circle) => ids(circle.map((one) => [one])).join()).sort()).toEqual(within.sort());
        for (const circle of found) expect(nodesOf(circle)[0]).toBe(nodesOf(circle).at(-1));
      }),
    );
  });
});

describe("a share", () => {
  it("that is unknown is from nothing to what its siblings leave, and several unknown ones have that together", () => {
    const all = [stake("a", "x", 40), stake("b", "x"), stake("c", "x"), stake("p", "b", 50), stake("p", "c", 100)];
    const shares = new Shares(all);
    expect(shares.of(all[1] as Stake)).toEqual({ least: 0, most: 60 });
    const paths = shares.paths("p", "holdings", FAR).paths.filter((path) => path.at(-1)?.held === "x");
    expect(paths.map((path) => shares.along(path).most)).toEqual([30, 60]);
    expect(shares.over(paths)).toEqual({ least: 0, most: 60 });
  });

  it("is not made to fit where the known ones come to more than 100", () => {
    const all = [stake("a", "x", 80), stake("b", "x", 45), stake("c", "x")];
    const shares = new Shares(all);
    expect(shares.known("x")).toBe(125);
    expect(all.map((one) => shares.of(one))).toEqual([
      { least: 80, most: 80 },
      { least: 45, most: 45 },
      { least: 0, most: 0 },
    ]);
  });

  it("says how it is known", () => {
    const shares = new Shares([]);
    const bases = [
      stake("a", "x", 1),
      stake("a", "x", 1, { derived: true }),
      stake("a", "x"),
      stake("a", "x", 1, { certain: false }),
      stake("a", "x", undefined, { certain: false }),
    ].map((one) => shares.basis(one));
    expect(bases).toEqual(["STATED", "DERIVED", "UNKNOWN", "UNCERTAIN", "UNKNOWN"]);
  });
});

describe("bounds of a search", () => {
  const chain = ["a", "b", "c", "d"].map((holder, index) => stake(holder, "bcde"[index] as string, 50));

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
