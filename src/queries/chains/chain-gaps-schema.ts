import { Field, Int, ObjectType } from "type-graphql";
import type { GraphObject } from "../../graph/statements/columns.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { defineEnum } from "../../model/terms.js";
import { Most } from "../shared/most.js";
import type { Place } from "./chain-gaps-statements.js";

export const StageState = defineEnum("StageState", "What is known of a stage in a zone (环节状态).", {
  PRESENT: { zh: "已有", en: "somebody is recorded there" },
  KNOWN_ABSENT: { zh: "明确缺少", en: "a cited statement says that nobody is" },
  NOT_RECORDED: { zh: "未记录", en: "nothing is recorded, which says nothing" },
});
export type StageState = keyof typeof StageState;

@ObjectType({ description: "Somebody that stands at a stage (环节成员).", simpleResolvers: true })
export class GapMember {
  @Field(() => EntityNode, { description: "The company or project (企业或项目)." })
  readonly node!: GraphObject;
  @Field(() => RelationshipNode, { description: "What says that it stands there (依据)." })
  readonly relationship!: GraphObject;
}

@ObjectType({ description: "A stage of a chain, as a zone has it or not (环节缺口).", simpleResolvers: true })
export class StageGap {
  @Field(() => EntityNode, { description: "The stage (环节)." })
  readonly stage!: GraphObject;
  @Field(() => RelationshipNode, {
    description: "HAS_STAGE: it begins at the chain, or the wider chain, that has the stage (依据).",
  })
  readonly relationship!: GraphObject;
  @Field(() => Int, { description: "Its layer, counted from upstream, from 1 (层次)." })
  readonly layer!: number;
  @Field(() => StageState, {
    description:
      "What is known (状态). Whoever stands at the stage is present where it lies in the zone, joined the zone's chain, or that " +
      "chain alone has the stage.",
  })
  readonly state!: StageState;
  @Field(() => Int, { description: "How many are present (已有个数)." })
  readonly presentCount!: number;
  @Most(5)
  @Field(() => [RelationshipNode], {
    description:
      "LACKS, with citations: who says that the zone, its chain or a wider one has nobody there (缺少依据); beside a PRESENT one " +
      "the two contradict each other, or one is older.",
  })
  readonly absences!: readonly GraphObject[];
  readonly zone!: string;
  readonly place!: Place;
}

@ObjectType({ description: "A chain that a zone develops, stage by stage (产业链缺口).", simpleResolvers: true })
export class ChainGap {
  @Field(() => EntityNode, { description: "The chain (产业链)." })
  readonly chain!: GraphObject;
  @Field(() => RelationshipNode, { description: "DEVELOPS: what says that the zone develops it (依据)." })
  readonly relationship!: GraphObject;
  @Field(() => Int, {
    description: "How many stages it and the wider chains have (环节数); with none recorded nothing can be told.",
  })
  readonly stageCount!: number;
  @Field(() => Int, { description: "How many are present (已有环节数)." })
  readonly presentCount!: number;
  @Field(() => Int, { description: "How many are known to be absent (明确缺少环节数)." })
  readonly knownAbsentCount!: number;
  @Field(() => Int, { description: "Of how many nothing is recorded (未记录环节数)." })
  readonly notRecordedCount!: number;
  @Field(() => [String], { description: "Each cycle of stages that feed each other, in words (循环)." })
  readonly cycles!: readonly string[];
  readonly gaps!: readonly StageGap[];
  readonly wider!: readonly GraphObject[];
}

@ObjectType({ description: "The gaps in the chains of a zone (补链分析).", simpleResolvers: true })
export class ChainGaps {
  @Field(() => EntityNode, { description: "The zone (开发区)." })
  readonly zone!: GraphObject;
  @Field(() => Int, { description: "How many chains it develops (产业链数)." })
  readonly chainCount!: number;
  @Field(() => String, {
    nullable: true,
    description: "Null when nothing was left out; otherwise what and why (截断原因).",
  })
  readonly truncatedReason!: string | null;
  readonly found!: readonly ChainGap[];
}
