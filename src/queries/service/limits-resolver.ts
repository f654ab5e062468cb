import { Ctx, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../graph/context.js";
import { Limits } from "./limits-schema.js";

/** `limits`: what is in force. */
@Resolver()
export class LimitsQuery {
  @Query(() => Limits, { description: "What a request may ask for, as this service is set (限额)." })
  limits(@Ctx() { limits }: RequestContext): Limits {
    return limits;
  }
}
