import type DataLoader from "dataloader";
import type { GraphQLResolveInfo } from "graphql";
import type { Capabilities, Engine, Row, Statement } from "../engine/engine.js";
import { BadInput } from "../errors.js";
import { Batches } from "./batches.js";
import { isKind, ownerOf, type End, type GraphModel, type Kind, type RelationshipType, type Walk } from "./model.js";
import { fingerprint, readPage, toConnection, type Keyset, type Page, type PageLimits, type PageRow } from "./page.js";
import { askedOf, selectionOf, type Asked, type Selection } from "./selection.js";
import { Columns, readCitation, type GraphObject } from "./statements/columns.js";
import { FilterCompiler } from "./statements/filter.js";
import { endKeys, listKeys, NODE, RELATIONSHIP } from "./statements/keyset.js";
import { list, listCount } from "./statements/list.js";
import { pageCounts, pages, type PageRequest } from "./statements/page.js";
import { entityPoints, relationshipPoints } from "./statements/points.js";
import {
  relationshipCounts,
  relationshipPages,
  walkName,
  type RelationshipsRequest,
} from "./statements/relationships.js";

type Args = Readonly<Record<string, unknown>>;
type Root = Readonly<Record<string, unknown>>;

/** How a request reads the graph. */
export interface GraphOptions {
  readonly model: GraphModel;
  readonly engine: Engine;
  readonly limits: PageLimits;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/** What one field asks of one parent; made once a request and field, so that parents are answered in batches. */
type Plan = (parent: string) => Promise<unknown>;

/**
 * The graph as one request sees it: every field of the API ends in one of these methods. Loaders are made on first use, keyed by
 * what is asked, so that the statements sent grow with the fields of a query and never with its answer.
 */
export class Graph {
  readonly model: GraphModel;
  private readonly plans = new WeakMap<object, Map<string, Plan>>();
  private readonly batches: Batches;

  constructor(private readonly options: GraphOptions) {
    this.model = options.model;
    this.batches = new Batches(options.engine, options.signal);
  }

  /** How many statements were sent so far. */
  get statements(): number {
    return this.batches.statements;
  }

  /** What the engine can do, for statements that choose by it. */
  get capabilities(): Capabilities {
    return this.options.engine.capabilities;
  }

  /** Sends one statement. */
  read(statement: Statement): Promise<readonly Row[]> {
    return this.batches.read(statement);
  }

  /** Entities by id with the columns that a selection asks for, in that order; what is not there is left out. */
  async entitiesById(ids: readonly string[], selection: Selection): Promise<GraphObject[]> {
    const found = await this.entities(this.model.kinds.values(), selection).loadMany(ids);
    return (found as (GraphObject | Error | null)[]).flatMap((object) => {
      if (object instanceof Error) throw object;
      return object ?? [];
    });
  }

  /** A root list of a kind. */
  list(kindName: string, args: Args, info: GraphQLResolveInfo): Promise<unknown> {
    const kind = this.model.kinds.get(kindName) as Kind;
    const selection = selectionOf(info);
    const keys = listKeys(args["orderBy"], args["filter"]);
    const print = fingerprint(info.fieldName, ...keys.map(({ label }) => label));
    const page = readPage(info.fieldName, args, this.options.limits, print, keys.length);
    const compiler = new FilterCompiler(this.model);
    const filter = compiler.node([kind], NODE, args["filter"], `${info.fieldName}(filter)`);
    const walk = compiler.walk(kind, NODE, args["filter"], `${info.fieldName}(filter)`);
    const columns = Columns.ofEntity(this.model, [kind], nodeSelection(selection));
    const asked = askedOf(selection);
    const { capabilities } = this.options.engine;
    return this.assemble(asked, page, {
      rows: async () =>
        (await this.batches.read(list({ kind, keys, page, filter, walk, columns, asked, capabilities }))).map(
          (row) => ({
            edge: { node: columns.at(row, 0) },
            keys: row.slice(columns.width) as Keyset,
          }),
        ),
      total: async () => (await this.batches.read(listCount({ kind, filter, walk })))[0]?.[0],
    });
  }

  /** A page of what a relationship joins to an entity. */
  connection(root: Root, args: Args, info: GraphQLResolveInfo): Promise<unknown> {
    return this.plan(info, () => this.planPage(args, info))(root["id"] as string);
  }

  private planPage(args: Args, info: GraphQLResolveInfo): Plan {
    const end = this.model.kinds.get(info.parentType.name)?.ends.get(info.fieldName) as End;
    const where = `${end.owner}.${end.field}`;
    const selection = selectionOf(info);
    const keys = endKeys(end, args["orderBy"]);
    const plain = keys.length === 2 && !(args["orderBy"] as unknown[] | undefined)?.length;
    const page = readPage(
      where,
      args,
      this.options.limits,
      fingerprint(where, ...keys.map(({ label }) => label)),
      keys.length,
    );
    const filter = new FilterCompiler(this.model).end(end, NODE, RELATIONSHIP, args["filter"], `${where}(filter)`);
    const node = Columns.ofEntity(this.model, end.kinds, nodeSelection(selection));
    const asked = askedOf(selection);
    const relationship = asked.relationships
      ? Columns.ofRelationship(end.relationship, selection.below("edges", "relationship"))
      : undefined;
    const request: PageRequest = { end, keys, plain, page, filter, node, relationship, asked };
    const { capabilities } = this.options.engine;
    const key = JSON.stringify([where, args]);
    const rows = this.batches.grouped(
      JSON.stringify([key, node.key, relationship?.key, asked.cursors]),
      (parents) => pages(parents, request, capabilities),
      pageRow(request),
    );
    const totals = this.batches.grouped(
      `${key} total`,
      (parents) => pageCounts(parents, request, capabilities),
      (row) => row[1],
    );
    return (parent) =>
      this.assemble(asked, page, {
        rows: () => rows.load(parent),
        total: async () => (await totals.load(parent))[0] ?? 0,
      });
  }

  /** A page of the relationships of any type that end at an entity. */
  relationships(root: Root, args: Args, info: GraphQLResolveInfo): Promise<unknown> {
    return this.plan(info, () => this.planRelationships(args, info))(root["id"] as string);
  }

  private planRelationships(args: Args, info: GraphQLResolveInfo): Plan {
    const where = `${info.parentType.name}.relationships`;
    const selection = selectionOf(info);
    const walks = walksFrom(this.model, this.model.kinds.get(info.parentType.name) as Kind, args);
    const print = fingerprint(where, ...walks.map(walkName));
    const page = readPage(where, args, this.options.limits, print, 3);
    const types = [...new Set(walks.map(({ relationship }) => relationship))];
    const node = Columns.ofEntity(this.model, new Set(walks.flatMap(({ kinds }) => kinds)), nodeSelection(selection));
    const relationship = Columns.ofRelationships(this.model, types, selection.below("edges", "relationship"));
    const request: RelationshipsRequest = { walks, page, node, relationship };
    const { capabilities } = this.options.engine;
    const key = JSON.stringify([where, args]);
    const rows = this.batches.grouped(
      `${key} ${node.key} ${relationship.key}`,
      (parents) => relationshipPages(parents, request, capabilities),
      (row) => {
        const joined = relationship.at(row, 5 + node.width);
        const walk = walkName(walks[row[1] as number] as Walk);
        return {
          edge: { node: node.at(row, 5), relationship: { ...joined, fromId: row[3], toId: row[4] } },
          keys: [walk, row[2] as string, joined.id] as const,
        };
      },
    );
    const totals = this.batches.grouped(
      `${key} total`,
      (parents) => relationshipCounts(parents, request, capabilities),
      (row) => row[1],
    );
    const none = walks.length === 0;
    const asked = askedOf(selection);
    return (parent) =>
      this.assemble(asked, page, {
        rows: async () => (none ? [] : (await rows.load(parent)).slice(0, page.size + 1)),
        total: async () => (none ? 0 : ((await totals.load(parent))[0] ?? 0)),
      });
  }

  /** One entity of a kind, by id. */
  async byId(kindName: string, args: Args, info: GraphQLResolveInfo): Promise<unknown> {
    const kind = this.model.kinds.get(kindName) as Kind;
    const id = args["id"] as string;
    if (!id.startsWith(`${kind.prefix}:`))
      throw new BadInput(
        `${info.fieldName}(id): expected an id of the form ${kind.prefix}:… but got ${JSON.stringify(id)}; ask node(id:) for any kind.`,
      );
    return this.entities([kind], selectionOf(info)).load(id);
  }

  /** Any entity or relationship, by id; null where there is none. */
  async node(id: string, info: GraphQLResolveInfo): Promise<unknown> {
    const owner = ownerOf(this.model, id);
    if (!owner) return null;
    const selection = selectionOf(info);
    return isKind(owner)
      ? this.entities(this.model.kinds.values(), selection).load(id)
      : this.relationshipLoader(owner, selection).load(id);
  }

  /** Several of them, in the order asked for. */
  nodes(ids: readonly string[], info: GraphQLResolveInfo): Promise<unknown>[] {
    if (ids.length > this.options.limits.maxPageSize)
      throw new BadInput(
        `nodes(ids): expected at most ${this.options.limits.maxPageSize} ids but got ${ids.length}; ask in several requests.`,
      );
    return ids.map((id) => this.node(id, info));
  }

  /** The entity at an end of a relationship. */
  relationshipEnd(root: Root, side: "from" | "to", info: GraphQLResolveInfo): Promise<unknown> {
    return this.plan(info, () => {
      const type = this.model.relationships.get(root["type"] as string) as RelationshipType;
      const kinds = [...type[side]].map((kindName) => this.model.kinds.get(kindName) as Kind);
      return (id) => this.entities(kinds, selectionOf(info)).load(id);
    })(root[`${side}Id`] as string);
  }

  /** The source that a citation names. */
  citedSource(root: Root, info: GraphQLResolveInfo): Promise<unknown> {
    return this.plan(info, () => {
      const kind = this.model.kinds.get(info.returnType.toString().replace("!", "")) as Kind;
      return (id) => this.entities([kind], selectionOf(info)).load(id);
    })(root["sourceId"] as string);
  }

  /** The figures that have no property of their own. */
  facts(root: Root, args: Args): unknown {
    const wanted = args["properties"] as string[] | null | undefined;
    const stored = (root["storedFacts"] as readonly string[]).map(
      (text) => JSON.parse(text) as Record<string, unknown>,
    );
    return stored
      .filter(({ property }) => wanted?.includes(property as string) ?? true)
      .map((fact) => ({ ...fact, citation: readCitation(fact["citation"] as string) }));
  }

  private entities(kinds: Iterable<Kind>, selection: Selection): DataLoader<string, unknown> {
    const columns = Columns.ofEntity(this.model, kinds, selection);
    return this.batches.points(
      `entity ${columns.key}`,
      (ids) => entityPoints(ids, columns),
      (row) => columns.at(row, 0),
    );
  }

  private relationshipLoader(type: RelationshipType, selection: Selection): DataLoader<string, unknown> {
    const columns = Columns.ofRelationship(type, selection);
    return this.batches.points(
      `${type.type} ${columns.key}`,
      (ids) => relationshipPoints(ids, type, columns),
      (row) => ({
        ...columns.at(row, 2),
        fromId: row[0],
        toId: row[1],
      }),
    );
  }

  /** A field's plan, made by its first parent: siblings share the field's nodes, fragments and variables. */
  private plan(info: GraphQLResolveInfo, make: () => Plan): Plan {
    const byType = this.plans.get(info.fieldNodes) ?? new Map<string, Plan>();
    this.plans.set(info.fieldNodes, byType);
    const plan = byType.get(info.parentType.name) ?? make();
    byType.set(info.parentType.name, plan);
    return plan;
  }

  /** Answers what of a connection was asked for, and nothing else. */
  private async assemble<Edge extends { readonly node: GraphObject }>(
    asked: Asked,
    page: Page,
    ask: { readonly rows: () => Promise<readonly PageRow<Edge>[]>; readonly total: () => Promise<unknown> },
  ): Promise<unknown> {
    if (!asked.total) return toConnection(page, asked.rows ? await ask.rows() : [], asked);
    const [rows, totalCount] = await Promise.all([asked.rows ? ask.rows() : [], ask.total()]);
    return { ...toConnection(page, rows, asked), totalCount };
  }
}

/** Reads a row of a page under a parent. */
function pageRow({ end, node, relationship }: PageRequest): (row: Row) => PageRow<{ readonly node: GraphObject }> {
  const width = 1 + node.width + (relationship?.width ?? 0);
  return (row) => {
    const far = node.at(row, 1);
    const keys = row.slice(width) as Keyset;
    if (!relationship) return { edge: { node: far }, keys };
    const [fromId, toId] = end.side === "from" ? [row[0], far.id] : [far.id, row[0]];
    return { edge: { node: far, relationship: { ...relationship.at(row, 1 + node.width), fromId, toId } }, keys };
  };
}

function nodeSelection(selection: Selection): Selection {
  return selection.below("edges", "node").with(selection.below("nodes"));
}

/** The walks from a kind that arguments leave: by type in the model's order, into the kind before out of it. */
function walksFrom(model: GraphModel, { name }: Kind, { types, direction, kinds: wanted }: Args): Walk[] {
  const chosen = types as readonly string[] | null | undefined;
  const sides = ({ IN: ["to"], OUT: ["from"], BOTH: ["to", "from"] } as const)[direction as "IN" | "OUT" | "BOTH"];
  return [...model.relationships.values()]
    .filter(({ type }) => chosen?.includes(type) ?? true)
    .flatMap((relationship) => sides.map((side) => ({ relationship, side })))
    .filter(({ relationship, side }) => relationship[side].has(name))
    .map(({ relationship, side }) => {
      const far = [...relationship[side === "from" ? "to" : "from"]].map((kind) => model.kinds.get(kind) as Kind);
      const kinds = far.filter(
        ({ value }) => (wanted as readonly string[] | null | undefined)?.includes(value) ?? true,
      );
      return { relationship, side, kinds, narrowed: kinds.length < far.length };
    })
    .filter(({ kinds }) => kinds.length > 0);
}
