import { along, beneath, beside, inRow, tidied } from "./arrange.js";
import { byId, EMPTY, isHidden, type Entity, type Picture, type Placed } from "./picture.js";
import { placing } from "./place.js";
import { around, between, entity, neighbours, overview, pathsBetween, type Which } from "./reading.js";
import { remember } from "./recent.js";
import { act, state } from "./store.js";
import { perform } from "./tasks.js";
import { viewport } from "./viewport.js";

/** More neighbours than this are not drawn at once without asking. */
export const HUB = 100;

/** How long a path is looked for. */
const LONGEST = 6;

/** Looks at an entity, drawn or not. */
export function look(id: string): void {
  act({ do: "focus", focus: { is: "node", id } });
}

/** Draws neighbours of an entity beside it. */
export function expand(id: string, which: Which = {}): void {
  perform("add", async (task) => {
    const shown = [...state().picture.nodes.keys()];
    const { nodes, relationships, total, isCut, query } = await neighbours(id, shown, which, HUB, task.signal);
    const { picture } = state();
    const fresh = nodes.filter((node) => !picture.nodes.has(node.id));
    const anchor = picture.nodes.get(id);
    const placed = anchor ? beside(picture, anchor, fresh, viewport().unitsAPixel) : beneath(picture, fresh);
    if (placed.length > 0) task.apply({ do: "add", nodes: placed, relationships });
    const hidden = placed.filter((node) => isHidden(picture, node)).length;
    const values = { count: placed.length, total, hidden };
    const isPart = nodes.length >= HUB && total > HUB;
    const some = hidden > 0 ? "expandedHidden" : isCut ? "expandedCut" : isPart ? "expandedSome" : "expanded";
    task.tell({ words: placed.length === 0 ? "expandedNone" : some, values, query });
  });
}

/** Looks at an entity, drawing it where it is not drawn yet. */
export function open(found: Entity): void {
  remember(found);
  if (state().screen.name !== "graph") act({ do: "screen", screen: { name: "graph" } });
  if (state().picture.nodes.has(found.id)) {
    look(found.id);
    return;
  }
  perform("look", async (task) => {
    const place = await placing(state().picture, found.id, task.signal);
    const [, nodes, relationships] = place(state().picture);
    task.apply({ do: "add", nodes, relationships });
    task.look({ do: "focus", focus: { is: "node", id: found.id } });
  });
}

/** Begins a new picture with one entity and its neighbours, or those of one sort. */
export function startHere(found: Entity, which: Which = {}): void {
  remember(found);
  const centre: Placed = { ...entity(found), x: 0, y: 0 };
  perform("replace", async (task) => {
    const { nodes, relationships } = await neighbours(found.id, [], which, HUB, task.signal);
    const alone: Picture = { ...EMPTY, origin: { name: "empty" }, nodes: byId([centre]) };
    const all = byId([centre, ...beside(alone, centre, nodes)]);
    const picture = { ...alone, nodes: all, relationships: byId(relationships) };
    task.apply({ do: "start", picture, focus: { is: "node", id: centre.id } });
  });
}

/** How far the picture around an entity reaches, and how much of it is drawn at once. */
const AROUND = { depth: 2, maxNodes: 400 };

/** Begins a new picture of everything within two steps of an entity. */
export function lookAround(found: Entity): void {
  remember(found);
  perform("replace", async (task) => {
    const picture = await around([found.id], AROUND.depth, AROUND.maxNodes, task.signal);
    task.apply({ do: "start", picture, focus: { is: "node", id: found.id } });
  });
}

/** Goes back to the overview. */
export function toOverview(): void {
  perform("replace", async (task) => {
    const { picture, notice } = await overview({ shape: viewport().shape }, task.signal);
    task.apply({ do: "start", picture });
    if (notice) task.tell(notice);
  });
}

/** Finds how two entities are connected, and draws it. */
export function findPath(from: Entity, to: Entity): void {
  perform("look", async (task) => {
    const { paths, words, query } = await pathsBetween(from.id, to.id, LONGEST, task.signal);
    const [shortest] = paths;
    if (!shortest || words === "pathSources") {
      task.look({ do: "pathFrom", id: null });
      const values = { length: shortest?.length ?? LONGEST };
      task.tell({ words, query, names: { from, to }, values, stays: true });
      return;
    }
    const ids = [...new Set([...state().picture.nodes.keys(), ...shortest.nodes.map(({ id }) => id)])];
    const { relationships } = await between(ids, task.signal);
    const { picture } = state();
    const isNew = shortest.nodes.every(({ id }) => !picture.nodes.has(id));
    const placed = (isNew ? inRow : along)(picture, shortest.nodes);
    if (placed.length > 0) task.apply({ do: "add", nodes: placed, relationships });
    task.look({ do: "pathFrom", id: null });
    task.look({ do: "focus", focus: null });
    task.look({ do: "trail", ids: [...shortest.nodes, ...shortest.relationships].map(({ id }) => id) });
    const values = { length: shortest.length, count: paths.length };
    task.tell({ words, names: { from, to }, values, query });
  });
}

/** Laying out more than this takes so long that the page first shows that it is busy. */
const QUICK = 200;

/** Finds new places for everything that is not pinned. */
export function tidy(): void {
  const { picture } = state();
  if (picture.nodes.size <= QUICK) {
    act({ do: "tidy", places: tidied(picture) });
    return;
  }
  perform("replace", async (task) => {
    // The layout holds the page up: what shows that it is busy has to be painted before.
    await new Promise((done) => setTimeout(done, 400));
    if (!task.signal.aborted) task.apply({ do: "tidy", places: tidied(state().picture) });
  });
}
