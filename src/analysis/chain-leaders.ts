import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../graph/context.js";
import type { Graph } from "../graph/graph.js";
import type { Kind, RelationshipType, Walk } from "../graph/model.js";
import { fingerprint, readPage, toConnection, type PageRow } from "../graph/page.js";
import { askedOf, selectionOf, type Selection } from "../graph/selection.js";
import { Columns, type GraphObject } from "../graph/statements/columns.js";
import { orderBy, reversed } from "../graph/statements/keyset.js";
import { plainAfter, plainKeys } from "../graph/statements/page.js";
import type { ChainGroup, PageArguments } from "./chain-map.js";
import { leaderCount, leaderPage, placesOf } from "./statements/chain.js";
import { cypher } from "../graph/cypher.js";

interface LeaderEdge {
  readonly node: GraphObject;
  readonly relationship: GraphObject;
  readonly chain: GraphObject | undefined;
  readonly places: readonly GraphObject[];
}

/** Who leads a chain or a part of it, each with the chain and with where it lies; a page of them. */
export async function chainLeaders(
  { graph, limits }: RequestContext,
  { standing }: ChainGroup,
  args: PageArguments,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const selection = selectionOf(info);
  const asked = askedOf(selection);
  const leads = graph.model.relationships.get("LEADS") as RelationshipType;
  const kinds = [...leads.from].map((kind) => graph.model.kinds.get(kind) as Kind);
  const walk: Walk = { relationship: leads, side: "to", kinds, narrowed: false };
  const page = readPage("ChainMap.leaders", args, limits, fingerprint("ChainMap.leaders"), 2);
  const keys = page.backward ? reversed(plainKeys(walk)) : plainKeys(walk);
  const [start, end] = page.backward ? [page.before, page.after] : [page.after, page.before];
  const bounds = [start && plainAfter(keys, start), end && plainAfter(reversed(keys), end)];
  const after = bounds.reduce((one, other) => (one && other ? cypher`${one} AND ${other}` : (one ?? other)), undefined);
  const columns = {
    node: Columns.ofEntity(graph.model, kinds, selection.below("edges", "node").with(selection.below("nodes"))),
    relationship: Columns.ofRelationship(leads, selection.below("edges", "relationship")),
  };
  const position = { after, order: orderBy(keys), size: page.size };
  const [rows, counted] = await Promise.all([
    asked.rows ? graph.read(leaderPage(standing.chains, position, columns)) : [],
    asked.total ? graph.read(leaderCount(standing.chains)) : [],
  ]);
  const found = rows.map((row): PageRow<LeaderEdge> => {
    const [fromId, id, toId] = row as [string, string, string];
    const relationship = { ...columns.relationship.at(row, 3 + columns.node.width), fromId, toId };
    return {
      edge: { node: columns.node.at(row, 3), relationship, chain: undefined, places: [] },
      keys: [fromId, id],
    };
  });
  const told = await withPlaces(graph, found, selection.below("edges"));
  return { ...toConnection(page, told, asked), ...(asked.total ? { totalCount: counted[0]?.[0] } : {}) };
}

/** Adds what of chains and places is asked for: a statement each. */
async function withPlaces(
  graph: Graph,
  rows: readonly PageRow<LeaderEdge>[],
  selection: Selection,
): Promise<PageRow<LeaderEdge>[]> {
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
export async function placesByEntity(
  graph: Graph,
  ids: readonly string[],
  selection: Selection,
): Promise<ReadonlyMap<string, GraphObject[]>> {
  const columns = Columns.ofEntity(graph.model, graph.model.kindsOf.get("Place") ?? [], selection);
  const places = new Map<string, GraphObject[]>();
  for (const row of await graph.read(placesOf(ids, columns))) {
    const [id] = row as [string];
    places.set(id, [...(places.get(id) ?? []), columns.at(row, 1)]);
  }
  return places;
}
