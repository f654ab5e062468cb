import type { Statement } from "../../engine/engine.js";
import { cypher, type Fragment, join, name, statement } from "../../graph/cypher.js";
import { ROOT_LABEL } from "../../graph/model.js";
import type { Columns } from "../../graph/statements/columns.js";
import type { Side } from "./shares.js";

/** The relationships that are stakes, and whether their start is the holder: a sub-fund's is what is held. */
export const STAKES: Readonly<Record<string, boolean>> = { OWNS: true, SUBSCRIBES: true, SUB_FUND_OF: false };

const ROOT = name(ROOT_LABEL);
const RELATIONSHIP = name("r");

function branch(side: Side, limit: number, [type, fromHolder]: readonly [string, boolean]): Fragment {
  const [near, far] = side === "holders" ? [name("held"), name("holder")] : [name("holder"), name("held")];
  const outwards = fromHolder === (side === "holdings");
  const joined = outwards ? cypher`-[r:${name(type)}]->` : cypher`<-[r:${name(type)}]-`;
  return cypher`
    MATCH (${near}:${ROOT} {id: pid})${joined}(${far})
    RETURN r, holder.id AS above, held.id AS below, held.sizeCny AS size ORDER BY ${far}.id, r.id LIMIT ${limit}`;
}

/**
 * The stakes in some entities, or of them: holder, held, the size of what is held, the stake's share, amount and dates, the
 * columns of the relationship.
 */
export function stakesAt(ids: readonly string[], side: Side, columns: Columns, limit: number): Statement {
  const branches = Object.entries(STAKES).map((item) => branch(side, limit, item));
  return statement(cypher`
    UNWIND ${ids} AS pid
    CALL (pid) { ${join(branches, " UNION ALL ")} }
    RETURN above, below, size, r.sharePercent AS share, r.amountCny AS amount, r.validFrom AS begun, r.validTo AS ended,
      ${columns.of(RELATIONSHIP)}
    LIMIT ${limit}`);
}
