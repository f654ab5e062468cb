import { Ctx, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../graph/context.js";
import { DatasetImport } from "./imports-schema.js";
import { importsOf } from "./imports.js";

/** `imports`: what is not completely in the graph. */
@Resolver()
export class ImportsQuery {
  @Query(() => [DatasetImport], {
    nullable: true,
    description:
      "Imports that are running or were interrupted (未完成的导入), by dataset; empty when every dataset is completely imported.",
  })
  imports(@Ctx() { graph }: RequestContext): Promise<readonly DatasetImport[]> {
    return importsOf((statement) => graph.read(statement));
  }
}
