import type { Statement } from "../../engine/engine.js";
import { cypher, type Fragment, join, name, statement } from "../../graph/cypher.js";
import { ROOT_LABEL } from "../../graph/model.js";
import type { Columns } from "../../graph/statements/columns.js";

/** The relationships at a fund that are no stakes, and whether they begin at it. */
export const AROUND: Readonly<Record<string, boolean>> = { FOUNDED: false, MANAGES: false, TARGETS: true, FUNDS: true };

const ROOT = name(ROOT_LABEL);
const RELATIONSHIP = name("r");

function branch([type, outwards]: readonly [string, boolean], limit: number): Fragment {
  const joined = outwards ? cypher`-[r:${name(type)}]->` : cypher`<-[r:${name(type)}]-`;
  return cypher`
    MATCH (:${ROOT} {id: pid})${joined}(far) RETURN r, far.id AS farId ORDER BY farId, r.id LIMIT ${limit}`;
}

/** What else is joined to some funds: the fund, the far end, the amount and the form, the columns of the relationship. */
export function aroundFunds(ids: readonly string[], columns: Columns, limit: number): Statement {
  const branches = Object.entries(AROUND).map((item) => branch(item, limit));
  return statement(cypher`
    UNWIND ${ids} AS pid
    CALL (pid) { ${join(branches, " UNION ALL ")} }
    RETURN pid, farId, r.amountCny AS amount, r.form AS form, ${columns.of(RELATIONSHIP)}
    LIMIT ${limit}`);
}

const AMOUNTS = cypher`count(r.amountCny) AS told, max(r.amountCny) AS largest, sum(r.amountCny) AS total`;

/**
 * What some funds gave in all: how often, how often with an amount, and the amounts at least and at most, by the rule of
 * {@link MoneyGiven}.
 */
export function givenByFunds(ids: readonly string[]): Statement {
  return statement(cypher`
    UNWIND ${ids} AS pid MATCH (:${ROOT} {id: pid})-[r:FUNDS]->(n)
    WITH pid, n.id AS far, r.form AS form, ${AMOUNTS}
    WITH pid, far, form, coalesce(largest, 0) AS largest, coalesce(total, 0) AS total,
      CASE WHEN form IS NULL THEN 1 ELSE 0 END AS bare, CASE WHEN told > 0 THEN 1 ELSE 0 END AS told
    WITH pid, far, sum(1 - bare) AS forms, sum(told) AS told, sum(total) AS total,
      sum(largest * (1 - bare)) AS formed, max(largest * bare) AS formless
    WITH CASE WHEN forms > 1 THEN forms ELSE 1 END AS times, told, total,
      CASE WHEN formed > formless THEN formed ELSE formless END AS least
    WITH times, CASE WHEN told > times THEN times ELSE told END AS told, total, least
    RETURN sum(times), sum(told), sum(least), sum(total)`);
}

/**
 * What is subscribed to a fund in all: by how many, by how many with an amount, the amounts with each partner's largest
 * row and with all rows, and the fund's stated size.
 */
export function subscribedToFund(id: string): Statement {
  return statement(cypher`
    MATCH (f:${ROOT} {id: ${id}}) OPTIONAL MATCH (f)<-[r:SUBSCRIBES]-(n)
    WITH f.sizeCny AS size, n.id AS partner, ${AMOUNTS}
    WITH size, partner, largest, total, CASE WHEN told > 0 THEN 1 ELSE 0 END AS told
    RETURN count(partner), sum(told), sum(largest), sum(total), size`);
}
