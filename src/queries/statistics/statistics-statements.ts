import type { Capabilities, Statement } from "../../engine/engine.js";
import { cypher, type Fragment, join, name, nothing, statement } from "../../graph/cypher.js";
import { IdSet } from "../../graph/statements/id-sets.js";
import { OUTPUT, OUTPUT_UNIT, SUMMED } from "../shared/sums.js";
import type { Conditions, Counted, Dimension } from "./statistics-schema.js";

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

/** A dimension: the walk to what gives the key, where there is one, and the key. */
interface Part {
  readonly walk: Fragment | undefined;
  readonly key: Fragment;
}

const NO_KEY: Part = { walk: undefined, key: cypher`null` };

function part(kind: Counted, dimension: Dimension, variable: Fragment): Part {
  const { placed, hops, joins, status, date } = SUBJECTS[kind];
  const to = (walk: Fragment): Part => ({ walk, key: cypher`${variable}.id` });
  const above = (label: Fragment): Part => to(cypher`(${placed})-[:LOCATED_IN*${hops}]->(${variable}:${label})`);
  const region = (): Part => above(cypher`Region {level: ${dimension}}`);
  const parts: Readonly<Record<Dimension, () => Part>> = {
    ZONE: () => above(cypher`Zone`),
    PROVINCE: region,
    PREFECTURE: region,
    COUNTY: region,
    CHAIN: () => to(cypher`(n)-[:STANDS_IN]->(${variable}:Chain)`),
    INDUSTRY: () => to(cypher`${TO_WHOLE}()-[:PART_OF*0..12]->(${variable}:Industry)`),
    STATUS: () => (status ? { walk: undefined, key: status } : NO_KEY),
    YEAR: () => (date ? { walk: undefined, key: cypher`substring(${date}, 0, 4)` } : NO_KEY),
    KIND: () => ({ walk: undefined, key: cypher`${kind}` }),
  };
  return joins || (dimension !== "CHAIN" && dimension !== "INDUSTRY") ? parts[dimension]() : NO_KEY;
}

/** Conditions as they are written, and the sets of ids that they look up. */
interface Written {
  readonly given: readonly Fragment[];
  readonly sets: readonly IdSet[];
}

function conditions(kind: Counted, filter: Conditions, { semiJoins }: Capabilities): Written {
  const { placed, hops, joins, status, date } = SUBJECTS[kind];
  const sets: IdSet[] = [];
  const never = cypher`${false}`;
  const dated = (condition: (value: Fragment) => Fragment): Fragment => (date ? condition(date) : never);
  /** Whether a walk leads from something to an entity. */
  const leads = (from: Fragment, walk: Fragment, id: string): Fragment => {
    if (semiJoins) return cypher`EXISTS { MATCH (${from})${walk}(:Entity {id: ${id}}) }`;
    const set = new IdSet(cypher`MATCH (m)${walk}(:Entity {id: ${id}}) RETURN DISTINCT m.id`);
    sets.push(set);
    return set.has(cypher`${from}.id`);
  };
  const { within, chain, industry, yearFrom, yearTo } = filter;
  const given = [
    within === null ? undefined : leads(placed, cypher`-[:LOCATED_IN*${hops}]->`, within),
    chain === null ? undefined : joins ? leads(cypher`n`, cypher`-[:STANDS_IN]->`, chain) : never,
    industry === null
      ? undefined
      : joins
        ? leads(cypher`n`, cypher`-[:STANDS_IN|JOINS]->()-[:PART_OF*0..12]->`, industry)
        : never,
    filter.status === null ? undefined : status ? cypher`${status} IN ${filter.status}` : never,
    yearFrom === null ? undefined : dated((value) => cypher`${value} >= ${String(yearFrom)}`),
    yearTo === null ? undefined : dated((value) => cypher`${value} < ${String(yearTo + 1)}`),
  ].filter((condition) => condition !== undefined);
  return { given, sets };
}

/** How one kind is counted: sets of ids that are read before, and the statements that look them up. */
export interface Counting {
  readonly sets: readonly IdSet[];
  readonly statements: () => Statement[];
}

/**
 * One kind counted by up to two dimensions, in the order of the keys, the unknown last: the two keys, how many, and of
 * projects the sums, then for each unit of output the unit, the sum and how many are known. One statement; without semi-joins
 * one for each combination of keys that are known and keys that are not, since an optional walk is made from every row there.
 */
export function statisticsOf(
  kind: Counted,
  dimensions: readonly Dimension[],
  filter: Conditions,
  most: number,
  capabilities: Capabilities,
): Counting {
  const parts = dimensions.map((dimension, index) => part(kind, dimension, name(`d${index}`)));
  const { given, sets } = conditions(kind, filter, capabilities);
  const counted = (walks: Fragment, keys: readonly Part[], more: readonly Fragment[] = []): Statement => {
    const all = [...given, ...more];
    const where = all.length === 0 ? nothing : cypher`WHERE ${join(all, " AND ")}`;
    const [first = NO_KEY, second = NO_KEY] = keys;
    const distinct = cypher`
      ${SUBJECTS[kind].match} ${where} ${walks} WITH DISTINCT n, ${first.key} AS k0, ${second.key} AS k1`;
    const answer = kind === "PROJECT" ? withSums(distinct) : cypher`${distinct} RETURN k0, k1, count(n) AS items`;
    return statement(cypher`${answer} ORDER BY k0, k1 LIMIT ${most}`);
  };
  const walked = (keys: readonly Part[], how: Fragment): Fragment =>
    join(
      keys.flatMap(({ walk }) => (walk ? [cypher`${how} ${walk}`] : [])),
      " ",
    );
  if (capabilities.semiJoins)
    return { sets, statements: () => [counted(walked(parts, cypher`OPTIONAL MATCH`), parts)] };
  const known = parts.map(({ walk }) =>
    walk ? new IdSet(cypher`${SUBJECTS[kind].match} MATCH ${walk} RETURN DISTINCT n.id`) : undefined,
  );
  const statements = (): Statement[] =>
    combinations(known).map((present) => {
      const keys = parts.map((item, index) => (present[index] ? item : NO_KEY));
      const without = known.flatMap((set, index) =>
        set && !present[index] ? [cypher`NOT ${set.has(cypher`n.id`)}`] : [],
      );
      return counted(walked(keys, cypher`MATCH`), keys, without);
    });
  return { sets: [...sets, ...known.filter((set) => set !== undefined)], statements };
}

/** Each way in which what may be missing is there or not; what cannot be missing is always there. */
function combinations(known: readonly (IdSet | undefined)[]): boolean[][] {
  return known.reduce<boolean[][]>(
    (ways, set) =>
      set
        ? ways.flatMap((way) => [
            [...way, true],
            [...way, false],
          ])
        : ways.map((way) => [...way, true]),
    [[]],
  );
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
export function statedTotals(ids: readonly string[], { within, chain, industry }: Conditions): Statement {
  const above = [within, chain, industry].filter((id) => id !== null);
  const whole = above.map(
    (id) => cypher`(id = ${id} OR EXISTS { MATCH (n)-[:LOCATED_IN|PART_OF*1..12]->(:Entity {id: ${id}}) })`,
  );
  return statement(cypher`
    UNWIND ${ids} AS id MATCH (n:Entity {id: id}) ${whole.length === 0 ? nothing : cypher`WHERE ${join(whole, " AND ")}`}
    RETURN id, n.settledProjectCount, n.settledInvestmentCny, n.installedMw`);
}
