import type { GraphQLResolveInfo } from "graphql";
import type { Capabilities, Row } from "../engine/engine.js";
import { BadInput } from "../errors.js";
import type { Batches } from "./batches.js";
import { cypher, type Fragment } from "./cypher.js";
import type { End, GraphModel, Kind } from "./model.js";
import {
  answerPage,
  fingerprint,
  readPage,
  type Connection,
  type Keyset,
  type PageLimits,
  type PageRow,
} from "./page.js";
import { askedOf, selectionOf, type Selection } from "./selection.js";
import { Columns, type Below, type GraphObject } from "./statements/columns.js";
import { FilterCompiler } from "./statements/filter.js";
import { fillOnce } from "./statements/id-sets.js";
import { endKeys, NODE, RELATIONSHIP } from "./statements/keyset.js";
import { pageBelow, pageCounts, pages, type PageRequest } from "./statements/page.js";
import { byCodePoint } from "./text-order.js";

type Args = Readonly<Record<string, unknown>>;
type Root = Readonly<Record<string, unknown>>;

/**
 * Pages are read below so many parents by the statement that finds these. Beyond, a batch asks at each parent once, while
 * a statement would ask as often as it is met.
 */
const MOST_PARENTS = 1000;

/** What a relationship joins to an entity, and that relationship where it is asked for. */
export interface JoinedEdge {
  readonly node: GraphObject;
  readonly relationship?: GraphObject;
}

/** What a field of pages asks of each parent, and the same for the statement that finds the parents. */
interface PagePlan {
  readonly answer: (parent: string) => Promise<Connection<JoinedEdge>>;
  /** Undefined where no rows are asked for. */
  readonly below: Below | undefined;
}

/** A field of pages as it is asked. */
interface Asking {
  readonly end: End;
  /** For messages: `Zone.projects`. */
  readonly where: string;
  /** Over the far node `n`, the relationship `r` and the near id `pid`. */
  readonly condition: Fragment | undefined;
  readonly args: Args;
  readonly selection: Selection;
  /** How many parents it may be asked at. */
  readonly parents: number;
}

/** What is read before the pages. */
interface Filled {
  readonly filled: () => Promise<void>;
}

/** How pages are read. */
export interface ConnectionOptions {
  readonly model: GraphModel;
  readonly limits: PageLimits;
  readonly capabilities: Capabilities;
  readonly batches: Batches;
}

/** What relationships join to entities, page by page: below many parents in a batch, below few in the statement that finds these. */
export class JoinedPages {
  constructor(private readonly options: ConnectionOptions) {}

  /** A page of what a relationship joins to an entity. */
  connection(root: Root, args: Args, info: GraphQLResolveInfo): Promise<Connection<JoinedEdge>> {
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
  ): Promise<Connection<JoinedEdge>> {
    const { fieldName, fieldNodes, parentType } = info;
    const where = `${parentType.name}.${fieldName}`;
    const asking: Asking = { end, where, condition, args, selection: selectionOf(info), parents: Infinity };
    // A fragment on groups of one type, a stage and a whole chain, is the same field below different ends.
    const key = condition
      ? [parentType.name, end.relationship.type, end.side, JSON.stringify(condition)].join(" ")
      : parentType.name;
    return this.options.batches.plan(fieldNodes, key, () => this.planPage(asking)).answer(parent);
  }

  /**
   * The columns of entities, with the pages below them that the same statement is to read.
   * @param parts what is asked of them, in each place where it is.
   * @param parents how many of them there may be.
   */
  entity(kinds: readonly Kind[], parts: readonly Selection[], parents: number): Columns {
    const [kind, ...others] = kinds;
    const together = parts.reduce((one, other) => one.with(other));
    const columns = Columns.for(this.options.model, kinds, together);
    const nested = this.options.capabilities.nestedPages && parents <= MOST_PARENTS;
    if (!nested || !kind || others.length > 0) return columns;
    const below = parts.flatMap((part) => this.below(kind, part, parents));
    return columns.with(below.filter(({ key }, index) => below.findIndex((other) => other.key === key) === index));
  }

  private below(kind: Kind, part: Selection, parents: number): Below[] {
    const answers = [...part.names()].flatMap((field) => {
      const end = kind.ends.get(field);
      return end ? part.answers(field).map((answer) => ({ end, answer })) : [];
    });
    return answers.flatMap(({ end, answer }) => {
      try {
        const [where, args] = [`${kind.name}.${end.field}`, answer.argsOf(end.definition)];
        const asking: Asking = { end, where, condition: undefined, args, selection: answer, parents };
        return this.options.batches.plan(answer.nodes, kind.name, () => this.planPage(asking)).below ?? [];
      } catch (error) {
        // The field itself will say so in its place.
        if (error instanceof BadInput) return [];
        throw error;
      }
    });
  }

  private planPage(asking: Asking): PagePlan {
    const { batches, capabilities } = this.options;
    const request = this.pageRequest(asking);
    const { page, asked, node, relationship } = request;
    const { end, where, condition, args } = asking;
    const stated = Object.entries(args).filter(([, value]) => value !== null && value !== undefined);
    const key = JSON.stringify([
      where,
      end.owner,
      end.field,
      condition,
      stated.sort(([one], [other]) => byCodePoint(one, other)),
    ]);
    const rowsKey = JSON.stringify([key, node.key, relationship?.key, asked.cursors, asked.more]);
    const read = pageRow(request);
    const rows = batches.grouped(
      rowsKey,
      async (ids) => {
        await request.filled();
        return pages(ids, request, capabilities);
      },
      (row) => read(row[0] as string, row, 1),
    );
    const totals = batches.grouped(
      `${key} total`,
      async (ids) => {
        await request.filled();
        return pageCounts(ids, request, capabilities);
      },
      (row) => row[1] as number,
    );
    const answer: PagePlan["answer"] = (parent) =>
      answerPage(asked, page, {
        rows: () => rows.load(parent),
        total: async () => (await totals.load(parent))[0] ?? 0,
      });
    const below: Below = {
      key: rowsKey,
      of: (parent, depth) => pageBelow(parent, depth, request, capabilities),
      take: (parent, found) =>
        rows.prime(
          parent,
          found.map((row) => read(parent, row, 0)),
        ),
    };
    return { answer, below: asked.rows ? below : undefined };
  }

  private pageRequest({ end, where, condition, args, selection, parents }: Asking): PageRequest & Filled {
    const { model, limits, capabilities, batches } = this.options;
    const keys = endKeys(end, args["orderBy"]);
    const print = fingerprint(where, ...keys.map(({ label }) => label));
    const page = readPage(where, args, limits, print, keys.length);
    const asked = askedOf(selection);
    const compiler = new FilterCompiler(model, capabilities);
    return {
      end,
      keys,
      plain: !end.rollUp && keys.length === 2 && !(args["orderBy"] as unknown[] | undefined)?.length,
      page,
      filter: both(compiler.end(end, NODE, RELATIONSHIP, args["filter"], `${where}(filter)`), condition),
      filled: fillOnce(compiler.idSets, (statement) => batches.read(statement)),
      node: this.entity(end.kinds, nodeSelections(selection), parents * page.size),
      relationship: asked.relationships
        ? Columns.for(model, [end.relationship], selection.below("edges", "relationship"))
        : undefined,
      asked,
    };
  }
}

type ReadRow = (parent: string, row: Row, offset: number) => PageRow<JoinedEdge>;

/** Reads a row of a page under a parent, from a column on. */
function pageRow({ end, node, relationship }: PageRequest): ReadRow {
  const joined = node.width + (relationship?.width ?? 0);
  const width = joined + (relationship && end.rollUp ? 2 : 0);
  return (parent, row, offset) => {
    const far = node.at(row, offset);
    const keys = row.slice(offset + width) as Keyset;
    if (!relationship) return { edge: { node: far }, keys };
    const ends = end.side === "from" ? [parent, far.id] : [far.id, parent];
    const [fromId, toId] = end.rollUp ? row.slice(offset + joined, offset + width) : ends;
    return { edge: { node: far, relationship: { ...relationship.at(row, offset + node.width), fromId, toId } }, keys };
  };
}

function both(one: Fragment | undefined, other: Fragment | undefined): Fragment | undefined {
  return one && other ? cypher`${one} AND ${other}` : (one ?? other);
}

/** What is asked of a connection's nodes, in both places where it can be. */
export function nodeSelections(selection: Selection): Selection[] {
  return [selection.below("edges", "node"), selection.below("nodes")];
}
