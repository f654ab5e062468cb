import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Int, Query, Resolver } from "type-graphql";
import { bestConnected } from "./best-connected.js";
import type { RequestContext } from "../../graph/context.js";
import { selectionOf } from "../../graph/selection.js";
import { EntityKind } from "../../model/derive/common.js";
import { EntityNode } from "../../model/interfaces.js";
import { Reads } from "../shared/reads.js";

/** `bestConnected(kinds)`: where to begin in a graph that one does not know. */
@Resolver()
export class BestConnectedQuery {
  @Reads("ALL")
  @Query(() => [EntityNode], {
    nullable: true,
    description:
      "The entities with the most relationships of any type, in descending order, then by id: where to begin in a graph that " +
      "one does not know (关联最多的实体). Counts the relationships of every entity, so that its time grows with the graph.",
  })
  bestConnected(
    @Arg("kinds", () => [EntityKind], { nullable: true, description: "Entities of these kinds only (类型)." })
    kinds: string[] | undefined,
    @Arg("first", () => Int, { defaultValue: 20, description: "Number of items to return (返回个数)." }) first: number,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return bestConnected(context, { kinds, first }, selectionOf(info));
  }
}
