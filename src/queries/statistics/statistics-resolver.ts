import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import * as analysis from "./statistics.js";
import type { RequestContext } from "../../graph/context.js";
import { EntityNode } from "../../model/interfaces.js";
import { ProjectStatus } from "../../model/project-status.js";
import { defineEnum } from "../../model/terms.js";
import { Most } from "../shared/most.js";
import { Total } from "../shared/total.js";
import { Reads } from "../shared/reads.js";
import { Truncation } from "../shared/truncation.js";

const Dimension = defineEnum("StatisticsDimension", "By what is counted (统计维度).", {
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

const Kind = defineEnum("StatisticsKind", "What is counted (统计对象).", {
  COMPANY: { zh: "企业", en: "companies" },
  PROJECT: { zh: "项目", en: "projects" },
  PARTNERSHIP: { zh: "合作", en: "partnerships of zones with universities, institutes and companies" },
});

@InputType({ description: "Only what fits (统计筛选); what can have no such value, fits no condition on it." })
class StatisticsFilter {
  @Field(() => ID, { nullable: true, description: "Lies in this place, at any depth (位于)." })
  within?: string;
  @Field(() => ID, { nullable: true, description: "Stands in this chain or a part of it (产业链)." })
  chain?: string;
  @Field(() => ID, { nullable: true, description: "Stands in this industry or a part of it (产业)." })
  industry?: string;
  @Field(() => [ProjectStatus], { nullable: true, description: "Has one of these statuses: projects alone (状态)." })
  status?: ProjectStatus[];
  @Field(() => Int, { nullable: true, description: "Dated in this year or later; see YEAR (起始年份)." })
  yearFrom?: number;
  @Field(() => Int, { nullable: true, description: "Dated in this year or earlier; see YEAR (截止年份)." })
  yearTo?: number;
}

@ObjectType({ description: "What a row is about in one dimension (统计键).", simpleResolvers: true })
class StatisticsKey {
  @Field(() => Dimension, { description: "The dimension (维度)." })
  dimension!: string;
  @Field(() => String, {
    nullable: true,
    description: "The entity's id, the status, the year or the kind (值); null for what is not recorded or has none.",
  })
  value?: string;
}

@ObjectType({ description: "What is counted under one key, or under two together (统计行).", simpleResolvers: true })
class StatisticsRow {
  @Most(2)
  @Field(() => [StatisticsKey], { description: "The keys, in the order of groupBy (键)." })
  keys!: StatisticsKey[];
  @Most(9)
  @Field(() => [Total], {
    description:
      "A count of each kind, and sums over the projects for each figure and unit (合计). Beside them what a source states, where the row is " +
      "all of a zone or a chain; how many a chain is said to have extended to stands in chainMap, because a row counts its leaders too.",
  })
  totals!: Total[];
}

@ObjectType({ description: "Counts and totals by one or two dimensions (统计).", simpleResolvers: true })
class Statistics {
  @Field(() => [StatisticsRow], {
    description:
      "By key, the unknown last (统计行). What has several values in a dimension, such as two places, counts once in the row of each; " +
      "rows therefore do not add up to the whole.",
  })
  rows!: StatisticsRow[];
  @Field(() => String, {
    nullable: true,
    description: "Null when every row is there; otherwise why not (截断原因).",
  })
  truncatedReason?: string;
  @Field(() => Truncation, {
    nullable: true,
    description: "The same for programs: what is left out, and beyond how many (截断).",
  })
  truncation?: Truncation;
}

/** The whole that rows are of. */
@Resolver(() => Statistics)
export class StatisticsFields {
  @Most(9)
  @FieldResolver(() => [Total], { nullable: true, description: "Over everything that fits, each once (总计)." })
  totals(@Root() root: analysis.Statistics, @Ctx() context: RequestContext): unknown {
    return analysis.overall(context, root);
  }
}

/** The entity that a key names. */
@Resolver(() => StatisticsKey)
export class StatisticsKeyFields {
  @FieldResolver(() => EntityNode, {
    nullable: true,
    description:
      "The zone, region, chain or industry (实体); null for a status, a year, a kind, and for what is not recorded.",
  })
  entity(
    @Root() key: analysis.StatisticsKey,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return analysis.keyEntity(context, key, info);
  }
}

/** `statistics(groupBy, …)`: counts and totals. */
@Resolver()
export class StatisticsQuery {
  @Reads("ALL")
  @Query(() => Statistics, {
    nullable: true,
    description: "Counts and totals of companies, projects and partnerships by one or two dimensions (统计).",
  })
  statistics(
    @Arg("groupBy", () => [Dimension], { description: "One or two dimensions (分组维度)." })
    groupBy: analysis.StatisticsArgs["groupBy"],
    @Arg("kinds", () => [Kind], { nullable: true, description: "Count only these; all unless told (统计对象)." })
    kinds: analysis.StatisticsArgs["kinds"] | undefined,
    @Arg("filter", () => StatisticsFilter, { nullable: true, description: "Only what fits (筛选)." })
    filter: StatisticsFilter | undefined,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many rows at most (最多几行)." }) first: number,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    const { within, chain, industry, status, yearFrom, yearTo } = filter ?? {};
    const given = {
      within: within ?? null,
      chain: chain ?? null,
      industry: industry ?? null,
      status: status ?? null,
      yearFrom: yearFrom ?? null,
      yearTo: yearTo ?? null,
    };
    return analysis.statistics(context, { groupBy, kinds: kinds ?? null, filter: given, first });
  }
}
