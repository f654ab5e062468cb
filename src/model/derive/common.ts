import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { defineEnum } from "../terms.js";
import { PartialDate } from "../scalars.js";

/** The enum of the model's kinds and that of its relationship types: filled when a model is derived, named by fields before. */
export const EntityKind: object = {};
export const RelationshipType: object = {};

/** In which direction a relationship is read from an entity. */
export const Direction = defineEnum("Direction", "In which direction relationships are followed (方向).", {
  OUT: { zh: "出", en: "from the entity" },
  IN: { zh: "入", en: "to the entity" },
  BOTH: { zh: "双向", en: "either way" },
});

/** The order of a list's key. */
export const SortDirection = { ASC: "ASC", DESC: "DESC" } as const;
registerEnumType(SortDirection, {
  name: "SortDirection",
  description: "Ascending or descending (升序、降序).",
  valuesConfig: {
    ASC: { description: "Smallest first, missing values last (升序)." },
    DESC: { description: "Missing values first, then largest first (降序)." },
  },
});

/** How a stated figure is meant. */
export const Qualifier = defineEnum("Qualifier", "How a stated figure is meant (数值限定).", {
  EXACT: { zh: "确切", en: "exactly" },
  ABOUT: { zh: "约", en: "about" },
  OVER: { zh: "超过", en: "over" },
  AT_MOST: { zh: "至多", en: "at most" },
  ILLEGIBLE: { zh: "无法辨认", en: "illegible in the source" },
});

@ObjectType({ description: "Where a page of a list begins and ends (分页信息, Relay).", simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there is more after the last edge (后面是否还有)." })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: "Whether there is more before the first edge (前面是否还有)." })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "The first edge's cursor (首游标)." })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: "The last edge's cursor (末游标)." })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: "How many from the start (取前几条); 20 unless told." })
  first?: number;
  @Field(() => String, { nullable: true, description: "After this cursor (此游标之后)." })
  after?: string;
  @Field(() => Int, { nullable: true, description: "How many from the end (取后几条); not with first." })
  last?: number;
  @Field(() => String, { nullable: true, description: "Before this cursor (此游标之前)." })
  before?: string;
}

@InputType({ description: "A condition on an id (标识条件)." })
export class IDFilter {
  @Field(() => ID, { nullable: true, description: "Is this one (等于)." })
  eq?: string;
  @Field(() => [ID], { nullable: true, description: "Is one of these (属于其一)." })
  in?: string[];
}

@InputType({ description: "A condition on a text; upper and lower case differ (文本条件)." })
export class StringFilter {
  @Field(() => String, { nullable: true, description: "Is this text (等于)." })
  eq?: string;
  @Field(() => [String], { nullable: true, description: "Is one of these (属于其一)." })
  in?: string[];
  @Field(() => String, { nullable: true, description: "Has this text in it (包含)." })
  contains?: string;
  @Field(() => String, { nullable: true, description: "Begins with this text (以此开头)." })
  startsWith?: string;
  @Field(() => Boolean, { nullable: true, description: "Is missing, or with false: is there (缺失)." })
  isNull?: boolean;
}

@InputType({ description: "A condition on a list of texts (文本列表条件)." })
export class StringListFilter {
  @Field(() => String, { nullable: true, description: "Has this text as an item (含此项)." })
  has?: string;
  @Field(() => Boolean, { nullable: true, description: "Is empty or missing, or with false: has items (为空)." })
  isEmpty?: boolean;
}

@InputType({ description: "A condition on a number (数值条件)." })
export class FloatFilter {
  @Field(() => Float, { nullable: true, description: "Equals (等于)." })
  eq?: number;
  @Field(() => [Float], { nullable: true, description: "Is one of these (属于其一)." })
  in?: number[];
  @Field(() => Float, { nullable: true, description: "Is greater than (大于)." })
  gt?: number;
  @Field(() => Float, { nullable: true, description: "Is at least (不小于)." })
  gte?: number;
  @Field(() => Float, { nullable: true, description: "Is less than (小于)." })
  lt?: number;
  @Field(() => Float, { nullable: true, description: "Is at most (不大于)." })
  lte?: number;
  @Field(() => Boolean, { nullable: true, description: "Is missing, or with false: is there (缺失)." })
  isNull?: boolean;
}

@InputType({ description: "A condition on a truth value (是非条件)." })
export class BooleanFilter {
  @Field(() => Boolean, { nullable: true, description: "Equals (等于)." })
  eq?: boolean;
  @Field(() => Boolean, { nullable: true, description: "Is missing, or with false: is there (缺失)." })
  isNull?: boolean;
}

@InputType({
  description:
    "A condition on a partial date (日期条件). lte: 2023 includes everything in 2023; gt: 2023 begins with 2024; " +
    "within: 2023 is that date or a finer one.",
})
export class PartialDateFilter {
  @Field(() => PartialDate, { nullable: true, description: "Is written exactly so (等于)." })
  eq?: string;
  @Field(() => PartialDate, { nullable: true, description: "Is this date or lies in it (在此期间)." })
  within?: string;
  @Field(() => PartialDate, { nullable: true, description: "Is after all of it (晚于)." })
  gt?: string;
  @Field(() => PartialDate, { nullable: true, description: "Is not before it begins (不早于)." })
  gte?: string;
  @Field(() => PartialDate, { nullable: true, description: "Is before it begins (早于)." })
  lt?: string;
  @Field(() => PartialDate, { nullable: true, description: "Is not after it ends (不晚于)." })
  lte?: string;
  @Field(() => Boolean, { nullable: true, description: "Is missing, or with false: is there (缺失)." })
  isNull?: boolean;
}
