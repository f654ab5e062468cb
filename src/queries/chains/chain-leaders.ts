import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import type { Graph } from "../../graph/graph.js";
import type { Kind, RelationshipType } from "../../graph/model.js";
import { answerPage, type Connection, type PageArguments, type PageRow } from "../../graph/page.js";
import { type Selection, selectionOf } from "../../graph/selection.js";
import { Columns, type GraphObject } from "../../graph/statements/columns.js";
import type { ChainGroup, ChainLeaderEdge } from "./chain-map-schema.js";
import { placesOf } from "./chain-map-statements.js";
import { memberPage } from "./chain-members.js";
import type { MemberEdge } from "./member-connection.js";

/** Who leads a chain or a part of it, each with the chain and with where it lies; a page of them. */
export async function chainLeaders(
  context: RequestContext,
  { standing }: ChainGroup,
  args: PageArguments,
  info: GraphQLResolveInfo,
): Promise<Connection<ChainLeaderEdge>> {
  const { graph } = context;
  const selection = selectionOf(info);
  const leads = graph.model.relationships.get("LEADS") as RelationshipType;
  const kinds = [...leads.from].map((kind) => graph.model.kinds.get(kind) as Kind);
  const walk = { relationship: leads, side: "to", kinds, narrowed: false } as const;
  const members = { where: "ChainMap.leaders", chains: standing.chains, walk };
  const { asked, page, rows, total } = memberPage(context, members, args, selection);
  const told = async () => withPlaces(graph, await rows(), selection.below("edges"));
  return answerPage(asked, page, { rows: told, total });
}

/** Adds what of chains and places is asked for: a statement each. */
async function withPlaces(
  graph: Graph,
  rows: readonly PageRow<MemberEdge>[],
  selection: Selection,
): Promise<PageRow<ChainLeaderEdge>[]> {
  const idsOf = (end: "fromId" | "toId"): string[] => [
    ...new Set(rows.map(({ edge }) => edge.relationship[end] as string)),
  ];
  const [chains, places] = await Promise.all([
    selection.has("chain") ? graph.entitiesById(idsOf("toId"), selection.below("chain")) : [],
    selection.has("places") ? placesByEntity(graph, idsOf("fromId"), selection.below("places")) : undefined,
  ]);
  const chainOf = new Map(chains.map((chain) => [chain.id, chain]));
  return rows.map(({ edge, keys }) => ({
    edge: {
      ...edge,
      chain: chainOf.get(edge.relationship["toId"] as string),
      places: places?.get(edge.relationship["fromId"] as string) ?? [],
    },
    keys,
  }));
}

/** Where each of several entities lies. */
async function placesByEntity(
  graph: Graph,
  ids: readonly string[],
  selection: Selection,
): Promise<ReadonlyMap<string, GraphObject[]>> {
  const columns = Columns.for(graph.model, graph.model.kindsOf.get("Place") ?? [], selection);
  const places = new Map<string, GraphObject[]>();
  for (const row of await graph.read(placesOf(ids, columns))) {
    const [id] = row as [string];
    places.set(id, [...(places.get(id) ?? []), columns.at(row, 1)]);
  }
  return places;
}
