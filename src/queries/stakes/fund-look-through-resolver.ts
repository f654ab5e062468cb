import { Args, ArgsType, Ctx, Field, Float, ID, Info, ObjectType, Query, Resolver } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import { fundLookThrough } from "./fund-look-through.js";
import type { RequestContext } from "../../graph/context.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { Most } from "../shared/most.js";
import { Share, ShareBasis, StakeArgs, StakeCycle, StakeEnd, StakePath, StakeWarning } from "./stake-schema.js";
import { Total } from "../shared/total.js";
import { Truncation } from "../shared/truncation.js";

@ObjectType({ description: "A partner of a fund, once, with its own stake (合伙人).", simpleResolvers: true })
class FundPartner {
  @Field(() => EntityNode, { description: "Who it is (主体)." })
  entity!: EntityNode;
  @Field(() => RelationshipNode, { description: "The subscription, of several the largest (认缴关系)." })
  relationship!: RelationshipNode;
  @Most(2)
  @Field(() => [RelationshipNode], { description: "All rows that say that it subscribes, by id (全部认缴关系)." })
  relationships!: RelationshipNode[];
  @Field(() => Share, {
    description: "Its share of the fund (认缴比例): from the largest row to the sum of all.",
  })
  share!: Share;
  @Field(() => ShareBasis, { description: "How it is known (比例依据)." })
  basis!: string;
}

@ObjectType({ description: "Who or what is joined to a fund (相关方).", simpleResolvers: true })
class FundJoined {
  @Field(() => EntityNode, { description: "Who or what it is (实体)." })
  entity!: EntityNode;
  @Field(() => RelationshipNode, { description: "The relationship that joins it to the fund (关系)." })
  relationship!: RelationshipNode;
}

@ObjectType({
  description: "An amount as far as the share in it is known (金额区间), in yuan.",
  simpleResolvers: true,
})
class AmountRange {
  @Field(() => Float, { description: "The least that it can be, in yuan (下限)." })
  least!: number;
  @Field(() => Float, { nullable: true, description: "The most, in yuan (上限); null where the search was cut." })
  most?: number;
}

@ObjectType({
  description:
    "A project or a firm that the money of a fund reaches, once for each form: loan, grant, investment (资金触达). Several rows of " +
    "one form may be several payments, or one that several sources state.",
  simpleResolvers: true,
})
class FundReached {
  @Field(() => EntityNode, { description: "Who received it (受资方)." })
  entity!: EntityNode;
  @Field(() => EntityNode, { description: "Who gave it: the fund, or one below it (出资基金)." })
  giver!: EntityNode;
  @Field(() => RelationshipNode, { description: "The money given, of several rows the largest (出资关系)." })
  relationship!: RelationshipNode;
  @Most(2)
  @Field(() => [RelationshipNode], { description: "All rows that say so, by id (全部出资关系)." })
  relationships!: RelationshipNode[];
  @Field(() => Share, {
    description:
      "What share of the money is the fund's: its own in the giver, over all paths (资金份额). It is no share in the receiver.",
  })
  share!: Share;
  @Field(() => AmountRange, {
    nullable: true,
    description:
      "That share of the amount (归属金额), from the largest row to the sum of all; null where no amount is recorded.",
  })
  attributableCny?: AmountRange;
  @Field(() => [StakePath], { description: "Every path from the fund to the receiver, the shortest first (全部路径)." })
  paths!: StakePath[];
}

@ObjectType({
  description: "Who stands behind a fund, and whom its money reaches, through any number of others (基金穿透).",
  simpleResolvers: true,
})
class FundLookThrough {
  @Field(() => EntityNode, { description: "The fund (基金)." })
  fund!: EntityNode;
  @Field(() => [FundPartner], { description: "Who subscribes to the fund itself (合伙人)." })
  partners!: FundPartner[];
  @Field(() => [FundJoined], { description: "Who set it up (发起方)." })
  founders!: FundJoined[];
  @Field(() => [FundJoined], { description: "Who manages it (管理方)." })
  managers!: FundJoined[];
  @Field(() => [StakeEnd], { description: "Everybody above it, funds among them, the nearest first (上层持有方)." })
  holders!: StakeEnd[];
  @Field(() => [StakeEnd], { description: "The funds above it, at any depth (上层基金)." })
  motherFunds!: StakeEnd[];
  @Field(() => [StakeEnd], { description: "The funds below it, at any depth (下层基金)." })
  subFunds!: StakeEnd[];
  @Field(() => [StakeEnd], {
    description: "The firms and projects that it has a share in, directly or not (持有企业与项目).",
  })
  holdings!: StakeEnd[];
  @Field(() => [FundJoined], {
    description: "What it and the funds below it aim at: industries, chains, products (投向).",
  })
  targets!: FundJoined[];
  @Field(() => [FundReached], { description: "Whom its money and that of the funds below it reaches (资金触达)." })
  reached!: FundReached[];
  @Field(() => Total, {
    nullable: true,
    description: "What is subscribed to it, partner by partner, beside its stated size (认缴合计).",
  })
  subscribed?: Total;
  @Field(() => Total, { nullable: true, description: "What it and the funds below it gave (出资合计)." })
  given?: Total;
  @Field(() => [StakeCycle], { description: "Who holds each other in a circle, among all of these (循环持有)." })
  cycles!: StakeCycle[];
  @Field(() => [StakeWarning], { description: "What is unknown or contradictory in it (提示)." })
  warnings!: StakeWarning[];
  @Field(() => String, {
    nullable: true,
    description: "Null when everything was examined; otherwise why the search stopped (截断原因).",
  })
  truncatedReason?: string;
  @Field(() => Truncation, {
    nullable: true,
    description: "The same for programs: what is left out, and beyond how many (截断).",
  })
  truncation?: Truncation;
}

@ArgsType()
class FundArgs extends StakeArgs {
  @Field(() => ID, { description: "The fund's id (基金标识)." })
  fund!: string;
}

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
  ): ReturnType<typeof fundLookThrough> {
    return fundLookThrough(context, args, info);
  }
}
