import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, Ctx, Field, ID, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import { expand, type Expansion as Expanded, type NeighborOrder as Order } from "./expand.js";
import type { RequestContext } from "../../graph/context.js";
import { selectionOf } from "../../graph/selection.js";
import { PageInfo } from "../../model/derive/common.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { defineEnum } from "../../model/terms.js";
import { FollowingArgs } from "./following-args.js";

const NeighborOrder = defineEnum("NeighborOrder", "In which order neighbours come (邻居次序).", {
  ID: { zh: "按标识", en: "by id: each page as fast at a hub as anywhere" },
  DEGREE: { zh: "按度数", en: "by the number of relationships, the highest first, then by id" },
});

@ObjectType({
  description:
    "What a picture gains (展开): nodes not yet shown, and every relationship that joins them to what is shown or to each other.",
  simpleResolvers: true,
})
class Expansion {
  @Field(() => [EntityNode], { description: "The neighbours of this page (新节点)." })
  nodes!: object[];
  @Field(() => [RelationshipNode], {
    description: "All that joins them to what is expanded or shown, or to each other, of any type, by id (新关系).",
  })
  relationships!: object[];
  @Field(() => PageInfo, { description: "Where this page begins and ends (分页信息)." })
  pageInfo!: PageInfo;
  @Field(() => Int, { description: "Neighbours in all, shown or not; computed only when asked (邻居总数)." })
  totalCount!: number;
  @Field(() => String, {
    nullable: true,
    description: "Null when all relationships of the page are there; otherwise why they were cut (截断原因).",
  })
  truncatedReason?: string;
}

@ArgsType()
class ExpandArgs extends FollowingArgs {
  @Field(() => [ID], { description: "The entities whose neighbours are asked for (展开的实体)." })
  ids!: string[];
  @Field(() => [ID], {
    nullable: true,
    description:
      "What the picture shows already (已显示的实体): it is not listed again, but joined. It may grow from page to page; add each to it. Unknown ids are ignored.",
  })
  shown?: string[];
  @Field(() => NeighborOrder, {
    nullable: true,
    defaultValue: NeighborOrder.ID,
    description: "In this order (次序).",
  })
  orderBy?: Order;
  @Field(() => Int, { nullable: true, description: "How many from the start (取前几条); 20 unless told." })
  first?: number;
  @Field(() => String, { nullable: true, description: "After this cursor (此游标之后)." })
  after?: string;
}

/** `expand(ids)`: the next neighbours of what a picture shows. */
@Resolver()
export class ExpandQuery {
  @Query(() => Expansion, {
    nullable: true,
    description:
      "The neighbours of some entities that are not yet shown, in pages (展开邻居). Types, direction and kinds say which; " +
      "whatever joins them to the picture comes with them.",
  })
  expand(
    @Args(() => ExpandArgs) args: ExpandArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Expanded> {
    return expand(context, args, selectionOf(info));
  }
}
