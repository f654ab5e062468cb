import { objects, page, PAGE, same, type Operation } from "./operation.js";

const COMPANIES = "n.id >= 'company:' AND n.id < 'company;'";
const PROJECTS = "n.id >= 'project:' AND n.id < 'project;'";

/** Single entities, and pages of root lists. */
export const lists: readonly Operation[] = [
  {
    name: "point",
    query: "query ($id: ID!) { company(id: $id) { id name nameEn aliases } }",
    hand: "MATCH (n:Entity {id: $id}) RETURN n.id, n.name, n.nameEn, n.aliases",
    answer: ([row = []]) => ({ company: { id: row[0], name: row[1], nameEn: row[2], aliases: row[3] ?? [] } }),
    inputs: ({ companies }) => companies.map(({ id }) => same({ id })),
  },
  {
    name: "list",
    query: "{ companies(first: 1000) { nodes { id name nameEn } pageInfo { hasNextPage } } }",
    hand: `MATCH (n:Entity) WHERE ${COMPANIES} RETURN n.id, n.name, n.nameEn ORDER BY n.id LIMIT 1001`,
    answer: (rows) => ({ companies: page(1000, objects("id", "name", "nameEn"))(rows) }),
    inputs: () => [same({})],
  },
  {
    name: "list from the middle",
    query: `query ($after: String!) { companies(first: 100, after: $after) { ${PAGE} } }`,
    hand: "MATCH (n:Entity) WHERE n.id > $id AND n.id < 'company;' RETURN n.id, n.name ORDER BY n.id LIMIT 101",
    answer: (rows) => ({ companies: page(100)(rows) }),
    inputs: ({ companies }) =>
      companies.map(({ id, cursor }) => ({ variables: { after: cursor }, parameters: { id } })),
  },
  {
    name: "ordered list",
    query: `{ projects(first: 100, orderBy: [{ field: INVESTMENT_CNY }]) { ${PAGE} } }`,
    hand: `MATCH (n:Project) WHERE n.investmentCny IS NOT NULL
      RETURN n.id, n.name ORDER BY n.investmentCny, n.id LIMIT 101`,
    answer: (rows) => ({ projects: page(100)(rows) }),
    inputs: () => [same({})],
  },
  {
    name: "ordered list from the middle",
    query: `query ($after: String!) {
      projects(first: 100, after: $after, orderBy: [{ field: INVESTMENT_CNY }]) { ${PAGE} } }`,
    hand: `MATCH (n:Project) WHERE n.investmentCny >= $value AND (n.investmentCny > $value OR n.id > $id)
      RETURN n.id, n.name ORDER BY n.investmentCny, n.id LIMIT 101`,
    answer: (rows) => ({ projects: page(100)(rows) }),
    inputs: ({ projects }) =>
      projects.map(({ id, value, cursor }) => ({ variables: { after: cursor }, parameters: { id, value } })),
  },
  {
    name: "ordered list, largest first",
    query: `query ($least: Float!) { projects(first: 100, orderBy: [{ field: INVESTMENT_CNY, direction: DESC }],
      filter: { investmentCny: { gte: $least } }) { ${PAGE} } }`,
    hand: `MATCH (n:Project) WHERE n.investmentCny >= $least
      RETURN n.id, n.name ORDER BY n.investmentCny DESC, n.id LIMIT 101`,
    answer: (rows) => ({ projects: page(100)(rows) }),
    inputs: () => [same({ least: 10_000.5 })],
  },
  {
    name: "ordered list, missing first",
    query: `{ projects(first: 100, orderBy: [{ field: INVESTMENT_CNY, direction: DESC }]) { ${PAGE} } }`,
    hand: `MATCH (n:Entity) WHERE ${PROJECTS} AND n.investmentCny IS NULL RETURN n.id, n.name ORDER BY n.id LIMIT 101`,
    answer: (rows) => ({ projects: page(100)(rows) }),
    inputs: () => [same({})],
  },
];
