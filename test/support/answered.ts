import { graphql } from "graphql";
import { expect } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { Graph } from "../../src/graph/graph.js";
import type { Built } from "../../src/schema.js";

const LIMITS = { defaultPageSize: 20, maxPageSize: 1000 };

/** What a query answers over an engine without a server, as plain data; fails where the answer has errors. */
export async function answered<Data>(
  { schema, model }: Built,
  engine: Engine,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const graph = new Graph({ model, engine, limits: LIMITS });
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue: { graph } });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as Data;
}
