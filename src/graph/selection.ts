import {
  getArgumentValues,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

type Scope = Pick<GraphQLResolveInfo, "fragments" | "variableValues">;

/**
 * What a query asks of one field: the names below it, whatever fragment they come from. Type conditions are not told
 * apart: a name that only one kind has is harmless for the others.
 */
export class Selection {
  private fields: Map<string, FieldNode[]> | undefined;

  constructor(
    readonly nodes: readonly FieldNode[],
    private readonly scope: Scope,
    private readonly needed: readonly string[] = [],
  ) {}

  /** A selection that a program makes: these names, with nothing below them. */
  static of(...names: readonly string[]): Selection {
    const selections = names.map((value): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value } }));
    const above: FieldNode = {
      kind: Kind.FIELD,
      name: { kind: Kind.NAME, value: "selection" },
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    };
    return new Selection([above], { fragments: {}, variableValues: {} });
  }

  /** The names that are asked for, each once. */
  names(): ReadonlySet<string> {
    return new Set([...this.collected().keys(), ...this.needed]);
  }

  has(name: string): boolean {
    return this.collected().has(name);
  }

  /** What is asked below a field; empty where it is not asked for. */
  below(...path: readonly string[]): Selection {
    const [name, ...rest] = path;
    return name === undefined ? this : new Selection(this.collected().get(name) ?? [], this.scope).below(...rest);
  }

  /** What both ask for. */
  with(other: Selection): Selection {
    return new Selection([...this.nodes, ...other.nodes], this.scope, [...this.needed, ...other.needed]);
  }

  /** The same with names that are not asked for but needed to answer. */
  needing(names: readonly string[]): Selection {
    return new Selection(this.nodes, this.scope, [...this.needed, ...names]);
  }

  /** Each answer that is asked for under a name: aliases are answers of their own. */
  answers(name: string): Selection[] {
    const byAlias = new Map<string, FieldNode[]>();
    for (const node of this.collected().get(name) ?? []) {
      const alias = node.alias?.value ?? name;
      byAlias.set(alias, [...(byAlias.get(alias) ?? []), node]);
    }
    return [...byAlias.values()].map((nodes) => new Selection(nodes, this.scope));
  }

  /** The arguments of the field, by its definition. */
  argsOf(definition: GraphQLField<unknown, unknown>): Readonly<Record<string, unknown>> {
    return getArgumentValues(definition, this.nodes[0] as FieldNode, this.scope.variableValues);
  }

  private collected(): Map<string, FieldNode[]> {
    if (!this.fields) {
      this.fields = new Map();
      for (const node of this.nodes) if (node.selectionSet) this.collect(node.selectionSet, this.fields, new Set());
    }
    return this.fields;
  }

  private collect(set: SelectionSetNode, into: Map<string, FieldNode[]>, visited: Set<string>): void {
    for (const selection of set.selections) {
      if (isLeftOut(selection, this.scope.variableValues)) continue;
      if (selection.kind === Kind.FIELD) {
        into.set(selection.name.value, [...(into.get(selection.name.value) ?? []), selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.collect(selection.selectionSet, into, visited);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = this.scope.fragments[selection.name.value];
        if (fragment) this.collect(fragment.selectionSet, into, visited);
      }
    }
  }
}

/**
 * Whether a directive leaves a selection out.
 * @throws GraphQLError where the variable of a condition is null.
 */
export function isLeftOut(node: SelectionNode, variableValues: Readonly<Record<string, unknown>>): boolean {
  if (!node.directives?.length) return false;
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.["if"] === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.["if"] === false
  );
}

/** What a resolver's field asks for. */
export function selectionOf(info: GraphQLResolveInfo): Selection {
  return new Selection(info.fieldNodes, info);
}

/** What of a connection is asked for; nothing else is fetched or made. */
export interface Asked {
  readonly rows: boolean;
  readonly total: boolean;
  readonly nodes: boolean;
  /** Whether there is more than the page. */
  readonly more: boolean;
  /** The relationships that edges carry. */
  readonly relationships: boolean;
  readonly edgeCursors: boolean;
  /** Any cursor, of an edge or of an end of the page. */
  readonly cursors: boolean;
}

/** What a query asks of a connection. */
export function askedOf(selection: Selection): Asked {
  const [edges, ends] = [selection.below("edges"), selection.below("pageInfo")];
  const edgeCursors = edges.has("cursor");
  return {
    rows: ["edges", "nodes", "pageInfo"].some((field) => selection.has(field)),
    total: selection.has("totalCount"),
    nodes: selection.has("nodes"),
    more: ends.has("hasNextPage") || ends.has("hasPreviousPage"),
    relationships: edges.has("relationship"),
    edgeCursors,
    cursors: edgeCursors || ends.has("startCursor") || ends.has("endCursor"),
  };
}
