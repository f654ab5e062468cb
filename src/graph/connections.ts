import type { GraphQLResolveInfo } from "graphql";
import type { Plan } from "./batches.js";
import { nodeSelections, type ConnectionOptions, type JoinedEdge, type JoinedPages } from "./joined-pages.js";
import type { Kind, Walk } from "./model.js";
import { answerPage, fingerprint, readPage, type Connection, type Keyset } from "./page.js";
import { askedOf, selectionOf, type Selection } from "./selection.js";
import { Columns } from "./statements/columns.js";
import { FilterCompiler } from "./statements/filter.js";
import { fillOnce } from "./statements/id-sets.js";
import { listKeys, NODE } from "./statements/keyset.js";
import { list, listCount } from "./statements/list.js";
import {
  relationshipCounts,
  relationshipPages,
  walkName,
  type RelationshipsRequest,
} from "./statements/relationships.js";
import { walksFrom } from "./walks.js";

type Args = Readonly<Record<string, unknown>>;
type Root = Readonly<Record<string, unknown>>;

/** Root lists, and the relationships of any type at an entity, page by page. */
export class Connections {
  /** @param joined tells the columns of what is listed, with the pages below. */
  constructor(
    private readonly options: ConnectionOptions,
    private readonly joined: JoinedPages,
  ) {}

  /** A root list of a kind. */
  list(kindName: string, args: Args, info: GraphQLResolveInfo): Promise<Connection<JoinedEdge>> {
    const kind = this.options.model.kinds.get(kindName) as Kind;
    const selection = selectionOf(info);
    const keys = listKeys(args["orderBy"], args["filter"]);
    const print = fingerprint(info.fieldName, ...keys.map(({ label }) => label));
    const page = readPage(info.fieldName, args, this.options.limits, print, keys.length);
    const compiler = new FilterCompiler(this.options.model, this.options.capabilities);
    const { capabilities, batches } = this.options;
    const where = `${info.fieldName}(filter)`;
    const walk = compiler.walk(kind, NODE, args["filter"], where);
    // Without an index to walk instead, whatever a walk reaches is the list.
    const both = capabilities.orderedIndexes || !walk;
    const filter = both ? compiler.node([kind], NODE, args["filter"], where) : undefined;
    const anchor = both ? compiler.anchor(kind, NODE, args["filter"], where) : undefined;
    const columns = this.joined.entity([kind], nodeSelections(selection), page.size);
    const asked = askedOf(selection);
    const filled = fillOnce(compiler.idSets, (statement) => batches.read(statement));
    return answerPage(asked, page, {
      rows: async () => {
        await filled();
        const rows = await batches.read(list({ kind, keys, page, filter, walk, anchor, columns, asked, capabilities }));
        return rows.map((row) => ({
          edge: { node: columns.at(row, 0) },
          keys: row.slice(columns.width) as Keyset,
        }));
      },
      total: async () => {
        await filled();
        return (await batches.read(listCount({ kind, filter, walk })))[0]?.[0] as number;
      },
    });
  }

  /** A page of the relationships of any type that end at an entity. */
  relationships(root: Root, args: Args, info: GraphQLResolveInfo): Promise<Connection<JoinedEdge>> {
    const { fieldNodes, parentType } = info;
    const make = (): Plan<Connection<JoinedEdge>> => this.planRelationships(args, info);
    return this.options.batches.plan(fieldNodes, parentType.name, make)(root["id"] as string);
  }

  private planRelationships(args: Args, info: GraphQLResolveInfo): Plan<Connection<JoinedEdge>> {
    const where = `${info.parentType.name}.relationships`;
    const selection = selectionOf(info);
    const walks = walksFrom(this.options.model, this.options.model.kinds.get(info.parentType.name) as Kind, args);
    const print = fingerprint(where, ...walks.map(walkName));
    const page = readPage(where, args, this.options.limits, print, 3);
    const [edges, nodes] = nodeSelections(selection) as [Selection, Selection];
    const types = [...new Set(walks.map(({ relationship }) => relationship))];
    const node = Columns.for(this.options.model, new Set(walks.flatMap(({ kinds }) => kinds)), edges.with(nodes));
    const relationship = Columns.for(this.options.model, types, selection.below("edges", "relationship"));
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
      (row) => row[1] as number,
    );
    const none = walks.length === 0;
    const asked = askedOf(selection);
    return (parent) =>
      answerPage(asked, page, {
        rows: async () => (none ? [] : (await rows.load(parent)).slice(0, page.size + 1)),
        total: async () => (none ? 0 : ((await totals.load(parent))[0] ?? 0)),
      });
  }
}
