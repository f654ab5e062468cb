import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import { FundArgs, FundLookThrough } from "./fund-look-through-schema.js";
import { fundLookThrough } from "./fund-look-through.js";

/** `fundLookThrough`: who stands behind a fund and what it reaches. */
@Resolver()
export class FundLookThroughQuery {
  @Query(() => FundLookThrough, {
    nullable: true,
    description:
      "Who stands behind a fund and whom its money reaches, to any depth (基金穿透); null where there is none.",
  })
  fundLookThrough(
    @Args(() => FundArgs) args: FundArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FundLookThrough | null> {
    return fundLookThrough(context, args, info);
  }
}
