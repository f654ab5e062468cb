import { describe, expect, it } from "vitest";
import { HOUSE_FORM, seededEngine, serve, servedSeed, STRICT } from "../support/server.js";

const served = servedSeed();

describe("a mistake in one field", () => {
  it.each([
    [
      "an id of another kind",
      '{ bad: zone(id: "company:x") { id } ok }',
      "zone(id): expected an id of the form zone:…",
    ],
    [
      "no cursor at all",
      '{ bad: zones(after: "!!") { totalCount } ok }',
      "zones(after): expected a cursor of this list but",
    ],
    [
      "a cursor cut short",
      '{ bad: zones(before: "WyJ") { totalCount } ok }',
      "zones(before): expected a cursor of this list but",
    ],
    ["both ends", "{ bad: zones(first: 1, last: 1) { totalCount } ok }", "zones: expected first or last but got both"],
    ["a negative page", "{ bad: zones(first: -1) { totalCount } ok }", "zones(first): expected 0 to 1000 but got -1"],
    [
      "a negative last page",
      "{ bad: zones(last: -5) { totalCount } ok }",
      "zones(last): expected 0 to 1000 but got -5",
    ],
    [
      "a page too large",
      "{ bad: zones(first: 1001) { totalCount } ok }",
      "zones(first): expected 0 to 1000 but got 1001",
    ],
    [
      "a page far too large",
      "{ bad: zones(first: 2000000000) { nodes { id } } ok }",
      "zones(first): expected 0 to 1000",
    ],
    [
      "bounds that exclude each other",
      "{ bad: projects(filter: { investmentCny: { gt: 5, lt: 3 } }) { totalCount } ok }",
      "projects(filter).investmentCny: expected conditions that can hold together but got gt: 5, lt: 3, which no value meets",
    ],
    [
      "missing and equal at once",
      '{ bad: projects(filter: { name: { isNull: true, eq: "x" } }) { totalCount } ok }',
      'projects(filter).name: expected conditions that can hold together but got eq: "x", isNull: true, which no value meets',
    ],
    [
      "a value outside the list",
      '{ bad: projects(filter: { name: { eq: "y", in: ["x"] } }) { totalCount } ok }',
      'projects(filter).name: expected conditions that can hold together but got eq: "y", in: ["x"], which no value meets',
    ],
    [
      "a contradiction inside a condition on related nodes",
      "{ bad: zones(filter: { not: { projects: { node: { investmentCny: { gte: 2, lte: 1 } } } } }) { totalCount } ok }",
      "zones(filter).not.projects.node.investmentCny: expected conditions that can hold together but",
    ],
    [
      "null where a value belongs",
      "{ bad: projects(filter: { investmentCny: { eq: null } }) { totalCount } ok }",
      "projects(filter).investmentCny.eq: expected a value but got null",
    ],
    [
      "a place that is none",
      '{ bad: projects(filter: { within: "company:jinko" }) { totalCount } ok }',
      'projects(filter).within: expected the id of a place (region:…, zone:…) but got "company:jinko"',
    ],
    [
      "an order by nothing",
      '{ bad: zone(id: "zone:zuoyun") { projects(orderBy: [{ direction: ASC }]) { totalCount } } ok }',
      "Zone.projects(orderBy): expected exactly one of node and relationship in each item but",
    ],
  ])("%s: is told where it is, and leaves the rest of the answer", async (_name, query, message) => {
    const { status, answer, line } = await served.service.post(
      { query: query.replace(" ok ", ' ok: node(id: "zone:zuoyun") { id } ') },
      STRICT,
    );
    expect(status).toBe(200);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringContaining(message) as string,
      extensions: { code: "BAD_USER_INPUT" },
    });
    expect(answer.errors?.[0]?.message).toMatch(HOUSE_FORM);
    expect(answer.errors?.[0]?.path?.[0]).toBe("bad");
    expect(answer.data).toMatchObject({ ok: { id: "zone:zuoyun" } });
    expect(line["statements"]).toBeLessThanOrEqual(2);
  });

  it("unknown ids are null from node and null in place in nodes, and no error", async () => {
    const { answer } = await served.service.post({
      query: `{
        nothing: node(id: "x") { id } nobody: node(id: "zone:none") { id } typed: zone(id: "zone:none") { id }
        nodes(ids: ["zone:zuoyun", "x", "located-in:none", "zone:zuoyun"]) { id }
      }`,
    });
    expect(answer).toEqual({
      data: {
        nothing: null,
        nobody: null,
        typed: null,
        nodes: [{ id: "zone:zuoyun" }, null, null, { id: "zone:zuoyun" }],
      },
    });
  });

  it("a cursor of another list, of another order or of another field is refused", async () => {
    const first = await served.service.post({
      query:
        '{ zones(first: 1) { pageInfo { endCursor } } zone(id: "zone:zuoyun") { chains { pageInfo { endCursor } } } }',
    });
    const data = first.answer.data as {
      zones: { pageInfo: { endCursor: string } };
      zone: { chains: { pageInfo: { endCursor: string } } };
    };
    const { answer } = await served.service.post({
      query: `query ($zones: String, $chains: String) {
        same: zones(after: $zones) { totalCount }
        list: companies(after: $zones) { totalCount }
        order: zones(after: $zones, orderBy: [{ field: NAME }]) { totalCount }
        zone(id: "zone:zuoyun") { projects(after: $chains) { totalCount } relationships(after: $chains) { totalCount } }
      }`,
      variables: { zones: data.zones.pageInfo.endCursor, chains: data.zone.chains.pageInfo.endCursor },
    });
    expect(answer.data).toEqual({
      same: { totalCount: 10 },
      list: null,
      order: null,
      zone: { projects: null, relationships: null },
    });
    expect(answer.errors?.map(({ path, message }) => [path?.join("."), message])).toEqual(
      [
        ["list", "companies(after)"],
        ["order", "zones(after)"],
        ["zone.projects", "Zone.projects(after)"],
        ["zone.relationships", "Zone.relationships(after)"],
      ].map(([path, where]) => [
        path,
        `${where ?? ""}: expected a cursor of this list in this order but got one of another; start again without it.`,
      ]),
    );
  });

  it("more ids at once than a page may hold are refused", async () => {
    const { answer } = await served.service.post({
      query: "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
      variables: { ids: Array.from({ length: 1001 }, (_, index) => `zone:${index}`) },
    });
    expect(answer.errors?.[0]).toMatchObject({
      message: "nodes(ids): expected at most 1000 ids but got 1001; ask in several requests.",
      extensions: { code: "BAD_USER_INPUT" },
    });
  });
});

describe("an operation that cannot run", () => {
  it.each<[string, object, string, string]>([
    ["no GraphQL", { query: "{ bad" }, "Syntax Error: Expected Name, found <EOF>.", "GRAPHQL_PARSE_FAILED"],
    ["an unknown field", { query: "{ nope }" }, 'Cannot query field "nope"', "GRAPHQL_VALIDATION_FAILED"],
    [
      "an unknown operation",
      { query: "query A { __typename } query B { __typename }", operationName: "C" },
      "Request.operationName: expected an operation of the query (A, B) but got C; name one of them.",
      "BAD_USER_INPUT",
    ],
    [
      "several operations and no name",
      { query: "query A { __typename } query B { __typename }" },
      "Request.operationName: expected an operation of the query (A, B) but got no name; name one of them.",
      "BAD_USER_INPUT",
    ],
    [
      "a mutation",
      { query: "mutation { remove }" },
      "Query: expected a query but got a mutation; this graph is only read here.",
      "BAD_USER_INPUT",
    ],
    [
      "a variable of another type",
      { query: "query ($n: Int) { zones(first: $n) { totalCount } }", variables: { n: "x" } },
      'Variable "$n" got invalid value "x"; Int cannot represent non-integer value: "x"',
      "BAD_USER_INPUT",
    ],
    [
      "a variable that is required",
      { query: "query ($id: ID!) { node(id: $id) { id } }" },
      'Variable "$id" of required type "ID!" was not provided.',
      "BAD_USER_INPUT",
    ],
    [
      "an unknown value of an enum, in a variable",
      {
        query: "query ($kinds: [EntityKind!]) { zones { nodes { relationships(kinds: $kinds) { totalCount } } } }",
        variables: { kinds: ["PLANET"] },
      },
      'Value "PLANET" does not exist in "EntityKind" enum',
      "BAD_USER_INPUT",
    ],
    [
      "a date that is none, in a variable",
      {
        query: "query ($date: PartialDate) { projects(filter: { targetDate: { lt: $date } }) { totalCount } }",
        variables: { date: "soon" },
      },
      '"soon"',
      "BAD_USER_INPUT",
    ],
    [
      "a date that is none, in the query",
      { query: '{ projects(filter: { targetDate: { lt: "soon" } }) { totalCount } }' },
      'PartialDate: expected a date as "2023", "2023-03" or "2023-03-10" but got "soon"',
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "an unknown field of a filter, in a variable",
      { query: "query ($f: ZoneFilter) { zones(filter: $f) { totalCount } }", variables: { f: { color: 1 } } },
      'Field "color" is not defined by type "ZoneFilter"',
      "BAD_USER_INPUT",
    ],
  ])("%s: is refused with 400, however often it comes", async (_name, body, message, code) => {
    for (let time = 1; time <= 3; time += 1) {
      const { status, answer, line } = await served.service.post(body, STRICT);
      expect(status).toBe(400);
      expect(answer).not.toHaveProperty("data");
      expect(answer.errors?.[0]).toMatchObject({
        message: expect.stringContaining(message) as string,
        extensions: { code },
      });
      expect(line["statements"]).toBe(0);
    }
  });

  it("is told where a date stands that is none", async () => {
    const { answer } = await served.service.post({
      query: '{ projects(filter: { targetDate: { lt: "soon" } }) { totalCount } }',
    });
    expect(answer.errors?.[0]?.locations).toEqual([{ line: 1, column: 40 }]);
  });

  it("is answered with 200 to a client that takes application/json alone", async () => {
    expect((await served.service.post({ query: "{ nope }" })).status).toBe(200);
  });
});

describe("an error of the server itself", () => {
  it("is masked with an id that the log carries", async () => {
    const broken = await seededEngine(served.built);
    await broken.write([
      { text: "MATCH (n:Entity {id: 'zone:zuoyun'}) SET n.facts = ['no JSON at all']", parameters: {} },
    ]);
    const own = await serve(served.built, broken);
    const query = '{ vocabulary { value } zone(id: "zone:zuoyun") { name facts { label } } }';
    for (let time = 1; time <= 3; time += 1) {
      const { status, body, answer } = await own.post({ query });
      const error = answer.errors?.[0];
      const errorId = error?.extensions["errorId"];
      const logged = own.log.find((line) => line["errorId"] === errorId);
      const cause = (logged?.["err"] as { message: string }).message;
      expect(status).toBe(200);
      expect(error).toEqual({
        message: `Internal error: something went wrong on the server; its log has the details under ${String(errorId)}.`,
        locations: [{ line: 1, column: 55 }],
        path: ["zone", "facts"],
        extensions: { code: "INTERNAL_SERVER_ERROR", errorId },
      });
      expect(cause).toContain("JSON");
      expect(body).not.toContain("JSON");
      expect(answer.data?.["vocabulary"]).not.toHaveLength(0);
    }
    await own.app.close();
    await broken.close();
  });
});
