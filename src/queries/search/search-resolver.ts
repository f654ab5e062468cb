import { Arg, Ctx, Field, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import { LONGEST_QUERY, search } from "./search.js";
import type { RequestContext } from "../../graph/context.js";
import { EntityKind, PageInfo } from "../../model/derive/common.js";
import { EntityNode } from "../../model/interfaces.js";
import { Reads } from "../shared/reads.js";

@ObjectType({ description: "A text of an entity that matched (匹配).", simpleResolvers: true })
class SearchMatch {
  @Field(() => String, {
    description:
      "Which text it is (字段): name, alias, code, nameEn, pinyin of the name or an alias, or the initials of its pinyin.",
  })
  field!: string;
  @Field(() => String, { description: "The text; of pinyin and initials, as it is typed (文本)." })
  text!: string;
}

@ObjectType({ description: "An entity that was found (检索结果).", simpleResolvers: true })
class SearchEdge {
  @Field(() => String, { description: "Where the next page may begin (游标)." })
  cursor!: string;
  @Field(() => EntityNode, { description: "The entity (实体)." })
  node!: EntityNode;
  @Field(() => [SearchMatch], { description: "What matched, best first (匹配项)." })
  matches!: SearchMatch[];
}

@ObjectType({ description: "A page of what was found, best first (检索结果分页).", simpleResolvers: true })
class SearchConnection {
  @Field(() => [SearchEdge], { description: "The hits and why they were found (边)." })
  edges!: SearchEdge[];
  @Field(() => [EntityNode], { description: "The entities alone (节点)." })
  nodes!: EntityNode[];
  @Field(() => PageInfo, { description: "Where the page begins and ends (分页信息)." })
  pageInfo!: PageInfo;
  @Field(() => String, {
    nullable: true,
    description: "Null unless there were more candidates than were ranked (截断原因).",
  })
  truncatedReason?: string;
}

/** `search(query)`: entities by a part of a name. */
@Resolver()
export class SearchQuery {
  @Reads("ALL")
  @Query(() => SearchConnection, {
    nullable: true,
    description:
      "Entities by name, alias, English name, code, pinyin or initials, or a part of one (检索). Exact names come before exact " +
      "aliases, codes, English names, pinyin and initials, then what begins with the text, then what has it as whole words or " +
      "syllables, then what has it anywhere in Chinese. Width, case, accents, spaces and punctuation make no difference.",
  })
  search(
    @Arg("query", () => String, { description: `What is typed, at most ${LONGEST_QUERY} characters (检索词).` })
    query: string,
    @Arg("kinds", () => [EntityKind], { nullable: true, description: "Only these kinds (实体类型)." })
    kinds: string[] | undefined,
    @Arg("first", () => Int, { nullable: true, description: "How many (取前几条); 20 unless told." })
    first: number | undefined,
    @Arg("after", () => String, { nullable: true, description: "After this cursor (此游标之后)." })
    after: string | undefined,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return search(context, { query, kinds: kinds ?? null, first: first ?? null, after: after ?? null }, info);
  }
}
