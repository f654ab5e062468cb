import type { Statement } from "../../engine/engine.js";
import { cypher, join, name, statement, type Fragment } from "../cypher.js";
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
  /** The kinds that are wanted; undefined for all. */
  readonly kinds: readonly Kind[] | undefined;
  readonly limit: number;
}

const ROOT = name(ROOT_LABEL);

/** How many relationships of any type a node has; a self-loop counts once in each direction. */
function degreeOf(node: Fragment): Fragment {
  return cypher`COUNT { (${node})-->() } + COUNT { (${node})<--() }`;
}

const STEPS: Readonly<Record<Direction, (type: Fragment) => Fragment>> = {
  OUT: (type) => cypher`-${type}->`,
  IN: (type) => cypher`<-${type}-`,
  BOTH: (type) => cypher`-${type}-`,
};

/** Entities by id: the id, the degree. */
export function degrees(ids: readonly string[]): Statement {
  return statement(
    cypher`UNWIND ${ids} AS id MATCH (n:${ROOT} {id: id}) RETURN n.id AS id, ${degreeOf(name("n"))} AS degree`,
  );
}

/** What one step reaches, wherever earlier ones have been: the id, the degree; by degree, the highest first, then by id. */
export function level({ from, types, direction, kinds, limit }: LevelRequest): Statement {
  const wanted =
    kinds &&
    join(
      [...kinds].map((kind) => cypher`n:${name(kind.name)}`),
      " OR ",
    );
  return statement(cypher`
    UNWIND ${from} AS id MATCH (:${ROOT} {id: id})${STEPS[direction](ofTypes(types))}(n) WHERE ${wanted ? cypher`(${wanted})` : cypher`n:${ROOT}`}
    WITH DISTINCT n RETURN n.id AS id, ${degreeOf(name("n"))} AS degree ORDER BY degree DESC, id LIMIT ${limit}`);
}
