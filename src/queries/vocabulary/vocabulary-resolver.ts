import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../graph/context.js";
import { Term } from "./vocabulary-schema.js";
import { vocabularyOf } from "./vocabulary.js";

/** `vocabulary`: the model's own words. */
@Resolver()
export class VocabularyQuery {
  @Query(() => [Term], {
    description: "What kinds, relationship types and enum values are called in both languages (术语表).",
  })
  vocabulary(@Ctx() { graph }: RequestContext, @Info() { schema }: GraphQLResolveInfo): Term[] {
    return vocabularyOf(graph.model, schema);
  }
}
