import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import type { GraphObject } from "../../graph/statements/columns.js";
import { Node } from "../../model/interfaces.js";

/** `node(id)`: anything that has an identity. */
@Resolver()
export class NodeQuery {
  @Query(() => Node, {
    nullable: true,
    description: "Any entity or relationship by id (按标识查询); null where there is none.",
  })
  node(
    @Arg("id", () => ID, { description: "Its id (标识)." }) id: string,
    @Ctx() { graph }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GraphObject | null> {
    return graph.node(id, info);
  }
}
