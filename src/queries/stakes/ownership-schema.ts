import { ArgsType, Field, ID, ObjectType } from "type-graphql";
import type { GraphObject } from "../../graph/statements/columns.js";
import { EntityNode } from "../../model/interfaces.js";
import { PartialDate } from "../../model/scalars.js";
import { Truncation } from "../shared/truncation.js";
import { StakeArgs, StakeCycle, StakeEnd, StakeWarning } from "./stake-schema.js";

@ObjectType({
  description:
    "Who holds a party and what it holds, through any number of others (股权穿透): by OWNS, by SUBSCRIBES to funds, and from a " +
    "mother fund to its sub-funds where no subscription is recorded between them.",
  simpleResolvers: true,
})
export class Ownership {
  @Field(() => EntityNode, { description: "Whom it is about (主体)." })
  readonly party!: GraphObject;
  @Field(() => PartialDate, { nullable: true, description: "The time that was asked for (时点)." })
  readonly asOf!: string | null;
  @Field(() => [StakeEnd], { description: "Who holds it, directly or through others, the nearest first (上层持有方)." })
  readonly holders!: readonly StakeEnd[];
  @Field(() => [StakeEnd], { description: "What it holds, directly or through others, the nearest first (下层持有)." })
  readonly holdings!: readonly StakeEnd[];
  @Field(() => [StakeCycle], { description: "Who holds each other in a circle, among them (循环持有)." })
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
export class OwnershipArgs extends StakeArgs {
  @Field(() => ID, { description: "A party, or a company or project that is owned (主体标识)." })
  readonly party!: string;
}
