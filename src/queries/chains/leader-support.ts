import type { GraphQLResolveInfo } from "graphql";
import type { Row } from "../../engine/engine.js";
import type { RequestContext } from "../../graph/context.js";
import type { Graph } from "../../graph/graph.js";
import type { Kind, RelationshipType } from "../../graph/model.js";
import { type Selection, selectionOf } from "../../graph/selection.js";
import { Columns, type GraphObject } from "../../graph/statements/columns.js";
import { byCodePoint } from "../../graph/text-order.js";
import { Figures } from "../shared/figures.js";
import { idOf } from "../shared/subject.js";
import { MOST_STAGES } from "./chain-stages.js";
import {
  DEFINITION,
  type LeaderSupport,
  type NearnessTotals,
  type SupportArea,
  type SupportFigures,
  type SupportRate,
} from "./leader-support-schema.js";
import {
  type Around,
  buildersOf,
  developedIn,
  ledChains,
  ledStages,
  ownOf,
  placesAbove,
  rateFigures,
  supportFigures,
} from "./leader-support-statements.js";
import { AREAS, type Flags, liesIn, NEARNESS, nearnessOf, type Position } from "./nearness.js";

/** The most chains of one leader, and the most firms and projects that are its own. */
const MOST_LED = 100;
const MOST_OWN = 2_000;

/** Whom a chain leader draws around it; null where there is nobody of that id. */
export async function leaderSupport(
  { graph }: RequestContext,
  leaderId: string,
  info: GraphQLResolveInfo,
): Promise<LeaderSupport | null> {
  const leads = graph.model.relationships.get("LEADS") as RelationshipType;
  const id = idOf(graph.model, "leaderSupport(leader)", leaderId, [...leads.from]);
  const selection = selectionOf(info);
  const asked = selection.below("chains");
  const node = Columns.for(graph.model, [graph.model.kinds.get("Chain") as Kind], asked.below("chain"));
  const relationship = Columns.for(graph.model, [leads], asked.below("relationship"));
  const [[leader], chainRows, stageRows, developed, own, places] = await Promise.all([
    graph.entitiesById([id], selection.below("leader")),
    graph.read(ledChains(id, MOST_LED, { node, relationship })),
    graph.read(ledStages(id, MOST_STAGES)),
    graph.read(developedIn(id)) as Promise<readonly (readonly [string, string])[]>,
    ownCircle(graph, id),
    graph.read(placesAbove(id)) as Promise<readonly (readonly [string, string | null])[]>,
  ]);
  if (!leader) return null;
  const chains = chainRows.slice(0, MOST_LED).map((row) => ({
    chain: node.at(row, 1),
    relationship: { ...relationship.at(row, 1 + node.width), fromId: id, toId: row[0] },
  }));
  const stages = stageRows.slice(0, MOST_STAGES).map(([stage]) => stage as string);
  const ofLevel = (wanted: string): string[] => places.filter(([, level]) => level === wanted).map(([place]) => place);
  const areas: Readonly<Record<SupportArea, readonly string[]>> = {
    ZONE: places.map(([place]) => place).filter((place) => place.startsWith("zone:")),
    PREFECTURE: ofLevel("PREFECTURE"),
    PROVINCE: ofLevel("PROVINCE"),
  };
  const localOf = (area: SupportArea): string[] => [
    ...new Set(developed.filter(([, place]) => areas[area].includes(place)).map(([chain]) => chain)),
  ];
  return {
    leader,
    chains,
    placeIds: places.map(([place]) => place),
    around: {
      leader: id,
      own,
      chains: [...new Set(chains.map(({ chain }) => chain.id))],
      local: { ZONE: localOf("ZONE"), PREFECTURE: localOf("PREFECTURE"), PROVINCE: localOf("PROVINCE") },
      stages,
      zones: areas.ZONE,
      prefectures: areas.PREFECTURE,
      provinces: areas.PROVINCE,
    },
    truncatedReason: cutOf(chainRows.length, stageRows.length, own.length),
  };
}

function cutOf(chains: number, stages: number, own: number): string | null {
  if (chains > MOST_LED || stages > MOST_STAGES)
    return `It leads more than ${MOST_LED} chains or ${MOST_STAGES} stages; the rest is left out.`;
  return own > MOST_OWN
    ? `More than ${MOST_OWN} firms and projects are its own; the rest may be among its supporters.`
    : null;
}

/**
 * The leader and what is its own: what it builds or owns, at any depth, the phases of all these, the project that it is a phase
 * of, and of a leading project its builders with what is theirs.
 */
async function ownCircle(graph: Graph, leader: string): Promise<string[]> {
  const found = new Set([leader]);
  let next = [leader, ...(await graph.read(buildersOf(leader))).map(([id]) => id as string)];
  while (next.length > 0 && found.size <= MOST_OWN) {
    for (const id of next) found.add(id);
    const rows = await graph.read(ownOf(next, found.size + MOST_OWN));
    next = rows.map(([id]) => id as string).filter((id) => !found.has(id));
  }
  return [...found];
}

/** Where the leader lies, at any depth. */
export function supportPlaces(
  { graph }: RequestContext,
  { placeIds }: LeaderSupport,
  info: GraphQLResolveInfo,
): Promise<GraphObject[]> {
  return graph.entitiesById(placeIds, selectionOf(info));
}

/** Those of all supporters, each once. */
export async function supportOf({ graph }: RequestContext, { around }: LeaderSupport): Promise<SupportFigures> {
  return figuresOf(graph, around, null, await figureRows(graph, around, false));
}

/** Those of each stage that has any, by the stage's id, those without a stage last. */
export async function supportByStage(
  { graph }: RequestContext,
  { around }: LeaderSupport,
  info: GraphQLResolveInfo,
): Promise<SupportFigures[]> {
  const rows = await figureRows(graph, around, true);
  const ids = [...new Set(rows.figures.map(([stage]) => stage as string | null))];
  const known = ids.filter((id) => id !== null).sort(byCodePoint);
  const stages = new Map(
    (await stagesById(graph, known, selectionOf(info).below("stage"))).map((stage) => [stage.id, stage]),
  );
  return [...known, ...(ids.includes(null) ? [null] : [])].map((id) =>
    figuresOf(graph, around, stages.get(id ?? "") ?? null, {
      figures: rows.figures.filter(([stage]) => stage === id),
      rates: rows.rates.filter(([stage]) => stage === id),
    }),
  );
}

async function stagesById(graph: Graph, ids: readonly string[], asked: Selection): Promise<readonly GraphObject[]> {
  return asked.names().size === 0 ? [] : graph.entitiesById(ids, asked);
}

/** What is counted: supporters by kind, and for the rates each firm with its projects once. */
interface FigureRows {
  readonly figures: readonly Row[];
  readonly rates: readonly Row[];
}

/** Two statements, however many fields of an answer ask for them. */
async function figureRows(graph: Graph, around: Around, byStage: boolean): Promise<FigureRows> {
  const key = (of: string): string => JSON.stringify([of, byStage, around]);
  const [figures, rates] = await Promise.all([
    graph.once(key("supportFigures"), () => supportFigures(around, byStage)),
    graph.once(key("rateFigures"), () => rateFigures(around, byStage)),
  ]);
  return { figures, rates };
}

function sum(items: readonly number[]): number {
  return items.reduce((one, other) => one + other, 0);
}

function figuresOf(graph: Graph, around: Around, stage: GraphObject | null, rows: FigureRows): SupportFigures {
  const leader: Flags = {
    ZONE: around.zones.length > 0,
    PREFECTURE: around.prefectures.length > 0,
    PROVINCE: around.provinces.length > 0,
  };
  const found = rows.figures.map((row) => {
    const [unit, companies, projects] = row.slice(7) as [string | null, number, number];
    return { row, unit, companies, projects, position: positionOf(row) };
  });
  const byNearness = NEARNESS.map((nearness): NearnessTotals => {
    const near = found.filter(({ position }) => nearnessOf(leader, position) === nearness);
    const figures = new Figures(graph.model);
    for (const { row, unit, projects } of near) figures.add(projects, unit, row, 10);
    return {
      nearness,
      companies: sum(near.map(({ companies }) => companies)),
      projects: sum(near.map(({ projects }) => projects)),
      totals: figures.totals(),
    };
  });
  const rates = AREAS.map((area) => rateOf(area, leader, rows.rates));
  return { stage, byNearness, rates };
}

/** A rate, which says nothing where somebody that it counts stands in a chain of a zone in the area. */
function rateOf(area: SupportArea, leader: Flags, rows: readonly Row[]): SupportRate {
  const counted = (answer: boolean | undefined): number =>
    sum(rows.filter((row) => liesIn(area, leader, positionOf(row)) === answer).map((row) => row[10] as number));
  const [numerator, unknown] = [counted(true), counted(undefined)];
  const denominator = numerator + counted(false);
  const isGiven = rows.some((row) => row[7 + AREAS.indexOf(area)] === 1);
  const reason = isGiven ? "OWN_CHAIN" : denominator === 0 ? "NONE_KNOWN" : null;
  const percent = reason === null ? (100 * numerator) / denominator : null;
  return { area, definition: DEFINITION, numerator, denominator, unknown, percent, reason };
}

function positionOf(row: Row): Position {
  const [inZone, inPrefecture, inProvince, hasZone, hasPrefecture, hasProvince] = row
    .slice(1)
    .map((flag) => flag === 1);
  const flags = (zone = false, prefecture = false, province = false): Flags => ({
    ZONE: zone,
    PREFECTURE: prefecture,
    PROVINCE: province,
  });
  return { same: flags(inZone, inPrefecture, inProvince), has: flags(hasZone, hasPrefecture, hasProvince) };
}
