import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import * as analysis from "./chain-gaps.js";
import { cut } from "../shared/cut.js";
import type { RequestContext } from "../../graph/context.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { defineEnum } from "../../model/terms.js";
import { Most } from "../shared/most.js";

const StageState = defineEnum("StageState", "What is known of a stage in a zone (环节状态).", {
  PRESENT: { zh: "已有", en: "somebody is recorded there" },
  KNOWN_ABSENT: { zh: "明确缺少", en: "a cited statement says that nobody is" },
  NOT_RECORDED: { zh: "未记录", en: "nothing is recorded, which says nothing" },
});

@ObjectType({ description: "Somebody that stands at a stage (环节成员).", simpleResolvers: true })
class GapMember {
  @Field(() => EntityNode, { description: "The company or project (企业或项目)." })
  node!: EntityNode;
  @Field(() => RelationshipNode, { description: "What says that it stands there (依据)." })
  relationship!: RelationshipNode;
}

@ObjectType({ description: "A stage of a chain, as a zone has it or not (环节缺口).", simpleResolvers: true })
class StageGap {
  @Field(() => EntityNode, { description: "The stage (环节)." })
  stage!: EntityNode;
  @Field(() => RelationshipNode, {
    description: "HAS_STAGE: it begins at the chain, or the wider chain, that has the stage (依据).",
  })
  relationship!: RelationshipNode;
  @Field(() => Int, { description: "Its layer, counted from upstream, from 1 (层次)." })
  layer!: number;
  @Field(() => StageState, {
    description:
      "What is known (状态). Whoever stands at the stage is present where it lies in the zone, joined the zone's chain, or that " +
      "chain alone has the stage.",
  })
  state!: analysis.StageState;
  @Field(() => Int, { description: "How many are present (已有个数)." })
  presentCount!: number;
  @Most(5)
  @Field(() => [RelationshipNode], {
    description:
      "LACKS, with citations: who says that the zone, its chain or a wider one has nobody there (缺少依据); beside a PRESENT one " +
      "the two contradict each other, or one is older.",
  })
  absences!: RelationshipNode[];
}

@ObjectType({ description: "A chain that a zone develops, stage by stage (产业链缺口).", simpleResolvers: true })
class ChainGap {
  @Field(() => EntityNode, { description: "The chain (产业链)." })
  chain!: EntityNode;
  @Field(() => RelationshipNode, { description: "DEVELOPS: what says that the zone develops it (依据)." })
  relationship!: RelationshipNode;
  @Field(() => Int, {
    description: "How many stages it and the wider chains have (环节数); with none recorded nothing can be told.",
  })
  stageCount!: number;
  @Field(() => Int, { description: "How many are present (已有环节数)." })
  presentCount!: number;
  @Field(() => Int, { description: "How many are known to be absent (明确缺少环节数)." })
  knownAbsentCount!: number;
  @Field(() => Int, { description: "Of how many nothing is recorded (未记录环节数)." })
  notRecordedCount!: number;
  @Field(() => [String], { description: "Each cycle of stages that feed each other, in words (循环)." })
  cycles!: string[];
}

@ObjectType({ description: "The gaps in the chains of a zone (补链分析).", simpleResolvers: true })
class ChainGaps {
  @Field(() => EntityNode, { description: "The zone (开发区)." })
  zone!: EntityNode;
  @Field(() => Int, { description: "How many chains it develops (产业链数)." })
  chainCount!: number;
  @Field(() => String, {
    nullable: true,
    description: "Null when nothing was left out; otherwise what and why (截断原因).",
  })
  truncatedReason?: string;
}

/** What of a stage is asked for by pages. */
@Resolver(() => StageGap)
export class StageGapFields {
  @FieldResolver(() => [GapMember], { nullable: true, description: "The first of those present, by id (已有成员)." })
  present(
    @Root() gap: analysis.StageGap,
    @Arg("first", () => Int, { defaultValue: 10, description: "How many at most (最多几个)." }) first: number,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return analysis.presentAt(context, gap, first, info);
  }
}

/** The lists of a chain. */
@Resolver(() => ChainGap)
export class ChainGapFields {
  @FieldResolver(() => [StageGap], {
    nullable: true,
    description: "Its stages and those of the wider chains, from upstream to downstream (环节).",
  })
  stages(
    @Root() { gaps }: analysis.ChainGap,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many at most (最多几个)." }) first: number,
    @Ctx() context: RequestContext,
  ): unknown {
    return cut(context, "ChainGap.stages(first)", gaps, first);
  }

  @Most(5)
  @FieldResolver(() => [EntityNode], { description: "The chains that it is a part of, at any depth (上级产业链)." })
  widerChains(@Root() { wider }: analysis.ChainGap): unknown {
    return wider;
  }
}

/** The chains of a zone. */
@Resolver(() => ChainGaps)
export class ChainGapsFields {
  @FieldResolver(() => [ChainGap], {
    nullable: true,
    description: "The chains that the zone develops, by id (产业链).",
  })
  chains(
    @Root() { found }: analysis.ChainGaps,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many at most (最多几个)." }) first: number,
    @Ctx() context: RequestContext,
  ): unknown {
    return cut(context, "ChainGaps.chains(first)", found, first);
  }
}

/** `chainGaps(zone)`: what a zone's chains lack, and what nobody knows of them. */
@Resolver()
export class ChainGapsQuery {
  @Query(() => ChainGaps, {
    nullable: true,
    description:
      "For every chain that a zone develops and every stage of it: who is present, what is known to be absent, what is not " +
      "recorded (补链分析); null where there is no such zone.",
  })
  chainGaps(
    @Arg("zone", () => ID, { description: "The zone's id (开发区标识)." }) zone: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return analysis.chainGaps(context, { zone }, info);
  }
}
