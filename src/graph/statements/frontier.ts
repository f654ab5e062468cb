import type { Statement } from "../../engine/engine.js";
import { cypher, join, name, nothing, statement, type Fragment } from "../cypher.js";
import { ROOT_LABEL, type Kind, type RelationshipType } from "../model.js";
import type { Columns } from "./columns.js";
import { ofTypes } from "./joining.js";
import { degreeOf } from "./level.js";
import { RELATIONSHIP } from "./keyset.js";

/** What a search from several entities follows, and where it may pass. */
export interface Ground {
  /** Without any, nothing is followed. */
  readonly types: readonly RelationshipType[];
  /** Whether sources state other types too, which are left out, or what follows from others is followed too. */
  readonly narrowed: boolean;
  /** The types that follow from others. */
  readonly derived: readonly RelationshipType[];
  /** The kinds that it may pass. */
  readonly kinds: readonly Kind[];
  /** Entities that it reaches whatever their kind: those searched for. */
  readonly goals: readonly string[];
}

const ROOT = name(ROOT_LABEL);
/** A constant as a parameter, so that no planner folds it. */
const NEVER = cypher`${false}`;

/**
 * Relationships at a node, each way: a self-loop is two on every engine, where a pattern without direction would differ.
 * Types are named only where some are left out: a stored figure for each type takes three times as long as the one for all.
 */
function degree(node: Fragment, { types, narrowed, derived }: Ground): Fragment {
  if (!narrowed || types.length === 0) return degreeOf(node, derived);
  const of = ofTypes(types, nothing);
  return cypher`COUNT { (${node})-${of}->() } + COUNT { (${node})<-${of}-() }`;
}

/** Those of the goals that there are: the id, how many relationships it has. */
export function goalDegrees(ground: Ground): Statement {
  return statement(
    cypher`UNWIND ${ground.goals} AS id MATCH (n:${ROOT} {id: id}) RETURN id, ${degree(name("n"), ground)}`,
  );
}

/**
 * What is joined to each of several entities: its id, the far id and that one's degree, once a relationship. What leads no
 * further is left out. There are no more rows than the degrees of the entities, which is how a caller bounds them.
 */
export function frontier(ids: readonly string[], ground: Ground): Statement {
  const { types, kinds, goals } = ground;
  const open =
    kinds.length === 0
      ? NEVER
      : join(
          kinds.map((kind) => cypher`far:${name(kind.name)}`),
          " OR ",
        );
  return statement(cypher`
    UNWIND ${ids} AS id MATCH (n:${ROOT} {id: id})-${ofTypes(types)}-(far) WHERE ${open} OR far.id IN ${goals}
    WITH id, far.id AS farId, ${degree(name("far"), ground)} AS degree WHERE degree > 1 OR farId IN ${goals}
    RETURN id, farId, degree`);
}

/** Every relationship of the types between the two entities of each pair, either way: from, to, the columns. */
export function betweenPairs(
  pairs: readonly (readonly [string, string])[],
  types: readonly RelationshipType[],
  columns: Columns,
): Statement {
  return statement(cypher`
    UNWIND ${pairs} AS pair MATCH (a:${ROOT} {id: pair[0]}) MATCH (b:${ROOT} {id: pair[1]})
    MATCH (a)-${ofTypes(types)}-(b) RETURN r.from, r.to, ${columns.of(RELATIONSHIP)}`);
}
