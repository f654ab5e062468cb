import { describe, expect, it } from "vitest";
import { type Answer, HOUSE_FORM, servedSeed, STRICT } from "../support/server.js";

const served = servedSeed();

describe("a request that is none", () => {
  it.each<[string, string | object, number, string]>([
    ["nothing", "", 400, "Request: expected a JSON body with a query but it is empty; send"],
    ["no JSON", "{ zones }", 400, "Request: expected a JSON body with a query but it is not JSON; send"],
    ["null", "null", 400, "Request: expected a JSON object with a query but got null; send"],
    ["a number", "3", 400, "Request: expected a JSON object with a query but got 3; send"],
    ["no query", {}, 400, "Request.query: expected a GraphQL text but got nothing; send"],
    ["an empty query", { query: " " }, 400, "Request.query: expected a GraphQL text but got an empty text; send"],
    ["a query that is no text", { query: { a: 1 } }, 400, "Request.query: expected a GraphQL text but got an object;"],
    [
      "variables as text",
      { query: "{ __typename }", variables: "{}" },
      400,
      "Request.variables: expected an object of",
    ],
    [
      "extensions as a list",
      { query: "{ __typename }", extensions: [] },
      400,
      "Request.extensions: expected an object",
    ],
    ["a numeric name", { query: "{ __typename }", operationName: 1 }, 400, "Request.operationName: expected the name"],
    ["a batch", [{ query: "{ __typename }" }, { query: "{ x }" }], 400, "expected one operation but got a batch of 2;"],
    [
      "a persisted query of another version",
      { query: "{ __typename }", extensions: { persistedQuery: { version: 2, sha256Hash: "ab" } } },
      400,
      "Request.extensions.persistedQuery.version: expected 1 but got 2; send 1,",
    ],
    [
      "a persisted query under the hash of another",
      { query: "{ __typename }", extensions: { persistedQuery: { version: 1, sha256Hash: "ab" } } },
      400,
      "Request.extensions.persistedQuery.sha256Hash: expected the SHA-256 of the query",
    ],
    ["a body too large", "x".repeat(1_000_001), 413, "Request: expected a body of at most 1000000 bytes but got"],
  ])("%s: is told what to send", async (_name, body, status, message) => {
    const response = await served.service.post(body, STRICT);
    expect(response.status).toBe(status);
    expect(response.answer.errors).toHaveLength(1);
    expect(response.answer.errors?.[0]?.message).toContain(message);
    expect(response.answer.errors?.[0]?.message).toMatch(HOUSE_FORM);
    expect(response.answer.errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT" });
    expect(response.line).toMatchObject({ status, statements: 0, cost: null });
  });

  it("another content type than JSON", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
      const { status, answer } = await served.service.post("{ __typename }", { "content-type": type });
      expect(status).toBe(415);
      expect(answer.errors?.[0]?.message).toBe(
        "Request: expected the content type application/json but got another; set the header.",
      );
    }
  });

  it("a search that is none", async () => {
    for (const [search, message] of [
      ["", "Request.query: expected a GraphQL text but got nothing; send"],
      ["?query={__typename}&variables=x", "Request.variables: expected an object of names and values but got a text;"],
      ["?query={__typename}&query={__typename}", "Request.query: expected a GraphQL text but got a list; send"],
    ] as const) {
      const response = await served.service.app.inject({ url: `/graphql${search}` });
      expect(response.statusCode).toBe(400);
      expect(response.body).toContain(message);
    }
  });

  it.each([
    ["/%E0%A4%A", "Request: expected a URL whose escapes can be read but"],
    ["/export/gexf?from=zone:zuoyun&constructor=x", "GET /export/gexf(constructor): expected any of from, depth,"],
  ])("the path %s", async (url, message) => {
    const response = await served.service.app.inject({ url });
    expect(response.statusCode).toBe(400);
    const [error] = response.json<Answer>().errors ?? [];
    expect(error?.message).toContain(message);
    expect(error?.message).toMatch(HOUSE_FORM);
  });

  it("another path or method", async () => {
    for (const [method, url] of [
      ["GET", "/nope"],
      ["PUT", "/graphql"],
    ] as const) {
      const response = await served.service.app.inject({ method, url });
      expect(response.statusCode).toBe(404);
      expect(response.json()).toEqual({
        errors: [
          {
            message: `${method} ${url}: expected GET or POST /graphql, GET /export/graphml, /export/gexf or /export/csv, GET /health/live or GET /health/ready but got something else; post queries to /graphql.`,
            extensions: { code: "NOT_FOUND" },
          },
        ],
      });
    }
  });
});
