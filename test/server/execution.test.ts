import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { parse, type OperationDefinitionNode } from "graphql";
import { describe, expect, it, vi } from "vitest";
import { SEED } from "../../src/cli/seed.js";
import type { Engine } from "../../src/engine/engine.js";
import { CompiledOperations } from "../../src/server/compiled.js";
import { serve, servedSeed, STRICT } from "../support/server.js";

const served = servedSeed();

interface Asked {
  readonly query: string;
  readonly variables?: object;
}

/** The operations of the questions that come with the seed. */
async function questions(): Promise<Asked[]> {
  const folder = join(SEED, "questions");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".graphql"));
  return Promise.all(
    names.map(async (name) => {
      const variables = await readFile(join(folder, name.replace(".graphql", ".variables.json")), "utf8").catch(
        () => "{}",
      );
      return { query: await readFile(join(folder, name), "utf8"), variables: JSON.parse(variables) as object };
    }),
  );
}

const INTERFACES = `query ($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Entity { name kind citations { article paragraph source { ...Named } } }
    ... on Party { aliases }
    ... on Place { nameEn }
    ... on Zone { ...Chains }
    ... on LocatedIn { from { ...Named } to { ...Named id } }
    ... on Relationship { type properties }
  }
}
fragment Named on Entity { name ... on Source { date } }
fragment Chains on Zone { chains(first: 2) { edges { relationship { role from { id } } node { name } } } }`;

const CONDITIONS = `query ($yes: Boolean!, $no: Boolean = false) {
  zones(first: 3) {
    totalCount @include(if: $yes)
    nodes @skip(if: $no) {
      id
      name @skip(if: $yes)
      ... on Zone @include(if: $no) { aliases }
      ...More @include(if: $yes)
    }
    pageInfo @include(if: $no) { endCursor }
  }
}
fragment More on Party { projects: relationships(first: 1) @skip(if: $no) { totalCount } }`;

const FILTERED = `query ($min: Float, $status: [ProjectStatus!], $named: StringFilter, $filter: ProjectFilter, $first: Int = 2, $way: SortDirection = DESC) {
  projects(
    first: $first
    filter: { investmentCny: { gte: $min }, status: { in: $status }, name: $named, not: $filter }
    orderBy: [{ field: INVESTMENT_CNY, direction: $way }]
  ) {
    totalCount
    edges { cursor node { name investmentCny status targetDate } }
  }
}`;

const lists: readonly (readonly [string, readonly Asked[]])[] = [
  [
    "aliases with arguments of their own",
    [
      {
        query: `{ a: zone(id: "zone:zuoyun") { one: projects(first: 1) { nodes { id } } two: projects(first: 2) { nodes { id name } totalCount } }
          b: zones(last: 2) { nodes { id n: name } } z: __typename }`,
      },
    ],
  ],
  [
    "fragments on interfaces, for an entity, a relationship and nothing",
    ["zone:zuoyun", "project:jinko-56gw", "located-in:zone:zuoyun~region:zuoyun", "zone:none"].map((id) => ({
      query: INTERFACES,
      variables: { id },
    })),
  ],
  [
    "fields left out by variables",
    [{ yes: true }, { yes: false }, { yes: true, no: true }, { yes: false, no: true }].map((variables) => ({
      query: CONDITIONS,
      variables,
    })),
  ],
  [
    "variables given, left out, null and by default, also inside inputs",
    [
      {},
      { min: 1e9 },
      { min: 100_000_000, status: "IN_PRODUCTION", first: 5, way: "ASC" },
      { status: ["IN_PRODUCTION", "UNDER_CONSTRUCTION"], named: { contains: "晶" } },
      { filter: { targetDate: { lte: "2024" }, not: { status: { in: "IN_PRODUCTION" } } } },
      { first: null, filter: { location: { node: { id: { eq: "zone:zuoyun" } } } } },
      { filter: null },
      { min: null },
      { first: -1 },
      { way: null },
    ].map((variables) => ({ query: FILTERED, variables })),
  ],
  [
    "partial errors, at the root and below lists",
    [
      {
        query: `{ bad: zone(id: "company:x") { id } worse: zones(first: 1, last: 1) { nodes { id } }
          zones(first: 3) { nodes { name projects(first: -1) { totalCount } chains(after: "x") { nodes { id } } } } }`,
      },
    ],
  ],
  ["variables that are not valid", [{ query: FILTERED, variables: { first: "x", min: "y" } }, { query: INTERFACES }]],
  [
    "the schema beside the data",
    [{ query: '{ __type(name: "Zone") { name interfaces { name } } vocabulary { value zh } }' }],
  ],
];

describe("an operation that comes again", () => {
  it.each(lists)("answers byte for byte as the first time: %s", async (_name, list) => {
    for (const asked of list) await expectSameThrice(asked);
  });

  it("answers byte for byte as the first time: the questions of the seed", async () => {
    for (const asked of await questions()) await expectSameThrice(asked);
  });

  it("runs as compiled code, unless directives may leave something out", () => {
    const compiled = new CompiledOperations(served.built.schema);
    for (const { query } of lists.flatMap(([, list]) => list)) {
      const document = parse(query);
      const operation = document.definitions[0] as OperationDefinitionNode;
      expect(compiled.of(document, operation)).toBeUndefined();
      expect(compiled.of(document, operation)).toBeTypeOf(query === CONDITIONS ? "undefined" : "function");
      expect(compiled.of(document, operation)).toBe(compiled.of(document, operation));
    }
  });

  /** A service of its own for each, so that the first time is the first. */
  async function expectSameThrice(asked: Asked): Promise<void> {
    const { app, post } = await serve(served.built, served.engine);
    const [first, ...others] = [await post(asked, STRICT), await post(asked, STRICT), await post(asked, STRICT)];
    expect(first.body).not.toContain("GRAPHQL_VALIDATION_FAILED");
    for (const other of others) {
      expect(other.body).toBe(first.body);
      expect(other.status).toBe(first.status);
      expect(other.line["statements"]).toBe(first.line["statements"]);
    }
    await app.close();
  }
});

describe("compiled code", () => {
  const nested = (levels: number) =>
    `{ node(id: "zone:zuoyun") { ... on Entity { ${"relationships(first: 1) { edges { node { name ".repeat(levels)} ${"} } }".repeat(levels)} } } }`;

  it("is not made of what would be too much of it: interfaces within interfaces", async () => {
    const answers = [];
    for (let time = 1; time <= 3; time += 1) answers.push((await served.service.post({ query: nested(5) })).body);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).not.toContain("errors");
  });

  it("is kept for what was used last, and given up for the rest", () => {
    const compiled = new CompiledOperations(served.built.schema);
    const make = (index: number) => {
      const document = parse(
        `{ zones { nodes { ${Array.from({ length: 900 }, (_, at) => `a${index}b${at}: name`).join(" ")} } } }`,
      );
      const operation = document.definitions[0] as OperationDefinitionNode;
      const code = () => compiled.of(document, operation);
      code();
      return code;
    };
    const [first, second] = [make(1), make(2)];
    const [codeOfFirst, codeOfSecond] = [first(), second()];
    for (let index = 3; index <= 60; index += 1) {
      make(index)();
      expect(first()).toBe(codeOfFirst);
    }
    expect(second()).not.toBe(codeOfSecond);
  });
});

describe("a client that goes away", () => {
  it.each([
    ["before it is compiled", 0],
    ["once it is compiled", 2],
  ])("ends its query's statements, %s", async (_name, earlier) => {
    const sent: string[] = [];
    let waiting = false;
    const engine: Engine = Object.assign(Object.create(served.engine) as Engine, {
      async read(...[statement, options = {}]: Parameters<Engine["read"]>) {
        if (!waiting) return served.engine.read(statement, options);
        sent.push(statement.text);
        const rows = await served.engine.read(statement, options);
        client.destroy();
        if (options.signal) await once(options.signal, "abort");
        return rows;
      },
    });
    const { app, log, post } = await serve(served.built, engine);
    const body = JSON.stringify({ query: "{ zones { nodes { chains { nodes { projects { nodes { name } } } } } } }" });
    for (let time = 1; time <= earlier; time += 1) await post(body);
    const before = log.length;
    waiting = true;
    const client = request(`${await app.listen({ port: 0 })}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    client.on("error", () => undefined);
    client.end(body);
    await vi.waitFor(() => {
      expect(log.slice(before)).toContainEqual(expect.objectContaining({ msg: "request" }));
    });
    await app.close();
    expect(sent).toHaveLength(1);
    expect(log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });
});
