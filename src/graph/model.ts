import type { GraphQLField } from "graphql";
import type { IndexPlan } from "../engine/engine.js";

/** What a stored value is; `Enum` is stored as its name. */
export type ScalarType = "String" | "Float" | "Int" | "Boolean" | "PartialDate" | "Enum";

/** What a thing is called in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** One stored property. */
export interface Property {
  readonly name: string;
  readonly type: ScalarType;
  readonly list: boolean;
  readonly required: boolean;
  readonly indexed: boolean;
  /** Whether entities are searched for by it, as by their names. */
  readonly code: boolean;
  readonly unit: string | undefined;
  /** Whether it is a date that is aimed at. */
  readonly planned: boolean;
  readonly words: Words | undefined;
  /** The enum's name and its values with their words; for an enum only. */
  readonly terms: { readonly name: string; readonly values: Readonly<Record<string, Words>> } | undefined;
}

/** Which end of a relationship an entity stands at. */
export type Side = "from" | "to";

/** A relationship as it is followed from one of its ends. */
export interface Walk {
  readonly relationship: RelationshipType;
  /** The end that it is followed from. */
  readonly side: Side;
  /** The kinds that are wanted at the far end. */
  readonly kinds: readonly Kind[];
  /** Whether the relationship joins other kinds at that end too, which are left out. */
  readonly narrowed: boolean;
}

/** How what joins a part counts as joining its wholes too. */
export interface RollUp {
  /** From parts to wholes, followed to any depth. */
  readonly over: RelationshipType;
  /** The end at which wholes stand for their parts. */
  readonly side: Side;
}

/** A field that follows a relationship. */
export interface End extends Walk {
  readonly owner: string;
  readonly field: string;
  /** The GraphQL type at the far end, a kind or an interface. */
  readonly far: string;
  readonly rollUp: RollUp | undefined;
  readonly definition: GraphQLField<unknown, unknown>;
}

/** One kind of entity. */
export interface Kind extends Words {
  /** As its GraphQL type and label: `TaskForce`. */
  readonly name: string;
  /** As its enum value: `TASK_FORCE`. */
  readonly value: string;
  /** As its ids begin and its files are called: `task-force`. */
  readonly prefix: string;
  /** Its own label first, then those of its interfaces. */
  readonly labels: readonly string[];
  readonly plural: string;
  /** Whether a path through it says something. */
  readonly steppingStone: boolean;
  /** In which pictures show it: `#1f6650`. */
  readonly colour: string;
  readonly properties: ReadonlyMap<string, Property>;
  readonly ends: ReadonlyMap<string, End>;
}

/** How relationships of a type follow from others, by the types of those; see the decorator's rule. */
export interface Membership {
  readonly joins: readonly string[];
  readonly sections: string;
  readonly parts: string;
}

/** One type of relationship. */
export interface RelationshipType extends Words {
  /** As its GraphQL type: `LocatedIn`. */
  readonly name: string;
  /** As in Neo4j: `LOCATED_IN`. */
  readonly type: string;
  /** As its ids begin and its files are called: `located-in`. */
  readonly prefix: string;
  readonly inverseZh: string;
  readonly inverseEn: string;
  readonly placement: boolean;
  /** The properties that tell relationships between the same two ends apart. */
  readonly distinguishedBy: readonly string[];
  /** Where its relationships are not stated but follow from others. */
  readonly derived: Membership | undefined;
  /** The names of the kinds that may stand at each end. */
  readonly from: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, Property>;
}

/** The model at run time: read from the built schema, frozen, and the only thing that statements take names from. */
export interface GraphModel {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly relationships: ReadonlyMap<string, RelationshipType>;
  /** Both by the first part of an id. */
  readonly byPrefix: ReadonlyMap<string, Kind | RelationshipType>;
  /** The relationship that says where things lie. */
  readonly placement: RelationshipType;
  /** What citations name. */
  readonly source: Kind;
  /** The kinds of an interface; those of a kind are itself. */
  readonly kindsOf: ReadonlyMap<string, readonly Kind[]>;
  readonly indexPlan: IndexPlan;
}

/** The id of a relationship whose type joins two ends once. */
export function derivedId({ prefix }: RelationshipType, from: string, to: string): string {
  return `${prefix}:${from}~${to}`;
}

/** The types of relationship that sources state, in the model's order. */
export function statedTypes({ relationships }: GraphModel): RelationshipType[] {
  return [...relationships.values()].filter(({ derived }) => !derived);
}

/** Those that follow from others. */
export function derivedTypes({ relationships }: GraphModel): RelationshipType[] {
  return [...relationships.values()].filter(({ derived }) => derived);
}

/** The label that every node bears. */
export const ROOT_LABEL = "Entity";

/** Whether what an id's first part named is a kind of entity. */
export function isKind(item: Kind | RelationshipType | undefined): item is Kind {
  return item !== undefined && "labels" in item;
}

/** The kind or the relationship type that an id belongs to; undefined where the model has neither. */
export function ownerOf(model: GraphModel, id: string): Kind | RelationshipType | undefined {
  return model.byPrefix.get(id.slice(0, id.indexOf(":")));
}
