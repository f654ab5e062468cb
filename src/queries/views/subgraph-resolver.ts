import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../graph/context.js";
import { selectionOf } from "../../graph/selection.js";
import type { GraphColumns as Columns } from "./graph-columns.js";
import { GraphColumns, Layout, Subgraph, SubgraphArgs } from "./subgraph-schema.js";
import { subgraph } from "./subgraph.js";

/** `subgraph(from)`: what surrounds some entities. */
@Resolver(() => Subgraph)
export class SubgraphQuery {
  @Query(() => Subgraph, {
    nullable: true,
    description:
      "The part of the graph around some entities, found in breadth (邻域子图). Types, direction and kinds say how it spreads; " +
      "whatever joins its nodes is in it.",
  })
  subgraph(
    @Args(() => SubgraphArgs) { depth, ...args }: SubgraphArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Subgraph> {
    return subgraph(context, { ...args, depth: depth ?? 1 }, selectionOf(info));
  }

  @FieldResolver(() => GraphColumns, {
    nullable: true,
    description:
      "The same view as arrays, for drawing thousands of nodes (绘图列): { kinds, types, nodes: { id, kind (index into kinds), name, " +
      "nameEn (null where there is none), degree (relationships in the whole graph), x, y, community }, relationships: { id, type (index into types), from, to (indexes of nodes) } }. " +
      "With a layout, x, y and community are filled, and the same for the same view; with NONE they are null.",
  })
  columns(
    @Root() { draw }: Subgraph,
    @Arg("layout", () => Layout, { nullable: true, defaultValue: Layout.NONE, description: "The layout (布局)." })
    layout: keyof typeof Layout | null,
  ): Promise<Columns> {
    return draw(layout ?? "NONE");
  }
}
