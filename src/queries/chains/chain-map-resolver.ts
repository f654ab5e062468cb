import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import { chainLeaders } from "./chain-leaders.js";
import * as analysis from "./chain-map.js";
import { cut } from "../shared/cut.js";
import type { RequestContext } from "../../graph/context.js";
import { PageArgs } from "../../model/derive/common.js";
import { connectionType } from "../../model/derive/connections.js";
import { addField } from "../../model/derive/fields.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { ProjectStatus } from "../../model/project-status.js";
import { MemberConnection } from "./member-connection.js";
import { Most } from "../shared/most.js";
import { Total } from "../shared/total.js";
import { Truncation } from "../shared/truncation.js";

const LeaderConnection = connectionType({
  name: "ChainLeader",
  of: "those that lead a chain or a part of it",
  node: () => EntityNode,
  relationship: () => RelationshipNode,
  edge: (edge) => {
    addField(
      edge,
      "chain",
      () => EntityNode,
      "The chain that it leads: the one asked for, or a part of it (所领产业链).",
    );
    addField(edge, "places", () => [EntityNode], "Where it lies, as recorded (所在地); empty where it is not.");
  },
});

@ObjectType({ description: "The projects of one status (按状态合计).", simpleResolvers: true })
class StatusTotals {
  @Field(() => ProjectStatus, { nullable: true, description: "The status (状态); null where it is not recorded." })
  status?: ProjectStatus;
  @Field(() => Int, { description: "How many projects (项目数)." })
  projects!: number;
  @Most(6)
  @Field(() => [Total], { description: "Their sums, one for each figure and unit (合计)." })
  totals!: Total[];
}

@ObjectType({ description: "Who stands at one stage of a chain, or at none (环节成员).", simpleResolvers: true })
class ChainGroup {
  @Field(() => EntityNode, { nullable: true, description: "The stage (环节); null where no stage is recorded." })
  stage?: EntityNode;
  @Field(() => RelationshipNode, { nullable: true, description: "HAS_STAGE: what says that it is a stage (依据)." })
  relationship?: RelationshipNode;
  @Field(() => Int, {
    nullable: true,
    description: "Its layer, counted from upstream, from 1 (层次); stages that nothing orders share one.",
  })
  layer?: number;
}

@ObjectType({
  description: "An industry chain from upstream to downstream, with who stands where (产业链图谱).",
  simpleResolvers: true,
})
class ChainMap {
  @Field(() => EntityNode, { description: "The chain (产业链)." })
  chain!: EntityNode;
  @Field(() => Int, { description: "How many stages are recorded (环节数); none for many a chain." })
  stageCount!: number;
  @Field(() => Int, { description: "How many chains are parts of it, at any depth (子链数)." })
  partCount!: number;
  @Field(() => ChainGroup, {
    description: "Who stands in the chain or a part of it at none of its stages (未记录环节的成员).",
  })
  withoutStage!: ChainGroup;
  @Field(() => [String], {
    description:
      "Each cycle of stages that feed each other, in words (循环); no order holds within it, and its stages share a layer.",
  })
  cycles!: string[];
  @Field(() => [[ID]], {
    description:
      "The same as the ids of the stages along each cycle, in its order (循环环节); an empty list where there is none.",
  })
  cycleStages!: string[][];
  @Field(() => String, {
    nullable: true,
    description: "Null when nothing was left out; otherwise what and why (截断原因).",
  })
  truncatedReason?: string;
  @Field(() => Truncation, {
    nullable: true,
    description: "The same for programs: what is left out, and beyond how many (截断).",
  })
  truncation?: Truncation;
}

/** What a group of a chain is asked. */
@Resolver(() => ChainGroup)
export class ChainGroupFields {
  @FieldResolver(() => MemberConnection, {
    nullable: true,
    description: "Chain leaders that stand here, with what says that they do (链主).",
  })
  leaders(
    @Root() group: analysis.ChainGroup,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return analysis.groupList(context, "leaders", group, args, info);
  }

  @FieldResolver(() => MemberConnection, {
    nullable: true,
    description: "Companies that stand here, leaders among them (企业).",
  })
  companies(
    @Root() group: analysis.ChainGroup,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return analysis.groupList(context, "companies", group, args, info);
  }

  @FieldResolver(() => MemberConnection, {
    nullable: true,
    description: "Projects that stand here, leading ones among them (项目).",
  })
  projects(
    @Root() group: analysis.ChainGroup,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return analysis.groupList(context, "projects", group, args, info);
  }

  @FieldResolver(() => MemberConnection, {
    nullable: true,
    description: "What the stage yields (产品); null where no stage is recorded.",
  })
  products(
    @Root() group: analysis.ChainGroup,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return analysis.groupList(context, "products", group, args, info);
  }

  @Most(8)
  @FieldResolver(() => [Total], {
    nullable: true,
    description: "Companies and projects that stand here, leaders among them, and sums over the projects (合计).",
  })
  totals(@Root() group: analysis.ChainGroup, @Ctx() context: RequestContext): unknown {
    return analysis.groupTotals(context, group);
  }

  @Most(6)
  @FieldResolver(() => [StatusTotals], {
    nullable: true,
    description: "Its projects by status, leading ones among them, the unknown last (按状态合计).",
  })
  byStatus(@Root() group: analysis.ChainGroup, @Ctx() context: RequestContext): unknown {
    return analysis.groupStatuses(context, group);
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
    @Root() { orderedStages }: analysis.ChainMap,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many at most (最多几个)." }) first: number,
    @Ctx() context: RequestContext,
  ): unknown {
    return cut(context, "ChainMap.stages(first)", orderedStages, first);
  }

  @FieldResolver(() => [RelationshipNode], {
    nullable: true,
    description: "What feeds what: the evidence of the order (供给关系); feedCount says how many there are.",
  })
  feeds(
    @Root() { feeds }: analysis.ChainMap,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many at most (最多几个)." }) first: number,
    @Ctx() context: RequestContext,
  ): unknown {
    return cut(context, "ChainMap.feeds(first)", feeds, first);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "How many relationships say what feeds what, listed or not (供给关系数).",
  })
  feedCount(@Root() map: analysis.ChainMap, @Ctx() context: RequestContext): unknown {
    return analysis.feedCount(context, map);
  }

  @FieldResolver(() => LeaderConnection, {
    nullable: true,
    description: "Who leads the chain or a part of it, each with the chain and its place (链主).",
  })
  leaders(
    @Root() { all }: analysis.ChainMap,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return chainLeaders(context, all, args, info);
  }

  @Most(8)
  @FieldResolver(() => [Total], {
    nullable: true,
    description:
      "Over the whole chain and its parts, each company and project once: those that joined, and sums over its projects, leading ones among them; " +
      "beside them what a source states of the chain (合计).",
  })
  totals(@Root() { all }: analysis.ChainMap, @Ctx() context: RequestContext): unknown {
    return analysis.groupTotals(context, all);
  }

  @Most(6)
  @FieldResolver(() => [StatusTotals], {
    nullable: true,
    description: "All its projects by status, leading ones among them, the unknown last (按状态合计).",
  })
  byStatus(@Root() { all }: analysis.ChainMap, @Ctx() context: RequestContext): unknown {
    return analysis.groupStatuses(context, all);
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
  ): Promise<unknown> {
    return analysis.chainMap(context, { chain }, info);
  }
}
