import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import { Ownership, OwnershipArgs } from "./ownership-schema.js";
import { ownership } from "./ownership.js";

/** `ownership`: holders above and holdings below, with the shares along every path. */
@Resolver()
export class OwnershipQuery {
  @Query(() => Ownership, {
    nullable: true,
    description: "Who holds a party and what it holds, to any depth (股权穿透); null where there is none of that id.",
  })
  ownership(
    @Args(() => OwnershipArgs) args: OwnershipArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Ownership | null> {
    return ownership(context, args, info);
  }
}
