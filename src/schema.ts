import "reflect-metadata";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { isInterfaceType, type GraphQLSchema } from "graphql";

import type { GraphModel } from "./graph/model.js";
import { readModel } from "./graph/read-model.js";
import { deriveModel } from "./model/derive/index.js";
import { refuseDouble, type Named } from "./model/derive/names.js";
import type { ModelClass } from "./model/decorators.js";
import * as model from "./model/index.js";
import * as queries from "./queries/index.js";

/** A model as it runs: the GraphQL schema, and what statements read from it. */
export interface Built {
  readonly schema: GraphQLSchema;
  readonly model: GraphModel;
}

/** The root fields that resolvers give; of two of one name Type-GraphQL keeps one and says nothing. */
function questionsOf(resolvers: readonly object[]): Named[] {
  if (resolvers.length === 0) return [];
  const alone = buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<() => void>,
    orphanedTypes: [],
    validate: false,
    skipCheck: true,
  });
  return Object.keys(alone.getQueryType()?.getFields() ?? {}).map((name) => [name, `the question ${name}`]);
}

/**
 * Builds the schema from decorated classes; once a process, because Type-GraphQL's registry is global.
 * @param classes entities and relationships; the project's own by default.
 * @param resolvers of root questions; all of the project's own by default.
 * @throws Error when a name follows from two things.
 */
export function buildModel(
  classes: readonly ModelClass[] = Object.values(model),
  resolvers: readonly object[] = Object.values(queries),
): Built {
  const derived = deriveModel(classes, model.Source);
  refuseDouble("Query.", [...questionsOf(resolvers), ...derived.rootNames]);
  const schema = buildSchemaSync({
    resolvers: [...derived.resolvers, ...resolvers] as unknown as NonEmptyArray<() => void>,
    orphanedTypes: [...derived.types],
    validate: false,
  });
  // Every object carries its __typename, so graphql's own resolver serves; Type-GraphQL's walks the classes.
  for (const type of Object.values(schema.getTypeMap())) if (isInterfaceType(type)) type.resolveType = undefined;
  return { schema, model: readModel(schema) };
}
