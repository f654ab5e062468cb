import {
  dependants,
  EMPTY,
  joined,
  without,
  type Filters,
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

/** What the centre of the visible part of the picture shows, and the camera's ratio. */
export interface View extends Point {
  readonly ratio: number;
}

/** What undoing restores. */
export interface Step {
  readonly picture: Picture;
  /** Null where all of it was in sight. */
  readonly view: View | null;
  readonly trail: ReadonlySet<string>;
}

/** Everything that an address can carry, and what undoing needs. */
export interface State extends Step {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  readonly focus: Focus;
  readonly screen: Screen;
  /** The node that a path is to begin at. */
  readonly pathFrom: string | null;
  /** Whether every relationship is named. */
  readonly namedLines: boolean;
  /** Whether the first picture is there. */
  readonly opened: boolean;
  /** How often a reader has gone to another screen or picture. */
  readonly visits: number;
  /** The nodes that the last action is about: the camera brings them into sight. */
  readonly subject: readonly string[];
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
  | { readonly do: "start"; readonly picture: Picture; readonly focus?: Focus }
  | { readonly do: "travel"; readonly to: State }
  | { readonly do: "add"; readonly nodes: Iterable<Placed>; readonly relationships: Iterable<Relationship> }
  | { readonly do: "remove"; readonly ids: Iterable<string> }
  | { readonly do: "collapse"; readonly id: string }
  | { readonly do: "move" | "tidy"; readonly places: ReadonlyMap<string, Point> }
  | { readonly do: "pin"; readonly id: string; readonly pinned: boolean }
  | ({ readonly do: "filter"; readonly on: boolean } & Partial<Filters>)
  | { readonly do: "showAll" | "undo" | "redo" }
  | { readonly do: "nameLines"; readonly on: boolean }
  | { readonly do: "focus"; readonly focus: Focus }
  | { readonly do: "screen"; readonly screen: Screen }
  | { readonly do: "view"; readonly view: View | null }
  | { readonly do: "pathFrom"; readonly id: string | null }
  | { readonly do: "trail"; readonly ids: Iterable<string> };

/** How many steps can be undone. */
const STEPS = 100;

/** Before anything was opened. */
export const START: State = {
  picture: EMPTY,
  view: null,
  trail: new Set(),
  past: [],
  future: [],
  focus: null,
  screen: { name: "graph" },
  pathFrom: null,
  namedLines: false,
  opened: false,
  visits: 0,
  subject: [],
};

/** What a new picture begins with. */
const AFRESH = { screen: START.screen, view: null, pathFrom: null, trail: START.trail } as const;

const stepOf = ({ picture, view, trail }: State): Step => ({ picture, view, trail });

function drawn(state: State, picture: Picture): State {
  return { ...state, picture, past: [...state.past, stepOf(state)].slice(-STEPS), future: [] };
}

function withAll<T>(set: ReadonlySet<T>, items: readonly T[], isIn: boolean): ReadonlySet<T> {
  const next = new Set(set);
  for (const item of items)
    if (isIn) next.add(item);
    else next.delete(item);
  return next;
}

function isDrawn({ nodes, relationships }: Picture, { is, id }: NonNullable<Focus>): boolean {
  return is === "node" ? nodes.has(id) : relationships.has(id);
}

/** Details of what the picture no longer holds are closed, and so is a path that would begin there. */
function settled(before: State, after: State): State {
  const { focus, pathFrom, picture } = after;
  const isGone = focus !== null && isDrawn(before.picture, focus) && !isDrawn(picture, focus);
  return {
    ...after,
    focus: isGone ? null : focus,
    pathFrom: pathFrom !== null && picture.nodes.has(pathFrom) ? pathFrom : null,
  };
}

function stepped(state: State, from: "past" | "future"): State {
  const stack = state[from];
  const step = stack.at(-1);
  if (!step) return state;
  const other = from === "past" ? "future" : "past";
  return settled(state, {
    ...state,
    ...step,
    [from]: stack.slice(0, -1),
    [other]: [...state[other], stepOf(state)],
  });
}

function moved({ nodes }: Picture, places: ReadonlyMap<string, Point>): ReadonlyMap<string, Placed> {
  const next = new Map(nodes);
  for (const [id, { x, y }] of places) {
    const node = nodes.get(id);
    if (node) next.set(id, { id, kind: node.kind, name: node.name, nameEn: node.nameEn, x, y });
  }
  return next;
}

function changed(state: State, action: Action): State {
  const { picture } = state;
  switch (action.do) {
    case "open":
      return {
        ...START,
        visits: state.visits,
        picture: action.picture,
        focus: action.focus ?? null,
        screen: action.screen ?? START.screen,
        view: action.view ?? null,
        trail: new Set(action.trail ?? []),
        opened: true,
      };
    case "start":
      return {
        ...(state.opened ? drawn(state, action.picture) : { ...state, picture: action.picture }),
        ...AFRESH,
        focus: action.focus ?? null,
        opened: true,
      };
    case "travel":
      // The camera goes back to where it was, and not to what was looked at then.
      return { ...action.to, subject: [] };
    case "add":
      return drawn(state, joined(picture, action.nodes, action.relationships));
    case "remove":
      return settled(state, drawn(state, without(picture, new Set(action.ids))));
    case "collapse":
      return settled(state, drawn(state, without(picture, dependants(picture, action.id))));
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
      return drawn(state, { ...picture, pinned: withAll(picture.pinned, [action.id], action.pinned) });
    case "filter":
      return drawn(state, {
        ...picture,
        offKinds: withAll(picture.offKinds, action.kinds ?? [], !action.on),
        offTypes: withAll(picture.offTypes, action.types ?? [], !action.on),
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
      return action.view === state.view ? state : { ...state, view: action.view };
    case "pathFrom":
      return { ...state, pathFrom: action.id };
    case "trail":
      return { ...state, trail: new Set(action.ids) };
  }
}

/** What is looked at closely, as nodes: a relationship's two ends. */
function nodesOf({ focus, picture }: State): readonly string[] {
  if (focus === null) return [];
  if (focus.is === "node") return [focus.id];
  const line = picture.relationships.get(focus.id);
  return line ? [line.from, line.to] : [];
}

/** These leave the camera where a reader put it. */
const KEEPS_CAMERA: ReadonlySet<Action["do"]> = new Set(["view", "move", "nameLines", "travel"]);

/** These open a place that a reader has been at before, or the first one. */
const RETURNS: ReadonlySet<Action["do"]> = new Set(["open", "travel"]);

const placeOf = (screen: Screen): string => ("id" in screen ? `${screen.name} ${screen.id}` : screen.name);

/** Another screen or another picture is a place of its own to come back to; what is done to a picture is not. */
function isElsewhere(before: State, after: State): boolean {
  const isPicture = before.opened && before.picture.origin !== after.picture.origin;
  return isPicture || placeOf(before.screen) !== placeOf(after.screen);
}

/** What is brought by these is to be seen. */
const BRINGS: ReadonlySet<Action["do"]> = new Set(["add", "undo", "redo"]);

/** The nodes that were not there, or elsewhere; none where it is another picture altogether. */
function broughtBy(before: Picture, after: Picture): readonly string[] {
  if (before.origin !== after.origin) return [];
  const isSame = ({ id, x, y }: Placed): boolean => {
    const node = before.nodes.get(id);
    return node !== undefined && node.x === x && node.y === y;
  };
  return [...after.nodes.values()].filter((node) => !isSame(node)).map(({ id }) => id);
}

/** What is so after an action. */
export function reduce(state: State, action: Action): State {
  const next = changed(state, action);
  if (next === state) return state;
  const isVisit = !RETURNS.has(action.do) && isElsewhere(state, next);
  const visits = isVisit ? state.visits + 1 : next.visits;
  if (KEEPS_CAMERA.has(action.do)) return next;
  const more = BRINGS.has(action.do) ? broughtBy(state.picture, next.picture) : [];
  const path = action.do === "trail" ? [...next.trail].filter((id) => next.picture.nodes.has(id)) : [];
  return { ...next, visits, subject: [...nodesOf(next), ...more, ...path] };
}
