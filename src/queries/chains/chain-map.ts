import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import { cypher, type Fragment } from "../../graph/cypher.js";
import type { Graph } from "../../graph/graph.js";
import type { End, Kind } from "../../graph/model.js";
import { answerPage } from "../../graph/page.js";
import { selectionOf } from "../../graph/selection.js";
import { Columns, type GraphObject } from "../../graph/statements/columns.js";
import { NODE } from "../../graph/statements/keyset.js";
import { memberPage, type PageArguments } from "./chain-members.js";
import { MOST_FEEDS, orderedChains } from "./chain-stages.js";
import { listed } from "../shared/cut.js";
import { Figures } from "../shared/figures.js";
import {
  atNoStage,
  chainFeedCount,
  chainHead,
  chainParts,
  companyFigures,
  leadsIt,
  projectFigures,
  standsIn,
  type Counted,
  type Standing,
} from "./chain-map-statements.js";
import { idOf } from "../shared/subject.js";
import { countTotal, type Total } from "../shared/totals.js";
import { told, type Truncation } from "../shared/told.js";

/** The most chains that count as parts of one. */
const MOST_PARTS = 5_000;

/** What of a chain stands together: at one stage, at none, or in all of it. */
export interface ChainGroup {
  readonly kind: "STAGE" | "STAGELESS" | "ALL";
  /** The stage's id, or the chain's. */
  readonly id: string;
  readonly standing: Standing;
  readonly stated: Readonly<Record<string, number | null>>;
}

/** A stage in its place. */
export interface ChainMapStage extends ChainGroup {
  readonly stage: GraphObject;
  readonly relationship: GraphObject;
  readonly layer: number;
}

/** A chain with its stages in order; who stands in it is asked group by group. */
export interface ChainMap {
  readonly chain: GraphObject;
  /** The chain as a whole. */
  readonly all: ChainGroup;
  readonly withoutStage: ChainGroup;
  readonly orderedStages: readonly ChainMapStage[];
  readonly feeds: readonly GraphObject[];
  readonly cycles: readonly string[];
  readonly cycleStages: readonly (readonly string[])[];
  readonly stageCount: number;
  readonly partCount: number;
  readonly truncation: Truncation | null;
  readonly truncatedReason: string | null;
}

/** A chain from upstream to downstream; null where there is none of that id. */
export async function chainMap(
  { graph }: RequestContext,
  args: { readonly chain: string },
  info: GraphQLResolveInfo,
): Promise<ChainMap | null> {
  const id = idOf(graph.model, "chainMap(chain)", args.chain, ["Chain"]);
  const selection = selectionOf(info);
  const columns = Columns.for(graph.model, [kindOf(graph, "Chain")], selection.below("chain"));
  const [[head], parts, chains] = await Promise.all([
    graph.read(chainHead(id, columns)),
    graph.read(chainParts(id, MOST_PARTS)),
    orderedChains(graph, [id], {
      stage: selection.below("stages", "stage"),
      relationship: selection.below("stages", "relationship"),
      feeds: selection.below("feeds"),
    }),
  ]);
  if (!head) return null;
  const { stages, feeds, cycles, cycleStages } = chains.of(id);
  const standing: Standing = {
    chain: id,
    chains: parts.slice(0, MOST_PARTS).map(([part]) => part as string),
    stages: stages.map((stage) => stage.id),
  };
  const [companies, projects, installedMw] = head as (number | null)[];
  const stated = { companies: companies ?? null, projects: projects ?? null, installedMw: installedMw ?? null };
  const tooManyParts: Truncation | null =
    parts.length > MOST_PARTS
      ? { code: "PARTS", limit: MOST_PARTS, reason: `There are more than ${MOST_PARTS} parts; the rest is left out.` }
      : null;
  return {
    chain: columns.at(head, 3),
    all: { kind: "ALL", id, standing, stated },
    withoutStage: { kind: "STAGELESS", id, standing, stated: {} },
    orderedStages: stages.map((stage) => ({ ...stage, kind: "STAGE", standing, stated: {} })),
    feeds,
    cycles,
    cycleStages,
    stageCount: stages.length,
    partCount: standing.chains.length - 1,
    ...told(chains.truncation ?? tooManyParts ?? listed(info, "stages", stages) ?? listed(info, "feeds", feeds)),
  };
}

/** How many relationships order the stages of a chain; counted in the database where there are more than were read. */
export async function feedCount({ graph }: RequestContext, { all, feeds }: ChainMap): Promise<number> {
  if (feeds.length < MOST_FEEDS) return feeds.length;
  return ((await graph.read(chainFeedCount(all.id)))[0]?.[0] ?? 0) as number;
}

function kindOf(graph: Graph, kind: string): Kind {
  return graph.model.kinds.get(kind) as Kind;
}

/** The lists of a group: which end of a stage and of a chain each reads. */
const LISTS = {
  leaders: { STAGE: ["companies", "projects"], STAGELESS: ["leadingCompanies", "leadingProjects"] },
  companies: { STAGE: ["companies"], STAGELESS: ["companies"] },
  projects: { STAGE: ["projects"], STAGELESS: ["projects"] },
  products: { STAGE: ["products"], STAGELESS: [] },
} as const;

/** One list of a group, a page of it; null where the group has no such list. */
export function groupList(
  context: RequestContext,
  list: keyof typeof LISTS,
  group: ChainGroup,
  args: PageArguments,
  info: GraphQLResolveInfo,
): Promise<unknown> | null {
  const { graph } = context;
  const { id, kind, standing } = group;
  const at = kind === "STAGE" ? "STAGE" : "STAGELESS";
  const [first, ...others] = LISTS[list][at].map(
    (field) => kindOf(graph, at === "STAGE" ? "Stage" : "Chain").ends.get(field) as End,
  );
  if (!first) return null;
  const kinds = [first, ...others].flatMap((end) => end.kinds);
  const end: End =
    others.length === 0 ? first : { ...first, field: list, far: "Entity", kinds, narrowed: narrows(first, kinds) };
  const conditions = [
    list === "products" ? undefined : conditionOf(group),
    list === "leaders" && at === "STAGE" ? leadsIt(standing, NODE) : undefined,
  ];
  const condition = together(conditions);
  if (list !== "leaders" || at === "STAGE" || standing.chains.length === 1)
    return graph.joined(end, condition, id, args, info);
  const members = { where: `ChainGroup.${list}`, chains: standing.chains, walk: end, condition };
  const { asked, page, ...read } = memberPage(context, members, args, selectionOf(info));
  return answerPage(asked, page, read);
}

/** Whether a relationship joins other kinds too. */
function narrows({ relationship, side }: End, kinds: readonly Kind[]): boolean {
  return relationship[side === "from" ? "to" : "from"].size > kinds.length;
}

function together(conditions: readonly (Fragment | undefined)[]): Fragment | undefined {
  return conditions.reduce((one, other) => (one && other ? cypher`${one} AND ${other}` : (one ?? other)), undefined);
}

/** Who of those at what a group stands for belongs to it. */
function conditionOf({ kind, standing }: ChainGroup): Fragment | undefined {
  if (kind === "ALL") return undefined;
  return kind === "STAGELESS" ? atNoStage(standing, NODE) : standsIn(standing, NODE);
}

/** How many stand in a group, and the sums of its projects, with what a source states beside them. */
export async function groupTotals({ graph }: RequestContext, group: ChainGroup): Promise<Total[]> {
  const { stated } = group;
  const [companies, { figures }] = await Promise.all([companyCount(graph, group), byStatus(graph, group)]);
  return [
    countTotal("companies", companies, stated["companies"] ?? null),
    countTotal("projects", figures.items, stated["projects"] ?? null),
    ...figures.totals(stated),
  ];
}

/** Projects of one status. */
export interface StatusFigures {
  /** Null where the status is not recorded. */
  readonly status: string | null;
  readonly projects: number;
  readonly totals: readonly Total[];
}

/** The projects of a group by status, the unknown last. */
export async function groupStatuses({ graph }: RequestContext, group: ChainGroup): Promise<StatusFigures[]> {
  const { statuses } = await byStatus(graph, group);
  const inOrder = Object.keys(kindOf(graph, "Project").properties.get("status")?.terms?.values ?? {});
  return [...inOrder, null].flatMap((status) => {
    const figures = statuses.get(status);
    return figures ? [{ status, projects: figures.items, totals: figures.totals() }] : [];
  });
}

interface ByStatus {
  readonly figures: Figures;
  readonly statuses: ReadonlyMap<string | null, Figures>;
}

/** Sums of a group's projects; siblings and both of a group's fields are answered by one statement. */
async function byStatus(graph: Graph, group: ChainGroup): Promise<ByStatus> {
  const counted = countedOf(group);
  const rows = await graph.grouped(
    JSON.stringify(["projectFigures", counted]),
    (ids) => projectFigures(ids, counted),
    group.id,
  );
  const figures = new Figures(graph.model);
  const statuses = new Map<string | null, Figures>();
  for (const row of rows) {
    const [, status, unit, items] = row as [string, string | null, string | null, number];
    const ofStatus = statuses.get(status) ?? new Figures(graph.model);
    statuses.set(status, ofStatus);
    for (const into of [figures, ofStatus]) into.add(items, unit, row, 4);
  }
  return { figures, statuses };
}

async function companyCount(graph: Graph, group: ChainGroup): Promise<number> {
  const counted = countedOf(group);
  const [row] = await graph.grouped(
    JSON.stringify(["companyFigures", counted]),
    (ids) => companyFigures(ids, counted),
    group.id,
  );
  return (row?.[1] ?? 0) as number;
}

function countedOf(group: ChainGroup): Counted {
  return { by: group.kind === "STAGE" ? "JOINS" : "STANDS_IN", condition: conditionOf(group) };
}
