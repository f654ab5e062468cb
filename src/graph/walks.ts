import type { GraphModel, Kind, RelationshipType, Side, Walk } from "./model.js";

/** Which relationships are followed; what is missing narrows nothing. */
export interface Following {
  readonly types?: readonly string[] | null | undefined;
  readonly direction?: Direction | null | undefined;
  /** The values of the kinds that are wanted at the far end. */
  readonly kinds?: readonly string[] | null | undefined;
}

/** How a relationship is read from an entity. */
export type Direction = "IN" | "OUT" | "BOTH";

const SIDES: Readonly<Record<Direction, readonly Side[]>> = { IN: ["to"], OUT: ["from"], BOTH: ["to", "from"] };

/** The ends at which a relationship that is read in a direction is followed from. */
export function sidesOf(direction: Direction | null | undefined): readonly Side[] {
  return SIDES[direction ?? "BOTH"];
}

/** The chosen types, in the model's order; what follows from others says nothing new, so only where it is chosen by name. */
export function typesOf(model: GraphModel, types: Following["types"]): RelationshipType[] {
  return [...model.relationships.values()].filter(({ type, derived }) => types?.includes(type) ?? !derived);
}

/** The chosen kinds, in the model's order. */
export function kindsOf(model: GraphModel, kinds: Following["kinds"]): Kind[] {
  return [...model.kinds.values()].filter(({ value }) => kinds?.includes(value) ?? true);
}

/** The walks from a kind that are left: by type in the model's order, into the kind before out of it. */
export function walksFrom(model: GraphModel, { name }: Kind, { types, direction, kinds: wanted }: Following): Walk[] {
  return typesOf(model, types)
    .flatMap((relationship) => sidesOf(direction).map((side) => ({ relationship, side })))
    .filter(({ relationship, side }) => relationship[side].has(name))
    .map(({ relationship, side }) => {
      const far = [...relationship[side === "from" ? "to" : "from"]].map((kind) => model.kinds.get(kind) as Kind);
      const kinds = far.filter(({ value }) => wanted?.includes(value) ?? true);
      return { relationship, side, kinds, narrowed: kinds.length < far.length };
    })
    .filter(({ kinds }) => kinds.length > 0);
}
