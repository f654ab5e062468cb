import { afterEach, describe, expect, it } from "vitest";
import { arrange } from "../../../src/graph/layout/arrange.js";
import type { Drawing, Layout } from "../../../src/graph/layout/drawing.js";
import { Layouts } from "../../../src/graph/layout/layouts.js";

type Step = readonly [from: number, to: number, flows?: boolean];

function drawn(
  layout: Layout,
  nodes: number,
  steps: readonly Step[],
  ranks: Readonly<Record<number, number>> = {},
): Drawing {
  return {
    layout,
    nodes,
    from: Int32Array.from(steps, ([from]) => from),
    to: Int32Array.from(steps, ([, to]) => to),
    flows: Uint8Array.from(steps, ([, , flows]) => (flows ? 1 : 0)),
    ranks: Int32Array.from({ length: nodes }, (_, node) => ranks[node] ?? 0),
  };
}

/** Two groups of four, each joined to each, and one relationship between the groups. */
const GROUPS: readonly Step[] = [
  ...[0, 4].flatMap((base) =>
    [0, 1, 2, 3].flatMap((one) =>
      [0, 1, 2, 3].filter((other) => other > one).map((other): Step => [base + one, base + other]),
    ),
  ),
  [3, 4],
  [3, 4],
  [5, 5],
];

describe("a layout", () => {
  const columns = (drawing: Drawing): number[] => [...arrange(drawing).x].map((x) => x / 100);

  it("in layers follows what flows, and puts the others behind the nearest ranked one", () => {
    const steps: readonly Step[] = [
      [1, 0, true],
      [2, 1, true],
      [3, 2],
      [4, 3],
      [5, 0],
    ];
    expect(columns(drawn("LAYERED", 7, steps))).toEqual([4, 3, 0, 1, 2, 5, 0]);
  });

  it("in layers takes stated ranks, and pushes on what is fed", () => {
    const steps: readonly Step[] = [
      [0, 1, true],
      [3, 0],
    ];
    expect(columns(drawn("LAYERED", 4, steps, { 0: 2, 1: 2, 2: 4 }))).toEqual([0, 2, 3, 1]);
  });

  it("in layers ends where flows run in a circle", () => {
    const steps: readonly Step[] = [
      [0, 1, true],
      [1, 2, true],
      [2, 0, true],
      [0, 0, true],
    ];
    expect(Math.max(...columns(drawn("LAYERED", 3, steps)))).toBeLessThanOrEqual(3);
  });

  it("in layers is by distance from the first node where nothing is ranked", () => {
    expect(
      columns(
        drawn("LAYERED", 5, [
          [0, 1],
          [2, 1],
          [3, 4],
        ]),
      ),
    ).toEqual([0, 1, 2, 0, 1]);
  });

  it("stands no two nodes on one point, finds the communities, and is the same each time", () => {
    for (const layout of ["FORCE", "LAYERED"] as const) {
      const placed = arrange(drawn(layout, 9, GROUPS));
      expect(new Set([...placed.x].map((x, node) => `${x} ${placed.y[node] ?? ""}`)).size).toBe(9);
      expect([...placed.community]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2]);
      expect(arrange(drawn(layout, 9, GROUPS))).toEqual(placed);
    }
  });

  it("of nothing is nothing", () => {
    expect(arrange(drawn("FORCE", 0, [])).x).toHaveLength(0);
    expect([...arrange(drawn("FORCE", 1, [[0, 0]])).community]).toEqual([0]);
  });
});

describe("the thread that lays out", () => {
  const layouts = new Layouts();
  afterEach(() => layouts.close());

  it("answers what this thread would, one after the other", async () => {
    const placed = await Promise.all([1, 2, 3].map(() => layouts.place(drawn("FORCE", 9, GROUPS))));
    for (const one of placed) expect(one).toEqual(arrange(drawn("FORCE", 9, GROUPS)));
  });

  it("does not keep who has gone, and serves who waits behind", async () => {
    const [running, waiting] = [new AbortController(), new AbortController()];
    const gone = [running, waiting].map(({ signal }) => layouts.place(drawn("FORCE", 9, GROUPS), signal));
    const behind = layouts.place(drawn("LAYERED", 9, GROUPS));
    running.abort(new Error("gone"));
    waiting.abort(new Error("gone"));
    for (const one of gone) await expect(one).rejects.toThrow("gone");
    expect(await behind).toEqual(arrange(drawn("LAYERED", 9, GROUPS)));
  });

  it("refuses the next when too many wait", async () => {
    const all = await Promise.allSettled(Array.from({ length: 40 }, () => layouts.place(drawn("LAYERED", 9, GROUPS))));
    const refused = all.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
    expect(refused).toHaveLength(40 - 33);
    expect(refused[0]).toMatch(/expected at most 32 views to wait/);
  });

  it("tells a failure, and goes on", async () => {
    await expect(layouts.place(drawn("FORCE", 2, [[0, 7]]))).rejects.toThrow(/^layout: /);
    expect(await layouts.place(drawn("FORCE", 9, GROUPS))).toEqual(arrange(drawn("FORCE", 9, GROUPS)));
  });

  it("fails who waits when it is closed, and starts again for the next", async () => {
    const waiting = layouts.place(drawn("FORCE", 9, GROUPS));
    const closed = layouts.close();
    await expect(waiting).rejects.toThrow("it stops");
    await closed;
    expect((await layouts.place(drawn("LAYERED", 9, GROUPS))).x).toHaveLength(9);
  });
});
