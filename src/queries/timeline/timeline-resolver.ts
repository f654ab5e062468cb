import { Args, ArgsType, Ctx, Field, ID, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import { timeline } from "./timeline.js";
import type { RequestContext } from "../../graph/context.js";
import { PageInfo } from "../../model/derive/common.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { ProjectStatus } from "../../model/project-status.js";
import { PartialDate } from "../../model/scalars.js";
import { defineEnum } from "../../model/terms.js";
import { Truncation } from "../shared/truncation.js";

const TimelineOrigin = defineEnum("TimelineOrigin", "Whose date an entry of a timeline is (日期归属).", {
  OWN: { zh: "本身", en: "the entity's own" },
  RELATIONSHIP: { zh: "关系", en: "a relationship's, between the entity and another" },
  NEIGHBOUR: { zh: "相邻实体", en: "an entity's that is one relationship away" },
});

@ObjectType({
  description: "Something dated around an entity, or a milestone of which only the step is known (时间线条目).",
  simpleResolvers: true,
})
class TimelineEntry {
  @Field(() => PartialDate, {
    nullable: true,
    description: "When, as precisely as the source says (日期); null for a milestone that only has a step.",
  })
  date?: string;
  @Field(() => Int, {
    nullable: true,
    description: "A milestone's place among those of its project or fund (步骤); without a date it stands by it.",
  })
  step?: number;
  @Field(() => TimelineOrigin, { description: "Whose date it is (日期归属)." })
  origin!: string;
  @Field(() => String, { description: "The property that holds the date, or the step (属性)." })
  property!: string;
  @Field(() => String, { description: "What the date is, in Chinese (日期含义)." })
  label!: string;
  @Field(() => String, { description: "The same in English (英文含义)." })
  labelEn!: string;
  @Field(() => Boolean, { description: "Planned or aimed at, not yet so (计划)." })
  planned!: boolean;
  @Field(() => EntityNode, { description: "Whose date it is, or the far end of the relationship (实体)." })
  entity!: EntityNode;
  @Field(() => RelationshipNode, {
    nullable: true,
    description: "The relationship that is dated, or that leads to whose date it is; null for the entity's own (关系).",
  })
  relationship?: RelationshipNode;
  @Field(() => Int, {
    nullable: true,
    description: "Days since the last dated entry before; null unless both are dated to the day (距上一日期天数).",
  })
  daysSincePrevious?: number;
}

@ObjectType({ description: "One entry in a timeline (边).", simpleResolvers: true })
class TimelineEdge {
  @Field(() => String, { description: "Where this edge stands in the list (游标)." })
  cursor!: string;
  @Field(() => TimelineEntry, { description: "The entry (条目)." })
  node!: TimelineEntry;
}

@ObjectType({ description: "What something is called, in both languages (名称).", simpleResolvers: true })
class StepName {
  @Field(() => String, { description: "In Chinese (中文)." })
  zh!: string;
  @Field(() => String, { description: "In English (英文)." })
  en!: string;
}

@ObjectType({
  description: "Which step a project waits at, as far as is recorded (所待环节).",
  simpleResolvers: true,
})
class ProjectWaiting {
  @Field(() => ProjectStatus, { nullable: true, description: "How far it had come (状态); null where nothing says." })
  status?: string;
  @Field(() => PartialDate, { nullable: true, description: "When the source said so (状态时点)." })
  statusAsOf?: string;
  @Field(() => StepName, {
    nullable: true,
    description: "What comes next after that status (下一环节); null where no status is recorded.",
  })
  next?: StepName;
  @Field(() => EntityNode, { nullable: true, description: "The last milestone that it reached (最近里程碑)." })
  milestone?: EntityNode;
  @Field(() => RelationshipNode, { nullable: true, description: "That it reached it (达成关系)." })
  relationship?: RelationshipNode;
  @Field(() => PartialDate, {
    nullable: true,
    description: "The date of that milestone: since then it waits (起始日期); null where it has none.",
  })
  since?: string;
  @Field(() => PartialDate, {
    nullable: true,
    description: "The latest date of any milestone that it reached: it waits since no earlier (不早于).",
  })
  notBefore?: string;
}

@ObjectType({
  description: "A target date that has wholly passed with no report of what it was set for (逾期).",
  simpleResolvers: true,
})
class OverdueTarget {
  @Field(() => String, { description: "The property that holds the target (属性)." })
  property!: string;
  @Field(() => String, { description: "What the target is, in Chinese (目标)." })
  label!: string;
  @Field(() => String, { description: "The same in English (英文名称)." })
  labelEn!: string;
  @Field(() => PartialDate, { description: "The target date (目标日期)." })
  date!: string;
  @Field(() => ProjectStatus, { nullable: true, description: "The last status reported (最近状态)." })
  status?: string;
  @Field(() => PartialDate, { nullable: true, description: "When that was reported (状态时点)." })
  statusAsOf?: string;
  @Field(() => Int, { nullable: true, description: "Days since; null unless both dates are days (逾期天数)." })
  daysOverdue?: number;
}

@ObjectType({ description: "A page of a timeline (时间线, Relay).", simpleResolvers: true })
class TimelineConnection {
  @Field(() => [TimelineEdge], { description: "What is on this page, each with its cursor (边)." })
  edges!: TimelineEdge[];
  @Field(() => [TimelineEntry], { description: "What is on this page (条目)." })
  nodes!: TimelineEntry[];
  @Field(() => PageInfo, { description: "Where this page begins and ends (分页信息)." })
  pageInfo!: PageInfo;
  @Field(() => Int, { description: "How many there are in all; computed only when asked (总数)." })
  totalCount!: number;
  @Field(() => ProjectWaiting, {
    nullable: true,
    description: "Of a project that is not in production: the step that it waits at (所待环节).",
  })
  waitsAt?: ProjectWaiting;
  @Field(() => [OverdueTarget], { nullable: true, description: "Of a project: what is overdue at `today` (逾期目标)." })
  overdue?: OverdueTarget[];
  @Field(() => String, {
    nullable: true,
    description: "Null when everything was examined; otherwise what has no place (截断原因).",
  })
  truncatedReason?: string;
  @Field(() => Truncation, {
    nullable: true,
    description: "The same for programs: what is left out, and beyond how many (截断).",
  })
  truncation?: Truncation;
}

@ArgsType()
class TimelineArgs {
  @Field(() => ID, { description: "The entity's id (标识)." })
  id!: string;
  @Field(() => Int, { nullable: true, description: "How many from the start (取前几条); 20 unless told." })
  first?: number;
  @Field(() => String, { nullable: true, description: "After this cursor (此游标之后)." })
  after?: string;
  @Field(() => PartialDate, {
    nullable: true,
    description: "The day that target dates are compared with (今天); the server's unless told.",
  })
  today?: string;
}

/** `timeline`: everything dated around an entity, in order. */
@Resolver()
export class TimelineQuery {
  @Query(() => TimelineConnection, {
    nullable: true,
    description:
      "Everything dated around an entity, in order (时间线): its own dates, those of its relationships and of what is one " +
      "relationship away; of one beginning the coarser date first. Null where there is no such entity.",
  })
  timeline(
    @Args(() => TimelineArgs) args: TimelineArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): ReturnType<typeof timeline> {
    return timeline(context, args, info);
  }
}
