import type { RequestContext } from "../graph/context.js";
import type { Layout } from "../graph/layout/drawing.js";
import { Selection } from "../graph/selection.js";
import type { GraphObject } from "../graph/statements/columns.js";
import { columnsOf, RANK, type JoinedView } from "./columns.js";
import type { GraphColumns } from "./graph-columns.js";
import { joined, selectView, type ViewRequest } from "./views.js";

/** Most relationships of a view: ten at each of the most nodes that a view may have unless told. */
export const MAX_VIEW_RELATIONSHIPS = 100_000;

const TOO_MANY = `More than ${MAX_VIEW_RELATIONSHIPS} relationships join these entities: only so many are in the view, by id; ask for fewer nodes.`;

/** A part of the graph with what of it was asked for. */
export interface SubgraphAnswer {
  readonly nodes: readonly GraphObject[];
  readonly relationships: readonly GraphObject[];
  readonly nodeCount: number;
  readonly relationshipCount: number;
  readonly truncatedReason: string | null;
  readonly columns: (layout: Layout | "NONE") => Promise<GraphColumns>;
}

/** Everything but the nodes speaks of the relationships too. */
const OF_RELATIONSHIPS = ["relationships", "relationshipCount", "columns", "truncatedReason"];

/** The part of the graph around some entities, closed: every relationship between its nodes is in it, whatever its type. */
export async function subgraph(
  context: RequestContext,
  request: ViewRequest,
  asked: Selection,
): Promise<SubgraphAnswer> {
  const view = await selectView(context, request);
  const layered = asked.has("columns") ? Selection.of(RANK.property) : Selection.of();
  const selection = asked.below("relationships").with(layered);
  const [nodes, found] = await Promise.all([
    asked.has("nodes") ? context.graph.entitiesById(view.ids, asked.below("nodes")) : [],
    OF_RELATIONSHIPS.some((field) => asked.has(field))
      ? joined(context, view.ids, view.ids, { types: undefined, selection, limit: MAX_VIEW_RELATIONSHIPS })
      : { relationships: [], whole: true },
  ]);
  const whole: JoinedView = { ...view, relationships: found.relationships };
  return {
    nodes,
    relationships: found.relationships,
    nodeCount: view.ids.length,
    relationshipCount: found.relationships.length,
    truncatedReason:
      [view.truncatedReason, found.whole ? null : TOO_MANY].filter((reason) => reason !== null).join(" ") || null,
    columns: (layout) => columnsOf(context, whole, layout),
  };
}
