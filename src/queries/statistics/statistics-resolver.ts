import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import type { GraphObject } from "../../graph/statements/columns.js";
import { EntityNode } from "../../model/interfaces.js";
import { Most } from "../shared/most.js";
import { Reads } from "../shared/reads.js";
import { Total } from "../shared/total.js";
import { Statistics, StatisticsArgs, StatisticsKey } from "./statistics-schema.js";
import { keyEntity, overall, statistics } from "./statistics.js";

/** The whole that rows are of. */
@Resolver(() => Statistics)
export class StatisticsFields {
  @Most(9)
  @FieldResolver(() => [Total], { nullable: true, description: "Over everything that fits, each once (总计)." })
  totals(@Root() root: Statistics, @Ctx() context: RequestContext): Promise<Total[]> {
    return overall(context, root);
  }
}

/** The entity that a key names. */
@Resolver(() => StatisticsKey)
export class StatisticsKeyFields {
  @FieldResolver(() => EntityNode, {
    nullable: true,
    description:
      "The zone, region, chain or industry (实体); null for a status, a year, a kind, and for what is not recorded.",
  })
  entity(
    @Root() key: StatisticsKey,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GraphObject | null> {
    return keyEntity(context, key, info);
  }
}

/** `statistics(groupBy, …)`: counts and totals. */
@Resolver()
export class StatisticsQuery {
  @Reads("ALL")
  @Query(() => Statistics, {
    nullable: true,
    description: "Counts and totals of companies, projects and partnerships by one or two dimensions (统计).",
  })
  statistics(@Args(() => StatisticsArgs) args: StatisticsArgs, @Ctx() context: RequestContext): Promise<Statistics> {
    return statistics(context, args);
  }
}
