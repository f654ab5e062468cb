import {
  getArgumentValues,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isAbstractType,
  isInputObjectType,
  isListType,
  isObjectType,
  Kind,
  parse,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { Limits } from "../config.js";
import { TooCostly } from "../errors.js";

/** What a query could cost, before anything is executed. */
export interface Cost {
  /** The objects that the answer could hold, plus 1 a filtered count, plus 10 a condition on related nodes. */
  readonly cost: number;
  /** Nested fields; a connection's edges, node and nodes count with it. */
  readonly depth: number;
  /** Fields, fragments spread out. */
  readonly fields: number;
  /** The objects that the answer could hold of the schema itself, roughly; bounded by the standard introspection query. */
  readonly introspection: number;
}

type Args = Readonly<Record<string, unknown>>;
type Input = Readonly<Record<string, unknown>>;

const RELATED_CONDITION = 10;
/** How long a list of the schema's own types may be, by rule of thumb; only comparisons are made with it. */
const INTROSPECTED_LIST = 8;
const NOTHING: Cost = { cost: 0, depth: 0, fields: 0, introspection: 0 };
const LEAF: Cost = { ...NOTHING, depth: 1, fields: 1 };
/** A value that takes arguments is made for its question: a view as arrays, with a layout. */
const COMPUTED: Cost = { ...LEAF, cost: 1 };
/** How many relationships a view holds for each of its nodes, by rule of thumb. */
const RELATIONSHIPS_A_NODE = 3;
/** The parts of a connection that hold no level of their own. */
const WITHIN_CONNECTION = new Set(["edges", "node", "nodes", "relationship", "pageInfo"]);

class Assessment {
  private readonly known = new Map<SelectionSetNode, Map<string, Cost>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Readonly<Record<string, unknown>>,
    private readonly limits: Limits,
  ) {}

  /** A selection set's cost for one object of a type; each set is assessed once, however often fragments spread it. */
  of(set: SelectionSetNode, type: GraphQLCompositeType): Cost {
    const byType = this.known.get(set) ?? new Map<string, Cost>();
    this.known.set(set, byType);
    const known = byType.get(type.name);
    if (known) return known;
    const total = set.selections
      .map((selection) => {
        if (selection.kind === Kind.FIELD) return this.field(selection, type);
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
        const condition = fragment?.typeCondition && this.schema.getType(fragment.typeCondition.name.value);
        const on = isObjectType(condition) || isAbstractType(condition) ? condition : type;
        return fragment ? this.of(fragment.selectionSet, on) : NOTHING;
      })
      .reduce(together, NOTHING);
    byType.set(type.name, total);
    return total;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType): Cost {
    const name = node.name.value;
    if (parent.name.startsWith("__")) return this.introspected(node, parent);
    const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find((field) => field.name === name);
    if (meta && node.selectionSet) return this.introspected(node, parent, meta);
    const definition = "getFields" in parent ? parent.getFields()[name] : undefined;
    if (!node.selectionSet || !definition) return definition?.args.length ? COMPUTED : LEAF;
    const below = this.of(node.selectionSet, getNamedType(definition.type) as GraphQLCompositeType);
    const flat = WITHIN_CONNECTION.has(name) && /(Connection|Edge)$/.test(parent.name);
    const depth = below.depth + (flat ? 0 : 1);
    const fields = below.fields + 1;
    if (flat) return { ...below, cost: below.cost + (name === "edges" || name === "pageInfo" ? 0 : 1), depth, fields };
    const args = getArgumentValues(definition, node, this.variables);
    const filter = args["filter"] as Input | undefined;
    const filterType = getNamedType(definition.args.find((argument) => argument.name === "filter")?.type);
    const conditions =
      filter && isInputObjectType(filterType)
        ? this.filterCost(filter, filterType, `${parent.name}.${name}(filter)`, 0)
        : 0;
    const counted = filter && /Connection$/.test(getNamedType(definition.type).name) ? 1 : 0;
    const each = isListType(getNullableType(definition.type)) && isRelationship(definition) ? RELATIONSHIPS_A_NODE : 1;
    return { ...below, cost: each * this.objects(definition, args, below.cost) + conditions + counted, depth, fields };
  }

  /** What a field asks of the schema itself: its depth and fields are as tools need them. */
  private introspected(
    { name, selectionSet }: FieldNode,
    parent: GraphQLCompositeType,
    definition = "getFields" in parent ? parent.getFields()[name.value] : undefined,
  ): Cost {
    if (!selectionSet || !definition) return NOTHING;
    const below = this.of(selectionSet, getNamedType(definition.type) as GraphQLCompositeType);
    const types = name.value === "types" ? Object.keys(this.schema.getTypeMap()).length : INTROSPECTED_LIST;
    const objects = isListType(getNullableType(definition.type)) ? types : 1;
    return { ...NOTHING, introspection: objects * (1 + below.introspection) };
  }

  /**
   * How many objects a field may hold: those of a page or of paths; as many as its bounds let in, each for each where there are several;
   * as many as it declares at most; one for each id asked for; or a single one. The items of a plain list count themselves,
   * those of a connection are counted by its nodes.
   */
  private objects(
    { args: declared, type, extensions }: GraphQLField<unknown, unknown>,
    args: Args,
    below: number,
  ): number {
    const each = isListType(getNullableType(type)) ? 1 + below : below;
    if (declared.some(({ name }) => name === "first")) {
      const size = Number(args["first"] ?? args["last"] ?? this.limits.defaultPageSize);
      // Of a path as many entities as it is long, and one more; as many relationships at least.
      const length = declared.some(({ name }) => name === "maxLength") ? this.longest(args) + 1 : 1;
      return Math.min(Math.max(0, size), this.limits.maxPageSize) * length * each;
    }
    const bounds = declared.filter(({ name }) => /^max[A-Z]/.test(name));
    if (bounds.length > 0)
      return bounds.reduce(
        (held, { name }) => held * Math.max(0, Number(args[name] ?? this.limits.defaultViewNodes)),
        below,
      );
    const most = (extensions["liantu"] as { readonly most?: number } | undefined)?.most;
    if (most !== undefined) return most * each;
    return (Array.isArray(args["ids"]) ? args["ids"].length : 1) * (1 + below);
  }

  private longest({ maxLength }: Args): number {
    const { maxPathLength } = this.limits;
    return Math.min(Math.max(0, Number(maxLength ?? maxPathLength)), maxPathLength);
  }

  /**
   * What a filter's conditions on related nodes cost. Its type tells them: it has itself below and, or and not, the filter of
   * an end, which has a node, below each relationship, and operators below the rest.
   */
  private filterCost(filter: Input, type: GraphQLInputObjectType, path: string, depth: number): number {
    if (depth > this.limits.maxFilterDepth)
      throw new TooCostly(
        `${path}: expected a filter of at most ${this.limits.maxFilterDepth} nested levels but it is deeper; ask in several requests.`,
        { limit: this.limits.maxFilterDepth },
      );
    let cost = 0;
    for (const [field, value] of Object.entries(filter)) {
      const inner = getNamedType(type.getFields()[field]?.type);
      if (!isInputObjectType(inner)) continue;
      const related = inner !== type && "node" in inner.getFields();
      const deeper = inner === type || related;
      for (const item of (Array.isArray(value) ? value : [value]).filter(isInput))
        cost +=
          (related ? RELATED_CONDITION : 0) +
          this.filterCost(item, inner, deeper ? `${path}.${field}` : path, deeper ? depth + 1 : depth);
    }
    return cost;
  }
}

/** Whether a field holds relationships; it does so only where a view does, those of a page are counted with it. */
function isRelationship({ type }: GraphQLField<unknown, unknown>): boolean {
  return getNamedType(type).name === "Relationship";
}

function isInput(value: unknown): value is Input {
  return typeof value === "object" && value !== null;
}

function together(one: Cost, other: Cost): Cost {
  return {
    cost: one.cost + other.cost,
    depth: Math.max(one.depth, other.depth),
    fields: one.fields + other.fields,
    introspection: one.introspection + other.introspection,
  };
}

/**
 * What an operation could cost.
 * @param variables as graphql has coerced them.
 */
export function assess(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
): Cost {
  const fragments = new Map(
    document.definitions.flatMap((item) =>
      item.kind === Kind.FRAGMENT_DEFINITION ? [[item.name.value, item] as const] : [],
    ),
  );
  const type = schema.getRootType(operation.operation);
  return type ? new Assessment(schema, fragments, variables, limits).of(operation.selectionSet, type) : NOTHING;
}

/** What the standard introspection query asks of the schema itself. */
export function introspectionCost(schema: GraphQLSchema, limits: Limits): number {
  const document = parse(getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true }));
  const operation = document.definitions.find((item) => item.kind === Kind.OPERATION_DEFINITION);
  return operation ? assess(schema, document, operation, {}, limits).introspection : 0;
}

/**
 * Refuses what is too deep, too wide or too costly.
 * @param introspectionLimit what may be asked of the schema itself.
 * @throws TooCostly, with the figure and the limit.
 */
export function checkCost(found: Cost, limits: Limits, introspectionLimit: number): void {
  const { cost, depth, fields, introspection } = found;
  if (depth > limits.maxDepth)
    throw new TooCostly(
      `Query: expected at most ${limits.maxDepth} levels of fields but got ${depth}; ask in several requests.`,
      { depth, limit: limits.maxDepth },
    );
  if (fields > limits.maxFields)
    throw new TooCostly(
      `Query: expected at most ${limits.maxFields} fields but got ${fields}; ask in several requests.`,
      { fields, limit: limits.maxFields },
    );
  if (cost > limits.maxCost)
    throw new TooCostly(
      `Query: expected an answer of at most ${limits.maxCost} objects but it could hold ${cost}; ask for smaller pages or fewer levels.`,
      { cost, limit: limits.maxCost },
    );
  if (introspection > introspectionLimit)
    throw new TooCostly(
      `Query: expected to be asked about the schema no more than the standard introspection query does (${introspectionLimit}) but got ${introspection}; ask for less of it.`,
      { cost: introspection, limit: introspectionLimit },
    );
}
