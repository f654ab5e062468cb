import { graphql, type ExecutionResult } from "graphql";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { Graph } from "../../src/graph/graph.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import { writeFolder } from "../support/datasets.js";
import { engines } from "../support/engines.js";
import { filesOf, makeDataset } from "./dataset.js";
import { Memory } from "./memory.js";
import { Oracle } from "./oracle.js";
import { Queries, type Walk } from "./queries.js";

type Ask = (query: string, variables?: Record<string, unknown>) => Promise<ExecutionResult>;
type Page = {
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
};

/** The same queries in every run; change it to look elsewhere. */
const SEED = 2024;
/** How many of each; Neo4j takes longer to plan a new statement than the embedded engine to answer it. */
const RUNS: Readonly<Record<string, { readonly queries: number; readonly walks: number }>> = {
  embedded: { queries: 2500, walks: 600 },
  neo4j: { queries: 250, walks: 100 },
};
/** Most pages of one walk. */
const MOST_PAGES = 6;
const { schema, model } = buildModel();
const dataset = makeDataset(model);
const memory = new Memory(model, dataset);
const queries = new Queries(schema, memory);
const limits = { defaultPageSize: 20, maxPageSize: 1000 };

const askOracle: Ask = (source, variableValues = {}) =>
  graphql({ schema, source, variableValues, contextValue: { graph: new Oracle(memory) } });

/** An answer in which cursors only say whether they are there: what is in them is an engine's own affair. */
function comparable(result: ExecutionResult): unknown {
  return JSON.parse(
    JSON.stringify(result, (key, value: unknown) => (/cursor$/i.test(key) ? typeof value === "string" : value)),
  );
}

describe.each(engines)("the $name engine and a reading of the same files in memory agree", ({ name, open }) => {
  const { queries: most = 0, walks = 0 } = RUNS[name] ?? {};
  let engine: Engine;
  const ask: Ask = (source, variableValues = {}) => {
    const graph = new Graph({ model, engine, limits });
    return graphql({ schema, source, variableValues, contextValue: { graph } });
  };
  const compare = async (query: string, ours?: Record<string, unknown>, theirs = ours) => {
    const [answer, expected] = await Promise.all([ask(query, ours), askOracle(query, theirs)]);
    expect(expected.errors).toBeUndefined();
    expect(comparable(answer)).toEqual(comparable(expected));
    return [answer, expected] as const;
  };

  beforeAll(async () => {
    engine = await open();
    await prepareGraph(engine, model);
    await importDataset({ folder: await writeFolder(filesOf(model, dataset)), engine, model });
  });
  afterAll(() => engine.close());

  it("on any query", { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(queries.any(), async (query) => {
        await compare(query);
      }),
      { seed: SEED, numRuns: most },
    );
  });

  it("on every page of a list, from either end", { timeout: 300_000 }, async () => {
    const walk = async ({ query, size, backward }: Walk) => {
      const [count, edge] = backward ? (["last", "before"] as const) : (["first", "after"] as const);
      let cursors: readonly (string | null | undefined)[] = [undefined, undefined];
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const [ours, theirs] = cursors.map((cursor) => ({ [count]: size, [edge]: cursor }));
        const pages = (await compare(query, ours, theirs)).map(pageOf);
        cursors = pages.map((found) => (backward ? found?.pageInfo.startCursor : found?.pageInfo.endCursor));
        if (!pages.every((found) => (backward ? found?.pageInfo.hasPreviousPage : found?.pageInfo.hasNextPage))) return;
      }
    };
    await fc.assert(fc.asyncProperty(queries.walk(), walk), { seed: SEED, numRuns: walks });
  });

  it("on what lies between two cursors", { timeout: 300_000 }, async () => {
    const between = async ({ query, size, backward }: Walk) => {
      const all = (await compare(query, { first: 100 })).map(pageOf);
      const [ours, theirs] = all.map((found) => ({
        [backward ? "last" : "first"]: size,
        after: found?.edges[1]?.cursor,
        before: found?.edges.at(-2)?.cursor,
      }));
      await compare(query, ours, theirs);
    };
    await fc.assert(fc.asyncProperty(queries.typedWalk(), between), { seed: SEED, numRuns: walks });
  });
});

function pageOf(result: ExecutionResult): Page | undefined {
  const data = result.data as { list?: Page; parent?: { list?: Page } | null };
  return data.list ?? data.parent?.list;
}
