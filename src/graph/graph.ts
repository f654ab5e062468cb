import type DataLoader from "dataloader";
import type { GraphQLResolveInfo } from "graphql";
import type { Capabilities, Engine, Row, Statement } from "../engine/engine.js";
import { BadInput } from "../errors.js";
import { Batches, type Plan } from "./batches.js";
import { Connections } from "./connections.js";
import { JoinedPages, type ConnectionOptions, type JoinedEdge } from "./joined-pages.js";
import type { Fragment } from "./cypher.js";
import { isKind, ownerOf, type End, type GraphModel, type Kind, type RelationshipType } from "./model.js";
import { planSummary, type NeighborCount } from "./neighbors.js";
import type { Connection, PageLimits } from "./page.js";
import { selectionOf, type Selection } from "./selection.js";
import { Columns, readCitation, type GraphObject } from "./statements/columns.js";
import { entityPoints, relationshipPoints } from "./statements/points.js";

type Args = Readonly<Record<string, unknown>>;
type Root = Readonly<Record<string, unknown>>;

/** How a request reads the graph. */
export interface GraphOptions {
  readonly model: GraphModel;
  readonly engine: Engine;
  readonly limits: PageLimits;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
  /** How many statements may be sent. */
  readonly maxStatements?: number;
}

/**
 * The graph as one request sees it: every field of the API ends in one of these methods. Loaders are made on first use, keyed by
 * what is asked, so that the statements sent grow with the fields of a query and never with its answer.
 */
export class Graph {
  readonly model: GraphModel;
  private readonly batches: Batches;
  private readonly pageOptions: ConnectionOptions;
  private readonly connections: Connections;
  private readonly joinedPages: JoinedPages;

  constructor(private readonly options: GraphOptions) {
    this.model = options.model;
    this.batches = new Batches(options.engine, options.signal, options.maxStatements);
    const { model, limits, engine } = options;
    this.pageOptions = { model, limits, capabilities: engine.capabilities, batches: this.batches };
    this.joinedPages = new JoinedPages(this.pageOptions);
    this.connections = new Connections(this.pageOptions, this.joinedPages);
  }

  /** How many statements were sent so far. */
  get statements(): number {
    return this.batches.statements;
  }

  /** Aborted when nobody waits for the answer any more. */
  get signal(): AbortSignal | undefined {
    return this.options.signal;
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
    return found.flatMap((object) => {
      if (object instanceof Error) throw object;
      return object ?? [];
    });
  }

  /** A root list of a kind. */
  list(kindName: string, args: Args, info: GraphQLResolveInfo): Promise<Connection<JoinedEdge>> {
    return this.connections.list(kindName, args, info);
  }

  /** A page of what a relationship joins to an entity. */
  connection(root: Root, args: Args, info: GraphQLResolveInfo): Promise<Connection<JoinedEdge>> {
    return this.joinedPages.connection(root, args, info);
  }

  /** A page of what an end joins to an entity, as far as a condition lets it; see {@link JoinedPages.joined}. */
  joined(
    end: End,
    condition: Fragment | undefined,
    parent: string,
    args: Args,
    info: GraphQLResolveInfo,
  ): Promise<Connection<JoinedEdge>> {
    return this.joinedPages.joined(end, condition, parent, args, info);
  }

  /** The rows of one statement, sent once however many fields of a request ask for it under its key. */
  once(key: string, statementOf: () => Statement): Promise<readonly Row[]> {
    return this.batches.once(key, statementOf);
  }

  /** Rows by parent, which stands in a row's first column, of several parents at once. */
  grouped(
    key: string,
    statementOf: (parents: readonly string[]) => Statement,
    parent: string,
  ): Promise<readonly Row[]> {
    return this.batches.grouped(key, statementOf, (row) => row).load(parent);
  }

  /** A page of the relationships of any type that end at an entity. */
  relationships(root: Root, args: Args, info: GraphQLResolveInfo): Promise<Connection<JoinedEdge>> {
    return this.connections.relationships(root, args, info);
  }

  /** What is joined to an entity, counted by type, direction and kind. */
  neighborSummary(root: Root, info: GraphQLResolveInfo): Promise<readonly NeighborCount[]> {
    const kind = this.model.kinds.get(info.parentType.name) as Kind;
    const make = (): Plan<readonly NeighborCount[]> => planSummary(this.pageOptions, kind);
    return this.batches.plan(info.fieldNodes, info.parentType.name, make)(root["id"] as string);
  }

  /** One entity of a kind, by id. */
  async byId(kindName: string, args: Args, info: GraphQLResolveInfo): Promise<GraphObject | null> {
    const kind = this.model.kinds.get(kindName) as Kind;
    const id = args["id"] as string;
    if (!id.startsWith(`${kind.prefix}:`))
      throw new BadInput(
        `${info.fieldName}(id): expected an id of the form ${kind.prefix}:… but got ${JSON.stringify(id)}; ask node(id:) for any kind.`,
      );
    return this.entityLoader(this.joinedPages.entity([kind], [selectionOf(info)], 1)).load(id);
  }

  /** Any entity or relationship, by id; null where there is none. */
  async node(id: string, info: GraphQLResolveInfo): Promise<GraphObject | null> {
    const owner = ownerOf(this.model, id);
    if (!owner) return null;
    const selection = selectionOf(info);
    return isKind(owner)
      ? this.entities(this.model.kinds.values(), selection).load(id)
      : this.relationshipLoader(owner, selection).load(id);
  }

  /** Several of them, in the order asked for. */
  nodes(ids: readonly string[], info: GraphQLResolveInfo): Promise<GraphObject | null>[] {
    if (ids.length > this.options.limits.maxPageSize)
      throw new BadInput(
        `nodes(ids): expected at most ${this.options.limits.maxPageSize} ids but got ${ids.length}; ask in several requests.`,
      );
    return ids.map((id) => this.node(id, info));
  }

  /** The entity at an end of a relationship. */
  relationshipEnd(root: Root, side: "from" | "to", info: GraphQLResolveInfo): Promise<GraphObject | null> {
    return this.batches.plan(info.fieldNodes, info.parentType.name, (): Plan<GraphObject | null> => {
      const type = this.model.relationships.get(root["type"] as string) as RelationshipType;
      const kinds = [...type[side]].map((kindName) => this.model.kinds.get(kindName) as Kind);
      return (id) => this.entities(kinds, selectionOf(info)).load(id);
    })(root[`${side}Id`] as string);
  }

  /** The source that a citation names. */
  citedSource(root: Root, info: GraphQLResolveInfo): Promise<GraphObject | null> {
    return this.batches.plan(info.fieldNodes, info.parentType.name, (): Plan<GraphObject | null> => {
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

  private entities(kinds: Iterable<Kind>, selection: Selection): DataLoader<string, GraphObject | null> {
    return this.entityLoader(Columns.for(this.model, kinds, selection));
  }

  private entityLoader(columns: Columns): DataLoader<string, GraphObject | null> {
    return this.batches.points(
      `entity ${columns.key}`,
      (ids) => entityPoints(ids, columns),
      (row) => columns.at(row, 0),
    );
  }

  private relationshipLoader(type: RelationshipType, selection: Selection): DataLoader<string, GraphObject | null> {
    const columns = Columns.for(this.model, [type], selection);
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
}
