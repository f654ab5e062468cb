import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import type { JoinedEdge } from "../../graph/joined-pages.js";
import type { Connection } from "../../graph/page.js";
import type { GraphObject } from "../../graph/statements/columns.js";
import { PageArgs } from "../../model/derive/common.js";
import { RelationshipNode } from "../../model/interfaces.js";
import { cut } from "../shared/cut.js";
import { Most } from "../shared/most.js";
import { Total } from "../shared/total.js";
import { chainLeaders } from "./chain-leaders.js";
import { ChainGroup, ChainLeaderConnection, type ChainLeaderEdge, ChainMap, StatusTotals } from "./chain-map-schema.js";
import { chainMap, feedCount, groupList, groupStatuses, groupTotals } from "./chain-map.js";
import { MemberConnection } from "./member-connection.js";

/** What a group of a chain is asked. */
@Resolver(() => ChainGroup)
export class ChainGroupFields {
  @FieldResolver(() => MemberConnection, {
    nullable: true,
    description: "Chain leaders that stand here, with what says that they do (链主).",
  })
  leaders(
    @Root() group: ChainGroup,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<JoinedEdge>> | null {
    return groupList(context, "leaders", group, args, info);
  }

  @FieldResolver(() => MemberConnection, {
    nullable: true,
    description: "Companies that stand here, leaders among them (企业).",
  })
  companies(
    @Root() group: ChainGroup,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<JoinedEdge>> | null {
    return groupList(context, "companies", group, args, info);
  }

  @FieldResolver(() => MemberConnection, {
    nullable: true,
    description: "Projects that stand here, leading ones among them (项目).",
  })
  projects(
    @Root() group: ChainGroup,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<JoinedEdge>> | null {
    return groupList(context, "projects", group, args, info);
  }

  @FieldResolver(() => MemberConnection, {
    nullable: true,
    description: "What the stage yields (产品); null where no stage is recorded.",
  })
  products(
    @Root() group: ChainGroup,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<JoinedEdge>> | null {
    return groupList(context, "products", group, args, info);
  }

  @Most(8)
  @FieldResolver(() => [Total], {
    nullable: true,
    description: "Companies and projects that stand here, leaders among them, and sums over the projects (合计).",
  })
  totals(@Root() group: ChainGroup, @Ctx() context: RequestContext): Promise<Total[]> {
    return groupTotals(context, group);
  }

  @Most(6)
  @FieldResolver(() => [StatusTotals], {
    nullable: true,
    description: "Its projects by status, leading ones among them, the unknown last (按状态合计).",
  })
  byStatus(@Root() group: ChainGroup, @Ctx() context: RequestContext): Promise<StatusTotals[]> {
    return groupStatuses(context, group);
  }
}

/** What a chain's map is asked. */
@Resolver(() => ChainMap)
export class ChainMapFields {
  @FieldResolver(() => [ChainGroup], {
    nullable: true,
    description: "The stages from upstream to downstream, by layer, then rank and id (环节); FEEDS decides the layers.",
  })
  stages(
    @Root() { orderedStages }: ChainMap,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many at most (最多几个)." }) first: number,
    @Ctx() context: RequestContext,
  ): readonly ChainGroup[] {
    return cut(context, "ChainMap.stages(first)", orderedStages, first);
  }

  @FieldResolver(() => [RelationshipNode], {
    nullable: true,
    description: "What feeds what: the evidence of the order (供给关系); feedCount says how many there are.",
  })
  feeds(
    @Root() { feeds }: ChainMap,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many at most (最多几个)." }) first: number,
    @Ctx() context: RequestContext,
  ): readonly GraphObject[] {
    return cut(context, "ChainMap.feeds(first)", feeds, first);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "How many relationships say what feeds what, listed or not (供给关系数).",
  })
  feedCount(@Root() map: ChainMap, @Ctx() context: RequestContext): Promise<number> {
    return feedCount(context, map);
  }

  @FieldResolver(() => ChainLeaderConnection, {
    nullable: true,
    description: "Who leads the chain or a part of it, each with the chain and its place (链主).",
  })
  leaders(
    @Root() { all }: ChainMap,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ChainLeaderEdge>> {
    return chainLeaders(context, all, args, info);
  }

  @Most(8)
  @FieldResolver(() => [Total], {
    nullable: true,
    description:
      "Over the whole chain and its parts, each company and project once: those that joined, and sums over its projects, leading ones among them; " +
      "beside them what a source states of the chain (合计).",
  })
  totals(@Root() { all }: ChainMap, @Ctx() context: RequestContext): Promise<Total[]> {
    return groupTotals(context, all);
  }

  @Most(6)
  @FieldResolver(() => [StatusTotals], {
    nullable: true,
    description: "All its projects by status, leading ones among them, the unknown last (按状态合计).",
  })
  byStatus(@Root() { all }: ChainMap, @Ctx() context: RequestContext): Promise<StatusTotals[]> {
    return groupStatuses(context, all);
  }
}

/** `chainMap(chain)`: a chain from upstream to downstream. */
@Resolver()
export class ChainMapQuery {
  @Query(() => ChainMap, {
    nullable: true,
    description: "A chain from upstream to downstream, with who stands where (产业链图谱); null where there is none.",
  })
  chainMap(
    @Arg("chain", () => ID, { description: "The chain's id (产业链标识)." }) chain: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ChainMap | null> {
    return chainMap(context, chain, info);
  }
}
