import { Arg, Ctx, Field, FieldResolver, Float, ID, Info, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import * as analysis from "./leader-support.js";
import { DEFINITION } from "./nearness.js";
import type * as nearness from "./nearness.js";
import { supporters } from "./supporters.js";
import type { RequestContext } from "../../graph/context.js";
import { connectionType } from "../../model/derive/connections.js";
import { addField } from "../../model/derive/fields.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { defineEnum } from "../../model/terms.js";
import { Most } from "../shared/most.js";
import { Total } from "../shared/total.js";

const Nearness = defineEnum("Nearness", "How near something lies to a chain leader (远近).", {
  SAME_ZONE: { zh: "同开发区", en: "in the same zone" },
  SAME_PREFECTURE: { zh: "同市", en: "in the same prefecture, not known to be in the same zone" },
  SAME_PROVINCE: { zh: "同省", en: "in the same province, not known to be in the same prefecture" },
  BEYOND: { zh: "省外", en: "in another province" },
  UNKNOWN: { zh: "不详", en: "cannot be told: a place is not recorded far enough" },
});

const SupportArea = defineEnum("SupportArea", "The area that a local supporting rate is about (本地范围).", {
  ZONE: { zh: "开发区", en: "the leader's zone" },
  PREFECTURE: { zh: "市", en: "the leader's prefecture" },
  PROVINCE: { zh: "省", en: "the leader's province" },
});

const RateGap = defineEnum("RateGap", "Why there is no local supporting rate (无比例的原因).", {
  NONE_KNOWN: { zh: "无可判断者", en: "of nobody can be told whether it lies in the area" },
  OWN_CHAIN: {
    zh: "本地产业链",
    en: "somebody counted stands in a chain that a zone of the area develops, and is local by definition",
  },
});

const SupporterConnection = connectionType({
  name: "Supporter",
  of: "supporting firms and projects",
  node: () => EntityNode,
  relationship: () => RelationshipNode,
  edge: (edge) => {
    addField(edge, "nearness", () => Nearness, "How near it lies to the leader (远近).");
  },
});

@ObjectType({ description: "Supporting firms and projects of one nearness (按远近合计).", simpleResolvers: true })
class NearnessTotals {
  @Field(() => Nearness, { description: "How near they lie (远近)." })
  nearness!: nearness.Nearness;
  @Field(() => Int, { description: "How many companies (企业数)." })
  companies!: number;
  @Field(() => Int, { description: "How many projects (项目数)." })
  projects!: number;
  @Most(6)
  @Field(() => [Total], { description: "Sums over the projects, one for each figure and unit (合计)." })
  totals!: Total[];
}

@ObjectType({ description: `The local supporting rate (协作配套率). ${DEFINITION}`, simpleResolvers: true })
class SupportRate {
  @Field(() => SupportArea, { description: "What counts as local (本地范围)." })
  area!: nearness.Area;
  @Field(() => String, { description: "What the rate is, in words (定义)." })
  definition!: string;
  @Field(() => Int, { description: "How many lie in the area (分子), a firm with its projects once." })
  numerator!: number;
  @Field(() => Int, { description: "For how many it can be told (分母)." })
  denominator!: number;
  @Field(() => Int, { description: "For how many it cannot (不详个数); they are in neither." })
  unknown!: number;
  @Field(() => Float, {
    nullable: true,
    description: "The rate in percent (比例); null where it says nothing, for the reason given.",
  })
  percent?: number;
  @Field(() => RateGap, { nullable: true, description: "Why there is no percentage (原因); null where there is one." })
  reason?: string;
}

@ObjectType({
  description: "Supporting firms and projects by nearness, and the rates (配套情况).",
  simpleResolvers: true,
})
class SupportFigures {
  @Field(() => EntityNode, {
    nullable: true,
    description: "The stage (环节); null where none is recorded, or for the whole.",
  })
  stage?: EntityNode;
  @Most(5)
  @Field(() => [NearnessTotals], { description: "From near to far, the unknown last (按远近)." })
  byNearness!: NearnessTotals[];
  @Most(3)
  @Field(() => [SupportRate], {
    description: "The local supporting rates: in the zone, the prefecture, the province (协作配套率).",
  })
  rates!: SupportRate[];
}

@ObjectType({ description: "A chain that somebody leads (所领产业链).", simpleResolvers: true })
class LedChain {
  @Field(() => EntityNode, { description: "The chain (产业链)." })
  chain!: EntityNode;
  @Field(() => RelationshipNode, { description: "LEADS: what says so (依据)." })
  relationship!: RelationshipNode;
}

@ObjectType({ description: "What a chain leader draws around it (链主带动).", simpleResolvers: true })
class LeaderSupport {
  @Field(() => EntityNode, { description: "The leader (链主)." })
  leader!: EntityNode;
  @Most(5)
  @Field(() => [LedChain], { description: "The chains that it leads (所领产业链); none for who leads none." })
  chains!: LedChain[];
  @Field(() => String, {
    nullable: true,
    description: "Null when nothing was left out; otherwise what and why (截断原因).",
  })
  truncatedReason?: string;
}

/** What of a leader's support has to be counted. */
@Resolver(() => LeaderSupport)
export class LeaderSupportFields {
  @Most(5)
  @FieldResolver(() => [EntityNode], { nullable: true, description: "Where the leader lies, at any depth (所在地)." })
  places(
    @Root() support: analysis.LeaderSupport,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return analysis.supportPlaces(context, support, info);
  }

  @FieldResolver(() => SupportFigures, {
    nullable: true,
    description: "All supporting firms and projects, each once (总体配套情况).",
  })
  all(@Root() support: analysis.LeaderSupport, @Ctx() context: RequestContext): unknown {
    return analysis.supportOf(context, support);
  }

  @Most(20)
  @FieldResolver(() => [SupportFigures], {
    nullable: true,
    description:
      "The same for each stage that has somebody, those without a stage last (按环节); who stands at two stages counts at both.",
  })
  byStage(
    @Root() support: analysis.LeaderSupport,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return analysis.supportByStage(context, support, info);
  }

  @FieldResolver(() => SupporterConnection, {
    nullable: true,
    description:
      "The supporting firms and projects by id, each with one relationship that makes it one (配套企业和项目).",
  })
  supporters(
    @Root() support: analysis.LeaderSupport,
    @Arg("nearness", () => Nearness, { nullable: true, description: "Only those this near (远近)." })
    near: nearness.Nearness | undefined,
    @Arg("stage", () => ID, { nullable: true, description: "Only those at this stage (环节)." })
    stage: string | undefined,
    @Arg("first", () => Int, { nullable: true, description: "How many from the start (取前几条); 20 unless told." })
    first: number | undefined,
    @Arg("after", () => String, { nullable: true, description: "After this cursor (此游标之后)." })
    after: string | undefined,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    const args = { nearness: near ?? null, stage: stage ?? null, first: first ?? null, after: after ?? null };
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
  ): Promise<unknown> {
    return analysis.leaderSupport(context, { leader }, info);
  }
}
