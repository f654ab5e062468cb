import type { Statement } from "../../engine/engine.js";
import { cypher, type Fragment, name, statement } from "../../graph/cypher.js";
import type { Walk } from "../../graph/model.js";
import type { Page } from "../../graph/page.js";
import type { Columns } from "../../graph/statements/columns.js";
import { NODE, orderBy, RELATIONSHIP, reversed } from "../../graph/statements/keyset.js";
import { all, ofKinds, plainAfter, plainKeys } from "../../graph/statements/page.js";
import { sums } from "../shared/sums.js";

/** What of a chain a list or a total is about. */
export interface Standing {
  readonly chain: string;
  /** The chain, and those that are parts of it. */
  readonly chains: readonly string[];
  /** The stages of the chain. */
  readonly stages: readonly string[];
}

/** A chain: what a source states of it, then its columns. */
export function chainHead(id: string, columns: Columns): Statement {
  return statement(cypher`
    MATCH (n:Entity {id: ${id}})
    RETURN n.extendedCompanyCount AS companies, n.extendedProjectCount AS projects, n.installedMw AS capacity, ${columns.of(NODE)}`);
}

/** A chain and those that are parts of it, at any depth. */
export function chainParts(id: string, most: number): Statement {
  return statement(cypher`
    MATCH (:Entity {id: ${id}})<-[:PART_OF*0..12]-(c:Chain)
    WITH DISTINCT c.id AS part RETURN part ORDER BY part LIMIT ${most + 1}`);
}

/** The stages of each chain: the chain, the stage, its name and rank, the columns of both. */
export function chainStages(
  chains: readonly string[],
  most: number,
  { node, relationship }: { readonly node: Columns; readonly relationship: Columns },
): Statement {
  return statement(cypher`
    UNWIND ${chains} AS pid
    MATCH (:Entity {id: pid})-[r:HAS_STAGE]->(n:Stage)
    RETURN pid, n.id AS stage, n.name AS called, r.rank AS place, ${node.of(NODE)}, ${relationship.of(RELATIONSHIP)}
    ORDER BY pid, stage, r.id LIMIT ${most + 1}`);
}

/**
 * What feeds what among the stages of a chain. The stage in the middle needs its label: the embedded engine follows nothing
 * from an unlabelled node that a walk did not find.
 */
const FEEDS = cypher`
    MATCH (:Entity {id: pid})-[:HAS_STAGE]->(a:Stage)-[r:FEEDS]->(b:Stage)
    WHERE EXISTS { MATCH (b)<-[:HAS_STAGE]-(c) WHERE c.id = pid }`;

/** What feeds what among the stages of each chain: the chain, both ends, the columns. */
export function chainFeeds(chains: readonly string[], most: number, columns: Columns): Statement {
  return statement(cypher`
    UNWIND ${chains} AS pid ${FEEDS}
    RETURN pid, a.id AS upstream, b.id AS downstream, ${columns.of(RELATIONSHIP)}
    ORDER BY pid, upstream, downstream, r.id LIMIT ${most + 1}`);
}

/** How many relationships {@link chainFeeds} has of one chain. */
export function chainFeedCount(chain: string): Statement {
  return statement(cypher`WITH ${chain} AS pid ${FEEDS} RETURN count(DISTINCT r.id)`);
}

/** Whether somebody stands in the chain. */
export function standsIn({ chain }: Pick<Standing, "chain">, member: Fragment): Fragment {
  return cypher`EXISTS { MATCH (${member})-[:STANDS_IN]->(own:Chain) WHERE own.id = ${chain} }`;
}

/** Whether somebody of the chain stands at none of its stages. */
export function atNoStage({ stages }: Standing, member: Fragment): Fragment | undefined {
  return stages.length === 0
    ? undefined
    : cypher`NOT EXISTS { MATCH (${member})-[:JOINS]->(at:Stage) WHERE at.id IN ${stages} }`;
}

/** Whether somebody leads the chain or a part of it. */
export function leadsIt({ chains }: Standing, member: Fragment): Fragment {
  return cypher`EXISTS { MATCH (${member})-[:LEADS]->(led:Chain) WHERE led.id IN ${chains} }`;
}

/** Groups whose members are counted: stages that they joined, or chains in which they stand. */
export interface Counted {
  readonly by: "JOINS" | "STANDS_IN";
  readonly condition: Fragment | undefined;
}

/** Each member of a group once, as `n`, beside the group's id. */
function members(ids: readonly string[], kind: Fragment, { by, condition }: Counted): Fragment {
  return cypher`
    UNWIND ${ids} AS pid MATCH (:Entity {id: pid})<-[:${name(by)}]-(n:${kind}) WHERE ${condition ?? cypher`${true}`}
    WITH DISTINCT pid, n`;
}

/** The projects of groups: the group, status, unit of output, how many, the sums. */
export function projectFigures(ids: readonly string[], counted: Counted): Statement {
  return statement(cypher`
    ${members(ids, cypher`Project`, counted)}
    RETURN pid, n.status, n.annualOutputUnit, count(n), ${sums}`);
}

/** The companies of groups: the group, how many. */
export function companyFigures(ids: readonly string[], counted: Counted): Statement {
  return statement(cypher`${members(ids, cypher`Company`, counted)} RETURN pid, count(n)`);
}

/** Members of several chains. */
export interface Members {
  readonly chains: readonly string[];
  /** From a chain to them. */
  readonly walk: Walk;
  readonly condition?: Fragment | undefined;
}

function joining({ chains, walk, condition }: Members, more: readonly (Fragment | undefined)[]): Fragment {
  return cypher`
    UNWIND ${chains} AS pid
    MATCH (:Entity {id: pid})<-[r:${name(walk.relationship.type)}]-(n) WHERE true${all([ofKinds(walk), condition, ...more])}`;
}

/** A page of them: the member, the relationship, the chain, the columns of both. */
export function membersOf(
  members: Members,
  { backward, after, before, size }: Page,
  { node, relationship }: { readonly node: Columns; readonly relationship: Columns },
): Statement {
  const plain = plainKeys(members.walk);
  const keys = backward ? reversed(plain) : plain;
  const [start, end] = backward ? [before, after] : [after, before];
  const bounds = [start && plainAfter(keys, start), end && plainAfter(reversed(keys), end)];
  return statement(cypher`
    ${joining(members, bounds)}
    RETURN r.from AS k0, r.id AS k1, pid, ${node.of(NODE)}, ${relationship.of(RELATIONSHIP)} ${orderBy(keys)} LIMIT ${size + 1}`);
}

/** How many relationships with members they have. */
export function memberCount(members: Members): Statement {
  return statement(cypher`${joining(members, [])} RETURN count(r)`);
}

/** Where entities lie: the entity, then the columns of the place. */
export function placesOf(ids: readonly string[], columns: Columns): Statement {
  return statement(cypher`
    UNWIND ${ids} AS pid
    MATCH (:Entity {id: pid})-[r:LOCATED_IN]->(n) RETURN pid, ${columns.of(NODE)} ORDER BY pid, n.id, r.id`);
}
