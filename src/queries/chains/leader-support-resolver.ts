import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import type { Connection } from "../../graph/page.js";
import type { GraphObject } from "../../graph/statements/columns.js";
import { EntityNode } from "../../model/interfaces.js";
import { Most } from "../shared/most.js";
import {
  LeaderSupport,
  SupporterConnection,
  type SupporterEdge,
  SupportersArgs,
  SupportFigures,
} from "./leader-support-schema.js";
import { leaderSupport, supportByStage, supportOf, supportPlaces } from "./leader-support.js";
import { supporters } from "./supporters.js";

/** What of a leader's support has to be counted. */
@Resolver(() => LeaderSupport)
export class LeaderSupportFields {
  @Most(5)
  @FieldResolver(() => [EntityNode], { nullable: true, description: "Where the leader lies, at any depth (所在地)." })
  places(
    @Root() support: LeaderSupport,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GraphObject[]> {
    return supportPlaces(context, support, info);
  }

  @FieldResolver(() => SupportFigures, {
    nullable: true,
    description: "All supporting firms and projects, each once (总体配套情况).",
  })
  all(@Root() support: LeaderSupport, @Ctx() context: RequestContext): Promise<SupportFigures> {
    return supportOf(context, support);
  }

  @Most(20)
  @FieldResolver(() => [SupportFigures], {
    nullable: true,
    description:
      "The same for each stage that has somebody, those without a stage last (按环节); who stands at two stages counts at both.",
  })
  byStage(
    @Root() support: LeaderSupport,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SupportFigures[]> {
    return supportByStage(context, support, info);
  }

  @FieldResolver(() => SupporterConnection, {
    nullable: true,
    description:
      "The supporting firms and projects by id, each with one relationship that makes it one (配套企业和项目).",
  })
  supporters(
    @Root() support: LeaderSupport,
    @Args(() => SupportersArgs) args: SupportersArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<SupporterEdge>> {
    return supporters(context, support, args, info);
  }
}

/** `leaderSupport(leader)`: what a chain leader draws around it. */
@Resolver()
export class LeaderSupportQuery {
  @Query(() => LeaderSupport, {
    nullable: true,
    description:
      "The firms and projects of a leader's chains by nearness and stage, and the local supporting rate (链主带动分析); null where there is no such company or project.",
  })
  leaderSupport(
    @Arg("leader", () => ID, { description: "The company's or project's id (链主标识)." }) leader: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LeaderSupport | null> {
    return leaderSupport(context, leader, info);
  }
}
