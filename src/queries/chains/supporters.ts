import type { GraphQLResolveInfo } from "graphql";
import { BadInput } from "../../errors.js";
import type { RequestContext } from "../../graph/context.js";
import type { Kind, RelationshipType } from "../../graph/model.js";
import { answerPage, type Connection, fingerprint, readPage } from "../../graph/page.js";
import { askedOf, selectionOf } from "../../graph/selection.js";
import { Columns } from "../../graph/statements/columns.js";
import type { LeaderSupport, Nearness, SupporterEdge, SupportersArgs } from "./leader-support-schema.js";
import { supportCount, supportPage } from "./leader-support-statements.js";

/** A page of supporters by id, each with one relationship that makes it one. */
export async function supporters(
  { graph, limits }: RequestContext,
  { around }: LeaderSupport,
  args: SupportersArgs,
  info: GraphQLResolveInfo,
): Promise<Connection<SupporterEdge>> {
  const { nearness = null, stage = null } = args;
  const { model } = graph;
  const where = "LeaderSupport.supporters";
  if (stage !== null && !around.stages.includes(stage))
    throw new BadInput(
      `${where}(stage): expected a stage of the leader's chains but got ${JSON.stringify(stage)}; byStage lists those that have somebody.`,
    );
  const selection = selectionOf(info);
  const asked = askedOf(selection);
  const page = readPage(where, args, limits, fingerprint(where, nearness ?? "", stage ?? ""), 1);
  const types = ["STANDS_IN", "SUPPLIES"].map((type) => model.relationships.get(type) as RelationshipType);
  const kinds = [...new Set(types.flatMap(({ from }) => [...from]))].map((kind) => model.kinds.get(kind) as Kind);
  const node = Columns.for(model, kinds, selection.below("edges", "node").with(selection.below("nodes")));
  const relationship = Columns.for(model, types, selection.below("edges", "relationship"));
  const position = { after: (page.after?.[0] ?? "") as string, size: page.size, nearness, stage };
  const rows = async () =>
    (await graph.read(supportPage(around, position, { node, relationship }))).map((row) => ({
      edge: {
        nearness: row[0] as Nearness,
        node: node.at(row, 3),
        relationship: { ...relationship.at(row, 3 + node.width), fromId: row[1], toId: row[2] },
      },
      keys: [row[1] as string],
    }));
  const total = async () => (await graph.read(supportCount(around, position)))[0]?.[0] as number;
  return answerPage(asked, page, { rows, total });
}
