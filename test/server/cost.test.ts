import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import { HOUSE_FORM, serve, servedSeed, STRICT } from "../support/server.js";

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
      "too costly by its pages",
      "{ zones(first: 1000) { nodes { projects(first: 1000) { nodes { name } } } } }",
      {},
      { cost: 1_001_000, limit: 200_000 },
      "at most 200000 objects but it could hold 1001000",
    ],
    [
      "too costly by a page size in a variable",
      "query ($n: Int) { zones(first: $n) { nodes { projects(last: $n) { edges { node { name } } } } } }",
      { n: 500 },
      { cost: 250_500, limit: 200_000 },
      "at most 200000 objects but it could hold 250500",
    ],
    [
      "too costly by lists within lists of an analysis",
      '{ chainGaps(zone: "zone:none") { chains(first: 1000) { stages(first: 1000) { present(first: 1) { node { name } } } } } }',
      {},
      { cost: 3_001_001, limit: 200_000 },
      "at most 200000 objects but it could hold 3001001",
    ],
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

  it("counts a condition on related nodes and a filtered count", async () => {
    const query = `{ zones(first: 5, filter: { projects: { node: { builders: { node: { name: { eq: "x" } } } } } }) { nodes { id } } }`;
    expect((await served.service.post({ query })).line["cost"]).toBe(5 + 2 * 10 + 1);
  });

  it.each([
    ["the nodes of a view", "nodes { id name }", 500],
    ["its relationships, some for each node", "relationships { id from { id } }", 500 * 3 * 2],
    ["its arrays, once for each layout", "columns force: columns(layout: FORCE)", 500 * 2],
  ])("counts %s", async (_what, fields, cost) => {
    const query = `{ subgraph(from: ["zone:zuoyun"]) { ${fields} } }`;
    expect((await served.service.post({ query })).line["cost"]).toBe(cost);
  });

  it("counts the relationships of an expansion too", async () => {
    const query = '{ expand(ids: ["zone:zuoyun"], first: 10) { nodes { id } relationships { id } totalCount } }';
    expect((await served.service.post({ query })).line["cost"]).toBe(10 * (1 + 3));
  });

  it("lets the largest view through once, and not again and again", async () => {
    const view = 'subgraph(from: ["zone:zuoyun"], maxNodes: 10000) { columns(layout: LAYERED) }';
    expect((await served.service.post({ query: `{ ${view} }` }, STRICT)).answer.errors).toBeUndefined();
    const { answer } = await served.service.post({ query: aliases(21, view) }, STRICT);
    expect(answer.errors?.[0]?.extensions.code).toBe("QUERY_TOO_COSTLY");
  });

  it("counts what bounds let in, each for each", async () => {
    const query = `{ ownership(party: "fund:none", maxDepth: 3, maxPaths: 7) { holders { paths { nodes { id } } } } }`;
    expect((await served.service.post({ query })).line["cost"]).toBe(3 * 7 * 3);
  });

  it("tells conditions on related nodes from others by the schema, and not by what stands in them", async () => {
    const filter = `{ name: {}, projects: {}, and: [{ chains: { or: [{ node: { name: { eq: "x" } } }] } }] }`;
    const query = `{ zones(first: 5, filter: ${filter}) { nodes { id } } }`;
    expect((await served.service.post({ query })).line["cost"]).toBe(5 + 2 * 10 + 1);
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
