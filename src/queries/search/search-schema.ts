import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import type { GraphObject } from "../../graph/statements/columns.js";
import { EntityKind, PageInfo } from "../../model/derive/common.js";
import { EntityNode } from "../../model/interfaces.js";

@ObjectType({ description: "A text of an entity that matched (匹配).", simpleResolvers: true })
export class SearchMatch {
  @Field(() => String, {
    description:
      "Which text it is (字段): name, alias, code, nameEn, pinyin of the name or an alias, or the initials of its pinyin.",
  })
  readonly field!: string;
  @Field(() => String, { description: "The text; of pinyin and initials, as it is typed (文本)." })
  readonly text!: string;
}

@ObjectType({ description: "An entity that was found (检索结果).", simpleResolvers: true })
export class SearchEdge {
  @Field(() => String, { description: "Where the next page may begin (游标)." })
  readonly cursor!: string;
  @Field(() => EntityNode, { description: "The entity (实体)." })
  readonly node!: GraphObject;
  @Field(() => [SearchMatch], { description: "What matched, best first (匹配项)." })
  readonly matches!: readonly SearchMatch[];
}

@ObjectType({ description: "A page of what was found, best first (检索结果分页).", simpleResolvers: true })
export class SearchConnection {
  @Field(() => [SearchEdge], { description: "The hits and why they were found (边)." })
  readonly edges!: readonly SearchEdge[];
  @Field(() => [EntityNode], { description: "The entities alone (节点)." })
  readonly nodes!: readonly GraphObject[];
  @Field(() => PageInfo, { description: "Where the page begins and ends (分页信息)." })
  readonly pageInfo!: PageInfo;
  @Field(() => String, {
    nullable: true,
    description: "Null unless there were more candidates than were ranked (截断原因).",
  })
  readonly truncatedReason!: string | null;
}

/** The longest text that is searched for: the pinyin of long names fits, and it is short enough to be compared with every text. */
export const LONGEST_QUERY = 200;

@ArgsType()
export class SearchArgs {
  @Field(() => String, { description: `What is typed, at most ${LONGEST_QUERY} characters (检索词).` })
  readonly query!: string;
  @Field(() => [EntityKind], { nullable: true, description: "Only these kinds (实体类型)." })
  readonly kinds?: readonly string[] | null | undefined;
  @Field(() => Int, { nullable: true, description: "How many (取前几条); 20 unless told." })
  readonly first?: number | null | undefined;
  @Field(() => String, { nullable: true, description: "After this cursor (此游标之后)." })
  readonly after?: string | null | undefined;
}
