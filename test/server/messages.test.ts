import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.js";
import { BadInput } from "../../src/errors.js";
import { servedSeed, STRICT, type Answer } from "../support/server.js";

/** What stands in what is sent, so that a message shows how much of it is repeated. */
const MARK = "Ж";
const marks = (message: string): number => message.split(MARK).length - 1;
const LONG = MARK.repeat(5000);
/** Turns the direction of writing round, is not seen, or moves a terminal's cursor. */
const HOSTILE = "\u202e\u2066\u200b\u2028\u0085\u001b[2J\u0000\ud800";
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

const served = servedSeed();

describe("a message", () => {
  it("repeats little, and nothing unseen, whatever stands where in it", () => {
    const part = fc.oneof(
      fc.constantFrom('"', "\\", " ", "[", ",", ";", HOSTILE),
      fc.nat(300).map((count) => MARK.repeat(count)),
      fc.nat(300).map((count) => JSON.stringify(`${HOSTILE}${MARK.repeat(count)} ${MARK.repeat(count)}`)),
    );
    const texts = fc.oneof(
      fc.array(part).map((parts) => JSON.stringify(parts.join(""))),
      fc.array(part).map((parts) => JSON.stringify(parts)),
      fc.array(part).map((parts) => parts.join("").replaceAll(" ", "")),
    );
    fc.assert(
      fc.property(texts, (sent) => {
        const { message } = new BadInput(`list(argument): expected a name but got ${sent}; correct it.`);
        expect(marks(message)).toBeLessThanOrEqual(200);
        expect(message).not.toMatch(UNSEEN);
        expect(message).toMatch(/^list\(argument\): expected a name but got /);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  const NAME = "a".repeat(5000);
  it.each([
    ["a text", { query: "query ($x: ID!) { zone(id: $x) { id } }", variables: { x: LONG } }],
    ["a text with hostile characters", { query: "query ($x: ID!) { zone(id: $x) { id } }", variables: { x: HOSTILE } }],
    [
      "a value of another type",
      { query: "query ($x: Int) { zones(first: $x) { totalCount } }", variables: { x: LONG } },
    ],
    [
      "a list",
      { query: "query ($x: Int) { zones(first: $x) { totalCount } }", variables: { x: Array(999).fill(LONG) } },
    ],
    ["a name of a field", { query: `{ ${NAME} }` }],
    ["a literal", { query: `{ zones(first: "${LONG}") { totalCount } }` }],
    ["no GraphQL", { query: `{ ${LONG} }` }],
    ["a name of an operation", { query: "query A { __typename }", operationName: `${LONG} ${LONG}` }],
    [
      "many names of operations",
      { query: Array.from({ length: 900 }, (_, i) => `query A${i} { __typename }`).join(" ") },
    ],
    ["a cursor", { query: "query ($x: String) { zones(after: $x) { totalCount } }", variables: { x: LONG } }],
    [
      "ids",
      { query: "query ($x: [ID!]!) { subgraph(from: $x) { totalNodes } }", variables: { x: [LONG, LONG, LONG] } },
    ],
  ])("on %s is short", async (_what, body) => {
    const { answer } = await served.service.post(body, STRICT);
    expect(answer.errors?.length).toBeGreaterThan(0);
    for (const { message } of answer.errors ?? []) {
      expect(marks(message)).toBeLessThanOrEqual(200);
      expect(message.length).toBeLessThanOrEqual(700);
      expect(message).not.toMatch(UNSEEN);
    }
  });

  it.each([
    `/${"a".repeat(5000)}`,
    `/export/${"a".repeat(5000)}`,
    `/export/gexf?from=${"a".repeat(5000)}`,
    `/export/gexf?${"a".repeat(5000)}=1`,
    `/graphql?query=${"a".repeat(5000)}`,
  ])("on an address is short", async (url) => {
    const response = await served.service.app.inject({ url });
    const { errors = [] } = response.json<Answer>();
    expect(errors.length).toBeGreaterThan(0);
    for (const { message } of errors) {
      expect(message.length).toBeLessThanOrEqual(1500);
      expect(message).not.toContain("a".repeat(201));
    }
  });
});

describe("what is sent", () => {
  const nested = (depth: number, open = "[", close = "]"): string => open.repeat(depth) + close.repeat(depth);

  it.each([
    ["variables", `{"query":"{ __typename }","variables":{"a":${nested(50_000)}}}`],
    ["objects of variables", `{"query":"{ __typename }","variables":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}}`],
    ["extensions", `{"query":"{ __typename }","extensions":{"a":${nested(50_000)}}}`],
    ["what is no request", nested(50_000)],
    ["the query's fields", JSON.stringify({ query: nested(9000, "{a", "}") })],
    ["the query's lists", JSON.stringify({ query: `{ zones(first: ${nested(9000)}) }` })],
    ["the query behind a comment", JSON.stringify({ query: `# "\n{ zones(first: ${nested(9000)}) }` })],
  ])("is refused where it nests too deep: %s", async (_what, body) => {
    const { status, answer } = await served.service.post(body);
    expect(status).toBe(400);
    expect(answer.errors).toEqual([
      {
        message: expect.stringMatching(
          /^Request(\.query)?: expected at most \d+ levels of nesting but got more; /,
        ) as string,
        extensions: { code: "BAD_USER_INPUT" },
      },
    ]);
  });

  it.each(["variables", "extensions"])("is refused in a search too: %s", async (part) => {
    const query = { query: "{ __typename }", [part]: `{"a":${nested(5000)}}` };
    const response = await served.service.app.inject({ url: "/graphql", query });
    expect(response.statusCode).toBe(400);
    expect(response.json<Answer>().errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it("may hold brackets in texts", async () => {
    const query = `{ a: __typename # ${"[".repeat(300)}\n }`;
    const { answer } = await served.service.post({ query, variables: { a: `\\"${"[{".repeat(500)}` } });
    expect(answer).toEqual({ data: { a: "Query" } });
  });

  it.each([
    '{"constructor":{"prototype":{"x":1}}}',
    '{"__proto__":{"x":1}}',
    '{"__proto__":null,"constructor":1,"toString":{}}',
  ])("may be called like what every object has: %s", async (variables) => {
    const { answer } = await served.service.post(`{"query":"{ __typename }","variables":${variables}}`);
    expect(answer).toEqual({ data: { __typename: "Query" } });
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });
});

describe("NEO4J_URI", () => {
  const SECRET = "s3cret-word";

  it.each([
    `neo4j://neo4j:${SECRET}@host:7687`,
    `bolt://:${SECRET}@host`,
    `neo4j://${SECRET}@host`,
    `neo4j+s://user:${SECRET}%40x@host`,
    `neo4j://user:a/${SECRET}@host`,
    `neo4j://user:a#${SECRET}@host`,
    `neo4j://host?password=${SECRET}`,
    `neo4j://host:7687?policy=x&user=${SECRET}`,
    `bolt://host?policy=${SECRET}`,
    `http://user:${SECRET}@host`,
  ])("is refused with a secret in it, which is not repeated: %s", (uri) => {
    const read = (): unknown => readConfig({ NEO4J_URI: uri });
    expect(read).toThrow(/NEO4J_URI: expected .* but got one that is not shown/);
    expect(read).not.toThrow(SECRET);
  });

  it.each(["neo4j://host:7687", "bolt://[::1]:7687", "neo4j+s://x.databases.neo4j.io", "neo4j://host?policy=eu"])(
    "is taken without: %s",
    (uri) => {
      expect(readConfig({ NEO4J_URI: uri }).neo4j?.uri).toBe(uri);
    },
  );
});
