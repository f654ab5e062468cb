import { Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../graph/context.js";
import { propertyTermsOf } from "../../graph/vocabulary.js";

@ObjectType({
  description:
    "What a property of a kind or of a relationship type is called by people, and how to show it (属性术语).",
  simpleResolvers: true,
})
class PropertyTerm {
  @Field(() => String, { description: "The GraphQL type that has it: Project, LocatedIn (所属类型)." })
  of!: string;
  @Field(() => String, { description: "The property, as the API writes it (属性)." })
  property!: string;
  @Field(() => String, { description: "In Chinese (中文)." })
  zh!: string;
  @Field(() => String, { description: "In English (英文)." })
  en!: string;
  @Field(() => String, {
    description: "The scalar or the enum that its values are of: PartialDate, ProjectStatus (值类型).",
  })
  type!: string;
  @Field(() => String, { nullable: true, description: "The unit of a number: CNY, MW, mu (单位)." })
  unit?: string;
}

/** `propertyTerms`: the words of properties, for tools that show any entity or relationship. */
@Resolver()
export class PropertyTermsQuery {
  @Query(() => [PropertyTerm], {
    description:
      "What the properties of kinds and relationship types are called in both languages, with their units (属性术语表).",
  })
  propertyTerms(@Ctx() { graph }: RequestContext): PropertyTerm[] {
    return propertyTermsOf(graph.model);
  }
}
