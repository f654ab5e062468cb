import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../graph/context.js";
import { Reads } from "../shared/reads.js";
import { SearchArgs, SearchConnection } from "./search-schema.js";
import { search } from "./search.js";

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
    @Args(() => SearchArgs) args: SearchArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SearchConnection> {
    return search(context, args, info);
  }
}
