import type { Statement } from "../../engine/engine.js";
import { cypher, join, name, statement, type Fragment } from "../cypher.js";
import { ROOT_LABEL, type RelationshipType } from "../model.js";
import type { Columns } from "./columns.js";
import { RELATIONSHIP } from "./keyset.js";

/** What joins some entities to others. */
export interface JoiningRequest {
  readonly ids: readonly string[];
  /** The other ends; the same list for what joins entities among themselves. */
  readonly among: readonly string[];
  /** At least one. */
  readonly types: readonly RelationshipType[];
  readonly columns: Columns;
  readonly limit: number;
}

const ROOT = name(ROOT_LABEL);

/** `[r:OWNS|FUNDS]`; without a variable where `r` already stands for something. */
export function ofTypes(types: readonly RelationshipType[], variable: Fragment = RELATIONSHIP): Fragment {
  const names = types.map(({ type }) => name(type));
  return cypher`[${variable}:${join(names, "|")}]`;
}

/** The entities of a list as a variable, with how many relationships of any type each has: engines keep that figure. */
function each(ids: readonly string[], variable: Fragment): Fragment {
  return cypher`UNWIND ${ids} AS id MATCH (${variable}:${ROOT} {id: id})`;
}

function degree(variable: Fragment): Fragment {
  return cypher`COUNT { (${variable})--() }`;
}

const [A, B] = [name("a"), name("b")];

/** Gathers the ids of those that have more relationships than there are other ends. */
function gatherBusy(ids: readonly string[], others: number): Fragment {
  return cypher`${each(ids, A)} WITH a WHERE ${degree(A)} > ${others} WITH collect(a.id) AS busy`;
}

/** Those of a list that are busy too, pair by pair with the gathered ones, from whichever end has fewer. */
function pairs(list: readonly string[], others: number, type: Fragment): Fragment {
  return cypher`${each(list, B)} WITH busy, b WHERE ${degree(B)} > ${others}
    UNWIND busy AS other MATCH (a:${ROOT} {id: other}) MATCH (b)-${type}-(a) RETURN r`;
}

/**
 * What joins entities among themselves: of those that are not busy all relationships are walked, and one that is met from
 * both ends lies within; no list is searched, which takes an engine without sets as long as the list is.
 */
function within(ids: readonly string[], type: Fragment): Fragment {
  return cypher`
    ${gatherBusy(ids, ids.length)}
    ${each(ids, A)} WITH busy, a WHERE ${degree(A)} <= ${ids.length}
    MATCH (a)-${type}-(b)
    WITH r, sum(CASE WHEN b.id IN busy OR r.from = r.to THEN 2 ELSE 1 END) AS ends WHERE ends >= 2 RETURN r
    UNION ${gatherBusy(ids, ids.length)} ${pairs(ids, ids.length, type)}`;
}

/** What joins entities to others: walked from those that are not busy, otherwise from the others. */
function across(ids: readonly string[], among: readonly string[], type: Fragment): Fragment {
  return cypher`
    ${each(ids, A)} WITH a WHERE ${degree(A)} <= ${among.length}
    MATCH (a)-${type}-(b) WHERE b.id IN ${among} RETURN r
    UNION ${gatherBusy(ids, among.length)} WHERE size(busy) > ${0}
    ${each(among, B)} WITH busy, b WHERE ${degree(B)} <= ${ids.length}
    MATCH (b)-${type}-(a) WHERE a.id IN busy RETURN r
    UNION ${gatherBusy(ids, among.length)} ${pairs(among, ids.length, type)}`;
}

/**
 * Every relationship that joins one of some entities to one of others, once, self-loops among them, in the order of ids: from,
 * to, the columns. A relationship is found from its end of lower degree, so that a hub among thousands is never walked.
 */
export function joining({ ids, among, types, columns, limit }: JoiningRequest): Statement {
  const type = ofTypes(types);
  const found = ids === among ? within(ids, type) : across(ids, among, type);
  return statement(cypher`
    CALL () { ${found} }
    RETURN r.from, r.to, ${columns.of(RELATIONSHIP)} ORDER BY r.id LIMIT ${limit}`);
}
