import type { Statement } from "../../engine/engine.js";
import { cypher, statement, type Fragment } from "../../graph/cypher.js";
import type { Columns } from "../../graph/statements/columns.js";
import { NODE, RELATIONSHIP } from "../../graph/statements/keyset.js";
import { sums } from "./sums.js";

/** Whom a leader draws around it is told from these. */
export interface Around {
  readonly leader: string;
  /** The chains that it leads. */
  readonly chains: readonly string[];
  /** The stages that these chains alone have: who stands there stands in them. */
  readonly ownStages: readonly string[];
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

/** The stages of the chains that somebody leads and of wider ones: the stage, whether the led chains alone have it. */
export function ledStages(leader: string, most: number): Statement {
  return statement(cypher`
    MATCH (:Entity {id: ${leader}})-[:LEADS]->(:Chain)-[:PART_OF*0..12]->(c:Chain)-[:HAS_STAGE]->(s:Stage)
    WITH DISTINCT s
    RETURN s.id AS stage,
      NOT EXISTS { MATCH (s)<-[:HAS_STAGE]-(o) WHERE NOT EXISTS { MATCH (o)<-[:LEADS]-(l) WHERE l.id = ${leader} } } AS own
    ORDER BY stage LIMIT ${most + 1}`);
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
  const { leader, chains, ownStages } = around;
  return cypher`
    CALL () {
      UNWIND ${[...chains, ...ownStages]} AS gid MATCH (:Entity {id: gid})<-[r:JOINS]-(n) RETURN n, r
      UNION ALL
      MATCH (:Entity {id: ${leader}})<-[r:SUPPLIES]-(n) RETURN n, r
    }
    WITH n, min(r.id) AS rid
    WHERE n.id <> ${leader} AND NOT EXISTS { MATCH (n)-[:LEADS]->(c:Chain) WHERE c.id IN ${chains} }
    OPTIONAL MATCH (n)-[:LOCATED_IN*1..12]->(a)
    WITH n, rid,
      ${flag(cypher`a.id IN ${around.zones}`, cypher`inZone`)},
      ${flag(cypher`a.id IN ${around.prefectures}`, cypher`inPrefecture`)},
      ${flag(cypher`a.id IN ${around.provinces}`, cypher`inProvince`)},
      ${flag(cypher`a.id STARTS WITH ${"zone:"}`, cypher`hasZone`)},
      ${flag(cypher`a.level = ${"PREFECTURE"}`, cypher`hasPrefecture`)},
      ${flag(cypher`a.level = ${"PROVINCE"}`, cypher`hasProvince`)}`;
}

/**
 * How many there are, by where they lie: the stage or null, the six flags, the unit of output, companies, projects, the sums.
 * @param byStage whether those at several stages count at each; otherwise each counts once, under null.
 */
export function supportFigures(around: Around, byStage: boolean): Statement {
  const stages = byStage
    ? cypher`OPTIONAL MATCH (n)-[:JOINS]->(s:Stage) WHERE s.id IN ${around.stages}
        WITH DISTINCT n, inZone, inPrefecture, inProvince, hasZone, hasPrefecture, hasProvince, s.id AS stage`
    : cypher`WITH n, inZone, inPrefecture, inProvince, hasZone, hasPrefecture, hasProvince, null AS stage`;
  return statement(cypher`
    ${supporters(around)} ${stages}
    RETURN stage, inZone, inPrefecture, inProvince, hasZone, hasPrefecture, hasProvince, n.annualOutputUnit,
      sum(CASE WHEN n.id STARTS WITH ${"company:"} THEN 1 ELSE 0 END),
      sum(CASE WHEN n.id STARTS WITH ${"project:"} THEN 1 ELSE 0 END), ${sums}`);
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
    MATCH (n)-[r:JOINS|SUPPLIES]->() WHERE r.id = rid
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
