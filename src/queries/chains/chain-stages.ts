import type { Graph } from "../../graph/graph.js";
import type { Kind, RelationshipType } from "../../graph/model.js";
import type { Selection } from "../../graph/selection.js";
import { Columns, type GraphObject } from "../../graph/statements/columns.js";
import { byCodePoint } from "../../graph/text-order.js";
import type { Truncation } from "../shared/truncation.js";
import { chainFeeds, chainStages } from "./chain-map-statements.js";
import { layersOf } from "./layers.js";

/** The most stages of the chains that one answer puts in order, and the most relationships between them. */
export const MOST_STAGES = 2_000;
export const MOST_FEEDS = 10_000;

/** One stage of a chain. */
export interface ChainStage {
  readonly id: string;
  readonly stage: GraphObject;
  readonly relationship: GraphObject;
  readonly layer: number;
}

/** The stages of one chain, in order. */
export interface OrderedChain {
  readonly stages: readonly ChainStage[];
  readonly feeds: readonly GraphObject[];
  /** Each cycle of FEEDS in words. */
  readonly cycles: readonly string[];
  /** The same as the ids of the stages along each. */
  readonly cycleStages: readonly (readonly string[])[];
}

/** The stages of several chains. */
export interface OrderedChains {
  /** Those of one chain, or of several as one; of a stage that several have, the first of them tells. */
  readonly of: (...chains: readonly string[]) => OrderedChain;
  readonly truncation: Truncation | null;
}

/** What is asked of stages, of HAS_STAGE and of FEEDS. */
export interface StageSelections {
  readonly stage: Selection;
  readonly relationship: Selection;
  readonly feeds: Selection;
}

interface Found extends Omit<ChainStage, "layer"> {
  readonly chain: string;
  readonly name: string;
  readonly rank: number;
}

/** The stages of chains from upstream to downstream: two statements, however many chains. */
export async function orderedChains(
  graph: Graph,
  chains: readonly string[],
  asked: StageSelections,
): Promise<OrderedChains> {
  const { model } = graph;
  const node = Columns.for(model, [model.kinds.get("Stage") as Kind], asked.stage);
  const relationship = Columns.for(
    model,
    [model.relationships.get("HAS_STAGE") as RelationshipType],
    asked.relationship,
  );
  const fed = Columns.for(model, [model.relationships.get("FEEDS") as RelationshipType], asked.feeds);
  const [stageRows, feedRows] = await Promise.all([
    graph.read(chainStages(chains, MOST_STAGES, { node, relationship })),
    graph.read(chainFeeds(chains, MOST_FEEDS, fed)),
  ]);
  const stages = stageRows.slice(0, MOST_STAGES).map((row): Found => {
    const [chain, id, name, rank] = row as [string, string, string, number | null];
    const joined = { ...relationship.at(row, 4 + node.width), fromId: chain, toId: id };
    return {
      chain,
      id,
      name,
      rank: rank ?? Infinity,
      stage: node.at(row, 4),
      relationship: joined,
    };
  });
  const feeds = feedRows.slice(0, MOST_FEEDS).map((row) => {
    const [chain, fromId, toId] = row as [string, string, string];
    return { chain, fromId, toId, relationship: { ...fed.at(row, 3), fromId, toId } };
  });
  return {
    of: (...wanted) => {
      const own = <T extends { readonly chain: string }>(items: readonly T[]): T[] =>
        wanted.flatMap((chain) => items.filter((item) => item.chain === chain));
      return ordered(own(stages), own(feeds));
    },
    truncation: truncationOf(stageRows.length, feedRows.length),
  };
}

function truncationOf(stages: number, feeds: number): Truncation | null {
  if (stages > MOST_STAGES)
    return {
      code: "STAGES",
      limit: MOST_STAGES,
      reason: `There are more than ${MOST_STAGES} stages; the rest is left out.`,
    };
  if (feeds > MOST_FEEDS)
    return {
      code: "FEEDS",
      limit: MOST_FEEDS,
      reason: `There are more than ${MOST_FEEDS} relationships between stages; the order is of those.`,
    };
  return null;
}

interface Fed {
  readonly fromId: string;
  readonly toId: string;
  readonly relationship: GraphObject;
}

function ordered(found: readonly Found[], feeds: readonly Fed[]): OrderedChain {
  const known = new Map<string, Found>();
  for (const item of found) if (!known.has(item.id)) known.set(item.id, item);
  const pairs = feeds
    .filter(({ fromId, toId }) => known.has(fromId) && known.has(toId))
    .map(({ fromId, toId }) => [fromId, toId] as const);
  const { layerOf, cycles } = layersOf([...known.keys()], pairs);
  const inOrder = (a: Found & { layer: number }, b: Found & { layer: number }): number =>
    a.layer - b.layer || Number(a.rank > b.rank) - Number(a.rank < b.rank) || byCodePoint(a.id, b.id);
  return {
    stages: [...known.values()].map((item) => ({ ...item, layer: layerOf.get(item.id) ?? 1 })).sort(inOrder),
    feeds: [...new Map(feeds.map(({ relationship }) => [relationship.id, relationship])).values()],
    cycleStages: cycles,
    cycles: cycles.map((cycle) => inWords(cycle.map((id) => known.get(id)?.name ?? id))),
  };
}

function inWords(names: readonly string[]): string {
  return `${[...names, names[0]].join(" → ")}: each feeds the next and the last the first, so no order holds between them; they share a layer.`;
}
