import type { Capabilities, Statement } from "../../engine/engine.js";
import { cypher, join, name, nothing, Shared, statement, type Fragment } from "../cypher.js";
import type { Walk } from "../model.js";
import { farSide } from "./keyset.js";
import { degreeOf, within, type LevelRequest } from "./level.js";
import { atParent } from "./page.js";

/** A page of the neighbours of some entities. */
export interface ExpansionRequest extends Omit<LevelRequest, "limit"> {
  /** The same as walks from the kinds of those entities, one at least. */
  readonly walks: readonly Walk[];
  /** What is shown already, those entities among it. */
  readonly hidden: readonly string[];
  /** The values of the order after which the page begins. */
  readonly after: readonly unknown[] | undefined;
  readonly size: number;
}

/** Each kind that is wanted of several is a range of ids of its own. */
function ranges(walk: Walk): readonly (string | undefined)[] {
  return walk.narrowed ? walk.kinds.map(({ prefix }) => prefix) : [undefined];
}

/** The first neighbours of one entity along a walk, in the order in which the index over the ends holds them. */
function walked(
  walk: Walk,
  prefix: string | undefined,
  request: ExpansionRequest,
  hidden: Shared,
  capabilities: Capabilities,
): Fragment {
  const [near, far] = [cypher`r.${name(walk.side)}`, cypher`r.${name(farSide(walk))}`];
  const [start = ""] = (request.after ?? []) as readonly string[];
  const lower = prefix === undefined || start > prefix ? start : `${prefix}:`;
  return cypher`
    ${atParent(walk, capabilities)} AND ${far} > ${lower} ${prefix === undefined ? nothing : cypher`AND ${far} < ${`${prefix};`}`}
    AND NOT ${far} IN ${hidden}
    RETURN DISTINCT ${near} AS near, ${far} AS far ORDER BY near, far LIMIT ${request.size + 1}`;
}

/**
 * The next neighbours in the order of ids: the id. An index over the ends is walked from there for each type and kind, so that
 * those of a hub are found as fast as any; without one, all are looked at, and what is shown comes too, for the caller to leave out.
 */
export function neighborsById(request: ExpansionRequest, capabilities: Capabilities): Statement {
  const { from, walks, hidden, after, size } = request;
  if (!capabilities.orderedIndexes)
    return statement(cypher`
      ${within(request)} AND n.id > ${after?.[0] ?? ""}
      WITH DISTINCT n.id AS far RETURN far ORDER BY far LIMIT ${size + 1 + hidden.length}`);
  // Sent once, however many walks there are.
  const shared = new Shared(hidden);
  const branches = walks.flatMap((walk) =>
    ranges(walk).map((prefix) => walked(walk, prefix, request, shared, capabilities)),
  );
  return statement(cypher`
    UNWIND ${from} AS pid CALL (pid) { ${join(branches, " UNION ALL ")} }
    WITH DISTINCT far RETURN far ORDER BY far LIMIT ${size + 1}`);
}

/** The next neighbours in the order of degrees: the id, the degree; what is shown comes too, for the caller to leave out. */
export function neighborsByDegree(request: ExpansionRequest): Statement {
  const { hidden, after, size, derived } = request;
  const [degree, id] = after ?? [];
  const behind = after ? cypher`WHERE degree < ${degree} OR degree = ${degree} AND far > ${id}` : nothing;
  return statement(cypher`
    ${within(request)} WITH DISTINCT n WITH n.id AS far, ${degreeOf(name("n"), derived)} AS degree ${behind}
    RETURN far, degree ORDER BY degree DESC, far LIMIT ${size + 1 + hidden.length}`);
}

/** How many neighbours there are in all, beside those entities themselves. */
export function neighborTotal(request: Omit<LevelRequest, "limit" | "derived">): Statement {
  return statement(cypher`${within(request)} AND NOT n.id IN ${request.from} RETURN count(DISTINCT n)`);
}
