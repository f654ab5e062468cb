import fc from "fast-check";
import {
  getIntrospectionQuery,
  isEnumType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  parse,
  type GraphQLInputType,
  type OperationDefinitionNode,
} from "graphql";
import { describe, expect, it, vi } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { walksFrom } from "../../src/graph/walks.js";
import { GraphSizes } from "../../src/graph/sizes.js";
import { checkCost } from "../../src/server/admission.js";
import { assess, type Assessed } from "../../src/server/cost.js";
import { DEFAULT_LIMITS, HOUSE_FORM, serve, servedSeed, STRICT, type Answer } from "../support/server.js";

const served = servedSeed();

/** The filter of a zone with so many conditions within each other. */
function nestedFilter(levels: number): object {
  return levels === 0 ? { id: { eq: "zone:none" } } : { and: [nestedFilter(levels - 1)] };
}

describe("a query that asks too much", () => {
  const levels = (count: number) =>
    `{ zones(first: 1) { nodes { ${"location(first: 1) { nodes { ... on Zone { ".repeat(count)} id ${"} } }".repeat(count)} } } }`;
  const aliases = (count: number, field: string) =>
    `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(" ")} }`;

  it.each([
    ["too deep", levels(11), {}, { depth: 13, limit: 12 }, "at most 12 levels of fields but got 13"],
    ["too wide", aliases(2001, "__typename"), {}, { fields: 2001, limit: 2000 }, "at most 2000 fields but got 2001"],
    [
      "filtered too deep, in a variable",
      "query ($filter: ZoneFilter) { zones(filter: $filter) { totalCount } }",
      { filter: nestedFilter(5) },
      { limit: 4 },
      "Query.zones(filter).and.and.and.and.and: expected a filter of at most 4 nested levels but",
    ],
    [
      "asking about the schema again and again",
      aliases(20, "__schema { types { fields { args { type { name } } type { ofType { ofType { name } } } } } }"),
      {},
      { limit: expect.any(Number) as number },
      "no more than the standard introspection query does",
    ],
  ])("%s: is refused before anything is executed, with the figure and the limit", async (...parts) => {
    const [, query, variables, figures, message] = parts;
    const { status, answer, line } = await served.service.post({ query, variables }, STRICT);
    expect(status).toBe(400);
    expect(answer).not.toHaveProperty("data");
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.message).toContain(message);
    expect(answer.errors?.[0]?.message).toMatch(HOUSE_FORM);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "QUERY_TOO_COSTLY", ...figures });
    expect(line["statements"]).toBe(0);
  });

  it("is answered where it stays within the limits", async () => {
    for (const query of [levels(10), aliases(2000, "__typename")])
      expect((await served.service.post({ query }, STRICT)).answer.errors).toBeUndefined();
    const filtered = {
      query: "query ($filter: ZoneFilter) { zones(filter: $filter) { totalCount } }",
      variables: { filter: nestedFilter(4) },
    };
    expect((await served.service.post(filtered, STRICT)).answer).toEqual({ data: { zones: { totalCount: 0 } } });
  });

  it("the standard introspection query is exempt from every limit", async () => {
    const strict = await serve(served.built, served.engine, { maxDepth: 1, maxFields: 1, maxCost: 1 });
    for (const query of [getIntrospectionQuery(), '{ __type(name: "Zone") { fields { name } } }'])
      expect((await strict.post({ query }, STRICT)).answer.errors).toBeUndefined();
    expect((await strict.post({ query: "{ __typename a: __typename }" }, STRICT)).status).toBe(400);
    await strict.app.close();
  });

  it("fragments that multiply are counted and refused without being written out", async () => {
    const bombs = Array.from(
      { length: 60 },
      (_, index) =>
        `fragment B${index + 1} on Zone { ...B${index} location { nodes { ... on Zone { ...B${index} } } } }`,
    );
    const { status, answer, line } = await served.service.post(
      { query: `{ zones { nodes { ...B60 } } } fragment B0 on Zone { id } ${bombs.join("\n")}` },
      STRICT,
    );
    expect(status).toBe(400);
    expect(answer.errors?.[0]?.extensions.code).toBe("QUERY_TOO_COSTLY");
    expect(line["statements"]).toBe(0);
  });

  it("fragments that spread themselves are refused", async () => {
    const query = "{ zones { nodes { ...A } } } fragment A on Zone { ...B } fragment B on Zone { ...A }";
    const { status, answer } = await served.service.post({ query }, STRICT);
    expect(status).toBe(400);
    expect(answer.errors?.[0]).toMatchObject({
      message: 'Cannot spread fragment "A" within itself via "B".',
      extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
    });
  });

  it("a document of too many words is not parsed to its end", async () => {
    const { status, answer } = await served.service.post({ query: `{ ${"id ".repeat(30_000)} }` }, STRICT);
    expect(status).toBe(400);
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringContaining("20000 tokens") as string,
      extensions: { code: "GRAPHQL_PARSE_FAILED" },
    });
  });
});

/** What a query is assessed at. */
function assessed(query: string, sizes?: GraphSizes, variables: Readonly<Record<string, unknown>> = {}): Assessed {
  const { schema, model } = served.built;
  const document = parse(query);
  const [operation] = document.definitions as [OperationDefinitionNode];
  return assess({ schema, model, limits: DEFAULT_LIMITS, sizes }, document, operation, variables);
}

/** Sizes of a graph that has as many of each kind and type, and entities that are joined to so many by each. */
function evenSizes(count: number, degree: number): GraphSizes {
  const { model } = served.built;
  const counts = [...model.kinds.keys(), ...model.relationships.keys()].map((item) => [item, count] as const);
  const degrees = [...model.kinds.values()].flatMap((kind) =>
    walksFrom(model, kind, { types: [...model.relationships.keys()] }).map(
      ({ relationship, side }) => [`${kind.name} ${relationship.type} ${side}`, degree] as const,
    ),
  );
  return new GraphSizes(model, new Map(counts), new Map(degrees));
}

/** Any value of an input type, as a literal. */
function valueOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return `[${valueOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? "";
  return String(type) === "Int" ? "1" : '"x"';
}

describe("the cost of a query, whatever the size of the graph", () => {
  it.each([
    ["pages within pages", "{ zones(first: 1000) { nodes { projects(first: 1000) { nodes { name } } } } }", 1_001_000],
    ["edges", "{ zones(first: 500) { nodes { projects(last: 500) { edges { node { name } } } } } }", 250_500],
    [
      "lists within lists of an analysis",
      '{ chainGaps(zone: "zone:none") { chains(first: 1000) { stages(first: 1000) { present(first: 1) { node { name } } } } } }',
      3_001_001,
    ],
    [
      "a condition on related nodes and a filtered count",
      '{ zones(first: 5, filter: { projects: { node: { builders: { node: { name: { eq: "x" } } } } } }) { nodes { id } } }',
      5 + 2 * 10 + 1,
    ],
    [
      "conditions on related nodes, told from others by the model",
      '{ zones(first: 5, filter: { name: {}, projects: {}, and: [{ chains: { or: [{ node: { name: { eq: "x" } } }] } }] }) { nodes { id } } }',
      5 + 2 * 10 + 1,
    ],
    ["the nodes of a view", '{ subgraph(from: ["zone:x"]) { nodes { id name } } }', 500 * 4],
    ["its relationships", '{ subgraph(from: ["zone:x"]) { relationships { id from { id } } } }', 500 * 3 * 2],
    [
      "its arrays, once for each layout",
      '{ subgraph(from: ["zone:x"]) { columns force: columns(layout: FORCE) } }',
      500 * 4,
    ],
    ["its counts", '{ subgraph(from: ["zone:x"]) { nodeCount relationshipCount } }', 500 * 4],
    ["an expansion", '{ expand(ids: ["zone:x"], first: 10) { nodes { id } relationships { id } } }', 10 * (1 + 3)],
    [
      "paths by what the longest could hold: its entities, and three relationships to each",
      '{ paths(from: "zone:x", to: "zone:y", maxLength: 4, first: 10) { paths { nodes { id } relationships { id } } } }',
      10 * 5 * (1 + 3 + 1),
    ],
    [
      "what bounds let in, each for each",
      '{ ownership(party: "fund:none", maxDepth: 3, maxPaths: 7) { holders { paths { nodes { id } } } } }',
      3 * 7 * 3,
    ],
    [
      "nothing of what a directive leaves out",
      "{ zones(first: 7) { nodes { id projects(first: 9) @skip(if: true) { nodes { id } } } } }",
      7,
    ],
  ])("counts %s", (_what, query, cost) => {
    expect(assessed(query).cost.cost).toBe(cost);
  });

  it("has no root question that is free, whatever is asked of it", () => {
    const roots = Object.values(served.built.schema.getQueryType()?.getFields() ?? {}).filter(
      ({ args }) => args.length > 0,
    );
    expect(roots.length).toBeGreaterThan(20);
    for (const { name, args } of roots) {
      const given = args
        .filter((argument) => isRequiredArgument(argument))
        .map((argument) => `${argument.name}: ${valueOf(argument.type)}`);
      const query = `{ ${name}${given.length > 0 ? `(${given.join(", ")})` : ""} { __typename } }`;
      expect(assessed(query, evenSizes(0, 0)).cost.cost, name).toBeGreaterThanOrEqual(1);
    }
  });
});

describe("the cost of a query on a graph whose sizes are known", () => {
  const natural =
    '{ stage(id: "stage:x") { products { nodes { producingCompanies { edges { node { location { nodes { name } } stages { nodes { chains { nodes { zones { nodes { name } } } } } } customers { nodes { name } } } } } } } } }';

  it("is bounded by them: what cannot be there costs nothing", () => {
    expect(assessed(natural).cost.cost).toBeGreaterThan(DEFAULT_LIMITS.maxCost);
    expect(assessed(natural, evenSizes(100, 3)).cost.cost).toBeLessThan(1_000);
    expect(
      assessed("{ zones(first: 1000) { nodes { projects(first: 1000) { nodes { id } } } } }", evenSizes(4, 6)).cost
        .cost,
    ).toBe(4 * 7);
  });

  it("counts what the engine has to read: comparisons with every candidate, what is put in order, related conditions", () => {
    const sizes = evenSizes(80_000, 10);
    const cost = (query: string): number => assessed(query, sizes).cost.cost;
    const plain = cost("{ zones(first: 5) { nodes { id } } }");
    expect(cost('{ zones(first: 5, filter: { name: { contains: "x" } }) { nodes { id } } }') - plain).toBe(1001);
    expect(cost("{ zones(first: 5, orderBy: [{ field: NAME }]) { nodes { id } } }") - plain).toBe(4000);
    const related = cost('{ zones(first: 5, filter: { projects: { node: { name: { eq: "x" } } } }) { nodes { id } } }');
    expect(related - plain).toBeGreaterThan(10_000);
  });

  it("is told with the levels that weigh most and the first that would pass", () => {
    const page = fc.record({
      field: fc.constantFrom("location", "chains", "projects"),
      first: fc.integer({ min: 1, max: 1000 }),
    });
    const nested = (levels: readonly { readonly field: string; readonly first: number }[], cap = Infinity): string =>
      levels.reduceRight(
        (below, { field, first }) =>
          `... on Zone { ${field}(first: ${Math.min(first, cap)}) { nodes { id ${below} } } }`,
        "",
      );
    const query = (levels: Parameters<typeof nested>[0], cap?: number): string =>
      `{ zones(first: ${Math.min(1000, cap ?? 1000)}) { nodes { id ${nested(levels, cap)} } } }`;
    const sizes = evenSizes(2000, 900);
    const check = (text: string): void => {
      checkCost(assessed(text, sizes), DEFAULT_LIMITS, Infinity);
    };
    const property = fc.property(fc.array(page, { minLength: 1, maxLength: 4 }), (levels) => {
      try {
        check(query(levels));
      } catch (error) {
        const { message } = error as Error;
        expect(message).toMatch(HOUSE_FORM);
        const first = Number(/first: (\d+)/.exec(message)?.[1]);
        expect(message).toContain("zones (1000)");
        check(query(levels, first));
        expect(() => {
          check(query(levels, first + 1));
        }).toThrow("expected a cost of at most");
      }
    });
    fc.assert(property, { seed: 1, numRuns: 300 });
  });
});

describe("filters, orders and lists", () => {
  const MOST = DEFAULT_LIMITS.maxConditions;
  const many = (count: number, make: (index: number) => object): object[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const related = { companies: { node: { name: { contains: "x" } } } };
  const shapes: readonly (readonly [string, (count: number) => object, number])[] = [
    ["any of many", (count) => ({ or: many(count, (index) => ({ name: { contains: `x${index}` } })) }), MOST],
    ["all of many", (count) => ({ and: many(count, (index) => ({ name: { contains: `x${index}` } })) }), MOST],
    ["none of many", (count) => ({ and: many(count, (index) => ({ not: { name: { eq: `x${index}` } } })) }), MOST],
    ["related to any of many", (count) => ({ or: many(count, () => related) }), MOST / 5],
    ["related to all of many", (count) => ({ and: many(count, () => related) }), MOST / 5],
    ["within any of many", (count) => ({ or: many(count, (index) => ({ within: `region:${index}` })) }), MOST / 4],
    [
      "nested",
      (count) => ({ or: many(count, () => ({ or: [related, { not: { name: { eq: "x" } } }] })) }),
      Math.floor(MOST / 6),
    ],
    ["one of many names", (count) => ({ name: { in: many(count, Object).map((_, index) => `n${index}`) } }), MOST * 20],
    [
      "one of many, written out",
      (count) => ({ or: many(count, (index) => ({ name: { eq: `n${index}` } })) }),
      MOST * 20,
    ],
    [
      "joined to many named",
      (count) => ({ and: many(count, (index) => ({ chains: { node: { id: { eq: `chain:${index}` } } } })) }),
      MOST / 5,
    ],
  ];
  const query = "query ($filter: ZoneFilter) { zones(first: 3, filter: $filter) { totalCount nodes { id } } }";

  it.each(shapes)(
    "%s: are answered up to the bound, and refused beyond it and far beyond it",
    async (_shape, make, most) => {
      const answer = async (count: number) =>
        (await served.service.post({ query, variables: { filter: make(count) } }, STRICT)).answer;
      expect(await answer(most)).toEqual({
        data: { zones: { totalCount: expect.any(Number) as number, nodes: expect.any(Array) as unknown[] } },
      });
      for (const count of [most + 1, 7_000]) {
        const { errors } = await answer(count);
        expect(errors?.map(({ extensions: { code } }) => code)).toEqual(["QUERY_TOO_COSTLY"]);
        expect(errors?.[0]?.message).toMatch(HOUSE_FORM);
      }
    },
  );

  it("count wherever they stand: in the document, in fields below, under aliases", async () => {
    const half = (variable: string) =>
      `zones(first: 3, filter: ${variable}) { nodes { id chains(filter: $chains) { totalCount } } }`;
    const both = `query ($filter: ZoneFilter, $chains: DevelopsChainFilter) { a: ${half("$filter")} b: ${half("$filter")} }`;
    const of = (count: number) => ({ or: many(count, (index) => ({ name: { contains: `x${index}` } })) });
    const variables = (count: number) => ({ filter: of(count), chains: { node: of(count) } });
    expect(
      (await served.service.post({ query: both, variables: variables(MOST / 4) }, STRICT)).answer.errors,
    ).toBeUndefined();
    const { answer } = await served.service.post({ query: both, variables: variables(MOST / 4 + 1) }, STRICT);
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: "QUERY_TOO_COSTLY",
      conditions: MOST + 4,
      limit: MOST,
    });
  });

  it.each([
    ["orders", "query ($list: [ZoneOrder!]) { zones(orderBy: $list) { nodes { id } } }", { field: "NAME" }, 10],
    [
      "ids to avoid",
      'query ($list: [ID!]) { paths(from: "zone:zuoyun", to: "university:datong", avoid: $list) { hint } }',
      "zone:x",
      10_000,
    ],
    [
      "types",
      'query ($list: [RelationshipType!]) { subgraph(from: ["zone:zuoyun"], types: $list) { nodeCount } }',
      "OWNS",
      10_000,
    ],
  ])("%s are bounded in number", async (_what, asked, item, most) => {
    const post = async (count: number) =>
      (
        await served.service.post(
          { query: asked, variables: { list: Array.from({ length: count }, () => item) } },
          STRICT,
        )
      ).answer;
    expect((await post(most)).errors).toBeUndefined();
    expect((await post(most + 1)).errors?.[0]).toMatchObject({
      message: expect.stringMatching(HOUSE_FORM) as string,
      extensions: { code: "BAD_USER_INPUT" },
    });
  });
});

describe("what a request may take", () => {
  it("is so many statements, after which the rest of its answer is null", async () => {
    const { post, app } = await serve(served.built, served.engine, { maxStatements: 5 });
    const fields = Array.from({ length: 8 }, (_, index) => `a${index}: zones(first: ${index + 1}) { nodes { id } }`);
    const { answer, line } = await post({ query: `{ ${fields.join(" ")} }` });
    expect(line["statements"]).toBe(5);
    expect(Object.values(answer.data ?? {}).filter((value) => value === null)).toHaveLength(3);
    expect(new Set(answer.errors?.map(({ extensions: { code } }) => code))).toEqual(new Set(["QUERY_TOO_COSTLY"]));
    await app.close();
  });

  it("is no more than what all may take at once: others are told when to come again, and come in when one has ended", async () => {
    const query = "{ zones(first: 3) { nodes { id } } }";
    const { cost } = assessed(query).cost;
    const held: (() => void)[] = [];
    const engine: Engine = Object.assign(Object.create(served.engine) as Engine, {
      async read(...[statement, options]: Parameters<Engine["read"]>) {
        if (options?.timeoutMs === undefined) await new Promise<void>((release) => held.push(release));
        return served.engine.read(statement, options);
      },
    });
    const { post, app } = await serve(served.built, engine, { maxCost: cost, maxCostInFlight: cost });
    const first = post({ query });
    await vi.waitFor(() => {
      expect(held).toHaveLength(1);
    });
    const refused = await app.inject({ method: "POST", url: "/graphql", payload: { query } });
    expect(refused.statusCode).toBe(503);
    expect(refused.headers["retry-after"]).toBe("1");
    expect(refused.json<Answer>().errors?.[0]).toMatchObject({
      message: expect.stringMatching(HOUSE_FORM) as string,
      extensions: { code: "OVERLOADED", retryAfter: 1 },
    });
    expect((await post({ query: "{ __typename }" })).answer.errors).toBeUndefined();
    held.pop()?.();
    expect((await first).answer.errors).toBeUndefined();
    const second = post({ query });
    await vi.waitFor(() => {
      expect(held).toHaveLength(1);
    });
    held.pop()?.();
    expect((await second).answer.errors).toBeUndefined();
    await app.close();
  });
});

describe("variables that are not valid", () => {
  const names = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 1]));
  const ids = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
  const zones = "query ($filter: ZoneFilter) { zones(filter: $filter) { totalCount } }";
  it.each([
    ["nulls", ids, { ids: Array<null>(190_000).fill(null) }],
    ["wrong items", ids, { ids: Array.from({ length: 90_000 }, () => ({})) }],
    ["unknown fields", zones, { filter: names(900) }],
    ["very many unknown fields", zones, { filter: names(70_000) }],
    ["unknown fields with long names", zones, { filter: { ["x".repeat(200_000)]: 1, ["y".repeat(200_000)]: 2 } }],
    ["unknown fields of items", zones, { filter: { or: Array.from({ length: 20_000 }, () => ({ nme: 1 })) } }],
    [
      "long texts where numbers stand",
      "query ($n: Int) { zones(first: $n) { totalCount } }",
      { n: "9".repeat(500_000) },
    ],
    [
      "an unknown name of an enum",
      "query ($t: [RelationshipType!]) { subgraph(from: [], types: $t) { nodeCount } }",
      { t: Array.from({ length: 50_000 }, () => "x".repeat(10)) },
    ],
  ])("%s: are refused with one short message", async (_what, query, variables) => {
    const { status, body, answer } = await served.service.post({ query, variables }, STRICT);
    expect(status).toBe(400);
    expect(answer.errors?.map(({ extensions: { code } }) => code)).toEqual(["BAD_USER_INPUT"]);
    expect(body.length).toBeLessThan(2_000);
  });
});
