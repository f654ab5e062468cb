import { BadInput } from "../../errors.js";
import type { RequestContext } from "../../graph/context.js";
import type { Layout } from "../../graph/layout/drawing.js";
import { type GraphModel, isKind, ownerOf } from "../../graph/model.js";
import type { RelationshipPlace } from "../../graph/statements/stored.js";
import { type Part, StoredGraph } from "../../graph/stored.js";
import { byCodePoint } from "../../graph/text-order.js";
import { columnsOf } from "./columns.js";
import { type Ends, endsWithin, selectView, type View, type ViewRequest } from "./views.js";

/** The most relationships of a part: their ids are held while it is read. */
const MOST_RELATIONSHIPS = 200_000;

/** A point of a picture; y grows upwards. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where entities stand in a picture, by id; undefined where nobody asked. */
export type Places = ReadonlyMap<string, Place> | undefined;

/** What part of the graph is asked for, and how it is laid out. */
export type PartRequest = ViewRequest & {
  readonly layout: Layout | "NONE";
  /** The types of relationship that are wanted among its entities; all unless told. */
  readonly relationshipTypes?: readonly string[] | undefined;
};

/** A part of the graph, laid out if so asked. */
export interface SelectedPart {
  readonly part: Part;
  readonly places: Places;
}

/**
 * The part of the graph that a view holds: its entities, and every relationship among them.
 * @param where the request, for messages.
 * @throws BadInput for what is out of bounds or unknown.
 */
export async function selectPart(context: RequestContext, request: PartRequest, where: string): Promise<SelectedPart> {
  const { model } = context.graph;
  const view = await selectView(context, request, where);
  const { ids } = view;
  const ends = await endsWithin(context, ids, MOST_RELATIONSHIPS);
  if (!ends.whole)
    throw new BadInput(
      `${where}(maxNodes): expected at most ${MOST_RELATIONSHIPS} relationships among the entities but there are more; ask for fewer entities, or for the whole graph.`,
      { limit: MOST_RELATIONSHIPS },
    );
  const wanted = request.relationshipTypes && new Set(request.relationshipTypes);
  const places = ends.id
    .map((id, index) => ({
      id,
      from: ids[ends.from[index] as number] as string,
      to: ids[ends.to[index] as number] as string,
    }))
    .filter(({ id }) => wanted?.has(typeOf(model, id)) ?? true);
  return { part: partOf(model, ids, places), places: await laidOut(context, view, ends, request.layout) };
}

async function laidOut(
  context: RequestContext,
  view: View,
  ends: Ends,
  layout: PartRequest["layout"],
): Promise<Places> {
  const { id, x, y } = (await columnsOf(context, view, ends, layout)).nodes;
  return x && y ? new Map(id.map((each, at) => [each, { x: x[at] as number, y: y[at] as number }])) : undefined;
}

function typeOf(model: GraphModel, id: string): string {
  const type = ownerOf(model, id);
  return type === undefined || isKind(type) ? "" : type.type;
}

/**
 * The ids of all entities, for what needs them at once.
 * @throws BadInput where there are more than a view may have.
 */
export async function allEntities({ graph, limits }: RequestContext, where: string): Promise<readonly string[]> {
  const stored = new StoredGraph(graph);
  const ids: string[] = [];
  for (const kind of (await stored.present()).kinds)
    for await (const page of stored.entities(kind, "EVIDENCE")) {
      ids.push(...page.map(({ id }) => id));
      if (ids.length > limits.maxViewNodes)
        throw new BadInput(
          `${where}(layout): expected at most ${limits.maxViewNodes} entities to lay out but the graph has more; name a part by from, or leave layout out.`,
          { limit: limits.maxViewNodes },
        );
    }
  return ids;
}

/** A part with the sources that it cites, and those that these cite: without them nobody can tell where a fact stands. */
export async function withSources(context: RequestContext, part: Part): Promise<Part> {
  const { model } = context.graph;
  const ids = new Set([...part.entities.values()].flat());
  const found = [...ids];
  for (let asked: Part = part; ;) {
    const cited = (await citedBy(new StoredGraph(context.graph, asked))).filter((id) => !ids.has(id));
    if (cited.length === 0) break;
    for (const id of cited) ids.add(id);
    found.push(...cited);
    asked = partOf(model, cited, []);
  }
  return { ...part, entities: partOf(model, found, []).entities };
}

async function citedBy(stored: StoredGraph): Promise<readonly string[]> {
  const cited = new Set<string>();
  const { kinds, types } = await stored.present();
  const pages = [
    ...kinds.map((kind) => stored.entities(kind, "EVIDENCE")),
    ...types.map((type) => stored.relationships(type, "EVIDENCE")),
  ];
  for (const each of pages)
    for await (const page of each)
      for (const { citations, facts } of page)
        for (const citation of [...citations, ...facts.map(citationOf)])
          cited.add(citation.slice(0, citation.indexOf("|")));
  return [...cited];
}

function citationOf(fact: string): string {
  return (JSON.parse(fact) as { readonly citation: string }).citation;
}

function partOf(model: GraphModel, ids: readonly string[], places: readonly RelationshipPlace[]): Part {
  const ordered = places.toSorted(
    (one, other) => byCodePoint(one.from, other.from) || byCodePoint(one.to, other.to) || byCodePoint(one.id, other.id),
  );
  return {
    entities: grouped(ids.toSorted(byCodePoint), (id) => {
      const kind = ownerOf(model, id);
      return isKind(kind) ? kind : undefined;
    }),
    relationships: grouped(ordered, ({ id }) => {
      const type = ownerOf(model, id);
      return isKind(type) ? undefined : type;
    }),
  };
}

/** Items by what they belong to, in their order; what belongs to nothing is left out. */
function grouped<Owner, Item>(items: readonly Item[], ownerOfItem: (item: Item) => Owner | undefined) {
  const groups = new Map<Owner, Item[]>();
  for (const item of items) {
    const owner = ownerOfItem(item);
    if (owner === undefined) continue;
    const group = groups.get(owner) ?? [];
    group.push(item);
    groups.set(owner, group);
  }
  return groups;
}
