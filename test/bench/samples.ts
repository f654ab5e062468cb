import type { Row } from "../../src/engine/engine.js";
import type { GraphModel } from "../../src/graph/model.js";
import type { Service } from "./service.js";
import type { Target } from "./target.js";

/** A row of a list, and the cursor that stands there. */
export interface Place {
  readonly id: string;
  readonly cursor: string;
  /** The value that the list is ordered by, where that is not the id. */
  readonly value?: number;
}

/** Where a graph is asked, spread over all of it. */
export interface Samples {
  /** The types of relationship, in the model's order. */
  readonly types: readonly string[];
  /** How ids of each kind begin, in the model's order. */
  readonly kinds: readonly string[];
  readonly companies: readonly Place[];
  /** In the order of investment. */
  readonly projects: readonly Place[];
  readonly zones: readonly Place[];
  /** The zones where most companies lie, the busiest first. */
  readonly busyZones: readonly string[];
  readonly busyZone: string;
  readonly companiesOfBusyZone: readonly Place[];
  /** The last neighbour on the first page around the busiest zone, and the cursor that stands there. */
  readonly busyPage: Place;
  /** As many companies as a picture may show, the first by id. */
  readonly shown: readonly string[];
  /** Companies that somebody owns who is owned in turn, where there are any, and funds. */
  readonly held: readonly string[];
  readonly funds: readonly string[];
  /** The chains that most joined, and those that lead chains which many joined. */
  readonly busyChains: readonly string[];
  readonly leaders: readonly string[];
  /** Companies that are four relationships apart, the smaller id first. */
  readonly fourApart: readonly { readonly from: string; readonly to: string }[];
}

const PLACES = 50;
/** So many stated values lie behind the places in an order of values. */
const FULL_PAGE = 101;

/** Rows at even distances, the last left out. */
function spread<T>(rows: readonly T[]): T[] {
  const step = Math.max(1, Math.floor(rows.length / PLACES));
  return rows.filter((_, index) => index % step === 0 && index + step < rows.length);
}

const MOST_SHOWN = 10_000;

interface Answer {
  readonly expand: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly endCursor: string };
  };
  readonly paths: { readonly paths: readonly { readonly length: number }[] };
  readonly page: { readonly pageInfo: { readonly endCursor: string } };
  readonly zone: Answer;
}

/** Looks up places of a graph: rows by statements, their cursors by the API. */
export async function takeSamples(model: GraphModel, service: Service, { run }: Target): Promise<Samples> {
  const ask = async (query: string, variables: Readonly<Record<string, unknown>>): Promise<Answer> =>
    (JSON.parse(await service.ask(query, variables)) as { data: Answer }).data;
  const ids = async (label: string): Promise<string[]> =>
    (await run(`MATCH (n:${label}) RETURN n.id ORDER BY n.id`, {})).map(([id]) => id as string);
  const placeOf = async (id: string, field: string, order = ""): Promise<Place> => {
    const page = `page: ${field}(first: 1, filter: { id: { eq: $id } } ${order}) { pageInfo { endCursor } }`;
    return { id, cursor: (await ask(`query ($id: ID!) { ${page} }`, { id })).page.pageInfo.endCursor };
  };
  const placesOf = (rows: readonly string[], field: string): Promise<Place[]> =>
    Promise.all(rows.map((id) => placeOf(id, field)));

  const busyZones = await run(
    `MATCH (:Company)-[:LOCATED_IN]->(z:Zone)
     WITH z.id AS id, count(*) AS total RETURN id ORDER BY total DESC, id LIMIT 10`,
    {},
  );
  const [[busyZone] = []] = busyZones;
  const members = await run("MATCH (:Entity {id: $busyZone})<-[:LOCATED_IN]-(c:Company) RETURN c.id ORDER BY c.id", {
    busyZone,
  });
  const invested = await run(
    `MATCH (n:Project) WHERE n.investmentCny IS NOT NULL
     RETURN n.id, n.investmentCny ORDER BY n.investmentCny, n.id`,
    {},
  );
  const busyChains = await run(
    `MATCH (c:Chain)<-[:JOINS]-(n)
     WITH c.id AS id, count(n) AS total RETURN id ORDER BY total DESC, id LIMIT 20`,
    {},
  );
  const leaders = await run(
    `MATCH (l:Company)-[:LEADS]->(:Chain)<-[:JOINS]-(n)
     WITH l.id AS id, count(n) AS total RETURN id ORDER BY total DESC, id LIMIT 20`,
    {},
  );
  const memberOf = async (id: string): Promise<Place> => {
    const page = "page: companies(first: 1, filter: { node: { id: { eq: $id } } }) { pageInfo { endCursor } }";
    const { zone } = await ask(`query ($busyZone: ID!, $id: ID!) { zone(id: $busyZone) { ${page} } }`, {
      busyZone,
      id,
    });
    return { id, cursor: zone.page.pageInfo.endCursor };
  };
  const investedPlace = async ([id, value]: Row): Promise<Place> => ({
    ...(await placeOf(id as string, "projects", "orderBy: [{ field: INVESTMENT_CNY }]")),
    value: value as number,
  });
  const companyIds = await ids("Company");
  const companies = await placesOf(spread(companyIds), "companies");
  const { expand } = await ask(
    "query ($busyZone: ID!) { expand(ids: [$busyZone], first: 100) { nodes { id } pageInfo { endCursor } } }",
    { busyZone },
  );
  const fourApart: { from: string; to: string }[] = [];
  for (const [index, { id: from }] of companies.slice(0, -1).entries()) {
    const { id: to } = companies[index + 1] as Place;
    const question = "query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, first: 1) { paths { length } } }";
    if ((await ask(question, { from, to })).paths.paths[0]?.length === 4) fourApart.push({ from, to });
  }
  const held = await run(
    "MATCH ()-[:OWNS]->()-[:OWNS]->(c:Company) WITH DISTINCT c.id AS id RETURN id ORDER BY id LIMIT 1000",
    {},
  );
  return {
    types: [...model.relationships.keys()],
    kinds: [...model.kinds.values()].map(({ prefix }) => prefix),
    companies,
    projects: await Promise.all(spread(invested.slice(0, -FULL_PAGE)).map(investedPlace)),
    zones: await placesOf(spread(await ids("Zone")), "zones"),
    busyZones: busyZones.map(([id]) => id as string),
    busyZone: busyZone as string,
    busyPage: { id: expand.nodes.at(-1)?.id as string, cursor: expand.pageInfo.endCursor },
    shown: companyIds.slice(0, MOST_SHOWN),
    busyChains: busyChains.map(([id]) => id as string),
    leaders: leaders.map(([id]) => id as string),
    fourApart,
    held: spread(held).map(([id]) => id as string),
    funds: spread(await ids("Fund")),
    companiesOfBusyZone: await Promise.all(spread(members).map(([id]) => memberOf(id as string))),
  };
}
