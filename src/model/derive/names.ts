import {
  enumOf,
  type EntityDefinition,
  type ModelClass,
  type PropertyDefinition,
  type RelationshipDefinition,
} from "../decorators.js";
import { OPERATORS } from "../../graph/operators.js";
import { EntityNode } from "../interfaces.js";
import type { Declared, Endpoint } from "./declared.js";

/** A name, and what gives it, in words for an error. */
export type Named = readonly [name: string, origin: string];

/** What a class's objects hold beside its properties: fields that all have, and what is stored for the service itself. */
const COMMON = ["id", "properties", "citations", "facts", "storedFacts", "dataset"];
const ENTITY = ["kind", "name", "nameEn", "aliases", "neighborSummary", "relationships", "searchText", "searchTokens"];
const RELATIONSHIP = ["type", "from", "to", "fromId", "toId"];
const CONDITIONS = ["and", "or", "not", "within"];
/** Types that every schema has. */
const TYPES = [
  ...["Query", "Mutation", "Subscription", "String", "Int", "Float", "Boolean", "ID", "JSON", "PartialDate"],
  ...["PageInfo", "Fact", "Citation", "NeighborCount", "EntityKind", "RelationshipType"],
  ...["Direction", "SortDirection", "Qualifier", "Node", "RelationshipConnection", "RelationshipEdge"],
  ...["Entity", "Party", "Place"].flatMap((name) => [name, `${name}Filter`, `${name}OrderField`]),
  "Relationship",
  ...Object.keys(OPERATORS)
    .filter((name) => name !== "Enum")
    .map((name) => `${name}Filter`),
];

/**
 * Refuses a name that two things give.
 * @throws Error that names the place and both, and says what to do.
 */
export function refuseDouble(where: string, names: readonly Named[]): void {
  const known = new Map<string, string>();
  for (const [name, origin] of names) {
    const other = known.get(name);
    if (other !== undefined)
      throw new Error(
        `${where}${name}: expected each name once but got it from ${other} and ${origin}; rename one of them.`,
      );
    known.set(name, origin);
  }
}

/** The root field that gives one of a kind by its id. */
export function singleOf({ name }: EntityDefinition): string {
  return `${name[0]?.toLowerCase() ?? ""}${name.slice(1)}`;
}

/** What a kind or an interface is called in the schema. */
export function nodeName(target: ModelClass): string {
  return target === EntityNode ? "Entity" : target.name;
}

/**
 * The names of an endpoint's types begin so: `LocatedInProject`. Fields that follow one relationship to one kind share them,
 * whichever kind has the field.
 */
export function endpointName({ relationship, far }: Endpoint): string {
  return `${relationship.name}${nodeName(far)}`;
}

/** `investmentCny` as an enum value: `INVESTMENT_CNY`. */
export function constantCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toUpperCase();
}

/** The root fields that kinds give. */
export function rootNames({ entities }: Declared): Named[] {
  return entities.flatMap((entity): Named[] => [
    [singleOf(entity), `the kind ${entity.name}`],
    [entity.plural, `the plural of ${entity.name}`],
  ]);
}

const suffixed = (name: string, origin: string, suffixes: readonly string[]): Named[] =>
  suffixes.map((suffix) => [`${name}${suffix}`, origin]);

const every = (names: readonly string[], of: string): Named[] => names.map((name) => [name, of]);

function typeNames({ entities, relationships, endpoints }: Declared): Named[] {
  const connection = ["Connection", "Edge", "Filter", "Order"];
  const enums = [...entities, ...relationships]
    .flatMap(({ properties }) => properties)
    .flatMap(({ type }) => enumOf(type()) ?? []);
  return [
    ...every(TYPES, "every model"),
    ...[...new Set(enums.map(({ name }) => name))].flatMap((name) =>
      suffixed(name, `the enum ${name}`, ["", "Filter"]),
    ),
    ...entities.flatMap(({ name }) => suffixed(name, `the kind ${name}`, ["", ...connection, "OrderField"])),
    ...relationships.flatMap(({ name, type, properties }) =>
      suffixed(name, `the relationship ${type}`, properties.length > 0 ? ["", "Filter", "OrderField"] : [""]),
    ),
    ...shared(endpoints).flatMap((endpoint) =>
      suffixed(endpointName(endpoint), `the field ${endpoint.owner.name}.${endpoint.field}`, connection),
    ),
  ];
}

/** One of those that share their types. */
function shared(endpoints: readonly Endpoint[]): readonly Endpoint[] {
  return endpoints.filter(
    ({ relationship, far }, index) =>
      endpoints.findIndex((other) => other.relationship === relationship && other.far === far) === index,
  );
}

const propertyNames = (properties: readonly PropertyDefinition[]): Named[] =>
  properties.map(({ name }) => [name, `the property ${name}`]);

function fieldNames(declared: Declared, entity: EntityDefinition): Named[] {
  return [
    ...every([...COMMON, ...ENTITY], "every entity"),
    ...every(CONDITIONS, "every filter"),
    ...propertyNames(entity.properties),
    ...declared.endpoints
      .filter(({ owner }) => owner === entity)
      .map(({ field, relationship, side }): Named => [field, `the relationship ${relationship.type} (${side})`]),
  ];
}

function relationshipFieldNames({ properties }: RelationshipDefinition): Named[] {
  return [
    ...every([...COMMON, ...RELATIONSHIP], "every relationship"),
    ...every(CONDITIONS, "every filter"),
    ...propertyNames(properties),
  ];
}

/** The values of the enum that lists are ordered by. */
function orderNames(names: readonly Named[]): Named[] {
  return names.map(([name, origin]) => [constantCase(name), origin]);
}

/**
 * Checks every name that follows from what was declared.
 * @throws Error where one of them comes from two things.
 */
export function refuseDoubleNames(declared: Declared): void {
  const { entities, relationships } = declared;
  refuseDouble(
    "EntityKind.",
    entities.map(({ name }) => [constantCase(name), `the kind ${name}`]),
  );
  refuseDouble(
    "RelationshipType.",
    relationships.map(({ name, type }) => [type, `the relationship ${name}`]),
  );
  refuseDouble("Query.", rootNames(declared));
  for (const entity of entities) {
    refuseDouble(`${entity.name}.`, fieldNames(declared, entity));
    const orders: Named[] = [...every(["id", "name", "nameEn"], "every entity"), ...propertyNames(entity.properties)];
    refuseDouble(`${entity.name}OrderField.`, orderNames(orders));
  }
  for (const relationship of relationships) {
    refuseDouble(`${relationship.name}.`, relationshipFieldNames(relationship));
    refuseDouble(`${relationship.name}OrderField.`, orderNames(propertyNames(relationship.properties)));
  }
  refuseDouble("type ", typeNames(declared));
}
