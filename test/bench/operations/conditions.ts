import { page, PAGE, same, type Operation } from "./operation.js";

const COMPANIES = "n.id >= 'company:' AND n.id < 'company;'";

/** Filters and counts. */
export const conditions: readonly Operation[] = [
  {
    name: "related condition",
    query: `query ($zone: ID!) {
      projects(first: 20, filter: { location: { node: { id: { eq: $zone } } } }) { ${PAGE} } }`,
    hand: `MATCH (n)-[r:LOCATED_IN]->() WHERE r.to = $zone AND r.from >= 'project:' AND r.from < 'project;' AND r.id IS NOT NULL
      RETURN n.id, n.name ORDER BY r.to, r.from, r.id LIMIT 21`,
    answer: (rows) => ({ projects: page(20)(rows) }),
    inputs: ({ zones }) => zones.map(({ id }) => same({ zone: id })),
  },
  {
    name: "related condition that many meet",
    query: `{ companies(first: 20, filter: { builtProjects: { node: { status: { eq: IN_PRODUCTION } } } }) { ${PAGE} } }`,
    hand: `MATCH (n:Entity) WHERE ${COMPANIES} AND EXISTS { (n)-[:BUILDS]->(:Project {status: 'IN_PRODUCTION'}) }
      RETURN n.id, n.name ORDER BY n.id LIMIT 21`,
    answer: (rows) => ({ companies: page(20)(rows) }),
    inputs: () => [same({})],
  },
  {
    name: "deep filter",
    query: `query ($zone: ID!) { companies(first: 20, filter: { builtProjects: { node: { chains: { node: {
      zones: { node: { id: { eq: $zone } } } } } } } }) { ${PAGE} } }`,
    hand: `MATCH (:Entity {id: $zone})-[:DEVELOPS]->(:Chain)<-[:JOINS]-(:Project)<-[:BUILDS]-(n:Company)
      RETURN DISTINCT n.id, n.name ORDER BY n.id LIMIT 21`,
    answer: (rows) => ({ companies: page(20)(rows) }),
    inputs: ({ zones }) => zones.map(({ id }) => same({ zone: id })),
  },
  {
    name: "deep filter that many meet",
    query: `{ companies(first: 20, filter: { builtProjects: { node: { chains: { node: {
      zones: { node: { settledInvestmentCny: { gte: 1000.5 } } } } } } } }) { ${PAGE} } }`,
    hand: `MATCH (n:Entity) WHERE ${COMPANIES} AND EXISTS {
        MATCH (n)-[:BUILDS]->(:Project)-[:JOINS]->(:Chain)<-[:DEVELOPS]-(z) WHERE z.settledInvestmentCny >= 1000.5 }
      RETURN n.id, n.name ORDER BY n.id LIMIT 21`,
    answer: (rows) => ({ companies: page(20)(rows) }),
    inputs: () => [same({})],
  },
  {
    name: "count",
    query: "{ companies { totalCount } }",
    hand: "MATCH (n:Company) RETURN count(n)",
    answer: (rows) => ({ companies: { totalCount: rows[0]?.[0] } }),
    inputs: () => [same({})],
  },
  {
    name: "filtered count",
    query: `query ($least: Float!) { projects(filter: { investmentCny: { gte: $least } }) { totalCount } }`,
    hand: "MATCH (n:Project) WHERE n.investmentCny >= $least RETURN count(n)",
    answer: (rows) => ({ projects: { totalCount: rows[0]?.[0] } }),
    inputs: () => [1e5, 1e6, 1e7, 1e8].map((least) => same({ least: least + 0.5 })),
  },
];
