import type { Row } from "../../../src/engine/engine.js";
import type { Samples } from "../samples.js";
import { grouped, named, objects, PAGE, page, same, type Operation } from "./operation.js";

/** Every relationship at `c`, by type, direction and the far kind's prefix. */
const COUNTED = `MATCH (c)-[r]->(n) RETURN type(r) AS type, 'OUT' AS direction, split(n.id, ':')[0] AS kind, count(*) AS total
  UNION ALL MATCH (c)<-[r]-(n) RETURN type(r) AS type, 'IN' AS direction, split(n.id, ':')[0] AS kind, count(*) AS total`;

/** Within two steps of `s`: the first 500 by distance, degree and id as `kept`. */
const KEPT = `MATCH (s:Entity {id: $id})
  OPTIONAL MATCH (s)--(a) WHERE a <> s WITH s, collect(DISTINCT a) AS near
  CALL (s, near) { UNWIND near AS a MATCH (a)--(b) WHERE b <> s AND NOT b IN near RETURN collect(DISTINCT b) AS far }
  CALL (s, near, far) {
    UNWIND [[0, [s]], [1, near], [2, far]] AS level UNWIND level[1] AS n
    WITH n, level[0] AS distance ORDER BY distance, COUNT { (n)--() } DESC, n.id LIMIT 500 RETURN collect(n) AS kept }`;

const summaries = (rows: readonly Row[]): readonly unknown[] =>
  grouped(rows, 0).map(([[id], members]) => ({
    id,
    neighborSummary: objects(
      "type",
      "direction",
      "kind",
      "count",
    )(
      members.map(([, type, direction, kind, count]) => [
        type,
        direction,
        String(kind).toUpperCase().replaceAll("-", "_"),
        count,
      ]),
    ),
  }));

/** The next neighbours of the busiest zone, and all that joins them to it and to what is shown; statements say but the first. */
const hub = (name: string, input: (samples: Samples) => Readonly<Record<string, unknown>>): Operation => ({
  name,
  query: `query ($zone: ID!, $shown: [ID!], $after: String) {
    expand(ids: [$zone], shown: $shown, first: 100, after: $after) { nodes { id name } relationships { id } pageInfo { hasNextPage } } }`,
  hand: `MATCH (c)-[r:LOCATED_IN]->() WHERE r.to = $zone AND r.from > $beyond AND r.id IS NOT NULL AND NOT r.from IN $shown
    RETURN c.id, c.name ORDER BY r.to, r.from, r.id LIMIT 101`,
  handEmbedded: `MATCH (:Entity {id: $zone})<-[:LOCATED_IN]-(c) WHERE c.id > $beyond AND NOT c.id IN $shown
    RETURN c.id, c.name ORDER BY c.id LIMIT 101`,
  answer: named,
  approximate: true,
  inputs: (samples) => [same({ zone: samples.busyZone, shown: [], beyond: "", after: null, ...input(samples) })],
});

/** What surrounds entities. */
export const views: readonly Operation[] = [
  {
    name: "neighbour summary of a page",
    query: `query ($after: String) {
      companies(first: 20, after: $after) { nodes { id neighborSummary { type direction kind count } } } }`,
    hand: `MATCH (c:Entity) WHERE c.id > $company AND c.id < 'company;' WITH c ORDER BY c.id LIMIT 20
      CALL (c) { ${COUNTED} }
      RETURN c.id, type, direction, kind, total
      ORDER BY c.id, [i IN range(0, size($types) - 1) WHERE $types[i] = type][0], direction,
        [i IN range(0, size($kinds) - 1) WHERE $kinds[i] = kind][0]`,
    answer: (rows) => ({ companies: { nodes: summaries(rows) } }),
    inputs: ({ companies, types, kinds }) =>
      companies.map(({ id, cursor }) => ({ variables: { after: cursor }, parameters: { company: id, types, kinds } })),
  },
  {
    name: "expand a hub",
    query: `query ($zone: ID!) { expand(ids: [$zone], types: [LOCATED_IN], direction: IN, kinds: [COMPANY], first: 100) { ${PAGE} } }`,
    hand: `MATCH (c)-[r:LOCATED_IN]->() WHERE r.to = $zone AND r.from >= 'company:' AND r.from < 'company;' AND r.id IS NOT NULL
      RETURN c.id, c.name ORDER BY r.to, r.from, r.id LIMIT 101`,
    handEmbedded: `MATCH (:Entity {id: $zone})<-[:LOCATED_IN]-(c:Company) RETURN c.id, c.name ORDER BY c.id LIMIT 101`,
    answer: (rows) => ({ expand: page(100)(rows) }),
    inputs: ({ busyZone }) => [{ variables: { zone: busyZone }, parameters: { zone: busyZone } }],
  },
  hub("expand a hub, all joins", () => ({})),
  hub("expand a hub, the next page", ({ busyPage }) => ({
    after: busyPage.cursor,
    beyond: busyPage.id,
  })),
  hub("expand a hub, 10,000 shown", ({ shown }) => ({ shown })),
  hub("expand a hub, 10,000 shown, next", ({ busyPage, shown }) => ({
    shown,
    after: busyPage.cursor,
    beyond: busyPage.id,
  })),
  {
    name: "neighbour summary of a hub",
    query: "query ($zone: ID!) { zone(id: $zone) { id neighborSummary { type direction kind count } } }",
    hand: `MATCH (c:Entity {id: $zone}) CALL (c) { ${COUNTED} } RETURN c.id, type, direction, kind, total
      ORDER BY [i IN range(0, size($types) - 1) WHERE $types[i] = type][0], direction,
        [i IN range(0, size($kinds) - 1) WHERE $kinds[i] = kind][0]`,
    answer: (rows) => ({ zone: summaries(rows)[0] }),
    inputs: ({ busyZone, types, kinds }) => [
      { variables: { zone: busyZone }, parameters: { zone: busyZone, types, kinds } },
    ],
  },
  {
    name: "expand a company",
    query: `query ($id: ID!) { expand(ids: [$id], first: 100) { ${PAGE} } }`,
    hand: `MATCH (c:Entity {id: $id})--(n) WHERE n.id <> $id RETURN DISTINCT n.id AS id, n.name AS name ORDER BY id LIMIT 101`,
    answer: (rows) => ({ expand: page(100)(rows) }),
    inputs: ({ companies }) => companies.map(({ id }) => ({ variables: { id }, parameters: { id } })),
  },
  {
    name: "subgraph two deep",
    query: `query ($id: ID!) { subgraph(from: [$id], depth: 2) { nodes { id name } relationships { id } } }`,
    hand: `${KEPT} CALL (kept) {
      UNWIND kept AS n RETURN n.id AS id, n.name AS name
      UNION ALL UNWIND kept AS n MATCH (n)-[r]->(m) WHERE m IN kept WITH r ORDER BY r.id RETURN r.id AS id, null AS name }
      RETURN id, name`,
    answer: (rows) => ({
      subgraph: {
        nodes: named(rows.filter(([, name]) => name !== null)),
        relationships: objects("id")(rows.filter(([, name]) => name === null)),
      },
    }),
    inputs: ({ companies }) => companies.map(({ id }) => ({ variables: { id }, parameters: { id } })),
  },
];
