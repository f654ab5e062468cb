import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import type { Graph } from "../../graph/graph.js";
import type { Kind, RelationshipType } from "../../graph/model.js";
import { type Selection, selectionOf } from "../../graph/selection.js";
import { Columns, type GraphObject } from "../../graph/statements/columns.js";
import { listed, sizeOf } from "../shared/cut.js";
import { idOf } from "../shared/subject.js";
import type { ChainGap, ChainGaps, GapMember, StageGap, StageState } from "./chain-gaps-schema.js";
import {
  absences,
  developedChains,
  type Place,
  presentCounts,
  presentMembers,
  widerChains,
} from "./chain-gaps-statements.js";
import { type ChainStage, orderedChains } from "./chain-stages.js";

/** The most chains of one zone, and the most pairs of a chain and a wider one. */
const MOST_CHAINS = 200;
const MOST_WIDER = 2_000;

/** What stands, is known to be absent or is not recorded at each stage of a zone's chains; null where there is no such zone. */
export async function chainGaps(
  { graph }: RequestContext,
  zoneId: string,
  info: GraphQLResolveInfo,
): Promise<ChainGaps | null> {
  const id = idOf(graph.model, "chainGaps(zone)", zoneId, ["Zone"]);
  const selection = selectionOf(info);
  const asked = selection.below("chains");
  const [[zone], developed, widerRows] = await Promise.all([
    graph.entitiesById([id], selection.below("zone")),
    developedOf(graph, id, asked),
    graph.read(widerChains(id, MOST_WIDER)),
  ]);
  if (!zone) return null;
  const chains = developed.slice(0, MOST_CHAINS);
  const widerOf = (chain: string): string[] =>
    (widerRows as readonly [string, string][]).filter(([part]) => part === chain).map(([, wider]) => wider);
  const every = [...new Set(chains.flatMap(({ chain }) => [chain.id, ...widerOf(chain.id)]))];
  const [ordered, wider] = await Promise.all([
    orderedChains(graph, every, {
      stage: asked.below("stages", "stage"),
      relationship: asked.below("stages", "relationship"),
      feeds: asked.below("feeds"),
    }),
    asked.has("widerChains") ? graph.entitiesById(every, asked.below("widerChains")) : [],
  ]);
  const drafts = chains.map((item) => {
    const above = widerOf(item.chain.id);
    const { stages, cycles } = ordered.of(item.chain.id, ...above);
    return { ...item, above, stages, cycles };
  });
  const tell = await tellerOf(graph, id, drafts, asked.below("stages", "absences"));
  const found = drafts.map((draft) => gapOf(draft, wider, tell));
  const tooMany = `The zone develops more than ${MOST_CHAINS} chains; the rest is left out.`;
  const truncatedReason =
    ordered.truncation?.reason ??
    (developed.length > MOST_CHAINS ? tooMany : (listed(info, "chains", found)?.reason ?? null));
  return { zone, chainCount: chains.length, found, truncatedReason };
}

interface Developed {
  readonly chain: GraphObject;
  readonly relationship: GraphObject;
}

async function developedOf(graph: Graph, zone: string, asked: Selection): Promise<Developed[]> {
  const { model } = graph;
  const node = Columns.for(model, [model.kinds.get("Chain") as Kind], asked.below("chain"));
  const develops = model.relationships.get("DEVELOPS") as RelationshipType;
  const relationship = Columns.for(graph.model, [develops], asked.below("relationship"));
  const rows = await graph.read(developedChains(zone, MOST_CHAINS, { node, relationship }));
  const found = rows.map((row) => ({
    chain: node.at(row, 1),
    relationship: { ...relationship.at(row, 1 + node.width), fromId: zone, toId: row[0] },
  }));
  return found.filter(({ chain }, index) => found.findIndex((other) => other.chain.id === chain.id) === index);
}

interface Draft extends Developed {
  readonly above: readonly string[];
  readonly stages: readonly ChainStage[];
  readonly cycles: readonly string[];
}

function gapOf(
  { chain, relationship, above, stages, cycles }: Draft,
  wider: readonly GraphObject[],
  tell: Teller,
): ChainGap {
  const gaps = stages.map((stage) => tell(chain.id, above, stage));
  const count = (state: StageState): number => gaps.filter((gap) => gap.state === state).length;
  return {
    chain,
    relationship,
    cycles,
    gaps,
    wider: above.flatMap((wide) => wider.find((item) => item.id === wide) ?? []),
    stageCount: gaps.length,
    presentCount: count("PRESENT"),
    knownAbsentCount: count("KNOWN_ABSENT"),
    notRecordedCount: count("NOT_RECORDED"),
  };
}

type Teller = (chain: string, above: readonly string[], stage: ChainStage) => StageGap;

/** Tells of each stage what is known: one statement for who is there, one for what is said to be absent. */
async function tellerOf(graph: Graph, zone: string, drafts: readonly Draft[], asked: Selection): Promise<Teller> {
  const places = drafts.flatMap(({ chain, stages }) => stages.map((stage) => ({ chain: chain.id, stage: stage.id })));
  const holders = [...new Set([zone, ...drafts.flatMap(({ chain, above }) => [chain.id, ...above])])];
  const lacks = Columns.for(graph.model, [graph.model.relationships.get("LACKS") as RelationshipType], asked);
  const [counts, said] = await Promise.all([
    graph.read(presentCounts(zone, places.map(keyOf), places)),
    graph.read(absences(holders, [...new Set(places.map(({ stage }) => stage))], lacks)),
  ]);
  const countOf = new Map(counts as readonly [string, number][]);
  return (chain, above, stage) => {
    const place = { chain, stage: stage.id };
    const presentCount = countOf.get(keyOf(place)) ?? 0;
    const absent = said
      .filter(([holder, of]) => of === stage.id && [zone, chain, ...above].includes(holder as string))
      .map((row) => ({ ...lacks.at(row, 2), fromId: row[0], toId: row[1] }));
    const state = presentCount > 0 ? "PRESENT" : absent.length > 0 ? "KNOWN_ABSENT" : "NOT_RECORDED";
    return { ...stage, zone, place, state, presentCount, absences: absent };
  };
}

function keyOf({ chain, stage }: Place): string {
  return `${chain} ${stage}`;
}

/** Who is present at a stage, the first of them; all stages of an answer by one statement. */
export async function presentAt(
  context: RequestContext,
  { zone, place, presentCount }: StageGap,
  first: number,
  info: GraphQLResolveInfo,
): Promise<GapMember[]> {
  const most = sizeOf(context, "StageGap.present(first)", first);
  if (presentCount === 0) return [];
  const { graph } = context;
  const selection = selectionOf(info);
  const joins = graph.model.relationships.get("JOINS") as RelationshipType;
  const kinds = [...joins.from].map((kind) => graph.model.kinds.get(kind) as Kind);
  const node = Columns.for(graph.model, kinds, selection.below("node"));
  const relationship = Columns.for(graph.model, [joins], selection.below("relationship"));
  const rows = await graph.grouped(
    JSON.stringify(["presentMembers", zone, most, node.key, relationship.key]),
    (keys) => presentMembers(zone, keys, keys.map(parsed), most, { node, relationship }),
    JSON.stringify(place),
  );
  return rows.map((row) => ({
    node: node.at(row, 3),
    relationship: { ...relationship.at(row, 3 + node.width), fromId: row[1], toId: row[2] },
  }));
}

function parsed(key: string): Place {
  return JSON.parse(key) as Place;
}
