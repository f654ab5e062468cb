import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY, filtersOn, hiddenBy, visible, type Picture } from "../../../src/explorer/state/picture.js";
import { reduce, START, type Action, type State } from "../../../src/explorer/state/state.js";
import { line, node, pictureOf, pictures } from "./pictures.js";

const opened = (picture: Picture): State => reduce(START, { do: "open", picture });
const after = (state: State, ...actions: readonly Action[]): State => actions.reduce(reduce, state);
const ids = ({ picture }: State): string[] => [...picture.nodes.keys()].sort();

const STAR = pictureOf(
  [node("zone:a"), node("project:b"), node("project:c"), node("company:d"), node("company:e")],
  [
    line("project:b", "zone:a"),
    line("project:c", "zone:a"),
    line("company:d", "zone:a"),
    line("company:d", "company:e"),
  ],
);

describe("collapsing", () => {
  it("takes away what nothing else joins to the picture, and spares what is pinned", () => {
    const state = after(opened(STAR), { do: "pin", id: "project:c", pinned: true }, { do: "collapse", id: "zone:a" });
    expect(ids(state)).toEqual(["company:d", "company:e", "project:c", "zone:a"]);
  });

  it("of any picture takes neighbours alone, neither pinned nor joined to anything else", () => {
    const one = pictures.filter(({ nodes }) => nodes.size > 0);
    fc.assert(
      fc.property(one, fc.nat(), (picture, at) => {
        const id = [...picture.nodes.keys()][at % picture.nodes.size] as string;
        const { picture: left } = after(opened(picture), { do: "collapse", id });
        const joined = (one: string, other: string): boolean =>
          [...picture.relationships.values()].some(
            ({ from, to }) => (from === one && to === other) || (from === other && to === one),
          );
        for (const other of picture.nodes.keys()) {
          const isAlone = [...picture.nodes.keys()].every((far) => far === id || far === other || !joined(other, far));
          const goes = other !== id && joined(id, other) && isAlone && !picture.pinned.has(other);
          expect(left.nodes.has(other), other).toBe(!goes);
        }
      }),
    );
  });
});

describe("taking back", () => {
  it("restores the picture with the camera that showed it, and the path that was marked", () => {
    const view = { x: 10, y: 20, ratio: 0.5 };
    const before = after(opened(STAR), { do: "view", view }, { do: "trail", ids: ["zone:a"] });
    const state = after(
      before,
      { do: "start", picture: pictureOf([node("fund:x")]) },
      { do: "view", view: null },
      { do: "undo" },
    );
    expect(state.picture).toBe(STAR);
    expect(state.view).toBe(view);
    expect([...state.trail]).toEqual(["zone:a"]);
  });

  it("closes details of what is no longer drawn, and leaves those of what never was", () => {
    const added: Action = { do: "add", nodes: [node("fund:x")], relationships: [] };
    const focus = { is: "node", id: "fund:x" } as const;
    const state = after(opened(STAR), added, { do: "focus", focus }, { do: "pathFrom", id: "fund:x" }, { do: "undo" });
    expect(state.focus).toBeNull();
    expect(state.pathFrom).toBeNull();
    const elsewhere = { is: "node", id: "person:nowhere" } as const;
    expect(after(opened(STAR), added, { do: "focus", focus: elsewhere }, { do: "undo" }).focus).toBe(elsewhere);
  });

  it("brings into sight what comes back", () => {
    const state = after(opened(STAR), { do: "remove", ids: ["company:e"] }, { do: "undo" });
    expect(state.subject).toEqual(["company:e"]);
  });

  const edits: fc.Arbitrary<Action> = fc.oneof(
    fc.constantFrom(...STAR.nodes.keys()).map((id): Action => ({ do: "collapse", id })),
    fc.constantFrom(...STAR.nodes.keys()).map((id): Action => ({ do: "remove", ids: [id] })),
    fc
      .tuple(fc.constantFrom(...STAR.nodes.keys()), fc.boolean())
      .map(([id, pinned]): Action => ({ do: "pin", id, pinned })),
    fc
      .constantFrom("PROJECT" as const, "COMPANY" as const)
      .map((kind): Action => ({ do: "filter", kinds: [kind], on: false })),
    fc
      .tuple(fc.constantFrom(...STAR.nodes.keys()), fc.integer(), fc.integer())
      .map(([id, x, y]): Action => ({ do: "move", places: new Map([[id, { x, y }]]) })),
  );

  it("and doing again is exact, whatever was done", () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), (actions) => {
        const begun = opened(STAR);
        const done = after(begun, ...actions);
        const back = after(done, ...actions.map((): Action => ({ do: "undo" })));
        expect(back.picture).toBe(STAR);
        expect(after(back, ...actions.map((): Action => ({ do: "redo" }))).picture).toBe(done.picture);
      }),
    );
  });
});

describe("what the camera is to show", () => {
  it("is what is looked at closely and what an action added, and nothing after a movement of the reader's", () => {
    const focus = { is: "node", id: "zone:a" } as const;
    const state = after(
      opened(STAR),
      { do: "focus", focus },
      { do: "add", nodes: [node("fund:x")], relationships: [] },
    );
    expect(state.subject).toEqual(["zone:a", "fund:x"]);
    const moved = after(state, { do: "view", view: { x: 0, y: 0, ratio: 1 } });
    expect(moved.subject).toBe(state.subject);
    const ends = after(opened(STAR), { do: "focus", focus: { is: "relationship", id: "OWNS project:b zone:a" } });
    expect(ends.subject).toEqual(["project:b", "zone:a"]);
  });
});

describe("visits", () => {
  it("are other screens and other pictures, and nothing that is done to a picture", () => {
    const visits = (...actions: readonly Action[]): number => after(opened(STAR), ...actions).visits;
    expect(visits({ do: "screen", screen: { name: "table" } }, { do: "screen", screen: { name: "table" } })).toBe(1);
    expect(visits({ do: "start", picture: { ...EMPTY, origin: { name: "empty" } } }, { do: "undo" })).toBe(2);
    expect(visits({ do: "collapse", id: "zone:a" }, { do: "focus", focus: null }, { do: "undo" })).toBe(0);
    expect(reduce(START, { do: "open", picture: STAR }).visits).toBe(0);
  });
});

describe("filters", () => {
  it("say what they hide: what is shown and what each hides is all there is", () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const { kinds } = hiddenBy(picture);
        const hidden = kinds.reduce((sum, [, count]) => sum + count, 0);
        expect(visible(picture).nodes.length + hidden).toBe(picture.nodes.size);
        const shown = new Set([...visible(picture).nodes, ...visible(picture).relationships].map(({ id }) => id));
        for (const id of [...picture.nodes.keys(), ...picture.relationships.keys()]) {
          const filters = filtersOn(picture, id);
          expect(filters.kinds.length + filters.types.length === 0, id).toBe(shown.has(id));
          const { picture: next } = after(opened(picture), { do: "filter", ...filters, on: true });
          expect([...visible(next).nodes, ...visible(next).relationships].map((item) => item.id)).toContain(id);
        }
      }),
    );
  });
});
