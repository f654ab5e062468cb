import type { Row } from "../../../src/engine/engine.js";
import { grouped, named, page, PAGE, type Operation } from "./operation.js";

/** The companies of a zone in the order of ids: on Neo4j the index over the ends holds it. */
const AT_ZONE = "MATCH (c)-[r:LOCATED_IN]->() WHERE r.to = zid AND r.from < 'company;' AND r.id IS NOT NULL";
const IN_ORDER = "ORDER BY r.to, r.from, r.id";
const OF_ZONE = "MATCH (:Entity {id: zid})<-[:LOCATED_IN]-(c:Company) WHERE true";

/** The part of rows that belongs to the lower levels. */
const rest = (rows: readonly Row[], column: number): Row[] =>
  rows.map((row) => row.slice(column)).filter(([id]) => id !== null);

/** A level of rows whose columns are an id, a name, and what is below; where two may be the same, a key tells them apart. */
function level(
  rows: readonly Row[],
  column: number,
  field: string,
  below: (rows: readonly Row[]) => unknown,
  key = column,
): unknown {
  return {
    nodes: grouped(rows, key).map(([row, members]) => ({
      id: row[column],
      name: row[column + 1],
      [field]: below(members),
    })),
  };
}

/** Connections below connections. */
export const pages: readonly Operation[] = [
  {
    name: "nested page",
    query: `query ($after: String) {
      zones(first: 20, after: $after) { nodes { id name companies(first: 10) { nodes { id name } } } } }`,
    hand: `MATCH (z:Entity) WHERE z.id > $zone AND z.id < 'zone;' WITH z, z.id AS zid ORDER BY z.id LIMIT 20
      CALL (zid) { ${AT_ZONE} AND r.from >= 'company:' RETURN c ${IN_ORDER} LIMIT 10 }
      RETURN zid, z.name, c.id, c.name`,
    handEmbedded: `MATCH (z:Zone) WHERE z.id > $zone WITH z.id AS zid, z.name AS zone ORDER BY zid LIMIT 20
      CALL (zid) { ${OF_ZONE} RETURN c ORDER BY c.id LIMIT 10 } RETURN zid, zone, c.id, c.name`,
    answer: (rows) => ({
      zones: level(rows, 0, "companies", (members) => ({ nodes: named(rest(members, 2)) })),
    }),
    inputs: ({ zones }) => zones.map(({ id, cursor }) => ({ variables: { after: cursor }, parameters: { zone: id } })),
  },
  {
    name: "page from the middle of a busy zone",
    query: `query ($zone: ID!, $after: String!) { zone(id: $zone) { companies(first: 10, after: $after) { ${PAGE} } } }`,
    hand: `WITH $zone AS zid ${AT_ZONE} AND r.from > $from RETURN c.id, c.name ${IN_ORDER} LIMIT 11`,
    handEmbedded: `WITH $zone AS zid ${OF_ZONE} AND c.id > $from RETURN c.id, c.name ORDER BY c.id LIMIT 11`,
    answer: (rows) => ({ zone: { companies: page(10)(rows) } }),
    inputs: ({ busyZone, companiesOfBusyZone }) =>
      companiesOfBusyZone.map(({ id, cursor }) => ({
        variables: { zone: busyZone, after: cursor },
        parameters: { zone: busyZone, from: id },
      })),
  },
  {
    name: "four levels",
    query: `query ($after: String) { zones(first: 10, after: $after) { nodes { id name
      chains(first: 10) { nodes { id name
        projects(first: 5) { nodes { id name builders(first: 5) { nodes { id name } } } } } } } } }`,
    hand: `MATCH (z:Entity) WHERE z.id > $zone AND z.id < 'zone;' WITH z, z.id AS zid ORDER BY z.id LIMIT 10
      OPTIONAL CALL (zid) { MATCH ()-[r:DEVELOPS]->(c)
        WHERE r.from = zid AND r.to >= 'chain:' AND r.to < 'chain;' AND r.id IS NOT NULL
        RETURN c, c.id AS cid, r.id AS developed ORDER BY r.from, r.to, r.id LIMIT 10 }
      OPTIONAL CALL (cid) { MATCH (p)-[r:JOINS]->()
        WHERE r.to = cid AND r.from >= 'project:' AND r.from < 'project;' AND r.id IS NOT NULL
        RETURN p, p.id AS pid ${IN_ORDER} LIMIT 5 }
      OPTIONAL CALL (pid) { MATCH (b)-[r:BUILDS]->()
        WHERE r.to = pid AND r.from IS NOT NULL AND r.id IS NOT NULL RETURN b ${IN_ORDER} LIMIT 5 }
      RETURN zid, z.name, cid, c.name, pid, p.name, b.id, b.name, developed`,
    handEmbedded: `MATCH (z:Zone) WHERE z.id > $zone WITH z.id AS zid, z.name AS zone ORDER BY zid LIMIT 10
      CALL (zid) { OPTIONAL MATCH (:Entity {id: zid})-[r:DEVELOPS]->(c:Chain)
        RETURN c, r.id AS developed ORDER BY c.id, r.id LIMIT 10 }
      CALL (c) { OPTIONAL MATCH (c)<-[:JOINS]-(p:Project) RETURN p ORDER BY p.id LIMIT 5 }
      CALL (p) { OPTIONAL MATCH (p)<-[:BUILDS]-(b) RETURN b ORDER BY b.id LIMIT 5 }
      RETURN zid, zone, c.id, c.name, p.id, p.name, b.id, b.name, developed`,
    answer: (rows) => ({
      zones: level(rows, 0, "chains", (chains) =>
        level(
          chains,
          2,
          "projects",
          (projects) => level(projects, 4, "builders", (builders) => ({ nodes: named(rest(builders, 6)) })),
          8,
        ),
      ),
    }),
    inputs: ({ zones }) => zones.map(({ id, cursor }) => ({ variables: { after: cursor }, parameters: { zone: id } })),
  },
  {
    name: "neighbours of any type",
    query: `query ($id: ID!) { node(id: $id) { ... on Zone { relationships(first: 20) {
      edges { node { id name } relationship { id } } pageInfo { hasNextPage } } } } }`,
    hand: `MATCH (p:Entity {id: $id})-[r]-(n) WITH r, n, startNode(r) = p AS out
      RETURN n.id, n.name, r.id ORDER BY $rank[type(r)], out, n.id, r.id LIMIT 21`,
    answer: (rows) => ({
      node: {
        relationships: {
          edges: rows.slice(0, 20).map(([id, name, joined]) => ({ node: { id, name }, relationship: { id: joined } })),
          pageInfo: { hasNextPage: rows.length > 20 },
        },
      },
    }),
    inputs: ({ zones, busyZone, types }) => {
      const rank = Object.fromEntries(types.map((type, index) => [type, index]));
      return [busyZone, ...zones.map(({ id }) => id)].map((id) => ({ variables: { id }, parameters: { id, rank } }));
    },
  },
];
