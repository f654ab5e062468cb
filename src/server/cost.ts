import {
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isAbstractType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { Limits } from "../config.js";
import { BadInput, TooCostly } from "../errors.js";

/** What a query could cost, before anything is executed. */
export interface Cost {
  /** The objects that the answer could hold, plus 1 a filtered count, plus 10 a condition on related nodes. */
  readonly cost: number;
  /** Nested fields; a connection's edges, node and nodes count with it. */
  readonly depth: number;
  /** Fields, fragments spread out. */
  readonly fields: number;
}

type Args = Readonly<Record<string, unknown>>;
type Input = Readonly<Record<string, unknown>>;

const RELATED_CONDITION = 10;
const NOTHING: Cost = { cost: 0, depth: 0, fields: 0 };
/** The parts of a connection that hold no level of their own. */
const WITHIN_CONNECTION = new Set(["edges", "node", "nodes", "relationship", "pageInfo"]);

class Assessment {
  private readonly known = new Map<SelectionSetNode, Map<string, Cost>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Record<string, unknown>,
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
    const definition = "getFields" in parent ? parent.getFields()[name] : undefined;
    if (name.startsWith("__") || !definition) return NOTHING;
    if (!node.selectionSet) return { cost: 0, depth: 1, fields: 1 };
    const below = this.of(node.selectionSet, getNamedType(definition.type) as GraphQLCompositeType);
    const flat = WITHIN_CONNECTION.has(name) && /(Connection|Edge)$/.test(parent.name);
    const depth = below.depth + (flat ? 0 : 1);
    const fields = below.fields + 1;
    if (flat) return { cost: below.cost + (name === "edges" || name === "pageInfo" ? 0 : 1), depth, fields };
    const args = getArgumentValues(definition, node, this.variables);
    const filter = args["filter"] as Input | undefined;
    const conditions = filter ? this.filterCost(filter, `${parent.name}.${name}(filter)`, 0) : 0;
    const counted = filter && /Connection$/.test(getNamedType(definition.type).name) ? 1 : 0;
    return { cost: this.objects(definition, args, below.cost) + conditions + counted, depth, fields };
  }

  /** How many objects a field may hold: those of a page, one for each id asked for, or a single one. */
  private objects({ args: declared }: GraphQLField<unknown, unknown>, args: Args, below: number): number {
    if (declared.some(({ name }) => name === "first"))
      return Math.max(0, Number(args["first"] ?? args["last"] ?? this.limits.defaultPageSize)) * below;
    return (Array.isArray(args["ids"]) ? args["ids"].length : 1) * (1 + below);
  }

  private filterCost(filter: Input, path: string, depth: number): number {
    if (depth > this.limits.maxFilterDepth)
      throw new TooCostly(
        `${path}: expected a filter of at most ${this.limits.maxFilterDepth} nested levels but it is deeper; ask in several requests.`,
        { limit: this.limits.maxFilterDepth },
      );
    let cost = 0;
    for (const [field, value] of Object.entries(filter)) {
      const nested = (Array.isArray(value) ? value : [value]).filter(isInput);
      if (field === "and" || field === "or" || field === "not")
        for (const item of nested) cost += this.filterCost(item, `${path}.${field}`, depth + 1);
      else if (field === "node" || field === "relationship")
        for (const item of nested) cost += this.filterCost(item, path, depth);
      else
        for (const item of nested)
          if (isRelated(item)) cost += RELATED_CONDITION + this.filterCost(item, `${path}.${field}`, depth + 1);
    }
    return cost;
  }
}

function isInput(value: unknown): value is Input {
  return typeof value === "object" && value !== null;
}

/** A condition on related nodes, told by its fields: operators hold scalars and lists of them. */
function isRelated(value: Input): boolean {
  return (
    Object.entries(value).some(
      ([key, inner]) => ["and", "or", "not", "node", "relationship"].includes(key) && isInput(inner),
    ) || Object.keys(value).length === 0
  );
}

function together(one: Cost, other: Cost): Cost {
  return { cost: one.cost + other.cost, depth: Math.max(one.depth, other.depth), fields: one.fields + other.fields };
}

/** What an operation could cost; undefined when its variables are not valid, which the execution will tell. */
export function assess(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
): Cost | undefined {
  const type = schema.getRootType(operation.operation);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced || !type) return undefined;
  const fragments = new Map(
    document.definitions.flatMap((item) =>
      item.kind === Kind.FRAGMENT_DEFINITION ? [[item.name.value, item] as const] : [],
    ),
  );
  return new Assessment(schema, fragments, coerced, limits).of(operation.selectionSet, type);
}

/**
 * Refuses what is too deep, too wide or too costly.
 * @throws BadInput or TooCostly, with the figure and the limit.
 */
export function checkCost({ cost, depth, fields }: Cost, limits: Limits): void {
  if (depth > limits.maxDepth)
    throw new BadInput(
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
}
