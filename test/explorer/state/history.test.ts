import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { followHistory, type Browser } from "../../../src/explorer/state/history.js";
import { act, apply, state } from "../../../src/explorer/state/store.js";
import { node, pictureOf } from "./pictures.js";

interface Entry {
  state: unknown;
  url: string;
}

/** A browser's history, as far as the page uses it. */
class Walk extends EventTarget implements Browser {
  readonly entries: Entry[] = [{ state: null, url: "/" }];
  at = 0;

  private readonly current = (): Entry => this.entries[this.at] as Entry;

  readonly location = ((current) => ({
    pathname: "/",
    get hash() {
      return /#.*/.exec(current().url)?.[0] ?? "";
    },
  }))(this.current);

  readonly history = ((walk: Walk) => ({
    get state(): unknown {
      return walk.current().state;
    },
    pushState(state: unknown, _: string, url?: string | URL | null) {
      walk.entries.splice(walk.at + 1, Infinity, { state, url: String(url) });
      walk.at += 1;
    },
    replaceState(state: unknown, _: string, url?: string | URL | null) {
      walk.entries[walk.at] = { state, url: String(url) };
    },
  }))(this);

  go(by: number): void {
    this.at += by;
    this.dispatchEvent(new Event("popstate"));
  }
}

const OVERVIEW = pictureOf([node("zone:a")]);
let walk: Walk;
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  apply({ do: "open", picture: OVERVIEW });
  walk = new Walk();
  end = followHistory(walk);
});

afterEach(() => {
  end();
  vi.useRealTimers();
});

it("walks back and forward over screens and pictures, each with its camera", () => {
  const view = { x: 1, y: 2, ratio: 3 };
  act({ do: "view", view });
  act({ do: "screen", screen: { name: "chain", id: "chain:a" } });
  act({ do: "screen", screen: { name: "graph" } });
  act({ do: "start", picture: { ...pictureOf([node("fund:b")]), origin: { name: "empty" } } });
  expect(state().view).toBeNull();
  act({ do: "focus", focus: { is: "node", id: "fund:b" } });
  expect(walk.entries).toHaveLength(4);
  walk.go(-1);
  expect(state()).toMatchObject({ picture: OVERVIEW, screen: { name: "graph" }, view, focus: null });
  walk.go(-1);
  expect(state().screen).toEqual({ name: "chain", id: "chain:a" });
  walk.go(-1);
  expect(state()).toMatchObject({ picture: OVERVIEW, screen: { name: "graph" }, view });
  walk.go(3);
  expect(state().focus).toEqual({ is: "node", id: "fund:b" });
  expect([...state().picture.nodes.keys()]).toEqual(["fund:b"]);
});

it("keeps what was done at a place, with what can be taken back there", () => {
  act({ do: "remove", ids: ["zone:a"] });
  act({ do: "screen", screen: { name: "totals" } });
  walk.go(-1);
  expect(state().picture.nodes.size).toBe(0);
  act({ do: "undo" });
  expect(state().picture).toBe(OVERVIEW);
  walk.go(1);
  walk.go(-1);
  expect(state().picture).toBe(OVERVIEW);
});

it("goes on from where one went back to", () => {
  act({ do: "screen", screen: { name: "totals" } });
  walk.go(-1);
  act({ do: "screen", screen: { name: "table" } });
  expect(walk.entries).toHaveLength(2);
  walk.go(-1);
  walk.go(1);
  expect(state().screen).toEqual({ name: "table" });
});

it("lets the address follow, the camera's once it rests", async () => {
  act({ do: "focus", focus: { is: "node", id: "zone:a" } });
  await vi.waitFor(() => {
    expect(walk.location.hash).toContain("focus=node:zone:a");
  });
  act({ do: "view", view: { x: 1, y: 2, ratio: 3 } });
  await vi.advanceTimersByTimeAsync(100);
  expect(walk.location.hash).not.toContain("view=");
  await vi.advanceTimersByTimeAsync(300);
  await vi.waitFor(() => {
    expect(walk.location.hash).toContain("view=1,2,3");
  });
});
