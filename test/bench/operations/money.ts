import type { Row } from "../../../src/engine/engine.js";
import { named, same, type Operation } from "./operation.js";

/** Ids of paths from near to far: the shortest first, then in the order of ids; each far end once, as it is first come upon. */
function endsInOrder(rows: readonly Row[]): { entity: { id: string } }[] {
  const keys = rows
    .map(([ids]) => ids as string[])
    .map((ids) => [String(ids.length).padStart(3, "0"), ...ids].join("\n"));
  const ends = new Set([...new Set(keys)].sort().map((key) => key.split("\n").at(-1) as string));
  return [...ends].map((id) => ({ entity: { id } }));
}

const DATES_OF_RELATIONSHIPS = ["date", "validFrom", "validTo"];
const DATES_OF_NEIGHBOURS = ["date", "statusAsOf", "statedAsOf", "stagesAsOf", "targetStartDate", "targetDate"];

/** Who holds whom, where money goes, what happened when. */
export const money: readonly Operation[] = [
  {
    name: "holders of a company",
    query: "query ($id: ID!) { ownership(party: $id) { holders { entity { id } } } }",
    hand: `MATCH p = (:Entity {id: $id})<-[:OWNS*1..10]-(h) WHERE all(r IN relationships(p) WHERE r.validTo IS NULL)
      RETURN [n IN nodes(p) | n.id]`,
    answer: (rows) => ({ ownership: { holders: endsInOrder(rows) } }),
    inputs: ({ held }) => held.map((id) => same({ id })),
  },
  {
    name: "reach of a fund",
    query: `query ($id: ID!) { fundLookThrough(fund: $id) {
      reached { entity { id name } relationship { ... on Funds { amountCny } } } } }`,
    hand: `MATCH (f:Entity {id: $id})-[:SUBSCRIBES*0..10]->(m)<-[:SUB_FUND_OF*0..10]-(k)-[:SUBSCRIBES*0..10]->(g)
      WITH DISTINCT f, g MATCH (g)-[r:FUNDS]->(n)
      RETURN n.id, n.name, r.amountCny ORDER BY CASE WHEN g.id = f.id THEN 0 ELSE 1 END, g.id, n.id, r.id LIMIT 100`,
    answer: (rows) => ({
      fundLookThrough: {
        reached: rows.map((row) => ({ entity: named([row])[0], relationship: { amountCny: row[2] } })),
      },
    }),
    inputs: ({ funds }) => funds.map((id) => same({ id })),
  },
  {
    name: "timeline of a company",
    query: "query ($id: ID!) { timeline(id: $id, first: 20) { nodes { date entity { id name } } } }",
    hand: `MATCH (:Entity {id: $id})-[r]-(n)
      CALL (r, n) {
        UNWIND ${JSON.stringify(DATES_OF_RELATIONSHIPS)} AS p RETURN r[p] AS day, r.id AS owner, p
        UNION ALL UNWIND ${JSON.stringify(DATES_OF_NEIGHBOURS)} AS p RETURN n[p] AS day, n.id AS owner, p
      }
      WITH DISTINCT day, owner, p, n WHERE day IS NOT NULL
      RETURN n.id, n.name, day, owner, p ORDER BY day, owner, p LIMIT 20`,
    answer: (rows) => ({
      timeline: { nodes: rows.map((row) => ({ date: row[2], entity: named([row])[0] })) },
    }),
    inputs: ({ companies }) => companies.map(({ id }) => same({ id })),
  },
];
