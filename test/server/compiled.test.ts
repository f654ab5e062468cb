import fc from "fast-check";
import { execute, getVariableValues, parse, validate, type DocumentNode, type OperationDefinitionNode } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { Graph } from "../../src/graph/graph.js";
import { Layouts } from "../../src/graph/layout/layouts.js";
import { CompiledOperations } from "../../src/server/compiled.js";
import type { ServerContext } from "../../src/server/execution.js";
import { DEFAULT_LIMITS, HOUSE_FORM, servedSeed, STRICT } from "../support/server.js";
import { operations, type Operation } from "./operations.js";

/** Operations that are tried; half of them under conditions. */
const RUNS = Number(process.env["LIANTU_TEST_OPERATIONS"] ?? 2_000);
const SEED = 20_261_127;

const served = servedSeed();
let layouts: Layouts;
beforeAll(() => {
  layouts = new Layouts();
  return () => layouts.close();
});

function context(): ServerContext {
  const { built, engine } = served;
  const graph = new Graph({ model: built.model, engine, limits: DEFAULT_LIMITS, signal: undefined });
  return { graph, limits: DEFAULT_LIMITS, layouts, report: {} };
}

/** What graphql-js itself answers. */
async function answerOf(document: DocumentNode, variableValues: { readonly [name: string]: unknown }) {
  return execute({ schema: served.built.schema, document, contextValue: context(), variableValues });
}

/** Tries operations that are valid. */
async function tryOperations(
  conditional: boolean,
  numRuns: number,
  check: (operation: Operation, document: DocumentNode) => Promise<void>,
): Promise<void> {
  const { schema } = served.built;
  let tried = 0;
  const each = async (operation: Operation): Promise<void> => {
    const document = parse(operation.query);
    if (validate(schema, document).length > 0) return;
    tried += 1;
    await check(operation, document);
  };
  await fc.assert(fc.asyncProperty(operations(schema, conditional), each), { seed: SEED, numRuns });
  expect(tried).toBeGreaterThan(numRuns / 2);
}

describe("any operation", () => {
  it.each([
    ["without conditions", false],
    ["under @skip and @include", true],
  ])(
    "%s: is answered as graphql-js answers it, however often it comes",
    { timeout: 600_000 },
    async (_name, conditional) => {
      const { schema } = served.built;
      const compiled = new CompiledOperations(schema);
      let runs = 0;
      await tryOperations(conditional, RUNS / 2, async ({ variables }, document) => {
        const wanted = JSON.stringify(await answerOf(document, variables));
        const [definition] = document.definitions as [OperationDefinitionNode];
        const { coerced = {} } = getVariableValues(schema, definition.variableDefinitions ?? [], variables);
        for (let time = 1; time <= 3; time += 1) {
          const run = compiled.of(document, definition);
          runs += run ? 1 : 0;
          expect(JSON.stringify(await (run ? run(context(), coerced) : answerOf(document, variables)))).toBe(wanted);
        }
      });
      expect(runs).toBeGreaterThan(conditional ? 0 : RUNS / 4);
    },
  );

  it(
    "answers each of its fields as it would alone: what they share keeps nothing from either",
    { timeout: 600_000 },
    async () => {
      await tryOperations(true, RUNS / 4, async ({ parts, variables }, document) => {
        const { data } = await answerOf(document, variables);
        for (const part of parts) {
          const alone = (await answerOf(parse(part), variables)).data ?? {};
          expect(data).toMatchObject(alone);
        }
      });
    },
  );
});

describe("a condition", () => {
  const zones = "zones(first: 1) { nodes { id name @include(if: $given) } }";
  it.each([
    ["on a root field", "zones(first: 1) @include(if: $given) { nodes { id } }"],
    ["on a field below", zones],
    ["in a fragment", `...Zones } fragment Zones on Query { ${zones}`],
    ["that nothing reaches", `zone(id: "zone:none") { name @skip(if: $given) }`],
  ])("%s: is refused where its variable is null, the first time and later", async (_where, selection) => {
    const query = `query ($given: Boolean = true) { chains(first: 1) { nodes { id } } ${selection} }`;
    for (let time = 1; time <= 3; time += 1) {
      const { status, answer, line } = await served.service.post({ query, variables: { given: null } }, STRICT);
      expect(status).toBe(400);
      expect(answer.errors?.map(({ extensions: { code } }) => code)).toEqual(["BAD_USER_INPUT"]);
      expect(answer.errors?.[0]?.message).toMatch(HOUSE_FORM);
      expect(line["statements"]).toBe(0);
    }
  });
});
