import { Ctx, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../graph/context.js";
import { PropertyTerm } from "./property-terms-schema.js";
import { propertyTermsOf } from "./vocabulary.js";

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
