import type { RequestContext } from "../../graph/context.js";
import type { Selection } from "../../graph/selection.js";
import type { GraphObject } from "../../graph/statements/columns.js";
import { columnsOf } from "./columns.js";
import type { Subgraph } from "./subgraph-schema.js";
import { type Ends, endsWithin, joinedWithin, selectView, type ViewRequest } from "./views.js";

/** Most relationships of a view: ten at each of the most nodes that a view may have unless told. */
export const MAX_VIEW_RELATIONSHIPS = 100_000;

const TOO_MANY = `More than ${MAX_VIEW_RELATIONSHIPS} relationships join these entities: only so many are in the view, by id; ask for fewer nodes.`;

/** Beside the relationships themselves, what else speaks of them. */
const OF_RELATIONSHIPS = ["relationshipCount", "columns", "truncatedReason"];

interface Found {
  readonly relationships: readonly GraphObject[];
  readonly ends: Ends;
}

const NONE: Ends = { from: [], to: [], id: [], rank: [], whole: true };

/** What joins the nodes of a view: of thousands, objects are made only where somebody asks for them. */
async function joinsOf(context: RequestContext, ids: readonly string[], asked: Selection): Promise<Found> {
  const limit = MAX_VIEW_RELATIONSHIPS;
  if (asked.has("relationships")) return joinedWithin(context, ids, { selection: asked.below("relationships"), limit });
  const isAsked = OF_RELATIONSHIPS.some((field) => asked.has(field));
  return { relationships: [], ends: isAsked ? await endsWithin(context, ids, limit) : NONE };
}

/** The part of the graph around some entities, closed: every relationship between its nodes is in it, whatever its type. */
export async function subgraph(context: RequestContext, request: ViewRequest, asked: Selection): Promise<Subgraph> {
  const view = await selectView(context, request, "subgraph", asked.has("columns"));
  const [nodes, { relationships, ends }] = await Promise.all([
    asked.has("nodes") ? context.graph.entitiesById(view.ids, asked.below("nodes")) : [],
    joinsOf(context, view.ids, asked),
  ]);
  return {
    nodes,
    relationships,
    nodeCount: view.ids.length,
    relationshipCount: ends.id.length,
    truncatedReason:
      [view.truncatedReason, ends.whole ? null : TOO_MANY].filter((reason) => reason !== null).join(" ") || null,
    draw: (layout) => columnsOf(context, view, ends, layout),
  };
}
