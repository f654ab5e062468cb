import { useSyncExternalStore } from "react";
import type { EntityKind, RelationshipType } from "../operations.js";
import {
  dependants,
  EMPTY,
  joined,
  without,
  type Picture,
  type Placed,
  type Point,
  type Relationship,
} from "./picture.js";

/** What a reader looks at closely. */
export type Focus = { readonly is: "node" | "relationship"; readonly id: string } | null;

/** What fills the middle of the page. */
export type Screen =
  | { readonly name: "graph" | "table" | "totals" }
  | { readonly name: "chain" | "fund" | "timeline"; readonly id: string };

/** Where the picture is looked at from; null where all of it is in sight. */
export interface View extends Point {
  readonly ratio: number;
}

/** Everything that an address can carry, and what undoing needs. */
export interface State {
  readonly picture: Picture;
  readonly past: readonly Picture[];
  readonly future: readonly Picture[];
  readonly focus: Focus;
  readonly screen: Screen;
  readonly view: View | null;
  /** The node that a path is to begin at. */
  readonly pathFrom: string | null;
  /** The nodes and relationships of the path that was found last. */
  readonly trail: ReadonlySet<string>;
  /** Whether every relationship is named. */
  readonly namedLines: boolean;
  /** Whether the first picture is there. */
  readonly opened: boolean;
}

/** What can happen. */
export type Action =
  | {
      readonly do: "open";
      readonly picture: Picture;
      readonly focus?: Focus;
      readonly screen?: Screen;
      readonly view?: View | null;
      readonly trail?: Iterable<string>;
    }
  | { readonly do: "start"; readonly picture: Picture }
  | { readonly do: "add"; readonly nodes: Iterable<Placed>; readonly relationships: Iterable<Relationship> }
  | { readonly do: "remove"; readonly ids: Iterable<string> }
  | { readonly do: "collapse"; readonly id: string }
  | { readonly do: "move" | "tidy"; readonly places: ReadonlyMap<string, Point> }
  | { readonly do: "pin"; readonly id: string; readonly pinned: boolean }
  | { readonly do: "filter"; readonly kind?: EntityKind; readonly type?: RelationshipType; readonly on: boolean }
  | { readonly do: "showAll" | "undo" | "redo" }
  | { readonly do: "nameLines"; readonly on: boolean }
  | { readonly do: "focus"; readonly focus: Focus }
  | { readonly do: "screen"; readonly screen: Screen }
  | { readonly do: "view"; readonly view: View | null }
  | { readonly do: "pathFrom"; readonly id: string | null }
  | { readonly do: "trail"; readonly ids: Iterable<string> };

/** How many steps can be undone. */
const STEPS = 100;

const START: State = {
  picture: EMPTY,
  past: [],
  future: [],
  focus: null,
  screen: { name: "graph" },
  view: null,
  pathFrom: null,
  trail: new Set(),
  namedLines: false,
  opened: false,
};

/** What a new picture begins with. */
const AFRESH = { focus: null, screen: START.screen, view: null, pathFrom: null, trail: START.trail } as const;

function drawn(state: State, picture: Picture): State {
  return { ...state, picture, past: [...state.past, state.picture].slice(-STEPS), future: [] };
}

function switched<T>(set: ReadonlySet<T>, item: T, on: boolean): ReadonlySet<T> {
  const next = new Set(set);
  if (on) next.delete(item);
  else next.add(item);
  return next;
}

/** A focus on what is no longer drawn says nothing. */
function settled(state: State): State {
  const { focus, picture } = state;
  const gone = focus?.is === "relationship" && !picture.relationships.has(focus.id) && state.screen.name === "graph";
  return gone ? { ...state, focus: null } : state;
}

function stepped(state: State, from: "past" | "future"): State {
  const stack = state[from];
  const picture = stack.at(-1);
  if (!picture) return state;
  const other = from === "past" ? "future" : "past";
  return settled({ ...state, picture, [from]: stack.slice(0, -1), [other]: [...state[other], state.picture] });
}

function moved({ nodes }: Picture, places: ReadonlyMap<string, Point>): ReadonlyMap<string, Placed> {
  const next = new Map(nodes);
  for (const [id, { x, y }] of places) {
    const node = nodes.get(id);
    if (node) next.set(id, { id, kind: node.kind, name: node.name, nameEn: node.nameEn, x, y });
  }
  return next;
}

function reduce(state: State, action: Action): State {
  const { picture } = state;
  switch (action.do) {
    case "open":
      return {
        ...START,
        picture: action.picture,
        focus: action.focus ?? null,
        screen: action.screen ?? START.screen,
        view: action.view ?? null,
        trail: new Set(action.trail ?? []),
        opened: true,
      };
    case "start":
      return { ...drawn(state, action.picture), ...AFRESH };
    case "add":
      return drawn(state, joined(picture, action.nodes, action.relationships));
    case "remove": {
      const ids = new Set(action.ids);
      const focus = state.focus && ids.has(state.focus.id) ? null : state.focus;
      return settled({ ...drawn(state, without(picture, ids)), focus });
    }
    case "collapse":
      return settled(drawn(state, without(picture, dependants(picture, action.id))));
    case "move":
      return drawn(state, {
        ...picture,
        nodes: moved(picture, action.places),
        pinned: new Set([...picture.pinned, ...action.places.keys()]),
      });
    case "tidy":
      // Headings name places that tidying leaves.
      return { ...drawn(state, { ...picture, nodes: moved(picture, action.places), headings: [] }), view: null };
    case "pin":
      return drawn(state, { ...picture, pinned: switched(picture.pinned, action.id, !action.pinned) });
    case "filter":
      return drawn(state, {
        ...picture,
        offKinds: action.kind ? switched(picture.offKinds, action.kind, action.on) : picture.offKinds,
        offTypes: action.type ? switched(picture.offTypes, action.type, action.on) : picture.offTypes,
      });
    case "showAll":
      return drawn(state, { ...picture, offKinds: new Set(), offTypes: new Set() });
    case "nameLines":
      return { ...state, namedLines: action.on };
    case "undo":
      return stepped(state, "past");
    case "redo":
      return stepped(state, "future");
    case "focus":
      return { ...state, focus: action.focus };
    case "screen":
      return { ...state, screen: action.screen };
    case "view":
      return { ...state, view: action.view };
    case "pathFrom":
      return { ...state, pathFrom: action.id };
    case "trail":
      return { ...state, trail: new Set(action.ids) };
  }
}

let current = START;
const listeners = new Set<() => void>();

/** What is so now. */
export function state(): State {
  return current;
}

/** Lets something happen. */
export function act(action: Action): void {
  const next = reduce(current, action);
  if (next === current) return;
  current = next;
  for (const listener of listeners) listener();
}

/** Tells of every change; answers how to stop it. */
export function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A part of what is so, for a component that draws it. */
export function useStore<T>(select: (state: State) => T): T {
  return useSyncExternalStore(onChange, () => select(current));
}
