import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layersOf } from "../../../src/queries/chains/layers.js";

const IDS = ["a", "b", "c", "d", "e", "f", "g"];
const graphs = fc.array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS)), { maxLength: 14 });

/** Whether a walk leads from one to the other, by trying every edge again and again. */
function reaches(feeds: readonly (readonly [string, string])[], from: string, to: string): boolean {
  const reached = new Set([from]);
  for (let round = 0; round < IDS.length; round += 1)
    for (const [one, other] of feeds) if (reached.has(one)) reached.add(other);
  return feeds.some(([one, other]) => reached.has(one) && other === to);
}

/** The longest walk down to a stage, each group of stages that feed each other taken as one. */
function longest(feeds: readonly (readonly [string, string])[], id: string): number {
  const together = (one: string, other: string): boolean =>
    one === other || (reaches(feeds, one, other) && reaches(feeds, other, one));
  const above = feeds
    .filter(([from, to]) => together(to, id) && !together(from, id))
    .map(([from]) => 1 + longest(feeds, from));
  return Math.max(1, ...above);
}

describe("the layers of stages", () => {
  it("put each stage below the lowest of those that feed it", () => {
    const { layerOf, cycles } = layersOf(
      ["cell", "pack", "anode", "lithium", "cathode", "reuse"],
      [
        ["lithium", "cathode"],
        ["cathode", "cell"],
        ["anode", "cell"],
        ["cell", "pack"],
      ],
    );
    expect(Object.fromEntries(layerOf)).toEqual({ lithium: 1, anode: 1, reuse: 1, cathode: 2, cell: 3, pack: 4 });
    expect(cycles).toEqual([]);
  });

  it("report a cycle once, and go on below it", () => {
    const { layerOf, cycles } = layersOf(
      ["scrap", "smelting", "refining", "casting"],
      [
        ["scrap", "smelting"],
        ["smelting", "refining"],
        ["refining", "smelting"],
        ["refining", "casting"],
      ],
    );
    expect(Object.fromEntries(layerOf)).toEqual({ scrap: 1, smelting: 2, refining: 2, casting: 3 });
    expect(cycles).toEqual([["refining", "smelting"]]);
  });

  it("report a stage that feeds itself", () => {
    expect(layersOf(["a"], [["a", "a"]]).cycles).toEqual([["a"]]);
  });

  it("begin a cycle with the id that the engines order first", () => {
    const [first, second] = ["\u{ff21}", "\u{20000}"];
    const feeds = [
      [first, second],
      [second, first],
    ] as const;
    expect(layersOf([second, first], feeds).cycles).toEqual([[first, second]]);
  });

  it("are the longest walks down to each, in any graph", () => {
    fc.assert(
      fc.property(graphs, (feeds) => {
        const { layerOf } = layersOf(IDS, feeds);
        for (const id of IDS) expect(layerOf.get(id)).toBe(longest(feeds, id));
      }),
    );
  });

  it("name a real cycle for each group of stages that feed each other, and no other", () => {
    fc.assert(
      fc.property(graphs, (feeds) => {
        const { cycles } = layersOf(IDS, feeds);
        const inCycles = IDS.filter((id) => reaches(feeds, id, id));
        for (const cycle of cycles) {
          cycle.forEach((id, index) => {
            const next = cycle[(index + 1) % cycle.length];
            expect(feeds.some(([from, to]) => from === id && to === next)).toBe(true);
          });
          expect([...cycle].sort()[0]).toBe(cycle[0]);
        }
        const named = cycles.map(([first = ""]) => first);
        for (const id of inCycles)
          expect(
            named.filter((first) => first === id || (reaches(feeds, first, id) && reaches(feeds, id, first))),
          ).toHaveLength(1);
        expect(named.every((first) => inCycles.includes(first))).toBe(true);
      }),
    );
  });
});
