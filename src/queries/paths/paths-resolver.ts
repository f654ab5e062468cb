import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import { Reads } from "../shared/reads.js";
import { PathResult, PathsArgs } from "./paths-schema.js";
import { paths } from "./paths.js";

/** `paths(from, to)`: how two entities are connected. */
@Resolver()
export class PathsQuery {
  @Reads(100_000)
  @Query(() => PathResult, {
    nullable: true,
    description:
      "The shortest paths between two entities, and those a little longer (两实体间的路径). Regions, industries and sources " +
      "are passed only where asked for; where none is found, hint says what else connects them.",
  })
  paths(
    @Args(() => PathsArgs) args: PathsArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PathResult> {
    return paths(context, args, info);
  }
}
