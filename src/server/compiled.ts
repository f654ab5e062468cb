import {
  BREAK,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  separateOperations,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  type VariableDefinitionNode,
} from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";

/** The largest operation that is compiled, in fields written out: about 80 ms of work and 8 MB of code. */
const MAX_SIZE = 4_000;
/** The directives by which a query leaves fields out. */
const CONDITIONS = new Set([GraphQLSkipDirective.name, GraphQLIncludeDirective.name]);
/** The most code that is kept, in the same unit. */
const MAX_TOTAL = 50_000;

/** Runs an operation for a request's context; undefined where graphql itself has to say what is wrong with a value. */
export type Run = (
  context: unknown,
  variables: Readonly<Record<string, unknown>>,
) => PromiseOrValue<ExecutionResult> | undefined;

type PromiseOrValue<T> = Promise<T> | T;

interface Entry {
  readonly run: Run | undefined;
  readonly size: number;
}

/** Operations as compiled code, made when one comes a second time; those used longest ago make room for others. */
export class CompiledOperations {
  private readonly seen = new WeakSet<OperationDefinitionNode>();
  private readonly kept = new Map<OperationDefinitionNode, Entry>();
  private total = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  /**
   * The operation's code, which takes variables as graphql has coerced them; undefined where it is to run without.
   * @param operation of that document; the same objects each time that it comes.
   */
  of(document: DocumentNode, operation: OperationDefinitionNode): Run | undefined {
    const known = this.kept.get(operation);
    if (!known && !this.seen.has(operation)) {
      this.seen.add(operation);
      return undefined;
    }
    const entry = known ?? this.compile(document, operation);
    this.total += known ? 0 : entry.size;
    this.kept.delete(operation);
    this.kept.set(operation, entry);
    for (const [oldest, { size }] of this.kept) {
      if (this.total <= MAX_TOTAL) break;
      this.kept.delete(oldest);
      this.total -= size;
    }
    return entry.run;
  }

  private compile(document: DocumentNode, operation: OperationDefinitionNode): Entry {
    const name = operation.name?.value ?? "";
    const separate = separateOperations(document)[name] ?? document;
    const size = hasConditions(separate) ? Infinity : codeSize(this.schema, document, operation);
    if (size > MAX_SIZE) return { run: undefined, size: 1 };
    const { rewritten, composed } = withReadValues(this.schema, separate);
    const compiled = compileQuery(this.schema, rewritten, name);
    if (!isCompiledQuery(compiled)) return { run: undefined, size: 1 };
    const run: Run = (context, variables) => {
      const values: Record<string, unknown> = { ...variables };
      for (const { name: composedName, value, type } of composed) {
        values[composedName] = valueFromAST(value, type, variables);
        if (values[composedName] === undefined) return undefined;
      }
      return compiled.query(undefined, context, values);
    };
    return { run, size };
  }
}

/** Whether a directive may leave something out: compiled code confuses the conditions of what stands in several places. */
function hasConditions(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive({ name }) {
      found ||= CONDITIONS.has(name.value);
      return found ? BREAK : undefined;
    },
  });
  return found;
}

/** An argument that has variables within, as a variable of its own. */
interface Composed {
  readonly name: string;
  readonly value: ValueNode;
  readonly type: GraphQLInputType;
}

/**
 * An operation whose code takes values as graphql has read them. A compiled reader of a filter, whose type leads to that of
 * every other kind, takes seconds to make; and where a variable within an argument is left out, compiled code would put null.
 */
function withReadValues(
  schema: GraphQLSchema,
  document: DocumentNode,
): { readonly rewritten: DocumentNode; readonly composed: readonly Composed[] } {
  const types = new TypeInfo(schema);
  const composed: Composed[] = [];
  const visitor = visitWithTypeInfo(types, {
    VariableDefinition: ({ variable }) => taken(variable.name.value),
    Argument(node) {
      const type = types.getInputType();
      if (!type || node.value.kind === Kind.VARIABLE || !hasVariables(node.value)) return undefined;
      // No variable of a query can be called so.
      const name = `$${composed.length}`;
      composed.push({ name, value: node.value, type });
      return { ...node, value: taken(name).variable };
    },
  });
  const visited = visit(document, visitor);
  const definitions = visited.definitions.map((item) =>
    item.kind === Kind.OPERATION_DEFINITION
      ? {
          ...item,
          variableDefinitions: [...(item.variableDefinitions ?? []), ...composed.map(({ name }) => taken(name))],
        }
      : item,
  );
  return { rewritten: { ...visited, definitions }, composed };
}

/** The definition of a variable whose value is taken as it is. */
function taken(name: string): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } },
    type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: "JSON" } },
  };
}

function hasVariables(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.some(hasVariables);
  if (value.kind === Kind.OBJECT) return value.fields.some((field) => hasVariables(field.value));
  return value.kind === Kind.VARIABLE;
}

/**
 * How many fields an operation has once compiled: below a field of an abstract type they are written out for each type that
 * it may be, so that nested ones multiply.
 */
function codeSize(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map(
    document.definitions.flatMap((item) =>
      item.kind === Kind.FRAGMENT_DEFINITION ? [[item.name.value, item] as const] : [],
    ),
  );
  const known = new Map<SelectionSetNode, Map<string, number>>();
  const sizeOf = (set: SelectionSetNode, type: GraphQLCompositeType): number => {
    if (isAbstractType(type))
      return schema.getPossibleTypes(type).reduce((sum, possible) => sum + sizeOf(set, possible), 0);
    const byType = known.get(set) ?? new Map<string, number>();
    known.set(set, byType);
    const size = byType.get(type.name) ?? set.selections.reduce((sum, item) => sum + selected(item, type), 0);
    byType.set(type.name, size);
    return size;
  };
  const selected = (item: SelectionNode, type: GraphQLObjectType): number => {
    if (item.kind === Kind.FIELD) {
      const field = type.getFields()[item.name.value];
      if (!item.selectionSet || !field) return 1;
      return 1 + sizeOf(item.selectionSet, getNamedType(field.type) as GraphQLCompositeType);
    }
    const fragment = item.kind === Kind.FRAGMENT_SPREAD ? fragments.get(item.name.value) : item;
    return fragment && applies(schema, fragment, type) ? sizeOf(fragment.selectionSet, type) : 0;
  };
  const root = schema.getRootType(operation.operation);
  return root ? sizeOf(operation.selectionSet, root) : 0;
}

function applies(
  schema: GraphQLSchema,
  { typeCondition }: FragmentDefinitionNode | InlineFragmentNode,
  type: GraphQLObjectType,
): boolean {
  const on = typeCondition && schema.getType(typeCondition.name.value);
  return !on || on === type || (isAbstractType(on) && schema.isSubType(on, type));
}
