import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../graph/context.js";
import { selectionOf } from "../../graph/selection.js";
import type { GraphObject } from "../../graph/statements/columns.js";
import { EntityNode } from "../../model/interfaces.js";
import { Reads } from "../shared/reads.js";
import { BestConnectedArgs } from "./best-connected-schema.js";
import { bestConnected } from "./best-connected.js";

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
    @Args(() => BestConnectedArgs) args: BestConnectedArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly GraphObject[]> {
    return bestConnected(context, args, selectionOf(info));
  }
}
