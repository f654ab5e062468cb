import type { Statement } from "../../engine/engine.js";
import { cypher, join, name, Shared, statement, type Fragment } from "../cypher.js";
import { ROOT_LABEL, type RelationshipType } from "../model.js";
import type { Columns } from "./columns.js";
import { RELATIONSHIP } from "./keyset.js";

/** What joins entities. */
export interface JoiningRequest {
  readonly ids: readonly string[];
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

/** The entities of a list as a variable. */
function each(ids: Shared, variable: Fragment): Fragment {
  return cypher`UNWIND ${ids} AS id MATCH (${variable}:${ROOT} {id: id})`;
}

/** How many relationships of any type a node has, a self-loop once: engines keep that figure. */
function degree(variable: Fragment): Fragment {
  return cypher`COUNT { (${variable})--() }`;
}

const [A, B] = [name("a"), name("b")];

/** Gathers the ids of those that have more relationships than there are other ends, and goes on only where there are any. */
function gatherBusy(ids: Shared, others: number): Fragment {
  return cypher`${each(ids, A)} WITH a WHERE ${degree(A)} > ${others} WITH collect(a.id) AS busy WHERE size(busy) > ${0}`;
}

/** What joins entities to others: walked from those that are not busy, otherwise from the others, and pair by pair where both are. */
function across(request: JoiningRequest, others: readonly string[]): Fragment {
  const [ids, among, type] = [new Shared(request.ids), new Shared(others), ofTypes(request.types)];
  const [many, more] = [request.ids.length, others.length];
  return cypher`
    ${each(ids, A)} WITH a WHERE ${degree(A)} <= ${more}
    MATCH (a)-${type}-(b) WHERE b.id IN ${among} RETURN r
    UNION ${gatherBusy(ids, more)}
    ${each(among, B)} WITH busy, b WHERE ${degree(B)} <= ${many}
    MATCH (b)-${type}-(a) WHERE a.id IN busy RETURN r
    UNION ${gatherBusy(ids, more)}
    ${each(among, B)} WITH busy, b WHERE ${degree(B)} > ${many}
    UNWIND busy AS other MATCH (a:${ROOT} {id: other}) MATCH (b)-${type}-(a) RETURN r`;
}

/**
 * Every relationship that joins one of some entities to one of others, once, self-loops among them, in the order of ids: from,
 * to, the columns. A relationship is found from its end of lower degree, so that a hub among thousands is never walked.
 */
export function joining(request: JoiningRequest, others: readonly string[]): Statement {
  return statement(cypher`
    CALL () { ${across(request, others)} }
    RETURN r.from, r.to, ${request.columns.of(RELATIONSHIP)} ORDER BY r.id LIMIT ${request.limit}`);
}

/** The entities of a list as a variable, each with its position there. */
function placed(ids: Shared, variable: Fragment, position: Fragment): Fragment {
  return cypher`UNWIND range(0, size(${ids}) - 1) AS ${position} MATCH (${variable}:${ROOT} {id: ${ids}[${position}]})`;
}

/**
 * Every relationship among some entities, once, self-loops among them, as `r` with the positions of its ends in the list as
 * `source` and `target`. Of entities that are not busy all relationships are walked: one that is met from two positions lies within,
 * and neither engine nor service has to look an end up. Those with more relationships than there are entities are tried pair by pair.
 */
function inside(list: readonly string[], types: readonly RelationshipType[]): Fragment {
  const [ids, type, at] = [new Shared(list), ofTypes(types), name("at")];
  const busy = cypher`${placed(ids, A, at)} WITH a, at WHERE ${degree(A)} > ${list.length} WITH collect(at) AS busy`;
  return cypher`CALL () {
    ${busy} ${placed(ids, A, at)} WITH busy, a, at WHERE ${degree(A)} <= ${list.length}
    MATCH (a)-${type}-(b)
    WITH r, at, CASE WHEN size(busy) = ${0} THEN at ELSE coalesce([k IN busy WHERE ${ids}[k] = b.id][0], at) END AS far
    WITH r, min(at) AS one, max(far) AS other WHERE one <> other OR r.from = r.to
    RETURN r, CASE WHEN r.from = ${ids}[one] THEN one ELSE other END AS source,
      CASE WHEN r.from = ${ids}[one] THEN other ELSE one END AS target
    UNION ALL ${busy} UNWIND busy AS one UNWIND busy AS other
    MATCH (a:${ROOT} {id: ${ids}[one]}) MATCH (b:${ROOT} {id: ${ids}[other]}) MATCH (a)-${type}->(b)
    RETURN r, one AS source, other AS target
  }`;
}

/** Every relationship among some entities, in the order of ids: the positions of its ends, the columns. */
export function within({ ids, types, columns, limit }: JoiningRequest): Statement {
  return statement(cypher`
    ${inside(ids, types)} RETURN source, target, ${columns.of(RELATIONSHIP)} ORDER BY r.id LIMIT ${limit}`);
}

/**
 * The same in one row of lists, for views of thousands: the positions of the ends, the ids, a number that some relationships
 * have (0 for the others). Nobody has to touch as many rows.
 */
export function withinAsLists({ ids, types, limit }: Omit<JoiningRequest, "columns">, property: Fragment): Statement {
  return statement(cypher`
    ${inside(ids, types)} WITH r, source, target ORDER BY r.id LIMIT ${limit}
    RETURN collect(source), collect(target), collect(r.id), collect(coalesce(r.${property}, ${0}))`);
}
