import type { Row } from "../../../src/engine/engine.js";
import { same, type Operation } from "./operation.js";

/** How near a leader something lies, as `leaderSupport` tells it. */
const NEARNESS = ["SAME_ZONE", "SAME_PREFECTURE", "SAME_PROVINCE", "BEYOND", "UNKNOWN"];

function byNearness(rows: readonly Row[]): unknown {
  const found = new Map(rows.map(([nearness, companies, projects]) => [nearness, { companies, projects }]));
  return NEARNESS.map((nearness) => ({ nearness, companies: 0, projects: 0, ...found.get(nearness) }));
}

/** What is asked about chains. */
export const chains: readonly Operation[] = [
  {
    name: "chain map",
    query: `query ($chain: ID!) { chainMap(chain: $chain) { stageCount
      withoutStage { companies(first: 20) { totalCount nodes { id name } } } } }`,
    hand: `MATCH (c:Entity {id: $chain})
      CALL (c) { MATCH (c)-[:HAS_STAGE]->(s) RETURN count(DISTINCT s) AS stages }
      CALL (c) { MATCH (c)<-[:JOINS]-(n:Company) WHERE NOT EXISTS { (n)-[:JOINS]->(:Stage)<-[:HAS_STAGE]-(c) }
        RETURN count(n) AS total }
      CALL (c) { MATCH (c)<-[:JOINS]-(n:Company) WHERE NOT EXISTS { (n)-[:JOINS]->(:Stage)<-[:HAS_STAGE]-(c) }
        RETURN n ORDER BY n.id LIMIT 20 }
      RETURN stages, total, n.id, n.name`,
    answer: (rows) => ({
      chainMap: {
        stageCount: rows[0]?.[0],
        withoutStage: {
          companies: { totalCount: rows[0]?.[1], nodes: rows.map(([, , id, name]) => ({ id, name })) },
        },
      },
    }),
    inputs: ({ busyChains }) => busyChains.map((chain) => same({ chain })),
  },
  {
    name: "chain gaps",
    query: `query ($zone: ID!) { chainGaps(zone: $zone) { chains(first: 200) { chain { id } stageCount presentCount } } }`,
    hand: `MATCH (z:Entity {id: $zone})-[:DEVELOPS]->(c:Chain) WITH DISTINCT z, c
      OPTIONAL MATCH (c)-[:HAS_STAGE]->(s:Stage) WITH DISTINCT z, c, s
      WITH c, s, CASE WHEN s IS NOT NULL AND EXISTS { MATCH (s)<-[:JOINS]-(n) WHERE NOT EXISTS { MATCH (s)<-[:HAS_STAGE]-(o) WHERE o <> c }
        OR EXISTS { (n)-[:JOINS|LEADS]->(c) } OR EXISTS { (n)-[:LOCATED_IN*1..12]->(z) } } THEN 1 ELSE 0 END AS present
      RETURN c.id, count(s), sum(present) ORDER BY c.id`,
    answer: (rows) => ({
      chainGaps: {
        chains: rows.map(([id, stageCount, presentCount]) => ({ chain: { id }, stageCount, presentCount })),
      },
    }),
    inputs: ({ zones }) => zones.map(({ id }) => same({ zone: id })),
  },
  {
    name: "leader support",
    query: `query ($leader: ID!) { leaderSupport(leader: $leader) {
      all { byNearness { nearness companies projects } } } }`,
    hand: `MATCH (l:Entity {id: $leader})
      CALL (l) { OPTIONAL MATCH (l)-[:LOCATED_IN*1..12]->(p) WITH DISTINCT p RETURN collect(p) AS places }
      WITH l, [p IN places WHERE p:Zone] AS zones, [p IN places WHERE p.level = 'PREFECTURE'] AS prefectures,
        [p IN places WHERE p.level = 'PROVINCE'] AS provinces
      CALL (l) {
        MATCH (l)-[:LEADS]->(:Chain)<-[:JOINS]-(n) RETURN n UNION
        MATCH (l)-[:LEADS]->(:Chain)-[:HAS_STAGE]->(s)<-[:JOINS]-(n)
          WHERE NOT EXISTS { MATCH (s)<-[:HAS_STAGE]-(o) WHERE NOT (l)-[:LEADS]->(o) } RETURN n UNION
        MATCH (l)<-[:SUPPLIES]-(n) RETURN n }
      WITH l, n, zones, prefectures, provinces WHERE n <> l AND NOT EXISTS { (n)-[:LEADS]->(:Chain)<-[:LEADS]-(l) }
      OPTIONAL MATCH (n)-[:LOCATED_IN*1..12]->(a)
      WITH n, zones, prefectures, provinces, collect(a) AS above
      WITH n, CASE WHEN any(a IN above WHERE a IN zones) THEN 'SAME_ZONE'
        WHEN any(a IN above WHERE a IN prefectures) THEN 'SAME_PREFECTURE'
        WHEN any(a IN above WHERE a IN provinces) THEN 'SAME_PROVINCE'
        WHEN size(provinces) > 0 AND any(a IN above WHERE a.level = 'PROVINCE') THEN 'BEYOND' ELSE 'UNKNOWN' END AS nearness
      RETURN nearness, count(CASE WHEN n:Company THEN 1 END), count(CASE WHEN n:Project THEN 1 END)`,
    answer: (rows) => ({ leaderSupport: { all: { byNearness: byNearness(rows) } } }),
    inputs: ({ leaders }) => leaders.map((leader) => same({ leader })),
  },
  {
    name: "statistics by zone and status",
    query: `{ statistics(groupBy: [ZONE, STATUS], kinds: [PROJECT], first: 1000) { rows { keys { value } } } }`,
    hand: `MATCH (n:Project) OPTIONAL MATCH (n)-[:LOCATED_IN*1..12]->(z:Zone) WITH DISTINCT n, z.id AS zone
      RETURN zone, n.status AS status, count(n), sum(n.investmentCny), sum(n.installedMw), sum(n.areaMu)
      ORDER BY zone, status LIMIT 1000`,
    answer: (rows) => ({
      statistics: { rows: rows.map(([zone, status]) => ({ keys: [{ value: zone }, { value: status }] })) },
    }),
    inputs: () => [same({})],
  },
];
