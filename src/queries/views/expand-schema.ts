import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";
import type { GraphObject } from "../../graph/statements/columns.js";
import { PageInfo } from "../../model/derive/common.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { defineEnum } from "../../model/terms.js";
import { FollowingArgs } from "./following-args.js";

export const NeighborOrder = defineEnum("NeighborOrder", "In which order neighbours come (邻居次序).", {
  ID: { zh: "按标识", en: "by id: each page as fast at a hub as anywhere" },
  DEGREE: { zh: "按度数", en: "by the number of relationships, the highest first, then by id" },
});

@ObjectType({
  description:
    "What a picture gains (展开): nodes not yet shown, and every relationship that joins them to what is shown or to each other.",
  simpleResolvers: true,
})
export class Expansion {
  @Field(() => [EntityNode], { description: "The neighbours of this page (新节点)." })
  readonly nodes!: readonly GraphObject[];
  @Field(() => [RelationshipNode], {
    description: "All that joins them to what is expanded or shown, or to each other, of any type, by id (新关系).",
  })
  readonly relationships!: readonly GraphObject[];
  @Field(() => PageInfo, { description: "Where this page begins and ends (分页信息)." })
  readonly pageInfo!: PageInfo;
  @Field(() => Int, { description: "Neighbours in all, shown or not; computed only when asked (邻居总数)." })
  readonly totalCount!: number;
  @Field(() => String, {
    nullable: true,
    description: "Null when all relationships of the page are there; otherwise why they were cut (截断原因).",
  })
  readonly truncatedReason!: string | null;
}

@ArgsType()
export class ExpandArgs extends FollowingArgs {
  @Field(() => [ID], { description: "The entities whose neighbours are asked for (展开的实体)." })
  readonly ids!: readonly string[];
  @Field(() => [ID], {
    nullable: true,
    description:
      "What the picture shows already (已显示的实体): it is not listed again, but joined. It may grow from page to page; add each to it. Unknown ids are ignored.",
  })
  readonly shown?: readonly string[] | null | undefined;
  @Field(() => NeighborOrder, {
    nullable: true,
    defaultValue: NeighborOrder.ID,
    description: "In this order (次序).",
  })
  readonly orderBy?: keyof typeof NeighborOrder | null | undefined;
  @Field(() => Int, { nullable: true, description: "How many from the start (取前几条); 20 unless told." })
  readonly first?: number | null | undefined;
  @Field(() => String, { nullable: true, description: "After this cursor (此游标之后)." })
  readonly after?: string | null | undefined;
}
