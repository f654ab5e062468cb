import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../graph/context.js";
import { selectionOf } from "../../graph/selection.js";
import { ExpandArgs, Expansion } from "./expand-schema.js";
import { expand } from "./expand.js";

/** `expand(ids)`: the next neighbours of what a picture shows. */
@Resolver()
export class ExpandQuery {
  @Query(() => Expansion, {
    nullable: true,
    description:
      "The neighbours of some entities that are not yet shown, in pages (展开邻居). Types, direction and kinds say which; " +
      "whatever joins them to the picture comes with them.",
  })
  expand(
    @Args(() => ExpandArgs) args: ExpandArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Expansion> {
    return expand(context, args, selectionOf(info));
  }
}
