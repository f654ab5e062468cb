import { ask } from "../api.js";
import {
  AroundDocument,
  BestConnectedDocument,
  BetweenDocument,
  ExpandDocument,
  OverviewDocument,
  PathsDocument,
  type EntityKind,
  type OverviewQuery,
  type RelationshipType,
} from "../operations.js";
import { columns, rowFor, type Group } from "./overview-layout.js";
import { spread } from "./arrange.js";
import { KINDS } from "./looks.js";
import type { Notice, Query } from "./notices.js";
import { byId, EMPTY, type Entity, type Picture, type Relationship } from "./picture.js";

/** Entities and what joins them. */
export interface Part {
  readonly nodes: readonly Entity[];
  readonly relationships: readonly Relationship[];
}

interface Line {
  readonly id: string;
  readonly type: RelationshipType;
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
}

/** An entity as pictures keep it: an answer may hold more. */
export function entity({ id, kind, name, nameEn }: Entity): Entity {
  return { id, kind, name, nameEn };
}

/** A relationship as pictures keep it. */
export function relationship({ id, type, from, to }: Line): Relationship {
  return { id, type, from: from.id, to: to.id };
}

/** The most nodes of one picture. */
const MOST = 10_000;

/** Some entities with every relationship between them. */
export async function between(ids: readonly string[], signal?: AbortSignal): Promise<Part> {
  if (ids.length === 0) return { nodes: [], relationships: [] };
  const { subgraph } = await ask(BetweenDocument, { ids: [...ids], maxNodes: Math.min(MOST, ids.length) }, signal);
  return {
    nodes: subgraph?.nodes.map(entity) ?? [],
    relationships: subgraph?.relationships.map(relationship) ?? [],
  };
}

/** The first picture, and what is to be said of it. */
export interface Overview {
  readonly picture: Picture;
  readonly notice: Notice | null;
}

function groupsOf(zones: NonNullable<OverviewQuery["zones"]>["nodes"]): Group[] {
  const chains = zones.flatMap((zone) => zone.chains?.nodes ?? []);
  const institutes = zones.flatMap((zone) => zone.partnerInstitutes?.nodes ?? []);
  const universities = [
    ...zones.flatMap((zone) => zone.partnerUniversities?.nodes ?? []),
    ...institutes.flatMap(({ partOf }) => partOf?.nodes ?? []),
  ];
  const leaders = chains.flatMap(({ leadingCompanies }) => leadingCompanies?.nodes ?? []);
  const once = (entities: readonly Entity[]): Entity[] => [...byId(entities.map(entity)).values()];
  return [
    { words: "universities", column: 0, side: "left", members: once(universities) },
    { words: "institutes", column: 1, side: "below", members: once(institutes) },
    { words: "zones", column: 2, side: "right", members: once(zones) },
    { words: "chains", column: 3, side: "right", members: once(chains) },
    {
      words: "industries",
      column: 4,
      side: "right",
      members: once(zones.flatMap((zone) => zone.industries?.nodes ?? [])),
    },
    { words: "leaders", column: 5, side: "right", members: once(leaders) },
    { words: "funds", column: 5, side: "right", members: once(zones.flatMap((zone) => zone.funds?.nodes ?? [])) },
  ];
}

type Zones = NonNullable<OverviewQuery["zones"]>;

interface Found {
  readonly zones: Zones | null;
  readonly groups: readonly Group[];
  readonly relationships: readonly Relationship[];
}

async function found(signal?: AbortSignal): Promise<Found> {
  const { zones } = await ask(OverviewDocument, {}, signal);
  const groups = groupsOf(zones?.nodes ?? []);
  const ids = groups.flatMap(({ members }) => members.map(({ id }) => id));
  const { relationships } = await between(ids, signal);
  return { zones, groups, relationships };
}

let begun: Promise<Found> | null = null;

/** Asks for the overview before there is a page to draw it on: what the page waits for first is asked for meanwhile. */
export function beginOverview(): void {
  begun = found();
  // Who draws it tells of what went wrong.
  begun.catch(() => undefined);
}

/** With how many entities a picture begins where no zones do, and how much is drawn around them. */
const BEGINNING = { entities: 12, depth: 1, maxNodes: 60 };

/** Everything but sources, which are joined to whatever they tell of. */
const TOLD = KINDS.filter((kind) => kind !== "SOURCE");

/** The question that a picture began with; none where it began with an entity alone. */
export function questionOf({ origin, headings }: Picture): Query | null {
  switch (origin.name) {
    case "overview":
      return headings.length > 0
        ? { document: OverviewDocument, variables: {} }
        : { document: BestConnectedDocument, variables: { kinds: TOLD, first: BEGINNING.entities } };
    case "around": {
      const { ids, depth, maxNodes } = origin;
      return { document: AroundDocument, variables: { ids, depth, maxNodes } };
    }
    case "empty":
      return null;
  }
}

/** A picture that begins with what is best connected; without nodes only where the graph has none. */
async function bestConnected(signal?: AbortSignal): Promise<Picture> {
  for (const kinds of [TOLD, null]) {
    const best = await ask(BestConnectedDocument, { kinds, first: BEGINNING.entities }, signal);
    const ids = (best.bestConnected ?? []).map(({ id }) => id);
    if (ids.length > 0) return around(ids, BEGINNING.depth, BEGINNING.maxNodes, signal);
  }
  return EMPTY;
}

/**
 * The picture that the page opens on: the zones and what hangs together with them, in columns; where nothing does, what is
 * best connected.
 */
export async function overview(
  fit: { readonly shape?: number | undefined; readonly row?: number | undefined },
  signal?: AbortSignal,
): Promise<Overview> {
  const asked = begun ?? found(signal);
  begun = null;
  const { zones, groups, relationships } = await asked;
  const best = relationships.length === 0 ? await bestConnected(signal) : EMPTY;
  if (best.relationships.size > 0 || groups.every(({ members }) => members.length === 0))
    return {
      picture: { ...best, origin: { name: "overview" }, cut: null },
      notice: best.nodes.size > 0 ? { words: "overviewBest", values: { count: best.nodes.size } } : null,
    };
  const row = fit.row ?? rowFor(groups, fit.shape);
  const { nodes, headings } = columns(groups, relationships, row);
  const first = byId(nodes);
  const [count, total] = [zones?.nodes.length ?? 0, zones?.totalCount ?? 0];
  return {
    picture: {
      ...EMPTY,
      origin: { name: "overview", row },
      first,
      headings,
      nodes: first,
      relationships: byId(relationships),
    },
    notice: count < total ? { words: "overviewPart", values: { count, total } } : null,
  };
}

/** Which neighbours of an entity are meant. */
export interface Which {
  readonly types?: readonly RelationshipType[];
  readonly direction?: "IN" | "OUT" | "BOTH";
  readonly kinds?: readonly EntityKind[];
}

/** Neighbours of an entity, and how many there are in all. */
export interface Neighbours extends Part {
  readonly total: number;
  /** Whether more joins them to what is drawn. */
  readonly isCut: boolean;
  /** What was asked. */
  readonly query: Query;
}

/** The neighbours of an entity that are not drawn yet, best connected first, with everything that joins them to what is drawn. */
export async function neighbours(
  id: string,
  shown: readonly string[],
  which: Which,
  first: number,
  signal?: AbortSignal,
): Promise<Neighbours> {
  const variables = {
    ids: [id],
    shown: [...shown],
    types: which.types ? [...which.types] : null,
    direction: which.direction ?? ("BOTH" as const),
    kinds: which.kinds ? [...which.kinds] : null,
    first,
  };
  const { expand } = await ask(ExpandDocument, variables, signal);
  return {
    nodes: expand?.nodes.map(entity) ?? [],
    relationships: expand?.relationships.map(relationship) ?? [],
    total: expand?.totalCount ?? 0,
    isCut: (expand?.truncatedReason ?? null) !== null,
    query: { document: ExpandDocument, variables },
  };
}

/** A view as arrays: what a picture of thousands is read as. */
interface Columns {
  readonly kinds: readonly EntityKind[];
  readonly types: readonly RelationshipType[];
  readonly nodes: {
    readonly id: readonly string[];
    readonly kind: readonly number[];
    readonly name: readonly string[];
    readonly nameEn: readonly (string | null)[];
    readonly x: readonly number[] | null;
    readonly y: readonly number[] | null;
  };
  readonly relationships: {
    readonly id: readonly string[];
    readonly type: readonly number[];
    readonly from: readonly number[];
    readonly to: readonly number[];
  };
}

/** The picture of what lies around some entities, laid out by the service. */
export async function around(
  ids: readonly string[],
  depth: number,
  maxNodes: number,
  signal?: AbortSignal,
): Promise<Picture> {
  const { subgraph } = await ask(AroundDocument, { ids: [...ids], depth, maxNodes }, signal);
  const { kinds, types, nodes, relationships } = subgraph?.columns as Columns;
  const first = byId(
    spread(
      nodes.id.map((id, at) => ({
        id,
        kind: kinds[nodes.kind[at] ?? 0] as EntityKind,
        name: nodes.name[at] ?? id,
        nameEn: nodes.nameEn[at] ?? null,
        x: nodes.x?.[at] ?? 0,
        y: nodes.y?.[at] ?? 0,
      })),
    ),
  );
  const lines = relationships.id.map((id, at) => ({
    id,
    type: types[relationships.type[at] ?? 0] as RelationshipType,
    from: nodes.id[relationships.from[at] ?? 0] as string,
    to: nodes.id[relationships.to[at] ?? 0] as string,
  }));
  return {
    ...EMPTY,
    origin: { name: "around", ids, depth, maxNodes },
    first,
    nodes: first,
    relationships: byId(lines),
    cut: (subgraph?.truncatedReason ?? null) === null ? null : nodes.id.length < maxNodes ? "RELATIONSHIPS" : "NODES",
  };
}

/** Paths between two entities. */
export interface Paths {
  readonly paths: readonly (Part & { readonly length: number })[];
  /** What they tell, or why there are none. */
  readonly words: "pathFound" | "pathWide" | "pathNone" | "pathSources" | "pathUnsure";
  /** What was asked at last. */
  readonly query: Query;
}

/** What may lie between, first what tells most: nothing that joins almost everything, then all but sources, then anything. */
const BETWEEN: readonly { readonly words: Paths["words"]; readonly which: { readonly avoidKinds?: EntityKind[] } }[] = [
  { words: "pathFound", which: {} },
  { words: "pathWide", which: { avoidKinds: ["SOURCE"] } },
  { words: "pathSources", which: { avoidKinds: [] } },
];

/** The shortest paths between two entities: past regions and industries, which join almost everything, only where nothing else joins the two. */
export async function pathsBetween(from: string, to: string, maxLength: number, signal?: AbortSignal): Promise<Paths> {
  let isCut = false;
  let query: Query = { document: PathsDocument, variables: {} };
  for (const { words, which } of BETWEEN) {
    const variables = { from, to, maxLength, first: 10, ...which };
    query = { document: PathsDocument, variables };
    const { paths } = await ask(PathsDocument, { ...variables, hinted: false }, signal);
    isCut = (paths?.truncatedReason ?? null) !== null;
    const found = paths?.paths.map(({ length, nodes, relationships }) => ({
      length,
      nodes: nodes.map(entity),
      relationships: relationships.map(relationship),
    }));
    if (found && found.length > 0) return { paths: found, words, query };
  }
  return { paths: [], words: isCut ? "pathUnsure" : "pathNone", query };
}
