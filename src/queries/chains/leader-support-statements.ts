import type { Statement } from "../../engine/engine.js";
import { cypher, type Fragment, join, name, statement } from "../../graph/cypher.js";
import type { Columns } from "../../graph/statements/columns.js";
import { NODE, RELATIONSHIP } from "../../graph/statements/keyset.js";
import { sums } from "../shared/sums.js";
import type { SupportArea } from "./leader-support-schema.js";

/** Whom a leader draws around it is told from these. */
export interface Around {
  readonly leader: string;
  /** The leader and what is its own: no supporters. */
  readonly own: readonly string[];
  /** The chains that it leads. */
  readonly chains: readonly string[];
  /** Those that a zone within the area develops, so that whoever stands in them is local by definition. */
  readonly local: Readonly<Record<SupportArea, readonly string[]>>;
  /** All stages of these chains and of wider ones. */
  readonly stages: readonly string[];
  /** Where the leader lies, by what the place is. */
  readonly zones: readonly string[];
  readonly prefectures: readonly string[];
  readonly provinces: readonly string[];
}

/** The chains that somebody leads: the chain, the columns of both. */
export function ledChains(
  leader: string,
  most: number,
  { node, relationship }: { readonly node: Columns; readonly relationship: Columns },
): Statement {
  return statement(cypher`
    MATCH (:Entity {id: ${leader}})-[r:LEADS]->(n:Chain)
    RETURN n.id AS chain, ${node.of(NODE)}, ${relationship.of(RELATIONSHIP)} ORDER BY chain, r.id LIMIT ${most + 1}`);
}

/** The stages of the chains that somebody leads and of wider ones. */
export function ledStages(leader: string, most: number): Statement {
  return statement(cypher`
    MATCH (:Entity {id: ${leader}})-[:LEADS]->(:Chain)-[:PART_OF*0..12]->(c:Chain)-[:HAS_STAGE]->(s:Stage)
    WITH DISTINCT s.id AS stage RETURN stage ORDER BY stage LIMIT ${most + 1}`);
}

/** Where the zones lie that develop the chains which somebody leads, or wider ones: the chain, the zone or a place above it. */
export function developedIn(leader: string): Statement {
  return statement(cypher`
    MATCH (:Entity {id: ${leader}})-[:LEADS]->(c:Chain)-[:PART_OF*0..12]->(:Chain)<-[:DEVELOPS]-(z:Zone)
    WITH DISTINCT c, z MATCH (z)-[:LOCATED_IN*0..12]->(p)
    WITH DISTINCT c.id AS chain, p.id AS place RETURN chain, place ORDER BY chain, place`);
}

/** What some firms and projects build or own, and what a project is a phase of, or its phase, or is built by. */
export function ownOf(ids: readonly string[], most: number): Statement {
  return statement(cypher`
    CALL () {
      UNWIND ${ids} AS pid MATCH (:Entity {id: pid})-[:BUILDS|OWNS]->(n) RETURN n.id AS id
      UNION
      UNWIND ${ids} AS pid MATCH (:Entity {id: pid})-[:PART_OF]-(n:Project) RETURN n.id AS id
    }
    RETURN id ORDER BY id LIMIT ${most}`);
}

/** The firms that build a project. */
export function buildersOf(project: string): Statement {
  return statement(
    cypher`MATCH (:Entity {id: ${project}})<-[:BUILDS]-(n:Company) WITH DISTINCT n.id AS id RETURN id ORDER BY id`,
  );
}

/** Every place that somebody lies in, at any depth: the place, its level. */
export function placesAbove(id: string): Statement {
  return statement(cypher`
    MATCH (:Entity {id: ${id}})-[:LOCATED_IN*1..12]->(p)
    WITH DISTINCT p RETURN p.id AS place, p.level ORDER BY place`);
}

/** Supporting firms and projects `n`, each once, with one relationship that makes it one, and flags of where it lies. */
function supporters(around: Around): Fragment {
  const flag = (condition: Fragment, as: Fragment): Fragment =>
    cypher`max(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${as}`;
  const { leader, own, chains } = around;
  return cypher`
    CALL () {
      UNWIND ${chains} AS gid MATCH (:Entity {id: gid})<-[r:STANDS_IN]-(n) RETURN n, r
      UNION ALL
      MATCH (:Entity {id: ${leader}})<-[r:SUPPLIES]-(n) RETURN n, r
    }
    WITH n, min(r.id) AS rid
    WHERE NOT n.id IN ${own} AND NOT EXISTS { MATCH (n)-[:LEADS]->(c:Chain) WHERE c.id IN ${chains} }
    OPTIONAL MATCH (n)-[:LOCATED_IN*1..12]->(a)
    WITH n, rid,
      ${flag(cypher`a.id IN ${around.zones}`, cypher`inZone`)},
      ${flag(cypher`a.id IN ${around.prefectures}`, cypher`inPrefecture`)},
      ${flag(cypher`a.id IN ${around.provinces}`, cypher`inProvince`)},
      ${flag(cypher`a.id STARTS WITH ${"zone:"}`, cypher`hasZone`)},
      ${flag(cypher`a.level = ${"PREFECTURE"}`, cypher`hasPrefecture`)},
      ${flag(cypher`a.level = ${"PROVINCE"}`, cypher`hasProvince`)}`;
}

/** Where supporters lie, as the statements tell it. */
const PLACED = cypher`inZone, inPrefecture, inProvince, hasZone, hasPrefecture, hasProvince`;

/** Supporters beside their stages, those at several at each; or all beside null, each once. */
function atStages(around: Around, byStage: boolean): Fragment {
  return byStage
    ? cypher`OPTIONAL MATCH (n)-[:JOINS]->(s:Stage) WHERE s.id IN ${around.stages} WITH DISTINCT n, ${PLACED}, s.id AS stage`
    : cypher`WITH n, ${PLACED}, null AS stage`;
}

/** How many there are, by where they lie: the stage or null, the six flags, the unit of output, companies, projects, the sums. */
export function supportFigures(around: Around, byStage: boolean): Statement {
  return statement(cypher`
    ${supporters(around)} ${atStages(around, byStage)}
    RETURN stage, ${PLACED}, n.annualOutputUnit,
      sum(CASE WHEN n.id STARTS WITH ${"company:"} THEN 1 ELSE 0 END),
      sum(CASE WHEN n.id STARTS WITH ${"project:"} THEN 1 ELSE 0 END), ${sums}`);
}

/**
 * How many count towards the rates, by where they lie: the stage or null, the six flags, for each area whether one stands in a
 * chain that is local by definition, how many. A project counts as its builder, the first that supports the leader itself,
 * otherwise the first, in the order of ids; one that no firm builds counts for itself. Each lies wherever one of its lies.
 */
export function rateFigures(around: Around, byStage: boolean): Statement {
  const { leader, chains, local } = around;
  const stands = (member: Fragment, among: readonly string[]): Fragment =>
    cypher`EXISTS { MATCH (${member})-[:STANDS_IN]->(c:Chain) WHERE c.id IN ${among} }`;
  const given = (area: SupportArea): Fragment => cypher`CASE WHEN ${stands(cypher`n`, local[area])} THEN 1 ELSE 0 END`;
  const supports = cypher`${stands(cypher`b`, chains)} OR EXISTS { MATCH (b)-[:SUPPLIES]->(l) WHERE l.id = ${leader} }`;
  const flags = ["inZone", "inPrefecture", "inProvince", "hasZone", "hasPrefecture", "hasProvince"];
  const givens = ["zoneGiven", "prefectureGiven", "provinceGiven"];
  const most = join(
    [...flags, ...givens].map((flag) => cypher`max(${name(flag)}) AS ${name(flag)}`),
    ", ",
  );
  return statement(cypher`
    ${supporters(around)} ${atStages(around, byStage)}
    CALL (n) {
      MATCH (n)<-[:BUILDS]-(b:Company)
      WITH b.id AS builder, CASE WHEN ${supports} THEN 0 ELSE 1 END AS place ORDER BY place, builder
      WITH collect(builder) AS builders RETURN builders
    }
    WITH stage, ${PLACED}, CASE WHEN size(builders) = 0 THEN n.id ELSE builders[0] END AS unit,
      ${given("ZONE")} AS zoneGiven, ${given("PREFECTURE")} AS prefectureGiven, ${given("PROVINCE")} AS provinceGiven
    WITH stage, unit, ${most}
    RETURN stage, ${PLACED}, zoneGiven, prefectureGiven, provinceGiven, count(unit)`);
}

/** What of supporters a page is about. */
export interface SupportPage {
  readonly after: string;
  readonly size: number;
  readonly nearness: string | null;
  readonly stage: string | null;
}

/** A page of them in the order of ids: the ends and nearness of each, the columns of both. */
export function supportPage(
  around: Around,
  { after, size, nearness, stage }: SupportPage,
  { node, relationship }: { readonly node: Columns; readonly relationship: Columns },
): Statement {
  return statement(cypher`
    ${supporters(around)} ${placed(around)}
    WHERE n.id > ${after} AND ${chosen(nearness, stage)}
    WITH n, rid, nearness ORDER BY n.id LIMIT ${size + 1}
    MATCH (n)-[r:STANDS_IN|SUPPLIES]->() WHERE r.id = rid
    RETURN nearness, r.from AS k0, r.to AS k1, ${node.of(NODE)}, ${relationship.of(RELATIONSHIP)} ORDER BY k0`);
}

/** How many such there are. */
export function supportCount(around: Around, { nearness, stage }: Pick<SupportPage, "nearness" | "stage">): Statement {
  return statement(cypher`
    ${supporters(around)} ${placed(around)} WHERE ${chosen(nearness, stage)} RETURN count(n)`);
}

/** The nearness of each, as `nearnessOf` tells it from the flags. */
function placed({ provinces }: Around): Fragment {
  return cypher`WITH n, rid, CASE
    WHEN inZone = 1 THEN 'SAME_ZONE' WHEN inPrefecture = 1 THEN 'SAME_PREFECTURE' WHEN inProvince = 1 THEN 'SAME_PROVINCE'
    WHEN hasProvince = 1 AND ${provinces.length > 0} THEN 'BEYOND' ELSE 'UNKNOWN' END AS nearness`;
}

function chosen(nearness: string | null, stage: string | null): Fragment {
  const near = nearness === null ? cypher`${true}` : cypher`nearness = ${nearness}`;
  return stage === null ? near : cypher`${near} AND EXISTS { MATCH (n)-[:JOINS]->(s:Stage) WHERE s.id = ${stage} }`;
}
