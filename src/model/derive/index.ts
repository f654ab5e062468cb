import { Arg, Extensions, ID, Query, Resolver, registerEnumType } from "type-graphql";
import { enumOf, prototypeOf, type EntityDefinition, type ModelClass, type PropertyDefinition } from "../decorators.js";
import type { Terms } from "../terms.js";
import { EntityKind, PageArgs, RelationshipType } from "./common.js";
import { connectionType } from "./connections.js";
import { Declared, type Endpoint } from "./declared.js";
import { addSharedFields } from "./entities.js";
import { addGraphField, attach } from "./fields.js";
import { Filters } from "./filters.js";
import { inputType, sortDirection, type DerivedType } from "./inputs.js";
import { constantCase, endpointName, nodeName, rootNames, singleOf, type Named } from "./names.js";

/** What Type-GraphQL needs to build a model: resolver classes of the root fields, and every object type. */
export interface DerivedModel {
  readonly resolvers: readonly (new () => object)[];
  readonly types: readonly ModelClass[];
  /** The root fields that kinds give. */
  readonly rootNames: readonly Named[];
}

/** The connections that fields of kinds lead to, each made once. */
class EndpointConnections {
  private readonly made = new Map<string, ModelClass>();

  of(endpoint: Endpoint): ModelClass {
    const name = endpointName(endpoint);
    const { far, relationship } = endpoint;
    const connection =
      this.made.get(name) ??
      connectionType({
        name,
        of: `${nodeName(far)} at an end of ${relationship.type}`,
        node: () => far,
        relationship: () => relationship.target,
      });
    this.made.set(name, connection);
    return connection;
  }
}

function addEndpoint(endpoint: Endpoint, filters: Filters, connections: EndpointConnections): void {
  const { owner, field, side, relationship, rollUp } = endpoint;
  const connection = connections.of(endpoint);
  const { zh, en, inverseZh, inverseEn, name } = relationship;
  const read = side === "from" ? `${en} (${zh})` : `${inverseEn} (${inverseZh})`;
  addGraphField(owner.target, {
    name: field,
    type: () => connection,
    nullable: true,
    description: `What this ${owner.en} ${read}; see ${name}.${rolledUp(endpoint)}`,
    pageArgs: PageArgs,
    args: listArguments(filters.end(endpoint), filters.endOrder(endpoint)),
    extension: { end: { relationship: relationship.type, side, rollUp } },
    resolve: ({ root, args, context, info }) => context.graph.connection(root, args, info),
  });
}

/** What a field says of the wholes that stand for their parts. */
function rolledUp({ side, rollUp }: Endpoint): string {
  if (!rollUp) return "";
  const rule =
    rollUp.side === side
      ? "What joins its parts at any depth counts too"
      : "What such a partner is a part of, at any depth, is listed too";
  return ` ${rule} (${rollUp.over}, 含下属机构), once for each relationship, which itself ends at the part.`;
}

/** The root fields of a kind: one by id, and all in pages. */
function rootFields(entity: EntityDefinition, filters: Filters): new () => object {
  const target = class {};
  Resolver()(target);
  const { name, plural, zh, en } = entity;
  const single = singleOf(entity);
  const one = { name: single, nullable: true, description: `One ${en} by id (${zh}); null where there is none.` };
  Query(() => entity.target, one)(prototypeOf(target), single, {});
  Arg("id", () => ID, { description: "Its id (标识)." })(prototypeOf(target), single, 0);
  attach(prototypeOf(target), {
    ...one,
    resolve: ({ args, context, info }) => context.graph.byId(name, args, info),
  });

  const connection = connectionType({ name, of: en, node: () => entity.target });
  const { filter, order } = filters.node(entity.target);
  const orderInput = inputType(`${name}Order`, "Nulls sort last in ascending order (排序).", [
    { name: "field", type: () => order as DerivedType, description: "By this property (字段).", required: true },
    sortDirection,
  ]);
  const all = { name: plural, nullable: true, description: `Every ${en}, in pages (${zh}).` };
  Query(() => connection, all)(prototypeOf(target), plural, {});
  attach(prototypeOf(target), {
    ...all,
    pageArgs: PageArgs,
    args: listArguments(filter, orderInput),
    resolve: ({ args, context, info }) => context.graph.list(name, args, info),
  });
  return target;
}

function listArguments(filter: ModelClass, order: ModelClass) {
  return [
    { name: "filter", type: () => filter, description: "Only what fits (筛选)." },
    { name: "orderBy", type: () => [order], description: "Sort order; by id by default (排序)." },
  ];
}

/** Leaves in the schema what the run-time model reads: the class's own words, and each property's. */
function describe(target: ModelClass, properties: readonly PropertyDefinition[], extension: object): void {
  Extensions({ liantu: extension })(target);
  for (const { name, type, indexed = false, code = false, unit, planned, zh, en } of properties)
    Extensions({ liantu: { property: { indexed, code, unit, planned, zh, en, terms: enumOf(type()) } } })(
      prototypeOf(target),
      name,
    );
}

function fillEnum(
  target: DerivedType,
  name: string,
  description: string,
  values: readonly (readonly [string, Terms])[],
): void {
  for (const [value] of values) Object.assign(target, { [value]: value });
  const valuesConfig = Object.fromEntries(
    values.map(([value, { zh, en }]) => [value, { description: `${en} (${zh})` }]),
  );
  registerEnumType<object>(target, { name, description, valuesConfig });
}

/** Leaves the declared words and ends in the schema, where the run-time model reads them. */
function describeAll(declared: Declared): void {
  for (const { target, zh, en, plural, steppingStone, colour, properties } of declared.entities)
    describe(target, properties, { zh, en, plural, steppingStone, colour });
  for (const definition of declared.relationships) {
    const { target, type, zh, en, inverseZh, inverseEn, placement = false, properties, from, to } = definition;
    const { distinguishedBy = [] } = definition;
    const unknown = distinguishedBy.find((wanted) => !properties.some(({ name }) => name === wanted));
    if (unknown !== undefined)
      throw new Error(`${type}.distinguishedBy: expected its own properties but got ${unknown}; declare or remove it.`);
    const derived = definition.derived && declared.membership(definition.derived);
    const kinds = {
      from: declared.kindsAt(from).map(({ name }) => name),
      to: declared.kindsAt(to).map(({ name }) => name),
    };
    describe(target, properties, { type, zh, en, inverseZh, inverseEn, placement, distinguishedBy, derived, ...kinds });
  }
}

/**
 * Derives from decorated classes everything that a schema needs beside them: the enums of kinds and types, filters, orders,
 * connections, and the root fields. Type-GraphQL's registry is global, so a process derives one model.
 * @param classes entity and relationship classes; anything else is ignored.
 * @param source the kind that citations refer to.
 */
export function deriveModel(classes: readonly ModelClass[], source: ModelClass): DerivedModel {
  const declared = new Declared(classes);
  const { entities, relationships, endpoints } = declared;
  fillEnum(
    EntityKind,
    "EntityKind",
    "The kinds of entity (实体类型).",
    entities.map((entity) => [constantCase(entity.name), entity]),
  );
  fillEnum(
    RelationshipType,
    "RelationshipType",
    "The types of relationship, as they are called in Neo4j (关系类型).",
    relationships.map((item) => [item.type, item]),
  );
  addSharedFields(source);
  describeAll(declared);
  const filters = new Filters(declared);
  const connections = new EndpointConnections();
  for (const endpoint of endpoints) addEndpoint(endpoint, filters, connections);
  const resolvers = entities.map((entity) => rootFields(entity, filters));
  const types = [...entities, ...relationships].map(({ target }) => target);
  return { resolvers, types, rootNames: rootNames(declared) };
}
