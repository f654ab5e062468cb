import {
  getArgumentValues,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  Kind as Syntax,
  parse,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
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
import { BadInput } from "../errors.js";
import type { End, GraphModel, Kind } from "../graph/model.js";
import { isLeftOut } from "../graph/selection.js";
import type { GraphSizes } from "../graph/sizes.js";
import { walksFrom, type Following } from "../graph/walks.js";
import { FilterAssessment, type FilterCost } from "./filter-cost.js";

/** What a query could cost, before anything is executed. */
export interface Cost {
  /**
   * The objects that the answer could hold; what the engine has to read for it, {@link READS_A_UNIT} entities or relationships
   * or {@link COMPARISONS_A_UNIT} comparisons a unit; 10 a condition on related nodes, 1 a filtered count.
   */
  readonly cost: number;
  /** Nested fields; a connection's edges, node and nodes count with it. */
  readonly depth: number;
  /** Fields, fragments spread out. */
  readonly fields: number;
  /** Conditions of filters; values of lists count in part. */
  readonly conditions: number;
  /** The objects that the answer could hold of the schema itself, roughly; bounded by the standard introspection query. */
  readonly introspection: number;
}

/** A level of a query that holds several items for each of its parents. */
export interface Level {
  readonly field: string;
  readonly items: number;
}

/** What queries are assessed by. */
export interface Measures {
  readonly schema: GraphQLSchema;
  readonly model: GraphModel;
  readonly limits: Limits;
  /** Undefined while they are not known: nothing is bounded by them then. */
  readonly sizes: GraphSizes | undefined;
}

type Args = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;

/** How many entities or relationships are read in the time that one object of an answer takes, about 10 µs. */
const READS_A_UNIT = 20;
/** How many comparisons are made in that time. */
const COMPARISONS_A_UNIT = 80;
const RELATED_CONDITION = 10;
/** How long the list of an argument may be, where nothing else bounds it. */
const MOST_VALUES = 10_000;
/** How many orders a list may have. */
const MOST_ORDERS = 10;
/** How long a list of the schema's own types may be, by rule of thumb; only comparisons are made with it. */
const INTROSPECTED_LIST = 8;
const NOTHING: Cost = { cost: 0, depth: 0, fields: 0, conditions: 0, introspection: 0 };
const LEAF: Cost = { ...NOTHING, depth: 1, fields: 1 };
/** A value that takes arguments is made for its question: a view as arrays, with a layout. */
const COMPUTED: Cost = { ...LEAF, cost: 1 };
/** How many relationships a view holds for each of its nodes, by rule of thumb. */
const RELATIONSHIPS_A_NODE = 3;
/** The parts of a connection that hold no level of their own. */
const WITHIN_CONNECTION = new Set(["edges", "node", "nodes", "relationship", "pageInfo"]);

interface Declared {
  readonly most?: number;
  readonly reads?: number | "ALL";
}

class Assessment {
  private readonly known = new Map<SelectionSetNode, Map<string, Cost>>();
  private readonly filters: FilterAssessment;

  /** @param cap as if no page were asked for with more items. */
  constructor(
    private readonly measures: Measures,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Readonly<Record<string, unknown>>,
    private readonly cap = Infinity,
  ) {
    this.filters = new FilterAssessment(measures.model, measures.sizes, measures.limits.maxFilterDepth);
  }

  /** A selection set's cost for one object of a type; each set is assessed once, however often fragments spread it. */
  of(set: SelectionSetNode, type: GraphQLCompositeType): Cost {
    const byType = this.known.get(set) ?? new Map<string, Cost>();
    this.known.set(set, byType);
    const known = byType.get(type.name);
    if (known) return known;
    let total = NOTHING;
    for (const [part, on] of this.parts(set, type))
      total = together(total, part.kind === Syntax.FIELD ? this.field(part, on) : this.of(part, on));
    byType.set(type.name, total);
    return total;
  }

  /** The fields of a set, and the sets of its fragments, with the types that they are asked of. */
  private *parts(
    set: SelectionSetNode,
    type: GraphQLCompositeType,
  ): Generator<readonly [FieldNode | SelectionSetNode, GraphQLCompositeType]> {
    for (const selection of set.selections) {
      if (isLeftOut(selection, this.variables)) continue;
      if (selection.kind === Syntax.FIELD) {
        yield [selection, type];
        continue;
      }
      const fragment = selection.kind === Syntax.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition && this.measures.schema.getType(fragment.typeCondition.name.value);
      const on = isObjectType(condition) || isAbstractType(condition) ? condition : type;
      if (fragment) yield [fragment.selectionSet, on];
    }
  }

  /** The levels that weigh most, from the root down. */
  heaviest(set: SelectionSetNode, type: GraphQLCompositeType): readonly Level[] {
    let most: { readonly cost: number; readonly levels: () => readonly Level[] } = { cost: 0, levels: () => [] };
    for (const [part, on] of this.parts(set, type)) {
      const { cost } = part.kind === Syntax.FIELD ? this.field(part, on) : this.of(part, on);
      if (cost > most.cost)
        most = { cost, levels: () => (part.kind === Syntax.FIELD ? this.below(part, on) : this.heaviest(part, on)) };
    }
    return most.levels();
  }

  private below(node: FieldNode, parent: GraphQLCompositeType): readonly Level[] {
    const name = node.name.value;
    const definition = fieldOf(parent, name);
    if (!definition || !node.selectionSet) return [];
    const below = this.heaviest(node.selectionSet, getNamedType(definition.type) as GraphQLCompositeType);
    if (isFlat(parent, name)) return below;
    const items = this.items(parent, definition, getArgumentValues(definition, node, this.variables));
    return items > 1 && hasPages(definition) ? [{ field: name, items }, ...below] : below;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType): Cost {
    const name = node.name.value;
    if (parent.name.startsWith("__")) return this.introspected(node, parent);
    const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find((field) => field.name === name);
    if (meta && node.selectionSet) return this.introspected(node, parent, meta);
    const definition = fieldOf(parent, name);
    if (!node.selectionSet || !definition) return definition?.args.length ? COMPUTED : LEAF;
    const below = this.of(node.selectionSet, getNamedType(definition.type) as GraphQLCompositeType);
    const flat = isFlat(parent, name);
    const asked = { ...below, depth: below.depth + (flat ? 0 : 1), fields: below.fields + 1 };
    if (flat) return { ...asked, cost: below.cost + (name === "edges" || name === "pageInfo" ? 0 : 1) };
    const args = getArgumentValues(definition, node, this.variables);
    checkLists(`${parent.name}.${name}`, args);
    const filtered = this.filter(parent, definition, args);
    const held = this.items(parent, definition, args) * this.each(definition, below.cost);
    const cost = held + filtered.cost + this.read(parent, definition, args);
    // No question is free, and no alias of one.
    const least = parent === this.measures.schema.getQueryType() && definition.args.length > 0 ? 1 : 0;
    return { ...asked, cost: Math.max(least, Math.floor(cost)), conditions: below.conditions + filtered.conditions };
  }

  /** What one item costs: those of a connection are counted by its nodes, those of a view once at least. */
  private each(definition: Field, below: number): number {
    if (isListType(getNullableType(definition.type)) || isOneItem(definition)) return 1 + below;
    if (hasPages(definition)) return below;
    const isView = definition.args.some(({ name }) => name === "maxNodes");
    return Math.max(isView ? 1 + RELATIONSHIPS_A_NODE : 1, below);
  }

  /** What a field asks of the schema itself: its depth and fields are as tools need them. */
  private introspected(
    { name, selectionSet }: FieldNode,
    parent: GraphQLCompositeType,
    definition = fieldOf(parent, name.value),
  ): Cost {
    if (!selectionSet || !definition) return NOTHING;
    const below = this.of(selectionSet, getNamedType(definition.type) as GraphQLCompositeType);
    const types = name.value === "types" ? Object.keys(this.measures.schema.getTypeMap()).length : INTROSPECTED_LIST;
    const objects = isListType(getNullableType(definition.type)) ? types : 1;
    return { ...NOTHING, introspection: objects * (1 + below.introspection) };
  }

  /**
   * How many items a field may hold for each parent: those of a page or of paths; as many as its bounds let in, each for each where
   * there are several; as many as it declares at most; one for each id asked for; or a single one. Never more than there are.
   */
  private items(parent: GraphQLCompositeType, definition: Field, args: Args): number {
    const { limits, sizes } = this.measures;
    const { args: declared } = definition;
    const most = this.most(parent, definition, args);
    const all = sizes ? sizes.entities + sizes.relationships : Infinity;
    if (hasPages(definition)) {
      const size = Number(args["first"] ?? args["last"] ?? limits.defaultPageSize);
      // Of a path as many entities as it is long, and one more; as many relationships at least.
      const length = declared.some(({ name }) => name === "maxLength") ? this.longest(args) + 1 : 1;
      return Math.min(Math.max(0, size), limits.maxPageSize, most, this.cap) * length;
    }
    const bounds = declared.filter(({ name }) => /^max[A-Z]/.test(name));
    if (bounds.length > 0) {
      const held = bounds.map(({ name }) => Math.max(0, Number(args[name] ?? limits.defaultViewNodes)));
      return Math.min(...(held.length === 1 ? held : [held.reduce((one, other) => one * other)]), all);
    }
    const relationships = isListType(getNullableType(definition.type)) && isRelationship(definition);
    if (relationships) return RELATIONSHIPS_A_NODE;
    const declaredMost = declaredOf(definition).most;
    if (declaredMost !== undefined) return declaredMost;
    return Array.isArray(args["ids"]) ? args["ids"].length : 1;
  }

  private longest({ maxLength }: Args): number {
    const { maxPathLength } = this.measures.limits;
    return Math.min(Math.max(0, Number(maxLength ?? maxPathLength)), maxPathLength);
  }

  /** How many items there are for each parent: what the busiest is joined to, or all there are of what is listed. */
  private most(parent: GraphQLCompositeType, definition: Field, args: Args): number {
    const { model, sizes } = this.measures;
    if (!sizes) return Infinity;
    const owners = model.kindsOf.get(parent.name) ?? [];
    if (owners.some(({ ends }) => ends.has(definition.name)))
      return Math.max(...owners.map((kind) => degreeOf(kind, kind.ends.get(definition.name), sizes)));
    if (isRelationship(definition, "Connection") && owners.length > 0)
      return Math.max(...owners.map((kind) => this.degree(kind, args as Following, sizes)));
    const listed = parent === this.measures.schema.getQueryType() ? listedKind(model, definition) : undefined;
    return listed ? sizes.count(listed.name) : sizes.entities + sizes.relationships;
  }

  private degree(kind: Kind, following: Following, sizes: GraphSizes): number {
    return walksFrom(this.measures.model, kind, following).reduce(
      (sum, { relationship, side }) => sum + sizes.largestDegree(kind, relationship, side),
      0,
    );
  }

  /** What a field's filter asks of the engine, with its comparisons as cost. */
  private filter(
    parent: GraphQLCompositeType,
    definition: Field,
    args: Args,
  ): { readonly cost: number; readonly conditions: number } {
    const filter = args["filter"] as Readonly<Record<string, unknown>> | undefined;
    if (!filter) return { cost: 0, conditions: 0 };
    const { model, sizes } = this.measures;
    const path = `${parent.name}.${definition.name}(filter)`;
    const end = model.kindsOf.get(parent.name)?.[0]?.ends.get(definition.name);
    const listed = listedKind(model, definition);
    const found: FilterCost = end
      ? this.filters.end(end, filter, path)
      : this.filters.node(listed ? [listed] : [...model.kinds.values()], filter, path);
    const candidates = sizes ? this.most(parent, definition, args) : 0;
    const counted = /Connection$/.test(getNamedType(definition.type).name) ? 1 : 0;
    const compared = Number.isFinite(candidates) ? (candidates * found.compared) / COMPARISONS_A_UNIT : 0;
    return {
      cost: compared + found.read / READS_A_UNIT + found.related * RELATED_CONDITION + counted,
      conditions: found.conditions,
    };
  }

  /** What the engine has to read whatever the answer holds: what a question declares, or all that is put in an order. */
  private read(parent: GraphQLCompositeType, definition: Field, args: Args): number {
    const { sizes } = this.measures;
    if (!sizes) return 0;
    const { reads = 0 } = declaredOf(definition);
    const all = sizes.entities + sizes.relationships;
    const sorted = (args["orderBy"] as unknown[] | undefined)?.length ? this.most(parent, definition, args) : 0;
    return (Math.min(reads === "ALL" ? all : reads, all) + (Number.isFinite(sorted) ? sorted : 0)) / READS_A_UNIT;
  }
}

function fieldOf(parent: GraphQLCompositeType, name: string): Field | undefined {
  return "getFields" in parent ? (parent.getFields()[name] as Field | undefined) : undefined;
}

function isFlat(parent: GraphQLCompositeType, name: string): boolean {
  return WITHIN_CONNECTION.has(name) && /(Connection|Edge)$/.test(parent.name);
}

function declaredOf({ extensions }: Field): Declared {
  return extensions["liantu"] ?? {};
}

function hasPages({ args }: Field): boolean {
  return args.some(({ name }) => name === "first");
}

/** Whether a field without bounds holds one object, or one for each id, which counts itself. */
function isOneItem(definition: Field): boolean {
  const bounded = hasPages(definition) || definition.args.some(({ name }) => /^max[A-Z]/.test(name));
  return !bounded && declaredOf(definition).most === undefined;
}

/** Whether a field holds relationships: those of a view, or of a connection that is named so. */
function isRelationship({ type }: Field, suffix = ""): boolean {
  return getNamedType(type).name === `Relationship${suffix}`;
}

function degreeOf(kind: Kind, end: End | undefined, sizes: GraphSizes): number {
  if (!end) return 0;
  const own = sizes.largestDegree(kind, end.relationship, end.side);
  if (!end.rollUp) return own;
  // A whole has what joins any part; a part may have every whole.
  return end.rollUp.side === end.side
    ? sizes.count(end.relationship.type)
    : own * end.kinds.reduce((total, { name }) => total + sizes.count(name), 0);
}

/** The kind whose entities a root list holds. */
function listedKind(model: GraphModel, { name }: Field): Kind | undefined {
  return [...model.kinds.values()].find(({ plural }) => plural === name);
}

/** Refuses lists that no client means. */
function checkLists(field: string, args: Args): void {
  for (const [name, value] of Object.entries(args)) {
    const most = name === "orderBy" ? MOST_ORDERS : MOST_VALUES;
    if (Array.isArray(value) && value.length > most)
      throw new BadInput(
        `${field}(${name}): expected at most ${most} values but got ${value.length}; ask in several requests.`,
      );
  }
}

function together(one: Cost, other: Cost): Cost {
  return {
    cost: one.cost + other.cost,
    depth: Math.max(one.depth, other.depth),
    fields: one.fields + other.fields,
    conditions: one.conditions + other.conditions,
    introspection: one.introspection + other.introspection,
  };
}

/** An operation's assessment. */
export interface Assessed {
  readonly cost: Cost;
  /** The levels that weigh most, from the root down. */
  readonly heaviest: () => readonly Level[];
  /** The largest size of every page with which the operation would cost no more; undefined where none does. */
  readonly passing: (most: number) => number | undefined;
}

/**
 * What an operation could cost.
 * @param variables as graphql has coerced them.
 */
export function assess(
  measures: Measures,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Assessed {
  const fragments = new Map(
    document.definitions.flatMap((item) =>
      item.kind === Syntax.FRAGMENT_DEFINITION ? [[item.name.value, item] as const] : [],
    ),
  );
  const { selectionSet: set } = operation;
  const type = measures.schema.getRootType(operation.operation);
  if (!type) return { cost: NOTHING, heaviest: () => [], passing: () => undefined };
  const assessment = new Assessment(measures, fragments, variables);
  const capped = (cap: number): number => new Assessment(measures, fragments, variables, cap).of(set, type).cost;
  return {
    cost: assessment.of(set, type),
    heaviest: () => assessment.heaviest(set, type),
    passing: (most) => largest(measures.limits.maxPageSize, (cap) => capped(cap) <= most),
  };
}

/** The largest number up to a bound that fits, where all smaller ones fit too; undefined where 1 does not. */
function largest(bound: number, fits: (number: number) => boolean): number | undefined {
  if (!fits(1)) return undefined;
  let [low, high] = [1, bound + 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** What the standard introspection query asks of the schema itself. */
export function introspectionCost(measures: Measures): number {
  const document = parse(getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true }));
  const operation = document.definitions.find((item) => item.kind === Syntax.OPERATION_DEFINITION);
  return operation ? assess(measures, document, operation, {}).cost.introspection : 0;
}
