import { Args, ArgsType, Ctx, Field, ID, Info, ObjectType, Query, Resolver } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import { ownership } from "./ownership.js";
import type { RequestContext } from "../../graph/context.js";
import { EntityNode } from "../../model/interfaces.js";
import { PartialDate } from "../../model/scalars.js";
import { StakeArgs, StakeCycle, StakeEnd, StakeWarning } from "./stake-schema.js";
import { Truncation } from "../shared/truncation.js";

@ObjectType({
  description:
    "Who holds a party and what it holds, through any number of others (股权穿透): by OWNS, by SUBSCRIBES to funds, and from a " +
    "mother fund to its sub-funds where no subscription is recorded between them.",
  simpleResolvers: true,
})
class Ownership {
  @Field(() => EntityNode, { description: "Whom it is about (主体)." })
  party!: EntityNode;
  @Field(() => PartialDate, { nullable: true, description: "The time that was asked for (时点)." })
  asOf?: string;
  @Field(() => [StakeEnd], { description: "Who holds it, directly or through others, the nearest first (上层持有方)." })
  holders!: StakeEnd[];
  @Field(() => [StakeEnd], { description: "What it holds, directly or through others, the nearest first (下层持有)." })
  holdings!: StakeEnd[];
  @Field(() => [StakeCycle], { description: "Who holds each other in a circle, among them (循环持有)." })
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
class OwnershipArgs extends StakeArgs {
  @Field(() => ID, { description: "A party, or a company or project that is owned (主体标识)." })
  party!: string;
}

/** `ownership`: holders above and holdings below, with the shares along every path. */
@Resolver()
export class OwnershipQuery {
  @Query(() => Ownership, {
    nullable: true,
    description: "Who holds a party and what it holds, to any depth (股权穿透); null where there is none of that id.",
  })
  ownership(
    @Args(() => OwnershipArgs) args: OwnershipArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): ReturnType<typeof ownership> {
    return ownership(context, args, info);
  }
}
