import type { Statement } from "../../engine/engine.js";
import { cypher, join, name, nothing, statement, type Fragment } from "../../graph/cypher.js";
import { standsIn } from "./chain.js";
import { OUTPUT, OUTPUT_UNIT, SUMMED } from "./sums.js";

/** What is counted. */
export type Counted = "COMPANY" | "PROJECT" | "PARTNERSHIP";

/** By what it is counted. */
export type Dimension =
  "ZONE" | "PROVINCE" | "PREFECTURE" | "COUNTY" | "CHAIN" | "INDUSTRY" | "STATUS" | "YEAR" | "KIND";

/** Only what fits. */
export interface StatisticsFilter {
  readonly within: string | null;
  readonly chain: string | null;
  readonly industry: string | null;
  readonly status: readonly string[] | null;
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
}

/** Where one of what is counted stands: what it is, where it lies, its status, its date. */
interface Subject {
  readonly match: Fragment;
  /** What lies in places. */
  readonly placed: Fragment;
  /** Places from here on count as above it. */
  readonly hops: Fragment;
  /** Whether it stands in chains and industries. */
  readonly joins: boolean;
  readonly status: Fragment | undefined;
  readonly date: Fragment | undefined;
}

const SUBJECTS: Readonly<Record<Counted, Subject>> = {
  COMPANY: {
    match: cypher`MATCH (n:Company)`,
    placed: cypher`n`,
    hops: cypher`1..12`,
    joins: true,
    status: undefined,
    date: undefined,
  },
  PROJECT: {
    match: cypher`MATCH (n:Project)`,
    placed: cypher`n`,
    hops: cypher`1..12`,
    joins: true,
    status: cypher`n.status`,
    date: cypher`n.statusAsOf`,
  },
  PARTNERSHIP: {
    match: cypher`MATCH (z:Zone)-[n:PARTNERS_WITH]->()`,
    placed: cypher`z`,
    hops: cypher`0..12`,
    joins: false,
    status: undefined,
    date: cypher`n.date`,
  },
};

/** From whoever stands in chains, or joined industries, to those. */
const TO_WHOLE = cypher`(n)-[:STANDS_IN|JOINS]->`;

/** A dimension: what is matched for it, and the key. */
interface Part {
  readonly match: Fragment;
  readonly key: Fragment;
}

const NO_KEY: Part = { match: nothing, key: cypher`null` };

/** The ids at the end of a walk; the embedded engine drops rows where an OPTIONAL MATCH has a subquery. */
function told(walk: Fragment, variable: Fragment): Part {
  const [keys, key] = [cypher`${variable}Keys`, cypher`${variable}Key`];
  return {
    match: cypher`
      CALL (n) { MATCH ${walk} WITH collect(DISTINCT ${variable}.id) AS ${keys} RETURN ${keys} }
      UNWIND CASE WHEN size(${keys}) = 0 THEN [null] ELSE ${keys} END AS ${key}`,
    key,
  };
}

function part(kind: Counted, dimension: Dimension, variable: Fragment): Part {
  const { placed, hops, joins, status, date } = SUBJECTS[kind];
  const above = (label: Fragment): Part => ({
    match: cypher`OPTIONAL MATCH (${placed})-[:LOCATED_IN*${hops}]->(${variable}:${label})`,
    key: cypher`${variable}.id`,
  });
  const region = (): Part => above(cypher`Region {level: ${dimension}}`);
  const parts: Readonly<Record<Dimension, () => Part>> = {
    ZONE: () => above(cypher`Zone`),
    PROVINCE: region,
    PREFECTURE: region,
    COUNTY: region,
    CHAIN: () => told(cypher`(n)-[:STANDS_IN]->(${variable})`, variable),
    INDUSTRY: () => told(cypher`${TO_WHOLE}()-[:PART_OF*0..12]->(${variable}:Industry)`, variable),
    STATUS: () => (status ? { match: nothing, key: status } : NO_KEY),
    YEAR: () => (date ? { match: nothing, key: cypher`substring(${date}, 0, 4)` } : NO_KEY),
    KIND: () => ({ match: nothing, key: cypher`${kind}` }),
  };
  return joins || (dimension !== "CHAIN" && dimension !== "INDUSTRY") ? parts[dimension]() : NO_KEY;
}

function conditions(kind: Counted, filter: StatisticsFilter): Fragment {
  const { placed, hops, joins, status, date } = SUBJECTS[kind];
  const never = cypher`${false}`;
  const dated = (condition: (given: Fragment) => Fragment): Fragment => (date ? condition(date) : never);
  const { within, chain, industry, yearFrom, yearTo } = filter;
  const given = [
    within === null ? undefined : cypher`EXISTS { MATCH (${placed})-[:LOCATED_IN*${hops}]->(:Entity {id: ${within}}) }`,
    chain === null ? undefined : joins ? standsIn({ chain }, cypher`n`) : never,
    industry === null
      ? undefined
      : joins
        ? cypher`EXISTS { MATCH ${TO_WHOLE}()-[:PART_OF*0..12]->(:Entity {id: ${industry}}) }`
        : never,
    filter.status === null ? undefined : status ? cypher`${status} IN ${filter.status}` : never,
    yearFrom === null ? undefined : dated((value) => cypher`${value} >= ${String(yearFrom)}`),
    yearTo === null ? undefined : dated((value) => cypher`${value} < ${String(yearTo + 1)}`),
  ].filter((condition) => condition !== undefined);
  return given.length === 0 ? nothing : cypher`WHERE ${join(given, " AND ")}`;
}

/**
 * One kind counted by up to two dimensions, in the order of the keys, the unknown last: the two keys, how many, and of
 * projects the sums, then for each unit of output the unit, the sum and how many are known.
 */
export function statisticsOf(
  kind: Counted,
  dimensions: readonly Dimension[],
  filter: StatisticsFilter,
  most: number,
): Statement {
  const parts = [0, 1].map((index) => {
    const dimension = dimensions[index];
    return dimension === undefined ? NO_KEY : part(kind, dimension, name(`d${index}`));
  });
  const [first = NO_KEY, second = NO_KEY] = parts;
  const distinct = cypher`
    ${SUBJECTS[kind].match} ${conditions(kind, filter)} ${first.match} ${second.match}
    WITH DISTINCT n, ${first.key} AS k0, ${second.key} AS k1`;
  const answer = kind === "PROJECT" ? withSums(distinct) : cypher`${distinct} RETURN k0, k1, count(n) AS items`;
  return statement(cypher`${answer} ORDER BY k0, k1 LIMIT ${most}`);
}

function withSums(distinct: Fragment): Fragment {
  const each = SUMMED.map((property, index) => {
    const [value, sum, known] = [name(property), name(`s${index}`), name(`c${index}`)];
    return {
      first: cypher`sum(n.${value}) AS ${sum}, count(n.${value}) AS ${known}`,
      second: cypher`sum(coalesce(${sum}, 0)) AS ${sum}, sum(${known}) AS ${known}`,
      names: cypher`${sum}, ${known}`,
    };
  });
  const list = (of: "first" | "second" | "names"): Fragment =>
    join(
      each.map((item) => item[of]),
      ", ",
    );
  return cypher`${distinct}
    WITH k0, k1, n.${name(OUTPUT_UNIT)} AS unit, count(n) AS items, ${list("first")},
      sum(n.${name(OUTPUT)}) AS made, count(n.${name(OUTPUT)}) AS told
    WITH k0, k1, sum(items) AS items, ${list("second")},
      collect(coalesce(unit, '')) AS units, collect(coalesce(made, 0)) AS amounts, collect(told) AS counts
    RETURN k0, k1, items, ${list("names")}, units, amounts, counts`;
}

/**
 * What sources state of zones and chains: the id, projects, investment, capacity. What is counted of a chain is what it
 * extended to, without its leaders, whom a row of it has: nothing to stand beside it. Only of those that a filter leaves
 * whole, which it does where it is the zone or the chain itself, or a place or an industry that all of it is in.
 */
export function statedTotals(ids: readonly string[], { within, chain, industry }: StatisticsFilter): Statement {
  const above = [within, chain, industry].filter((id) => id !== null);
  const whole = above.map(
    (id) => cypher`(id = ${id} OR EXISTS { MATCH (n)-[:LOCATED_IN|PART_OF*1..12]->(:Entity {id: ${id}}) })`,
  );
  return statement(cypher`
    UNWIND ${ids} AS id MATCH (n:Entity {id: id}) ${whole.length === 0 ? nothing : cypher`WHERE ${join(whole, " AND ")}`}
    RETURN id, n.settledProjectCount, n.settledInvestmentCny, n.installedMw`);
}
