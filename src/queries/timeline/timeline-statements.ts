import type { Statement } from "../../engine/engine.js";
import { cypher, type Fragment, join, name, nothing, statement } from "../../graph/cypher.js";
import { ROOT_LABEL } from "../../graph/model.js";
import type { Columns } from "../../graph/statements/columns.js";

/** What is dated around an entity: relationships that end at it, or the entities that they lead to. */
export interface DatedBranch {
  readonly on: "relationship" | "neighbour";
  /** The properties that hold dates. */
  readonly properties: readonly string[];
  /** The types of relationship that have one, or lead to what has one. */
  readonly types: readonly string[];
}

/** Where a page begins: after a date, and at that date after an owner and a property. */
export interface DatedStart {
  readonly date: string;
  /** Before, among or after what is dated so itself. */
  readonly rank: number;
  readonly owner: string;
  readonly property: string;
}

const ROOT = name(ROOT_LABEL);
const NODE = name("n");
const RELATIONSHIP = name("r");

function behind(start: DatedStart | undefined): Fragment {
  if (!start) return nothing;
  const { date, rank, owner, property } = start;
  return cypher` AND (day > ${date} OR (day = ${date} AND (${rank} < 0 OR (${rank} = 0 AND (
    owner > ${owner} OR (owner = ${owner} AND property > ${property}))))))`;
}

function joinedBy(types: readonly string[]): Fragment {
  return cypher`(:${ROOT} {id: pid})-[r:${join(types.map(name), "|")}]-(n)`;
}

/** The dates of a branch, one a row: few branches, because planning a statement takes longer than reading its answer. */
function dated({ on, properties, types }: DatedBranch, start: DatedStart | undefined): Fragment {
  const [variable, other] = on === "relationship" ? [RELATIONSHIP, nothing] : [NODE, cypher`WHERE n.id <> pid`];
  return cypher`
    MATCH ${joinedBy(types)} ${other} UNWIND ${properties} AS property
    WITH r, n, property, ${variable}.id AS owner, ${variable}[property] AS day WHERE day IS NOT NULL${behind(start)}`;
}

const PAGE: Readonly<Record<DatedBranch["on"], (limit: Fragment, types: readonly string[]) => Fragment>> = {
  relationship: (limit) => cypher`WITH DISTINCT r, n, owner, day, property ${limit}`,
  // The least relationship to a neighbour is matched again for what is on the page, and for nothing else.
  neighbour: (limit, types) => cypher`
    WITH n, owner, day, property, min(r.id) AS least ${limit}
    MATCH ${joinedBy(types)} WHERE r.id = least WITH DISTINCT r, n, owner, day, property`,
};

function branch(item: DatedBranch, start: DatedStart | undefined, limit: number): Fragment {
  const page = PAGE[item.on](cypher`ORDER BY day, owner, property LIMIT ${limit}`, item.types);
  return cypher`${dated(item, start)} ${page}
    RETURN r, n.id AS far, owner, day, property, ${item.on === "neighbour"} AS neighbour`;
}

/**
 * What is dated around an entity, in order: the date, its owner's id, the property, whether the owner is the neighbour, the
 * neighbour, whether the relationship is only planned, its ends, its columns.
 */
export function datedAround(
  id: string,
  branches: readonly DatedBranch[],
  start: DatedStart | undefined,
  columns: Columns,
  limit: number,
): Statement {
  const parts = branches.map((item) => branch(item, start, limit));
  return statement(cypher`
    UNWIND ${[id]} AS pid
    CALL (pid) { ${join(parts, " UNION ALL ")} }
    RETURN day, owner, property, neighbour, far, r.planned AS only, r.from AS begun, r.to AS ended, ${columns.of(RELATIONSHIP)}
    ORDER BY day, owner, property LIMIT ${limit}`);
}

/** How much is dated around an entity. */
export function countDatedAround(id: string, branches: readonly DatedBranch[]): Statement {
  const parts = branches.map(
    (item) => cypher`${dated(item, undefined)} WITH DISTINCT owner, property RETURN count(property) AS part`,
  );
  return statement(cypher`
    UNWIND ${[id]} AS pid CALL (pid) { ${join(parts, " UNION ALL ")} } RETURN sum(part)`);
}

/** Some properties of one entity. */
export function propertiesOfOne(id: string, properties: readonly string[]): Statement {
  const columns = properties.map((property) => cypher`, n.${name(property)}`);
  return statement(cypher`MATCH (n:${ROOT} {id: ${id}}) RETURN n.id${join(columns, "")}`);
}

/** The milestones that an entity reached: id, date, step, the columns of the relationship; those without a step last. */
export function stepsReached(id: string, columns: Columns, limit: number): Statement {
  return statement(cypher`
    MATCH (:${ROOT} {id: ${id}})-[r:REACHED]->(m)
    RETURN m.id AS milestone, m.date AS day, r.step AS place, ${columns.of(RELATIONSHIP)}
    ORDER BY place, milestone, r.id LIMIT ${limit}`);
}
