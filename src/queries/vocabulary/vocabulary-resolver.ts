import { isEnumType, type GraphQLResolveInfo, type GraphQLSchema } from "graphql";
import { Ctx, Field, Info, ObjectType, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../graph/context.js";
import { vocabularyOf } from "../../graph/vocabulary.js";
import { definedEnums, type EnumTerms } from "../../model/terms.js";

@ObjectType({
  description:
    "What a value of an enum is called by people, in both languages (术语); for a relationship type also when read from its far end.",
  simpleResolvers: true,
})
class Term {
  @Field(() => String, { description: "The enum that the value belongs to (枚举)." })
  enum!: string;
  @Field(() => String, { description: "The value, as the API writes it (值)." })
  value!: string;
  @Field(() => String, { description: "In Chinese (中文)." })
  zh!: string;
  @Field(() => String, { description: "In English (英文)." })
  en!: string;
  @Field(() => String, {
    nullable: true,
    description: "A relationship type read from its far end, in Chinese (反向中文).",
  })
  inverseZh?: string;
  @Field(() => String, { nullable: true, description: "The same in English (反向英文)." })
  inverseEn?: string;
}

/** The enums of a schema that have words. */
function enumsOf(schema: GraphQLSchema): EnumTerms[] {
  return definedEnums().filter(({ name, values }) => {
    const type = schema.getType(name);
    return isEnumType(type) && Object.keys(values).every((value) => type.getValue(value));
  });
}

/** `vocabulary`: the model's own words. */
@Resolver()
export class VocabularyQuery {
  @Query(() => [Term], {
    description: "What kinds, relationship types and enum values are called in both languages (术语表).",
  })
  vocabulary(@Ctx() { graph }: RequestContext, @Info() { schema }: GraphQLResolveInfo): Term[] {
    return vocabularyOf(graph.model, enumsOf(schema));
  }
}
