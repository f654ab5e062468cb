import type { Capabilities, Statement } from "../../engine/engine.js";
import { cypher, join, name, statement, type Fragment } from "../cypher.js";
import { ROOT_LABEL, type Walk } from "../model.js";
import { farSide } from "./keyset.js";
import { atParent } from "./page.js";

/** `(p)-[:OWNS]->(n)` */
function joinedTo({ relationship, side }: Walk, far: Fragment): Fragment {
  const type = cypher`[:${name(relationship.type)}]`;
  return side === "from" ? cypher`(p)-${type}->${far}` : cypher`(p)<-${type}-${far}`;
}

const ANY = cypher`()`;

/** One kind at the far end: the stored degree. */
function stored(walk: Walk, index: number): Fragment {
  const prefix = walk.kinds[0]?.prefix ?? null;
  return cypher`RETURN ${index} AS walk, ${prefix} AS kind, COUNT { ${joinedTo(walk, ANY)} } AS total`;
}

/** One of several kinds is a range of ids in the index over the ends; it is not looked at where nothing is joined at all. */
function ranges(walk: Walk, index: number, capabilities: Capabilities): Fragment {
  const far = cypher`r.${name(farSide(walk))}`;
  return cypher`
    WITH pid, p WHERE COUNT { ${joinedTo(walk, ANY)} } > ${0} UNWIND ${walk.kinds.map(({ prefix }) => prefix)} AS kind
    CALL (pid, kind) { ${atParent(walk, capabilities)} AND ${far} >= kind + ':' AND ${far} < kind + ';' RETURN count(r) AS total }
    RETURN ${index} AS walk, kind, total`;
}

/** Without such an index every neighbour is looked at, and counted by its kind. */
function grouped(walk: Walk, index: number): Fragment {
  return cypher`
    MATCH ${joinedTo(walk, cypher`(n)`)} WITH split(n.id, ':')[0] AS kind
    WITH kind, count(*) AS total
    RETURN ${index} AS walk, kind, total`;
}

/**
 * How many relationships each of some entities of a kind has, by walk and by the kind at the far end: the entity, the walk's
 * position, the far kind's prefix, the count.
 */
export function neighborCounts(
  parents: readonly string[],
  walks: readonly Walk[],
  capabilities: Capabilities,
): Statement {
  const branches = walks.map((walk, index) => {
    if (walk.kinds.length === 1) return stored(walk, index);
    return capabilities.orderedIndexes ? ranges(walk, index, capabilities) : grouped(walk, index);
  });
  return statement(cypher`
    UNWIND ${parents} AS pid MATCH (p:${name(ROOT_LABEL)} {id: pid})
    CALL (pid, p) { ${join(branches, " UNION ALL ")} }
    WITH pid, walk, kind, total WHERE total > ${0} RETURN pid, walk, kind, total`);
}
