import type { RequestContext } from "../graph/context.js";
import type { Layout, Placed } from "../graph/layout/drawing.js";
import { ownerOf, type GraphModel, type Kind } from "../graph/model.js";
import type { GraphObject } from "../graph/statements/columns.js";
import { names } from "../graph/statements/level.js";
import type { GraphColumns } from "./graph-columns.js";
import type { View } from "./views.js";

/** A view and all that joins its nodes. */
export interface JoinedView extends View {
  readonly relationships: readonly GraphObject[];
}

/** The type that leads from one layer of a drawing to the next: a stage feeds the one behind it. */
const FLOW = "FEEDS";
/** What says in which layer the far end lies, counted from 1: the stage's place in its chain. */
export const RANK = { type: "HAS_STAGE", property: "rank" } as const;

/** Numbers values in a given order, those that do not occur left out. */
function numbered(order: Iterable<string>, used: ReadonlySet<string>): ReadonlyMap<string, number> {
  return new Map([...order].filter((value) => used.has(value)).map((value, index) => [value, index]));
}

/** Reads the kinds of many ids, whose first parts are few. */
function kindsOf(model: GraphModel, ids: readonly string[]): string[] {
  const values = new Map<string, string>();
  return ids.map((id) => {
    const prefix = id.slice(0, id.indexOf(":"));
    let value = values.get(prefix);
    if (value === undefined) values.set(prefix, (value = (ownerOf(model, id) as Kind).value));
    return value;
  });
}

/** A view as arrays; with a layout, laid out in a thread beside. */
export async function columnsOf(
  { graph, layouts }: RequestContext,
  { ids, degrees, relationships }: JoinedView,
  layout: Layout | "NONE",
): Promise<GraphColumns> {
  const { model } = graph;
  const called = (await graph.read(names(ids))) as unknown as readonly (readonly [string, string])[];
  const positions = new Map(ids.map((id, index) => [id, index]));
  const from = relationships.map(({ fromId }) => positions.get(fromId as string) as number);
  const to = relationships.map(({ toId }) => positions.get(toId as string) as number);
  const kindValues = kindsOf(model, ids);
  const typeValues = relationships.map(({ type }) => type as string);
  const kinds = numbered(
    [...model.kinds.values()].map(({ value }) => value),
    new Set(kindValues),
  );
  const types = numbered(model.relationships.keys(), new Set(typeValues));
  const placed =
    layout === "NONE"
      ? undefined
      : await layouts.place(drawing(layout, ids.length, from, to, relationships), graph.signal);
  return {
    kinds: [...kinds.keys()],
    types: [...types.keys()],
    nodes: {
      id: ids,
      kind: kindValues.map((value) => kinds.get(value) as number),
      name: namesOf(ids, called),
      degree: degrees,
      x: listed(placed, "x"),
      y: listed(placed, "y"),
      community: listed(placed, "community"),
    },
    relationships: {
      id: relationships.map(({ id }) => id),
      type: typeValues.map((value) => types.get(value) as number),
      from,
      to,
    },
  };
}

/** Engines answer in the order of the ids; where one does not, or an entity has gone meanwhile, names are looked up. */
function namesOf(ids: readonly string[], rows: readonly (readonly [string, string])[]): string[] {
  if (ids.every((id, index) => rows[index]?.[0] === id)) return rows.map(([, called]) => called);
  const known = new Map(rows);
  return ids.map((id) => known.get(id) ?? "");
}

function listed(placed: Placed | undefined, column: keyof Placed): readonly number[] | null {
  return placed ? Array.from(placed[column]) : null;
}

function drawing(
  layout: Layout,
  nodes: number,
  from: readonly number[],
  to: readonly number[],
  relationships: readonly GraphObject[],
) {
  const ranks = new Int32Array(nodes);
  relationships.forEach(({ type, [RANK.property]: rank }, index) => {
    if (type !== RANK.type || typeof rank !== "number") return;
    const stage = to[index] as number;
    ranks[stage] = Math.max(ranks[stage] as number, rank);
  });
  const flows = Uint8Array.from(relationships, ({ type }) => (type === FLOW ? 1 : 0));
  return { layout, nodes, from: Int32Array.from(from), to: Int32Array.from(to), flows, ranks };
}
