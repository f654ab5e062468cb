import { Field, ObjectType } from "type-graphql";
import type { GraphQLScalarType } from "graphql";
import { EntityNode, Node, RelationshipNode } from "./interfaces.js";
import { termsOf, type TermedEnum, type Terms } from "./terms.js";

/** A class as the model refers to it: an entity, a relationship or an interface. */
export type ModelClass = abstract new () => object;

/** A class's prototype, which is where decorators attach. */
export function prototypeOf(target: ModelClass): object {
  return target.prototype as object;
}

/** What a property may be: a scalar, an enum of {@link defineEnum}, or a list of either. */
export type PropertyType =
  | StringConstructor
  | BooleanConstructor
  | GraphQLScalarType<string, string>
  | GraphQLScalarType<number, number>
  | TermedEnum
  | readonly [PropertyType];

/** The TypeScript type of a property's value. */
export type ValueOf<T> = T extends readonly [infer Item]
  ? ValueOf<Item>[]
  : T extends StringConstructor
    ? string
    : T extends BooleanConstructor
      ? boolean
      : T extends GraphQLScalarType<infer Value>
        ? Value
        : T extends TermedEnum<infer Value>
          ? Value
          : never;

/** Options of {@link Property}. */
export interface PropertyOptions extends Terms {
  /** In English with the Chinese term; the unit belongs in it. */
  readonly description: string;
  /** Whether the engines keep an index for filters and orders on it. */
  readonly indexed?: boolean;
  /** Whether people look for an entity by it, as they do by its name. */
  readonly code?: boolean;
  /** The unit of a number, for tools that draw it: `CNY`, `MW`, `mu`. */
  readonly unit?: string;
  /** Whether a date is one that is aimed at, and not one when something was so. */
  readonly planned?: boolean;
}

/** One property as it was declared. */
export interface PropertyDefinition extends PropertyOptions {
  readonly name: string;
  readonly type: () => PropertyType;
}

/** One kind of entity as it was declared. */
export interface EntityDefinition extends Terms {
  /** When it was declared, relative to the others: the order of enums and documents. */
  readonly position: number;
  readonly target: ModelClass;
  readonly name: string;
  readonly plural: string;
  readonly description: string;
  readonly interfaces: readonly ModelClass[];
  readonly steppingStone: boolean;
  readonly colour: string;
  readonly properties: readonly PropertyDefinition[];
}

/** One end of a relationship: which kinds or interfaces stand there, and the fields that they gain. */
export interface EndOptions {
  readonly of: ModelClass | readonly ModelClass[];
  /** One field that reaches whatever stands at the far end. */
  readonly field?: string;
  /** One field for each named kind at the far end. */
  readonly fields?: Readonly<Record<string, ModelClass>>;
  /** The kinds that gain the fields, where not all do. */
  readonly on?: readonly ModelClass[];
  /**
   * A relationship from parts to wholes: fields count what joins a part at this end as joining each of its wholes too, at any
   * depth. What is stored stays as it is.
   */
  readonly rollsUp?: ModelClass;
}

/**
 * How relationships of a type follow from stated ones: whoever joins a group belongs to it; whoever joins a section belongs to
 * what every group with that section is, or is a part of; and what belongs to a part belongs to the whole, at any depth.
 */
export interface Membership {
  /** From a member to a group or a section. */
  readonly joins: readonly ModelClass[];
  /** From a group to its sections. */
  readonly sections: ModelClass;
  /** From a part to its whole, both groups. */
  readonly parts: ModelClass;
}

/** Options of {@link Relationship}. */
export interface RelationshipOptions extends Terms {
  /** In English with the Chinese term. */
  readonly description: string;
  /** How it reads from its far end, in both languages. */
  readonly inverseZh: string;
  readonly inverseEn: string;
  readonly from: EndOptions;
  readonly to: EndOptions;
  /** The properties that tell relationships between the same two ends apart: two forms of support are two relationships. */
  readonly distinguishedBy?: readonly string[];
  /** Set on the one relationship that says where things lie: the filter `within` walks it to any depth. */
  readonly placement?: boolean;
  /** Set where relationships of the type are not stated but follow from others: they are made whenever those change. */
  readonly derived?: Membership;
}

/** One type of relationship as it was declared. */
export interface RelationshipDefinition extends RelationshipOptions {
  readonly position: number;
  readonly target: ModelClass;
  readonly name: string;
  /** As it is called in Neo4j: `LOCATED_IN`. */
  readonly type: string;
  readonly properties: readonly PropertyDefinition[];
}

const properties = new WeakMap<object, PropertyDefinition[]>();
const entities = new WeakMap<object, EntityDefinition>();
const relationships = new WeakMap<object, RelationshipDefinition>();
let declared = 0;

/**
 * Declares a stored property. The compiler rejects a property whose TypeScript type disagrees with `type`.
 * @throws Error at import when a class declares the same name twice.
 */
export function Property<T extends PropertyType>(type: () => T, options: PropertyOptions) {
  return <Name extends string>(prototype: { [K in Name]?: ValueOf<T> | undefined }, name: Name): void => {
    const owner = prototype.constructor as ModelClass;
    const known = properties.get(owner) ?? [];
    if (known.some((property) => property.name === name))
      throw new Error(`${owner.name}.${name}: expected each property once but got it twice; rename or remove one.`);
    properties.set(owner, [...known, { name, type, ...options }]);
    Field(type as () => object, { nullable: true, description: options.description })(prototype, name);
  };
}

/** Declares a kind of entity. Its class holds only its properties. */
export function Entity(
  options: Terms & {
    /** In English with the Chinese term. */
    readonly description: string;
    /** The root connection's name where adding an s to the kind's is wrong: `companies`. */
    readonly plural?: string;
    readonly implements?: readonly ModelClass[];
    /** In which pictures show it: `#1f6650`. */
    readonly colour: string;
    /** False for what joins almost everything, so that a path through it says nothing; excluded from path search by default. */
    readonly steppingStone?: boolean;
  },
) {
  return (target: ModelClass): void => {
    const { zh, en, description, implements: interfaces = [], steppingStone = true, colour } = options;
    const plural = options.plural ?? `${target.name[0]?.toLowerCase() ?? ""}${target.name.slice(1)}s`;
    const all = [...interfaces, EntityNode, Node];
    entities.set(target, {
      position: (declared += 1),
      target,
      zh,
      en,
      description,
      plural,
      name: target.name,
      interfaces: all,
      steppingStone,
      colour,
      properties: properties.get(target) ?? [],
    });
    ObjectType({ description, implements: all, simpleResolvers: true })(target);
  };
}

/** Declares a type of relationship: its name in Neo4j follows from the class name (`LocatedIn`, `LOCATED_IN`). */
export function Relationship(options: RelationshipOptions) {
  return (target: ModelClass): void => {
    const type = target.name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toUpperCase();
    relationships.set(target, {
      ...options,
      position: (declared += 1),
      target,
      type,
      name: target.name,
      properties: properties.get(target) ?? [],
    });
    ObjectType({ description: options.description, implements: [RelationshipNode, Node], simpleResolvers: true })(
      target,
    );
  };
}

/** The definition that {@link Entity} recorded. */
export function entityOf(target: ModelClass): EntityDefinition | undefined {
  return entities.get(target);
}

/** The definition that {@link Relationship} recorded. */
export function relationshipOf(target: ModelClass): RelationshipDefinition | undefined {
  return relationships.get(target);
}

/** The enum behind a property's type, lists unwrapped. */
export function enumOf(type: PropertyType): ReturnType<typeof termsOf> {
  return termsOf(Array.isArray(type) ? type[0] : type);
}
