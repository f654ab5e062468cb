import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ProjectStatus } from "../../model/project-status.js";
import { defineEnum } from "../../model/terms.js";
import { Most } from "../shared/most.js";
import { Total } from "../shared/total.js";
import { Truncation } from "../shared/truncation.js";

export const Dimension = defineEnum("StatisticsDimension", "By what is counted (统计维度).", {
  ZONE: { zh: "开发区", en: "the zones that it lies in; of a partnership, the zone" },
  PROVINCE: { zh: "省", en: "the provinces that it lies in, at any depth" },
  PREFECTURE: { zh: "市", en: "the prefectures that it lies in, at any depth" },
  COUNTY: { zh: "县", en: "the counties that it lies in, at any depth" },
  CHAIN: { zh: "产业链", en: "the chains that it joined or leads; a stage that several chains have tells none" },
  INDUSTRY: { zh: "产业", en: "the industries that it, or a chain of its, is part of, wider ones among them" },
  STATUS: { zh: "状态", en: "the status of a project" },
  YEAR: { zh: "年份", en: "of a project, the year of its status; of a partnership, that of its date" },
  KIND: { zh: "类型", en: "what is counted" },
});

export type Dimension = keyof typeof Dimension;

export const Counted = defineEnum("StatisticsKind", "What is counted (统计对象).", {
  COMPANY: { zh: "企业", en: "companies" },
  PROJECT: { zh: "项目", en: "projects" },
  PARTNERSHIP: { zh: "合作", en: "partnerships of zones with universities, institutes and companies" },
});
export type Counted = keyof typeof Counted;

@InputType({ description: "Only what fits (统计筛选); what can have no such value, fits no condition on it." })
export class StatisticsFilter {
  @Field(() => ID, { nullable: true, description: "Lies in this place, at any depth (位于)." })
  readonly within?: string | null | undefined;
  @Field(() => ID, { nullable: true, description: "Stands in this chain or a part of it (产业链)." })
  readonly chain?: string | null | undefined;
  @Field(() => ID, { nullable: true, description: "Stands in this industry or a part of it (产业)." })
  readonly industry?: string | null | undefined;
  @Field(() => [ProjectStatus], { nullable: true, description: "Has one of these statuses: projects alone (状态)." })
  readonly status?: readonly ProjectStatus[] | null | undefined;
  @Field(() => Int, { nullable: true, description: "Dated in this year or later; see YEAR (起始年份)." })
  readonly yearFrom?: number | null | undefined;
  @Field(() => Int, { nullable: true, description: "Dated in this year or earlier; see YEAR (截止年份)." })
  readonly yearTo?: number | null | undefined;
}

/** The same with null for what is left out. */
export type Conditions = { readonly [Name in keyof StatisticsFilter]-?: NonNullable<StatisticsFilter[Name]> | null };

@ArgsType()
export class StatisticsArgs {
  @Field(() => [Dimension], { description: "One or two dimensions (分组维度)." })
  readonly groupBy!: readonly Dimension[];
  @Field(() => [Counted], { nullable: true, description: "Count only these; all unless told (统计对象)." })
  readonly kinds?: readonly Counted[] | null | undefined;
  @Field(() => StatisticsFilter, { nullable: true, description: "Only what fits (筛选)." })
  readonly filter?: StatisticsFilter | null | undefined;
  @Field(() => Int, { defaultValue: 100, description: "How many rows at most (最多几行)." })
  readonly first!: number;
}

@ObjectType({ description: "What a row is about in one dimension (统计键).", simpleResolvers: true })
export class StatisticsKey {
  @Field(() => Dimension, { description: "The dimension (维度)." })
  readonly dimension!: Dimension;
  @Field(() => String, {
    nullable: true,
    description: "The entity's id, the status, the year or the kind (值); null for what is not recorded or has none.",
  })
  readonly value!: string | null;
}

@ObjectType({ description: "What is counted under one key, or under two together (统计行).", simpleResolvers: true })
export class StatisticsRow {
  @Most(2)
  @Field(() => [StatisticsKey], { description: "The keys, in the order of groupBy (键)." })
  readonly keys!: readonly StatisticsKey[];
  @Most(9)
  @Field(() => [Total], {
    description:
      "A count of each kind, and sums over the projects for each figure and unit (合计). Beside them what a source states, where the row is " +
      "all of a zone or a chain; how many a chain is said to have extended to stands in chainMap, because a row counts its leaders too.",
  })
  readonly totals!: readonly Total[];
}

@ObjectType({ description: "Counts and totals by one or two dimensions (统计).", simpleResolvers: true })
export class Statistics {
  @Field(() => [StatisticsRow], {
    description:
      "By key, the unknown last (统计行). What has several values in a dimension, such as two places, counts once in the row of each; " +
      "rows therefore do not add up to the whole.",
  })
  readonly rows!: readonly StatisticsRow[];
  @Field(() => String, {
    nullable: true,
    description: "Null when every row is there; otherwise why not (截断原因).",
  })
  readonly truncatedReason!: string | null;
  @Field(() => Truncation, {
    nullable: true,
    description: "The same for programs: what is left out, and beyond how many (截断).",
  })
  readonly truncation!: Truncation | null;
  /** What its totals are asked by. */
  readonly kinds!: readonly Counted[];
  readonly conditions!: Conditions;
}
