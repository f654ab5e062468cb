import { ArgsType, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { defineEnum } from "../terms.js";

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
    ASC: { description: "Smallest first, nulls last (升序)." },
    DESC: { description: "Nulls first, then largest first (降序)." },
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
  @Field(() => Int, {
    nullable: true,
    description: "Number of items to return (条数); defaults to the server's page size.",
  })
  first?: number;
  @Field(() => String, { nullable: true, description: "Items after this cursor (此游标之后)." })
  after?: string;
  @Field(() => Int, { nullable: true, description: "Number of items from the end (末尾条数); not with first." })
  last?: number;
  @Field(() => String, { nullable: true, description: "Items before this cursor (此游标之前)." })
  before?: string;
}
