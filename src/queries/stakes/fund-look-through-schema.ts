import { ArgsType, Field, Float, ID, ObjectType } from "type-graphql";
import type { GraphObject } from "../../graph/statements/columns.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { Most } from "../shared/most.js";
import { Total } from "../shared/total.js";
import { Truncation } from "../shared/truncation.js";
import { Share, ShareBasis, StakeArgs, StakeCycle, StakeEnd, StakePath, StakeWarning } from "./stake-schema.js";

@ObjectType({ description: "A partner of a fund, once, with its own stake (合伙人).", simpleResolvers: true })
export class FundPartner {
  @Field(() => EntityNode, { description: "Who it is (主体)." })
  readonly entity!: GraphObject;
  @Field(() => RelationshipNode, { description: "The subscription, of several the largest (认缴关系)." })
  readonly relationship!: GraphObject;
  @Most(2)
  @Field(() => [RelationshipNode], { description: "All rows that say that it subscribes, by id (全部认缴关系)." })
  readonly relationships!: readonly GraphObject[];
  @Field(() => Share, {
    description: "Its share of the fund (认缴比例): from the largest row to the sum of all.",
  })
  readonly share!: Share;
  @Field(() => ShareBasis, { description: "How it is known (比例依据)." })
  readonly basis!: keyof typeof ShareBasis;
}

@ObjectType({ description: "Who or what is joined to a fund (相关方).", simpleResolvers: true })
export class FundJoined {
  @Field(() => EntityNode, { description: "Who or what it is (实体)." })
  readonly entity!: GraphObject;
  @Field(() => RelationshipNode, { description: "The relationship that joins it to the fund (关系)." })
  readonly relationship!: GraphObject;
}

@ObjectType({
  description: "An amount as far as the share in it is known (金额区间), in yuan.",
  simpleResolvers: true,
})
export class AmountRange {
  @Field(() => Float, { description: "The least that it can be, in yuan (下限)." })
  readonly least!: number;
  @Field(() => Float, { nullable: true, description: "The most, in yuan (上限); null where the search was cut." })
  readonly most!: number | null;
}

@ObjectType({
  description:
    "A project or a firm that the money of a fund reaches, once for each form: loan, grant, investment (资金触达). Several rows of " +
    "one form may be several payments, or one that several sources state.",
  simpleResolvers: true,
})
export class FundReached {
  @Field(() => EntityNode, { description: "Who received it (受资方)." })
  readonly entity!: GraphObject;
  @Field(() => EntityNode, { description: "Who gave it: the fund, or one below it (出资基金)." })
  readonly giver!: GraphObject;
  @Field(() => RelationshipNode, { description: "The money given, of several rows the largest (出资关系)." })
  readonly relationship!: GraphObject;
  @Most(2)
  @Field(() => [RelationshipNode], { description: "All rows that say so, by id (全部出资关系)." })
  readonly relationships!: readonly GraphObject[];
  @Field(() => Share, {
    description:
      "What share of the money is the fund's: its own in the giver, over all paths (资金份额). It is no share in the receiver.",
  })
  readonly share!: Share;
  @Field(() => AmountRange, {
    nullable: true,
    description:
      "That share of the amount (归属金额), from the largest row to the sum of all; null where no amount is recorded.",
  })
  readonly attributableCny!: AmountRange | null;
  @Field(() => [StakePath], { description: "Every path from the fund to the receiver, the shortest first (全部路径)." })
  readonly paths!: readonly StakePath[];
}

@ObjectType({
  description: "Who stands behind a fund, and whom its money reaches, through any number of others (基金穿透).",
  simpleResolvers: true,
})
export class FundLookThrough {
  @Field(() => EntityNode, { description: "The fund (基金)." })
  readonly fund!: GraphObject;
  @Field(() => [FundPartner], { description: "Who subscribes to the fund itself (合伙人)." })
  readonly partners!: readonly FundPartner[];
  @Field(() => [FundJoined], { description: "Who set it up (发起方)." })
  readonly founders!: readonly FundJoined[];
  @Field(() => [FundJoined], { description: "Who manages it (管理方)." })
  readonly managers!: readonly FundJoined[];
  @Field(() => [StakeEnd], { description: "Everybody above it, funds among them, the nearest first (上层持有方)." })
  readonly holders!: readonly StakeEnd[];
  @Field(() => [StakeEnd], { description: "The funds above it, at any depth (上层基金)." })
  readonly motherFunds!: readonly StakeEnd[];
  @Field(() => [StakeEnd], { description: "The funds below it, at any depth (下层基金)." })
  readonly subFunds!: readonly StakeEnd[];
  @Field(() => [StakeEnd], {
    description: "The firms and projects that it has a share in, directly or not (持有企业与项目).",
  })
  readonly holdings!: readonly StakeEnd[];
  @Field(() => [FundJoined], {
    description: "What it and the funds below it aim at: industries, chains, products (投向).",
  })
  readonly targets!: readonly FundJoined[];
  @Field(() => [FundReached], { description: "Whom its money and that of the funds below it reaches (资金触达)." })
  readonly reached!: readonly FundReached[];
  @Field(() => Total, {
    nullable: true,
    description: "What is subscribed to it, partner by partner, beside its stated size (认缴合计).",
  })
  readonly subscribed!: Total | null;
  @Field(() => Total, { nullable: true, description: "What it and the funds below it gave (出资合计)." })
  readonly given!: Total | null;
  @Field(() => [StakeCycle], { description: "Who holds each other in a circle, among all of these (循环持有)." })
  readonly cycles!: readonly StakeCycle[];
  @Field(() => [StakeWarning], { description: "What is unknown or contradictory in it (提示)." })
  readonly warnings!: readonly StakeWarning[];
  @Field(() => String, {
    nullable: true,
    description: "Null when everything was examined; otherwise why the search stopped (截断原因).",
  })
  readonly truncatedReason!: string | null;
  @Field(() => Truncation, {
    nullable: true,
    description: "The same for programs: what is left out, and beyond how many (截断).",
  })
  readonly truncation!: Truncation | null;
}

@ArgsType()
export class FundArgs extends StakeArgs {
  @Field(() => ID, { description: "The fund's id (基金标识)." })
  readonly fund!: string;
}
