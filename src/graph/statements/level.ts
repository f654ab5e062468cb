import type { Statement } from "../../engine/engine.js";
import { cypher, join, name, nothing, statement, type Fragment } from "../cypher.js";
import { ROOT_LABEL, type Kind, type RelationshipType } from "../model.js";
import type { Direction } from "../walks.js";
import { ofTypes } from "./joining.js";

/** One step of a search in breadth. */
export interface LevelRequest {
  /** Where the step begins. */
  readonly from: readonly string[];
  /** At least one. */
  readonly types: readonly RelationshipType[];
  readonly direction: Direction;
  /** The kinds that are wanted, one at least; undefined for all. */
  readonly kinds: readonly Kind[] | undefined;
  /** The types that degrees leave out. */
  readonly derived: readonly RelationshipType[];
  readonly limit: number;
}

const ROOT = name(ROOT_LABEL);

/** How many relationships a node has, of any type but derived ones; a self-loop counts once in each direction. */
export function degreeOf(node: Fragment, derived: readonly RelationshipType[]): Fragment {
  const all = cypher`COUNT { (${node})-->() } + COUNT { (${node})<--() }`;
  if (derived.length === 0) return all;
  const types = ofTypes(derived, nothing);
  return cypher`${all} - COUNT { (${node})-${types}->() } - COUNT { (${node})<-${types}-() }`;
}

const STEPS: Readonly<Record<Direction, (type: Fragment) => Fragment>> = {
  OUT: (type) => cypher`-${type}->`,
  IN: (type) => cypher`<-${type}-`,
  BOTH: (type) => cypher`-${type}-`,
};

/** What a row says of an entity behind its id and its degree, if so asked. */
function namesOf(called: boolean): Fragment {
  return called ? cypher`, n.name, n.nameEn` : nothing;
}

/** Entities by id: the id, the degree; if so asked, the names in Chinese and in English. */
export function degrees(ids: readonly string[], derived: readonly RelationshipType[], called = false): Statement {
  return statement(cypher`
    UNWIND ${ids} AS id MATCH (n:${ROOT} {id: id})
    RETURN n.id AS id, ${degreeOf(name("n"), derived)} AS degree${namesOf(called)}`);
}

/** What is within one relationship of some entities, as `n`; more than once where several lead there. */
export function within({ from, types, direction, kinds }: Omit<LevelRequest, "limit" | "derived">): Fragment {
  const labels = kinds?.map((kind) => cypher`n:${name(kind.name)}`) ?? [cypher`n:${ROOT}`];
  const step = STEPS[direction](ofTypes(types));
  return cypher`UNWIND ${from} AS start MATCH (:${ROOT} {id: start})${step}(n) WHERE (${join(labels, " OR ")})`;
}

/**
 * What one step reaches, wherever earlier ones have been: the id, the degree; if so asked, the names; by degree, the highest
 * first, then by id.
 */
export function level({ limit, ...step }: LevelRequest, called = false): Statement {
  return statement(cypher`
    ${within(step)} WITH DISTINCT n
    WITH n, n.id AS id, ${degreeOf(name("n"), step.derived)} AS degree ORDER BY degree DESC, id LIMIT ${limit}
    RETURN id, degree${namesOf(called)}`);
}

/** The entities with the most relationships, of some kinds or of any: the id, the degree; the highest first, then by id. */
export function highestDegrees(
  kinds: readonly Kind[] | undefined,
  derived: readonly RelationshipType[],
  limit: number,
): Statement {
  const labels = kinds?.map((kind) => cypher`n:${name(kind.name)}`);
  return statement(cypher`
    MATCH (n:${ROOT}) ${labels ? cypher`WHERE ${join(labels, " OR ")}` : nothing}
    WITH n.id AS id, ${degreeOf(name("n"), derived)} AS degree
    RETURN id, degree ORDER BY degree DESC, id LIMIT ${limit}`);
}
