import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import type { GraphObject } from "../../graph/statements/columns.js";
import { Node } from "../../model/interfaces.js";

/** `nodes(ids)`: several at once, in the order asked for. */
@Resolver()
export class NodesQuery {
  @Query(() => [Node], {
    nullable: "itemsAndList",
    description: "Entities and relationships by id, in that order; null in place of an unknown one (按多个标识查询).",
  })
  nodes(
    @Arg("ids", () => [ID], { description: "Their ids (标识)." }) ids: string[],
    @Ctx() { graph }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GraphObject | null>[] {
    return graph.nodes(ids, info);
  }
}
