import type { RequestContext } from "../../graph/context.js";
import { fingerprint, type Page, type PageArguments, type PageRow, readPage } from "../../graph/page.js";
import { type Asked, askedOf, type Selection } from "../../graph/selection.js";
import { Columns } from "../../graph/statements/columns.js";
import { memberCount, type Members, membersOf } from "./chain-map-statements.js";
import type { MemberEdge } from "./member-connection.js";

/** What is asked of the members of several chains; `where` names the field in messages. */
export interface MembersRequest extends Members {
  readonly where: string;
}

/** A page that is read where it is asked for. */
export interface MemberPage {
  readonly asked: Asked;
  readonly page: Page;
  readonly rows: () => Promise<readonly PageRow<MemberEdge>[]>;
  readonly total: () => Promise<number>;
}

/** Those whom several chains have, in one order over all of them; who is in two of them comes twice. */
export function memberPage(
  { graph, limits }: RequestContext,
  members: MembersRequest,
  args: PageArguments,
  selection: Selection,
): MemberPage {
  const { where, walk } = members;
  const asked = askedOf(selection);
  const page = readPage(where, args, limits, fingerprint(where), 2);
  const node = Columns.for(graph.model, walk.kinds, selection.below("edges", "node").with(selection.below("nodes")));
  const relationship = Columns.for(graph.model, [walk.relationship], selection.below("edges", "relationship"));
  const rows = async (): Promise<PageRow<MemberEdge>[]> => {
    const found = await graph.read(membersOf(members, page, { node, relationship }));
    return found.map((row) => {
      const [fromId, id, toId] = row as [string, string, string];
      const joined = { ...relationship.at(row, 3 + node.width), fromId, toId };
      return { edge: { node: node.at(row, 3), relationship: joined }, keys: [fromId, id] };
    });
  };
  const total = async () => (await graph.read(memberCount(members)))[0]?.[0] as number;
  return { asked, page, rows, total };
}
