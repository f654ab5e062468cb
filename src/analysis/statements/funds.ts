import type { Statement } from "../../engine/engine.js";
import { cypher, join, name, statement, type Fragment } from "../../graph/cypher.js";
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

/** What else is joined to some funds: the fund, the far end, the amount, the columns of the relationship. */
export function aroundFunds(ids: readonly string[], columns: Columns, limit: number): Statement {
  const branches = Object.entries(AROUND).map((item) => branch(item, limit));
  return statement(cypher`
    UNWIND ${ids} AS pid
    CALL (pid) { ${join(branches, " UNION ALL ")} }
    RETURN pid, farId, r.amountCny AS amount, ${columns.of(RELATIONSHIP)}
    LIMIT ${limit}`);
}

/** What some funds gave in all: how often, how often with an amount, the sum. */
export function givenByFunds(ids: readonly string[]): Statement {
  return statement(cypher`
    UNWIND ${ids} AS pid MATCH (:${ROOT} {id: pid})-[r:FUNDS]->() RETURN count(r), count(r.amountCny), sum(r.amountCny)`);
}

/** What is subscribed to a fund in all: how often, how often with an amount, the sum, and the fund's stated size. */
export function subscribedToFund(id: string): Statement {
  return statement(cypher`
    MATCH (f:${ROOT} {id: ${id}}) OPTIONAL MATCH (f)<-[r:SUBSCRIBES]-()
    RETURN count(r), count(r.amountCny), sum(r.amountCny), f.sizeCny`);
}
