import type { GraphQLResolveInfo } from "graphql";
import type { Capabilities, Row } from "../engine/engine.js";
import type { Batches, Plan } from "./batches.js";
import type { End, GraphModel, Kind, Walk } from "./model.js";
import { cypher, type Fragment } from "./cypher.js";
import { fingerprint, readPage, toConnection, type Keyset, type Page, type PageLimits, type PageRow } from "./page.js";
import { askedOf, selectionOf, type Asked, type Selection } from "./selection.js";
import { Columns, type GraphObject } from "./statements/columns.js";
import { FilterCompiler } from "./statements/filter.js";
import { endKeys, listKeys, NODE, RELATIONSHIP } from "./statements/keyset.js";
import { list, listCount } from "./statements/list.js";
import { pageCounts, pages, type PageRequest } from "./statements/page.js";
import {
  relationshipCounts,
  relationshipPages,
  walkName,
  type RelationshipsRequest,
} from "./statements/relationships.js";
import { walksFrom } from "./walks.js";

type Args = Readonly<Record<string, unknown>>;
type Root = Readonly<Record<string, unknown>>;

/** How pages are read. */
export interface ConnectionOptions {
  readonly model: GraphModel;
  readonly limits: PageLimits;
  readonly capabilities: Capabilities;
  readonly batches: Batches;
}

/** Everything that is answered page by page: root lists, and what relationships join to an entity. */
export class Connections {
  constructor(private readonly options: ConnectionOptions) {}

  /** A root list of a kind. */
  list(kindName: string, args: Args, info: GraphQLResolveInfo): Promise<unknown> {
    const kind = this.options.model.kinds.get(kindName) as Kind;
    const selection = selectionOf(info);
    const keys = listKeys(args["orderBy"], args["filter"]);
    const print = fingerprint(info.fieldName, ...keys.map(({ label }) => label));
    const page = readPage(info.fieldName, args, this.options.limits, print, keys.length);
    const compiler = new FilterCompiler(this.options.model);
    const filter = compiler.node([kind], NODE, args["filter"], `${info.fieldName}(filter)`);
    const walk = compiler.walk(kind, NODE, args["filter"], `${info.fieldName}(filter)`);
    const columns = Columns.ofEntity(this.options.model, [kind], nodeSelection(selection));
    const asked = askedOf(selection);
    const { capabilities } = this.options;
    return this.assemble(asked, page, {
      rows: async () =>
        (await this.options.batches.read(list({ kind, keys, page, filter, walk, columns, asked, capabilities }))).map(
          (row) => ({
            edge: { node: columns.at(row, 0) },
            keys: row.slice(columns.width) as Keyset,
          }),
        ),
      total: async () => (await this.options.batches.read(listCount({ kind, filter, walk })))[0]?.[0],
    });
  }

  /** A page of what a relationship joins to an entity. */
  connection(root: Root, args: Args, info: GraphQLResolveInfo): Promise<unknown> {
    const end = this.options.model.kinds.get(info.parentType.name)?.ends.get(info.fieldName) as End;
    return this.joined(end, undefined, root["id"] as string, args, info);
  }

  /**
   * The same for a field that is no end itself.
   * @param condition over the far node `n`, the relationship `r` and the near id `pid`.
   */
  joined(
    end: End,
    condition: Fragment | undefined,
    parent: string,
    args: Args,
    info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.options.batches.plan(info, () => this.planPage(end, condition, args, info))(parent);
  }

  private planPage(end: End, condition: Fragment | undefined, args: Args, info: GraphQLResolveInfo): Plan {
    const where = `${info.parentType.name}.${info.fieldName}`;
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
    const compiler = new FilterCompiler(this.options.model);
    const filter = both(compiler.end(end, NODE, RELATIONSHIP, args["filter"], `${where}(filter)`), condition);
    const node = Columns.ofEntity(this.options.model, end.kinds, nodeSelection(selection));
    const asked = askedOf(selection);
    const relationship = asked.relationships
      ? Columns.ofRelationship(end.relationship, selection.below("edges", "relationship"))
      : undefined;
    const request: PageRequest = { end, keys, plain, page, filter, node, relationship, asked };
    const { capabilities } = this.options;
    const key = JSON.stringify([where, end.owner, end.field, args, condition]);
    const rows = this.options.batches.grouped(
      JSON.stringify([key, node.key, relationship?.key, asked.cursors]),
      (parents) => pages(parents, request, capabilities),
      pageRow(request),
    );
    const totals = this.options.batches.grouped(
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
    return this.options.batches.plan(info, () => this.planRelationships(args, info))(root["id"] as string);
  }

  private planRelationships(args: Args, info: GraphQLResolveInfo): Plan {
    const where = `${info.parentType.name}.relationships`;
    const selection = selectionOf(info);
    const walks = walksFrom(this.options.model, this.options.model.kinds.get(info.parentType.name) as Kind, args);
    const print = fingerprint(where, ...walks.map(walkName));
    const page = readPage(where, args, this.options.limits, print, 3);
    const types = [...new Set(walks.map(({ relationship }) => relationship))];
    const node = Columns.ofEntity(
      this.options.model,
      new Set(walks.flatMap(({ kinds }) => kinds)),
      nodeSelection(selection),
    );
    const relationship = Columns.ofRelationships(this.options.model, types, selection.below("edges", "relationship"));
    const request: RelationshipsRequest = { walks, page, node, relationship };
    const { capabilities } = this.options;
    const key = JSON.stringify([where, args]);
    const rows = this.options.batches.grouped(
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
    const totals = this.options.batches.grouped(
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

function both(one: Fragment | undefined, other: Fragment | undefined): Fragment | undefined {
  return one && other ? cypher`${one} AND ${other}` : (one ?? other);
}

function nodeSelection(selection: Selection): Selection {
  return selection.below("edges", "node").with(selection.below("nodes"));
}
