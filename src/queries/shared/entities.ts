import { BadInput } from "../../errors.js";
import type { RequestContext } from "../../graph/context.js";
import type { Graph } from "../../graph/graph.js";
import { derivedTypes } from "../../graph/model.js";
import type { Selection } from "../../graph/selection.js";
import type { GraphObject } from "../../graph/statements/columns.js";
import { degrees } from "../../graph/statements/level.js";
import { byCodePoint } from "../../graph/text-order.js";

/** Entities by id. */
export type Entities = ReadonlyMap<string, GraphObject>;

/**
 * What was read under an id.
 * @throws Error where nothing was.
 */
export function known<Item>(items: ReadonlyMap<string, Item>, id: string): Item {
  const item = items.get(id);
  if (item === undefined) throw new Error(`queries: expected ${id} to be read but it was not; ask again.`);
  return item;
}

/** What is asked below any of these fields, which hold the same sort of thing. */
export function askedBelow(selection: Selection, paths: readonly (readonly string[])[]): Selection {
  return paths.map((path) => selection.below(...path)).reduce((all, one) => all.with(one));
}

/** Entities by id with the columns asked for, in one statement. */
export async function readEntities(graph: Graph, ids: readonly string[], selection: Selection): Promise<Entities> {
  const found = await graph.entitiesById([...new Set(ids)].sort(byCodePoint), selection);
  return new Map(found.map((object) => [object.id, object]));
}

/** A row of an entity; with its names where they were asked for. */
export type Ranked = readonly [id: string, degree: number, name?: string, nameEn?: string | null];

/**
 * Refuses ids that no entity has.
 * @param where the argument, for the message: `subgraph(from)`.
 * @param called whether names are asked for.
 * @returns the row of each, in the order of the ids.
 * @throws BadInput that names them.
 */
export async function knownEntities(
  context: RequestContext,
  ids: readonly string[],
  where: string,
  called = false,
): Promise<Ranked[]> {
  const rows = (await context.graph.read(
    degrees(ids, derivedTypes(context.graph.model), called),
  )) as unknown as readonly Ranked[];
  const found = new Map(rows.map((row) => [row[0], row]));
  const unknown = ids.filter((id) => !found.has(id));
  if (unknown.length > 0)
    throw new BadInput(
      `${where}: expected entities of this graph but ${unknown
        .slice(0, 3)
        .map((id) => JSON.stringify(id))
        .join(", ")}` +
        `${unknown.length > 3 ? ` and ${unknown.length - 3} more` : ""} ${unknown.length === 1 ? "is" : "are"} none; ` +
        "search for the id by name, or leave it out.",
      { unknown },
    );
  return ids.map((id) => found.get(id) as Ranked);
}
