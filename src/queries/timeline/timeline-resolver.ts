import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import { TimelineArgs, TimelineConnection } from "./timeline-schema.js";
import { timeline } from "./timeline.js";

/** `timeline`: everything dated around an entity, in order. */
@Resolver()
export class TimelineQuery {
  @Query(() => TimelineConnection, {
    nullable: true,
    description:
      "Everything dated around an entity, in order (时间线): its own dates, those of its relationships and of what is one " +
      "relationship away; of one beginning the coarser date first. Null where there is no such entity.",
  })
  timeline(
    @Args(() => TimelineArgs) args: TimelineArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TimelineConnection | null> {
    return timeline(context, args, info);
  }
}
