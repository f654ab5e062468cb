import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";
import type { GraphObject } from "../../graph/statements/columns.js";
import { PageInfo } from "../../model/derive/common.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { ProjectStatus } from "../../model/project-status.js";
import { PartialDate } from "../../model/scalars.js";
import { defineEnum } from "../../model/terms.js";
import { Truncation } from "../shared/truncation.js";

export const TimelineOrigin = defineEnum("TimelineOrigin", "Whose date an entry of a timeline is (日期归属).", {
  OWN: { zh: "本身", en: "the entity's own" },
  RELATIONSHIP: { zh: "关系", en: "a relationship's, between the entity and another" },
  NEIGHBOUR: { zh: "相邻实体", en: "an entity's that is one relationship away" },
});

@ObjectType({
  description: "Something dated around an entity, or a milestone of which only the step is known (时间线条目).",
  simpleResolvers: true,
})
export class TimelineEntry {
  @Field(() => PartialDate, {
    nullable: true,
    description: "When, as precisely as the source says (日期); null for a milestone that only has a step.",
  })
  readonly date!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "A milestone's place among those of its project or fund (步骤); without a date it stands by it.",
  })
  readonly step!: number | null;
  @Field(() => TimelineOrigin, { description: "Whose date it is (日期归属)." })
  readonly origin!: keyof typeof TimelineOrigin;
  @Field(() => String, { description: "The property that holds the date, or the step (属性)." })
  readonly property!: string;
  @Field(() => String, { description: "What the date is, in Chinese (日期含义)." })
  readonly label!: string;
  @Field(() => String, { description: "The same in English (英文含义)." })
  readonly labelEn!: string;
  @Field(() => Boolean, { description: "Planned or aimed at, not yet so (计划)." })
  readonly planned!: boolean;
  @Field(() => EntityNode, { description: "Whose date it is, or the far end of the relationship (实体)." })
  readonly entity!: GraphObject;
  @Field(() => RelationshipNode, {
    nullable: true,
    description: "The relationship that is dated, or that leads to whose date it is; null for the entity's own (关系).",
  })
  readonly relationship!: GraphObject | null;
  @Field(() => Int, {
    nullable: true,
    description: "Days since the last dated entry before; null unless both are dated to the day (距上一日期天数).",
  })
  readonly daysSincePrevious!: number | null;
}

@ObjectType({ description: "One entry in a timeline (边).", simpleResolvers: true })
export class TimelineEdge {
  @Field(() => String, { description: "Where this edge stands in the list (游标)." })
  readonly cursor?: string;
  @Field(() => TimelineEntry, { description: "The entry (条目)." })
  readonly node!: TimelineEntry;
}

@ObjectType({ description: "What something is called, in both languages (名称).", simpleResolvers: true })
export class StepName {
  @Field(() => String, { description: "In Chinese (中文)." })
  readonly zh!: string;
  @Field(() => String, { description: "In English (英文)." })
  readonly en!: string;
}

@ObjectType({
  description: "Which step a project waits at, as far as is recorded (所待环节).",
  simpleResolvers: true,
})
export class ProjectWaiting {
  @Field(() => ProjectStatus, { nullable: true, description: "How far it had come (状态); null where nothing says." })
  readonly status!: string | null;
  @Field(() => PartialDate, { nullable: true, description: "When the source said so (状态时点)." })
  readonly statusAsOf!: string | null;
  @Field(() => StepName, {
    nullable: true,
    description: "What comes next after that status (下一环节); null where no status is recorded.",
  })
  readonly next!: StepName | null;
  @Field(() => EntityNode, { nullable: true, description: "The last milestone that it reached (最近里程碑)." })
  readonly milestone!: GraphObject | null;
  @Field(() => RelationshipNode, { nullable: true, description: "That it reached it (达成关系)." })
  readonly relationship!: GraphObject | null;
  @Field(() => PartialDate, {
    nullable: true,
    description: "The date of that milestone: since then it waits (起始日期); null where it has none.",
  })
  readonly since!: string | null;
  @Field(() => PartialDate, {
    nullable: true,
    description: "The latest date of any milestone that it reached: it waits since no earlier (不早于).",
  })
  readonly notBefore!: string | null;
}

@ObjectType({
  description: "A target date that has wholly passed with no report of what it was set for (逾期).",
  simpleResolvers: true,
})
export class OverdueTarget {
  @Field(() => String, { description: "The property that holds the target (属性)." })
  readonly property!: string;
  @Field(() => String, { description: "What the target is, in Chinese (目标)." })
  readonly label!: string;
  @Field(() => String, { description: "The same in English (英文名称)." })
  readonly labelEn!: string;
  @Field(() => PartialDate, { description: "The target date (目标日期)." })
  readonly date!: string;
  @Field(() => ProjectStatus, { nullable: true, description: "The last status reported (最近状态)." })
  readonly status!: string | null;
  @Field(() => PartialDate, { nullable: true, description: "When that was reported (状态时点)." })
  readonly statusAsOf!: string | null;
  @Field(() => Int, { nullable: true, description: "Days since; null unless both dates are days (逾期天数)." })
  readonly daysOverdue!: number | null;
}

@ObjectType({ description: "A page of a timeline (时间线, Relay).", simpleResolvers: true })
export class TimelineConnection {
  @Field(() => [TimelineEdge], { description: "What is on this page, each with its cursor (边)." })
  readonly edges!: readonly TimelineEdge[];
  @Field(() => [TimelineEntry], { description: "What is on this page (条目)." })
  readonly nodes!: readonly TimelineEntry[];
  @Field(() => PageInfo, { description: "Where this page begins and ends (分页信息)." })
  readonly pageInfo!: PageInfo;
  @Field(() => Int, { description: "How many there are in all; computed only when asked (总数)." })
  readonly totalCount!: number;
  @Field(() => ProjectWaiting, {
    nullable: true,
    description: "Of a project that is not in production: the step that it waits at (所待环节).",
  })
  readonly waitsAt!: ProjectWaiting | null;
  @Field(() => [OverdueTarget], { nullable: true, description: "Of a project: what is overdue at `today` (逾期目标)." })
  readonly overdue!: readonly OverdueTarget[] | null;
  @Field(() => String, {
    nullable: true,
    description: "Null when everything was examined; otherwise what has no place (截断原因).",
  })
  readonly truncatedReason!: string | null;
  @Field(() => Truncation, {
    nullable: true,
    description: "The same for programs: what is left out, and beyond how many (截断).",
  })
  readonly truncation!: Truncation | null;
}

@ArgsType()
export class TimelineArgs {
  @Field(() => ID, { description: "The entity's id (标识)." })
  readonly id!: string;
  @Field(() => Int, { nullable: true, description: "How many from the start (取前几条); 20 unless told." })
  readonly first?: number | null | undefined;
  @Field(() => String, { nullable: true, description: "After this cursor (此游标之后)." })
  readonly after?: string | null | undefined;
  @Field(() => PartialDate, {
    nullable: true,
    description: "The day that target dates are compared with (今天); the server's unless told.",
  })
  readonly today?: string | null | undefined;
}
