import { execFile } from "node:child_process";
import { mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../src/config.js";

const run = promisify(execFile);
const compiler = createRequire(import.meta.url).resolve("relay-compiler/cli.js");

const FILES: Readonly<Record<string, string>> = {
  "Zone.ts": `graphql\`
    fragment Zone_projects on Zone @refetchable(queryName: "ZoneProjectsQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
      name
      projects(first: $count, after: $cursor, filter: { node: { status: { eq: IN_PRODUCTION } } }, orderBy: [{ node: INVESTMENT_CNY, direction: DESC }])
        @connection(key: "Zone_projects") {
        edges { cursor node { id name investmentCny } relationship { id citations { article paragraph } } }
        pageInfo { hasNextPage endCursor }
      }
    }\`;`,
  "App.ts": `graphql\`
    query AppQuery($id: ID!) {
      node(id: $id) { ...Zone_projects @alias ... on Party { name } ... on Relationship { type from { id name } properties } }
      zones(first: 3, filter: { within: "region:shanxi" }) { nodes { ...Zone_projects location { edges { node { __typename name } } } } totalCount }
    }\`;`,
};

describe("relay-compiler", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "liantu-relay-"));
    await mkdir(join(folder, "src"));
    await writeFile(join(folder, "schema.graphql"), await readFile(join(PACKAGE_ROOT, "schema", "schema.graphql")));
    await writeFile(join(folder, "package.json"), JSON.stringify({ name: "client", version: "1.0.0" }));
    const config = {
      src: "./src",
      schema: "./schema.graphql",
      language: "typescript",
      customScalarTypes: { PartialDate: "string", JSON: "unknown" },
    };
    await writeFile(join(folder, "relay.config.json"), JSON.stringify(config));
    for (const [file, text] of Object.entries(FILES)) await writeFile(join(folder, "src", file), text);
  });

  afterAll(() => rm(folder, { recursive: true }));

  const compile = () => run(process.execPath, [compiler, "relay.config.json"], { cwd: folder });

  it("accepts the schema, a connection that can be refetched, and interfaces", async () => {
    await compile();
    const artifact = await readFile(join(folder, "src", "__generated__", "Zone_projects.graphql.ts"), "utf8");
    expect(artifact).toContain("ZoneProjectsQuery");
    expect(artifact).toContain("readonly investmentCny: number | null");
  });

  it("refuses a question that the schema does not answer", async () => {
    await writeFile(join(folder, "src", "Wrong.ts"), "graphql`query WrongQuery { zones { nodes { altitude } } }`;");
    await expect(compile()).rejects.toThrow(/altitude/);
  });
});
