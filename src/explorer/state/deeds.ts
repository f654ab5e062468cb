import { drawing } from "../drawing/current.js";
import { along, beneath, beside, inRow, tidied } from "./arrange.js";
import { attempt, tell } from "./notices.js";
import { byId, EMPTY, type Entity, type Placed } from "./picture.js";
import { around, between, entity, neighbours, overview, pathsBetween, type Which } from "./reading.js";
import { remember } from "./recent.js";
import { act, state } from "./store.js";

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
  attempt(async () => {
    const shown = [...state().picture.nodes.keys()];
    const { nodes, relationships, total } = await neighbours(id, shown, which, HUB);
    const { picture } = state();
    const fresh = nodes.filter((node) => !picture.nodes.has(node.id));
    const anchor = picture.nodes.get(id);
    const placed = anchor ? beside(picture, anchor, fresh, drawing()?.unitsAPixel) : beneath(picture, fresh);
    if (placed.length > 0) act({ do: "add", nodes: placed, relationships });
    if (placed.length === 0) tell({ words: "expandedNone" });
    else if (nodes.length >= HUB && total > HUB)
      tell({ words: "expandedSome", values: { count: placed.length, total } });
    else tell({ words: "expanded", values: { count: placed.length } });
  });
}

/** Draws all neighbours of an entity where they can be taken in, and otherwise shows how many there are. */
export function expandOrAsk(id: string): void {
  expand(id);
}

/** Looks at an entity, drawing it where it is not drawn yet. */
export function open(found: Entity): void {
  remember(found);
  act({ do: "screen", screen: { name: "graph" } });
  if (state().picture.nodes.has(found.id)) {
    look(found.id);
    return;
  }
  attempt(async () => {
    await draw(found);
    look(found.id);
  });
}

/** Draws an entity that is not drawn yet, near a neighbour of it if one is drawn. */
async function draw(found: Entity): Promise<void> {
  const { relationships } = await between([...state().picture.nodes.keys(), found.id]);
  const { picture } = state();
  if (picture.nodes.has(found.id)) return;
  const joining = relationships.find(({ from, to }) => from === found.id || to === found.id);
  const near = joining && picture.nodes.get(joining.from === found.id ? joining.to : joining.from);
  const placed = near
    ? beside(picture, near, [entity(found)], drawing()?.unitsAPixel)
    : beneath(picture, [entity(found)]);
  act({ do: "add", nodes: placed, relationships });
}

/** Begins a new picture with one entity and its neighbours, or those of one sort. */
export function startHere(found: Entity, which: Which = {}): void {
  remember(found);
  attempt(async () => {
    const { nodes, relationships } = await neighbours(found.id, [found.id], which, HUB);
    const centre: Placed = { ...entity(found), x: 0, y: 0 };
    const alone = { ...EMPTY, nodes: byId([centre]) };
    const all = byId([centre, ...beside(alone, centre, nodes)]);
    act({ do: "start", picture: { ...alone, nodes: all, relationships: byId(relationships) } });
    look(centre.id);
  });
}

/** How far the picture around an entity reaches, and how much of it is drawn at once. */
const AROUND = { depth: 2, maxNodes: 400 };

/** Begins a new picture of everything within two steps of an entity. */
export function lookAround(found: Entity): void {
  remember(found);
  attempt(async () => {
    act({ do: "start", picture: await around([found.id], AROUND.depth, AROUND.maxNodes) });
    look(found.id);
  });
}

/** Goes back to the overview. */
export function toOverview(): void {
  attempt(async () => {
    const { picture, zones, allZones } = await overview({ shape: drawing()?.shape });
    act({ do: state().opened ? "start" : "open", picture });
    if (zones < allZones) tell({ words: "overviewPart", values: { count: zones, total: allZones } });
  });
}

/** Finds how two entities are connected, and draws it. */
export function findPath(from: Entity, to: Entity): void {
  attempt(async () => {
    const { paths, isWide, hint } = await pathsBetween(from.id, to.id, LONGEST);
    act({ do: "pathFrom", id: null });
    const [shortest] = paths;
    if (!shortest) {
      tell({
        words: "pathNone",
        names: { from, to },
        values: { length: LONGEST },
        ...(hint !== null && { detail: hint }),
      });
      return;
    }
    const { picture } = state();
    const isNew = shortest.nodes.every(({ id }) => !picture.nodes.has(id));
    const placed = (isNew ? inRow : along)(picture, shortest.nodes);
    const { relationships } = await between([...picture.nodes.keys(), ...placed.map(({ id }) => id)]);
    if (placed.length > 0) act({ do: "add", nodes: placed, relationships });
    act({ do: "trail", ids: [...shortest.nodes, ...shortest.relationships].map(({ id }) => id) });
    act({ do: "focus", focus: null });
    const values = { length: shortest.length, count: paths.length };
    tell({ words: isWide ? "pathWide" : "pathFound", names: { from, to }, values });
  });
}

/** Finds new places for everything that is not pinned. */
export function tidy(): void {
  act({ do: "tidy", places: tidied(state().picture) });
}
