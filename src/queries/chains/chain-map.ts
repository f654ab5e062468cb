import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import { cypher, type Fragment } from "../../graph/cypher.js";
import type { Graph } from "../../graph/graph.js";
import type { JoinedEdge } from "../../graph/joined-pages.js";
import type { End, Kind } from "../../graph/model.js";
import { answerPage, type Connection, type PageArguments } from "../../graph/page.js";
import { selectionOf } from "../../graph/selection.js";
import { Columns } from "../../graph/statements/columns.js";
import { NODE } from "../../graph/statements/keyset.js";
import { ProjectStatus } from "../../model/project-status.js";
import { listed } from "../shared/cut.js";
import { Figures } from "../shared/figures.js";
import { idOf } from "../shared/subject.js";
import { countTotal, type Total } from "../shared/total.js";
import { told, type Truncation } from "../shared/truncation.js";
import type { ChainGroup, ChainMap, StatusTotals } from "./chain-map-schema.js";
import {
  atNoStage,
  chainFeedCount,
  chainHead,
  chainParts,
  companyFigures,
  type Counted,
  leadsIt,
  projectFigures,
  type Standing,
  standsIn,
} from "./chain-map-statements.js";
import { memberPage } from "./chain-members.js";
import { MOST_FEEDS, orderedChains } from "./chain-stages.js";

/** The most chains that count as parts of one. */
const MOST_PARTS = 5_000;

const NO_STAGE = { stage: null, relationship: null, layer: null };

/** A chain from upstream to downstream; null where there is none of that id. */
export async function chainMap(
  { graph }: RequestContext,
  chain: string,
  info: GraphQLResolveInfo,
): Promise<ChainMap | null> {
  const id = idOf(graph.model, "chainMap(chain)", chain, ["Chain"]);
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
    all: { ...NO_STAGE, kind: "ALL", id, standing, stated },
    withoutStage: { ...NO_STAGE, kind: "STAGELESS", id, standing, stated: {} },
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
): Promise<Connection<JoinedEdge>> | null {
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

/** The projects of a group by status, the unknown last. */
export async function groupStatuses({ graph }: RequestContext, group: ChainGroup): Promise<StatusTotals[]> {
  const { statuses } = await byStatus(graph, group);
  return [...Object.values(ProjectStatus), null].flatMap((status) => {
    const figures = statuses.get(status);
    return figures ? [{ status, projects: figures.items, totals: figures.totals() }] : [];
  });
}

interface ByStatus {
  readonly figures: Figures;
  readonly statuses: ReadonlyMap<ProjectStatus | null, Figures>;
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
  const statuses = new Map<ProjectStatus | null, Figures>();
  for (const row of rows) {
    const [, status, unit, items] = row as [string, ProjectStatus | null, string | null, number];
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
