import type { GraphQLResolveInfo } from "graphql";
import type { Property } from "../../src/graph/model.js";
import { endFits, entityFits } from "./conditions.js";
import type { EntityRow, RelationshipRow, Values } from "./dataset.js";
import { compareTexts, compareValues, valueOf, type Memory, type Met } from "./memory.js";

type Args = Readonly<Record<string, unknown>>;
type Root = Readonly<Record<string, unknown>>;
type Compare<Row> = (one: Row, other: Row) => number;

const DEFAULT_PAGE_SIZE = 20;

interface OrderItem {
  readonly field?: string;
  readonly node?: string;
  readonly relationship?: string;
  readonly direction: string;
}

/**
 * Answers what {@link Graph} answers, from a dataset in memory and in the plainest way: every list is filtered, sorted
 * and cut. Its cursors are positions.
 */
export class Oracle {
  readonly model;

  constructor(private readonly memory: Memory) {
    this.model = memory.model;
  }

  list(kindName: string, args: Args): unknown {
    const filter = (args["filter"] ?? {}) as Args;
    const rows = [...this.memory.entities.values()]
      .filter((row) => row.kind.name === kindName && entityFits(this.memory, row, filter))
      .sort(inOrder(orderOf(args), (row: EntityRow, { field }) => valueOf(row, field as string), byId));
    return cut(rows, args, (row) => ({ node: this.show(row) }));
  }

  connection(root: Root, args: Args, info: GraphQLResolveInfo): unknown {
    const filter = (args["filter"] ?? {}) as Args;
    const value = ({ far, relationship }: Met, { node, relationship: own }: OrderItem) =>
      node ? valueOf(far, node) : valueOf(relationship, own as string);
    const rows = this.memory
      .along(info.parentType.name, info.fieldName, root["id"] as string)
      .filter((met) => endFits(this.memory, met, filter))
      .sort(inOrder(orderOf(args), value, (a, b) => byId(a.far, b.far) || byId(a.relationship, b.relationship)));
    return this.edges(rows, args);
  }

  relationships(root: Root, args: Args): unknown {
    const { types, kinds, direction } = args as { types?: string[]; kinds?: string[]; direction: string };
    const order = [...this.model.relationships.keys()];
    const way = ({ side }: Met) => (side === "from" ? "OUT" : "IN");
    const walk = (met: Met) => order.indexOf(met.relationship.type.type) * 2 + Number(way(met) === "OUT");
    const rows = this.memory
      .around(root["id"] as string)
      .filter((met) => direction === "BOTH" || way(met) === direction)
      .filter(({ relationship }) => types?.includes(relationship.type.type) ?? !relationship.type.derived)
      .filter(({ far }) => kinds?.includes(far.kind.value) ?? true)
      .sort((a, b) => walk(a) - walk(b) || byId(a.far, b.far) || byId(a.relationship, b.relationship));
    return this.edges(rows, args);
  }

  private edges(rows: readonly Met[], args: Args): unknown {
    return cut(rows, args, ({ far, relationship }) => ({
      node: this.show(far),
      relationship: this.showRelationship(relationship),
    }));
  }

  byId(_kindName: string, args: Args): unknown {
    return this.node(args["id"] as string);
  }

  node(id: string): unknown {
    const [entity, relationship] = [this.memory.entities.get(id), this.memory.relationships.get(id)];
    return entity ? this.show(entity) : relationship ? this.showRelationship(relationship) : null;
  }

  nodes(ids: readonly string[]): unknown[] {
    return ids.map((id) => this.node(id));
  }

  relationshipEnd(root: Root, side: "from" | "to"): unknown {
    return this.node(root[side] as string);
  }

  citedSource(root: Root): unknown {
    return this.node(root["sourceId"] as string);
  }

  facts(root: Root, args: Args): unknown {
    const wanted = args["properties"] as string[] | null | undefined;
    return this.memory
      .factsOf(root["id"] as string)
      .filter(({ property }) => wanted?.includes(property) ?? true)
      .map((row) => ({
        property: row.property,
        label: row.property,
        value: /^[\d.]+$/.test(row.value) ? Number(row.value) : row.value,
        unit: row.unit || null,
        qualifier: row.qualifier,
        planned: row.planned === "true",
        asOf: row.asOf || null,
        citation: citation(row.citation),
      }));
  }

  private show(row: EntityRow): unknown {
    return { ...shown(row.kind.properties, row), __typename: row.kind.name, id: row.id, kind: row.kind.value };
  }

  private showRelationship(row: RelationshipRow): unknown {
    const { type, id, from, to } = row;
    const own = shown(type.properties, row);
    const properties = Object.fromEntries(
      [...type.properties.keys()].flatMap((name) => (own[name] === null ? [] : [[name, own[name]]])),
    ) as unknown;
    return { ...own, __typename: type.name, id, type: type.type, from, to, properties };
  }
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return compareTexts(one.id, other.id);
}

function orderOf(args: Args): readonly OrderItem[] {
  return (args["orderBy"] ?? []) as readonly OrderItem[];
}

function inOrder<Row>(
  order: readonly OrderItem[],
  value: (row: Row, item: OrderItem) => unknown,
  ties: Compare<Row>,
): Compare<Row> {
  return (one, other) => {
    for (const item of order) {
      const difference = compareValues(value(one, item), value(other, item));
      if (difference !== 0) return item.direction === "DESC" ? -difference : difference;
    }
    return ties(one, other);
  };
}

function cut<Row>(rows: readonly Row[], args: Args, edge: (row: Row) => { readonly node: unknown }): unknown {
  const { first, last, after, before } = stated(args) as Partial<
    Record<"first" | "last", number> & Record<string, string>
  >;
  const all = rows.map((row, position) => ({ ...edge(row), cursor: String(position) }));
  const window = all.slice(
    after === undefined ? 0 : Number(after) + 1,
    before === undefined ? all.length : Number(before),
  );
  const size = last ?? first ?? DEFAULT_PAGE_SIZE;
  const more = window.length > size;
  const edges = last === undefined ? window.slice(0, size) : window.slice(Math.max(0, window.length - size));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    totalCount: rows.length,
    pageInfo: {
      hasNextPage: last === undefined ? more : before !== undefined,
      hasPreviousPage: last === undefined ? after !== undefined : more,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function citation(stored: string): unknown {
  const [sourceId, article, paragraph] = stored.split("|");
  return { sourceId, article: article || null, paragraph: paragraph ? Number(paragraph) : null };
}

function shown(properties: ReadonlyMap<string, Property>, { values }: { readonly values: Values }) {
  const own = [...properties.values()].map(({ name, list }) => [name, values[name] ?? (list ? [] : null)] as const);
  const citations = ((values["citations"] ?? []) as string[]).map(citation);
  return { ...Object.fromEntries(own), citations } as Record<string, unknown>;
}

/** GraphQL tells null from what is not given; a page does not. */
function stated(args: Args): Args {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
}
