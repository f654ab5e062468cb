import {
  getNamedType,
  isAbstractType,
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";

/** The largest operation that is compiled, in fields written out: about 80 ms of work and 8 MB of code. */
const MAX_SIZE = 4_000;
/** The most code that is kept, in the same unit. */
const MAX_TOTAL = 50_000;

interface Entry {
  readonly run: CompiledQuery["query"] | undefined;
  readonly size: number;
}

/** Operations as compiled code, made when one comes a second time; those used longest ago make room for others. */
export class CompiledOperations {
  private readonly seen = new WeakSet<OperationDefinitionNode>();
  private readonly kept = new Map<OperationDefinitionNode, Entry>();
  private total = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  /**
   * The operation's code, which takes variables as graphql has coerced them; undefined where it should run without.
   * @param operation of that document; the same objects each time that it comes.
   */
  of(document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery["query"] | undefined {
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
    const size = codeSize(this.schema, document, operation);
    if (size > MAX_SIZE) return { run: undefined, size: 1 };
    const compiled = compileQuery(this.schema, withReadVariables(document), operation.name?.value ?? "");
    return { run: isCompiledQuery(compiled) ? compiled.query : undefined, size };
  }
}

/**
 * Variables that are taken as they are: graphql has read them already, and to compile a reader of a filter, whose type leads
 * to that of every other kind, takes seconds. Conditions of directives are compiled for Boolean alone.
 */
function withReadVariables(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition({ kind, variable, type }) {
      const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
      if (named.kind === Kind.NAMED_TYPE && named.name.value === "Boolean") return undefined;
      return { kind, variable, type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: "JSON" } } };
    },
  });
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
