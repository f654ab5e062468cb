import { Field, ID, Int, ObjectType } from "type-graphql";
import type { GraphObject } from "../../graph/statements/columns.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { ProjectStatus } from "../../model/project-status.js";
import { Most } from "../shared/most.js";
import { Total } from "../shared/total.js";
import { Truncation } from "../shared/truncation.js";
import type { Standing } from "./chain-map-statements.js";
import { memberConnection, type MemberEdge } from "./member-connection.js";

/** Somebody that leads a chain or a part of it. */
export interface ChainLeaderEdge extends MemberEdge {
  /** Where it is asked for. */
  readonly chain: GraphObject | undefined;
  readonly places: readonly GraphObject[];
}

export const ChainLeaderConnection = memberConnection<ChainLeaderEdge>(
  { name: "ChainLeader", of: "those that lead a chain or a part of it" },
  {
    chain: [() => EntityNode, "The chain that it leads: the one asked for, or a part of it (所领产业链)."],
    places: [() => [EntityNode], "Where it lies, as recorded (所在地); empty where it is not."],
  },
);

@ObjectType({ description: "The projects of one status (按状态合计).", simpleResolvers: true })
export class StatusTotals {
  @Field(() => ProjectStatus, { nullable: true, description: "The status (状态); null where it is not recorded." })
  readonly status!: ProjectStatus | null;
  @Field(() => Int, { description: "How many projects (项目数)." })
  readonly projects!: number;
  @Most(6)
  @Field(() => [Total], { description: "Their sums, one for each figure and unit (合计)." })
  readonly totals!: readonly Total[];
}

@ObjectType({ description: "Who stands at one stage of a chain, or at none (环节成员).", simpleResolvers: true })
export class ChainGroup {
  @Field(() => EntityNode, { nullable: true, description: "The stage (环节); null where no stage is recorded." })
  readonly stage!: GraphObject | null;
  @Field(() => RelationshipNode, { nullable: true, description: "HAS_STAGE: what says that it is a stage (依据)." })
  readonly relationship!: GraphObject | null;
  @Field(() => Int, {
    nullable: true,
    description: "Its layer, counted from upstream, from 1 (层次); stages that nothing orders share one.",
  })
  readonly layer!: number | null;
  /** Whether it stands at one stage, at none, or is all of the chain. */
  readonly kind!: "STAGE" | "STAGELESS" | "ALL";
  /** The stage's id, or the chain's. */
  readonly id!: string;
  readonly standing!: Standing;
  readonly stated!: Readonly<Record<string, number | null>>;
}

@ObjectType({
  description: "An industry chain from upstream to downstream, with who stands where (产业链图谱).",
  simpleResolvers: true,
})
export class ChainMap {
  @Field(() => EntityNode, { description: "The chain (产业链)." })
  readonly chain!: GraphObject;
  @Field(() => Int, { description: "How many stages are recorded (环节数); none for many a chain." })
  readonly stageCount!: number;
  @Field(() => Int, { description: "How many chains are parts of it, at any depth (子链数)." })
  readonly partCount!: number;
  @Field(() => ChainGroup, {
    description: "Who stands in the chain or a part of it at none of its stages (未记录环节的成员).",
  })
  readonly withoutStage!: ChainGroup;
  @Field(() => [String], {
    description:
      "Each cycle of stages that feed each other, in words (循环); no order holds within it, and its stages share a layer.",
  })
  readonly cycles!: readonly string[];
  @Field(() => [[ID]], {
    description:
      "The same as the ids of the stages along each cycle, in its order (循环环节); an empty list where there is none.",
  })
  readonly cycleStages!: readonly (readonly string[])[];
  @Field(() => String, {
    nullable: true,
    description: "Null when nothing was left out; otherwise what and why (截断原因).",
  })
  readonly truncatedReason!: string | null;
  @Field(() => Truncation, {
    nullable: true,
    description: "The same for programs: what is left out, and beyond how many (截断).",
  })
  readonly truncation!: Truncation | null;
  /** The chain as a whole. */
  readonly all!: ChainGroup;
  readonly orderedStages!: readonly ChainGroup[];
  readonly feeds!: readonly GraphObject[];
}
