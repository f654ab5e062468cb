import { Arg, Extensions, ID, Query, Resolver, registerEnumType } from "type-graphql";
import {
  enumOf,
  entityOf,
  relationshipOf,
  type EndOptions,
  type EntityDefinition,
  type ModelClass,
  type PropertyDefinition,
  type RelationshipDefinition,
} from "../decorators.js";
import { EntityNode, Party, Place } from "../interfaces.js";
import { PageArgs } from "./common.js";
import { connectionType } from "./connections.js";
import { addSharedFields } from "./entities.js";
import { addGraphField, attach } from "./fields.js";
import {
  constantCase,
  entityConditions,
  filterType,
  inputType,
  orderable,
  orderFields,
  propertyConditions,
  sortDirection,
  withinCondition,
  type DerivedType,
  type InputField,
} from "./inputs.js";

/** What Type-GraphQL needs to build a model: resolver classes of the root fields, and every object type. */
export interface DerivedModel {
  readonly resolvers: readonly (new () => object)[];
  readonly types: readonly ModelClass[];
}

interface Endpoint {
  readonly owner: EntityDefinition;
  readonly field: string;
  readonly side: "from" | "to";
  readonly far: ModelClass;
  readonly relationship: RelationshipDefinition;
}

/** The node types that may stand at the far end of a field: a kind or an interface. */
interface NodeTypes {
  readonly filter: ModelClass;
  readonly order: DerivedType;
}

const interfaceNames = new Map<ModelClass, string>([
  [EntityNode, "Entity"],
  [Party, "Party"],
  [Place, "Place"],
]);
const listOf = (of: EndOptions["of"]): readonly ModelClass[] =>
  (Array.isArray(of) ? of : [of]) as readonly ModelClass[];
const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;

class Derivation {
  readonly entities: EntityDefinition[];
  readonly relationships: RelationshipDefinition[];
  private readonly nodeTypes = new Map<ModelClass, NodeTypes>();
  private readonly relationshipInputs = new Map<
    ModelClass,
    { filter: ModelClass; order: DerivedType | undefined } | undefined
  >();
  private readonly filters = new Map<string, ModelClass>();
  private readonly endpoints: Endpoint[];

  constructor(classes: readonly ModelClass[]) {
    this.entities = classes.flatMap((target) => entityOf(target) ?? []).sort((a, b) => a.position - b.position);
    this.relationships = classes
      .flatMap((target) => relationshipOf(target) ?? [])
      .sort((a, b) => a.position - b.position);
    this.endpoints = this.relationships.flatMap((relationship) => [
      ...this.endpointsOf(relationship, "from"),
      ...this.endpointsOf(relationship, "to"),
    ]);
  }

  /** The kinds that stand at an end, interfaces resolved. */
  kindsAt(end: EndOptions): EntityDefinition[] {
    return this.entities.filter((entity) =>
      listOf(end.of).some((of) => of === entity.target || entity.interfaces.includes(of)),
    );
  }

  private endpointsOf(relationship: RelationshipDefinition, side: "from" | "to"): Endpoint[] {
    const near = relationship[side];
    const farOf = listOf(relationship[side === "from" ? "to" : "from"].of);
    const [only = EntityNode, ...others] = farOf;
    const fields: [string, ModelClass][] = Object.entries(near.fields ?? {});
    if (near.field) fields.push([near.field, others.length === 0 ? only : EntityNode]);
    return this.kindsAt(near).flatMap((owner) =>
      fields.map(([field, far]) => ({ owner, field, side, far, relationship })),
    );
  }

  private isPlaced(entity: EntityDefinition): boolean {
    return this.relationships.some(
      (relationship) => relationship.placement && this.kindsAt(relationship.from).includes(entity),
    );
  }

  /** Filter and order of a kind or interface, made once. */
  nodeType(target: ModelClass): NodeTypes {
    const known = this.nodeTypes.get(target);
    if (known) return known;
    const entity = entityOf(target);
    const name = entity?.name ?? interfaceNames.get(target) ?? target.name;
    const conditions = (): InputField[] => [
      ...entityConditions,
      ...(entity
        ? propertyConditions(entity.properties)
        : [{ name: "kind", type: () => this.kindFilter, description: "A condition on the kind (类型)." }]),
      ...(!entity || this.isPlaced(entity) ? [withinCondition] : []),
      ...this.endpoints
        .filter((endpoint) => endpoint.owner.target === target)
        .map((endpoint) => ({
          name: endpoint.field,
          type: () => this.endpointFilter(endpoint),
          description: `At least one ${endpoint.relationship.en} (${endpoint.relationship.zh}) that fits; under not: none.`,
        })),
    ];
    const order = orderFields(`${name}OrderField`, name, [
      "id",
      "name",
      "nameEn",
      ...(entity ? orderable(entity.properties) : []),
    ]);
    const types: NodeTypes = { filter: filterType(`${name}Filter`, name, conditions), order: order as DerivedType };
    this.nodeTypes.set(target, types);
    return types;
  }

  private readonly kindEnum: DerivedType = {};
  private readonly typeEnum: DerivedType = {};
  private readonly kindFilter = inputType("EntityKindFilter", "A condition on the kind (类型条件).", [
    { name: "eq", type: () => this.kindEnum, description: "Is this kind (等于)." },
    { name: "in", type: () => [this.kindEnum], description: "Is one of these (属于其一)." },
  ]);

  /** Filter and order of a relationship's own properties; undefined where it has none. */
  relationshipInput(definition: RelationshipDefinition) {
    if (!this.relationshipInputs.has(definition.target)) {
      const { name, properties } = definition;
      this.relationshipInputs.set(
        definition.target,
        properties.length === 0
          ? undefined
          : {
              filter: filterType(`${name}Filter`, `${definition.type} itself`, () => propertyConditions(properties)),
              order: orderFields(`${name}OrderField`, definition.type, orderable(properties)),
            },
      );
    }
    return this.relationshipInputs.get(definition.target);
  }

  endpointName({ owner, field }: Endpoint): string {
    return `${owner.name}${capital(field)}`;
  }

  endpointFilter(endpoint: Endpoint): ModelClass {
    const name = `${this.endpointName(endpoint)}Filter`;
    const known = this.filters.get(name);
    if (known) return known;
    const relationship = this.relationshipInput(endpoint.relationship);
    const made: ModelClass = filterType(
      name,
      `the far end of ${endpoint.relationship.type} and the relationship to it`,
      () => [
        {
          name: "node",
          type: () => this.nodeType(endpoint.far).filter,
          description: "Conditions on the far end (对端条件).",
        },
        ...(relationship
          ? [
              {
                name: "relationship",
                type: () => relationship.filter,
                description: "Conditions on the relationship (关系条件).",
              },
            ]
          : []),
      ],
    );
    this.filters.set(name, made);
    return made;
  }

  private endpointOrder(endpoint: Endpoint): ModelClass {
    const relationship = this.relationshipInput(endpoint.relationship)?.order;
    const { order } = this.nodeType(endpoint.far);
    return inputType(
      `${this.endpointName(endpoint)}Order`,
      "Exactly one of node and, where there is one, relationship; missing values count as the largest (排序).",
      [
        { name: "node", type: () => order, description: "By a property of the far end (对端字段)." },
        ...(relationship
          ? [
              {
                name: "relationship",
                type: () => relationship,
                description: "By a property of the relationship (关系字段).",
              },
            ]
          : []),
        sortDirection,
      ],
    );
  }

  addEndpoint(endpoint: Endpoint): void {
    const { owner, field, side, far, relationship } = endpoint;
    const taken = this.endpoints.filter((other) => other.owner === owner && other.field === field);
    if (taken.length > 1 || owner.properties.some((property) => property.name === field))
      throw new Error(
        `${owner.name}.${field}: expected each field once but ${taken.map((other) => other.relationship.type).join(" and ")} add it; rename one.`,
      );
    const connection = connectionType({
      name: this.endpointName(endpoint),
      of: `what ${relationship.type} joins to ${owner.name}`,
      node: () => far,
      relationship: () => relationship.target,
    });
    const [filter, order] = [this.endpointFilter(endpoint), this.endpointOrder(endpoint)];
    const read =
      side === "from"
        ? `${relationship.en} (${relationship.zh})`
        : `${relationship.inverseEn} (${relationship.inverseZh})`;
    addGraphField(owner.target, {
      name: field,
      type: () => connection,
      nullable: true,
      description: `What this ${owner.en} ${read}: ${relationship.description}`,
      pageArgs: PageArgs,
      args: listArguments(filter, order),
      extension: { end: { relationship: relationship.type, side } },
      resolve: ({ root, args, context, info }) => context.graph.connection(root, args, info),
    });
  }

  addRoot(entity: EntityDefinition): new () => object {
    const target = class {};
    Resolver()(target);
    const single = `${entity.name[0]?.toLowerCase() ?? ""}${entity.name.slice(1)}`;
    const { filter, order } = this.nodeType(entity.target);
    const connection = connectionType({ name: entity.name, of: entity.en, node: () => entity.target });
    const orderInput = inputType(`${entity.name}Order`, "Missing values count as the largest (排序).", [
      { name: "field", type: () => order, description: "By this property (字段).", required: true },
      sortDirection,
    ]);
    Query(() => entity.target, {
      name: single,
      nullable: true,
      description: `One ${entity.en} by id (${entity.zh}); null where there is none.`,
    })(target.prototype, single, {});
    Arg("id", () => ID, { description: "Its id (标识)." })(target.prototype, single, 0);
    attach(target.prototype, {
      name: single,
      description: "",
      resolve: ({ args, context, info }) => context.graph.byId(entity.name, args, info),
    });
    Query(() => connection, {
      name: entity.plural,
      nullable: true,
      description: `Every ${entity.en}, in pages (${entity.zh}).`,
    })(target.prototype, entity.plural, {});
    attach(target.prototype, {
      name: entity.plural,
      description: "",
      pageArgs: PageArgs,
      args: listArguments(filter, orderInput),
      extension: { list: { kind: entity.name } },
      resolve: ({ args, context, info }) => context.graph.list(entity.name, args, info),
    });
    return target;
  }

  derive(source: ModelClass): DerivedModel {
    fillEnum(
      this.kindEnum,
      "EntityKind",
      "The kinds of entity (实体类型).",
      this.entities.map((entity) => [constantCase(entity.name), entity]),
    );
    fillEnum(
      this.typeEnum,
      "RelationshipType",
      "The types of relationship, as they are called in Neo4j (关系类型).",
      this.relationships.map((relationship) => [relationship.type, relationship]),
    );
    addSharedFields({ source, kinds: this.kindEnum, relationshipTypes: this.typeEnum });
    for (const { target, zh, en, plural, properties } of this.entities)
      describe(target, properties, { zh, en, plural });
    for (const definition of this.relationships) {
      const { target, type, zh, en, inverseZh, inverseEn, placement = false, properties, from, to } = definition;
      const ends = { from: this.kindsAt(from).map(({ name }) => name), to: this.kindsAt(to).map(({ name }) => name) };
      describe(target, properties, { type, zh, en, inverseZh, inverseEn, placement, ...ends });
    }
    for (const endpoint of this.endpoints) this.addEndpoint(endpoint);
    const resolvers = this.entities.map((entity) => this.addRoot(entity));
    return { resolvers, types: [...this.entities, ...this.relationships].map(({ target }) => target) };
  }
}

function listArguments(filter: ModelClass, order: ModelClass) {
  return [
    { name: "filter", type: () => filter, description: "Only what fits (筛选)." },
    { name: "orderBy", type: () => [order], description: "In this order; by id unless told (排序)." },
  ];
}

/** Leaves in the schema what the run-time model reads: the class's own words, and each property's. */
function describe(target: ModelClass, properties: readonly PropertyDefinition[], extension: object): void {
  Extensions({ liantu: extension })(target);
  for (const { name, type, indexed = false, unit, zh, en } of properties)
    Extensions({ liantu: { property: { indexed, unit, zh, en, terms: enumOf(type()) } } })(target.prototype, name);
}

function fillEnum(
  target: DerivedType,
  name: string,
  description: string,
  values: readonly (readonly [string, { zh: string; en: string }])[],
): void {
  for (const [value] of values) Object.assign(target, { [value]: value });
  const valuesConfig = Object.fromEntries(
    values.map(([value, { zh, en }]) => [value, { description: `${en} (${zh})` }]),
  );
  registerEnumType<object>(target, { name, description, valuesConfig });
}

/**
 * Derives from decorated classes everything that a schema needs beside them: the enums of kinds and types, filters, orders,
 * connections, and the root fields. Type-GraphQL's registry is global, so a process derives one model.
 * @param classes entity and relationship classes; anything else is ignored.
 * @param source the kind that citations refer to.
 */
export function deriveModel(classes: readonly ModelClass[], source: ModelClass): DerivedModel {
  return new Derivation(classes).derive(source);
}
