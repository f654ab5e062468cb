import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { printSchema } from "graphql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../src/config.js";
import { buildModel } from "../../src/schema.js";

const { schema } = buildModel();
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "liantu-test-relay-"));
  await mkdir(join(folder, "source"));
  await mkdir(join(folder, "artifacts"));
  await writeFile(join(folder, "schema.graphql"), printSchema(schema));
  const config = {
    src: "source",
    schema: "schema.graphql",
    artifactDirectory: "artifacts",
    language: "typescript",
    customScalarTypes: { PartialDate: "string", JSON: "unknown" },
  };
  await writeFile(join(folder, "relay.config.json"), JSON.stringify(config));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Compiles documents as an application would have them in a module, and answers the artifacts. */
async function compile(module: string, documents: readonly string[]): Promise<string[]> {
  const text = documents.map((document) => `graphql\`${document}\`;`).join("\n");
  await writeFile(join(folder, "source", `${module}.ts`), `import { graphql } from "relay-runtime";\n${text}\n`);
  const command = join(PACKAGE_ROOT, "node_modules", ".bin", "relay-compiler");
  await promisify(execFile)(command, ["--noWatchman", "relay.config.json"], { cwd: folder });
  return (await readdir(join(folder, "artifacts"))).sort();
}

describe("relay-compiler", () => {
  it("pages a relationship of a node, refetched by the node's id", async () => {
    const artifacts = await compile("ZoneProjects", [
      "query ZoneProjectsQuery($id: ID!) { node(id: $id) { ...ZoneProjects_zone @alias } }",
      `fragment ZoneProjects_zone on Zone
      @argumentDefinitions(
        first: { type: "Int", defaultValue: 10 }
        after: { type: "String" }
        last: { type: "Int" }
        before: { type: "String" }
        filter: { type: "LocatedInProjectFilter" }
        orderBy: { type: "[LocatedInProjectOrder!]" }
      )
      @refetchable(queryName: "ZoneProjectsPageQuery") {
        name
        projects(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy)
          @connection(key: "ZoneProjects_projects", filters: ["filter", "orderBy"]) {
          totalCount
          edges { node { id ...ZoneProjects_project } relationship { id type from { id name } citations { article } } }
        }
      }`,
      "fragment ZoneProjects_project on Project { name investmentCny targetDate status }",
    ]);
    expect(artifacts).toEqual(
      ["ZoneProjectsPageQuery", "ZoneProjectsQuery", "ZoneProjects_project", "ZoneProjects_zone"].map(
        (name) => `${name}.graphql.ts`,
      ),
    );
  });

  it("pages a list of the root, and the relationships of any entity, refetched through the interface", async () => {
    const artifacts = await compile("Explorer", [
      "query ExplorerQuery { ...Explorer_companies nodes(ids: []) { ...Explorer_entity @alias } }",
      `fragment Explorer_companies on Query
      @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
      @refetchable(queryName: "ExplorerCompaniesPageQuery") {
        companies(first: $count, after: $cursor) @connection(key: "Explorer_companies") {
          edges { node { id name ...Explorer_party } }
        }
      }`,
      `fragment Explorer_entity on Entity
      @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
      @refetchable(queryName: "ExplorerEntityPageQuery") {
        name
        kind
        relationships(first: $count, after: $cursor, direction: OUT)
          @connection(key: "Explorer_relationships", filters: ["direction"]) {
          edges { node { id ... on Place { name } } relationship { id ... on PartnersWith { form date } } }
        }
      }`,
      "fragment Explorer_party on Party { aliases facts { label value } }",
    ]);
    expect(artifacts).toContain("ExplorerCompaniesPageQuery.graphql.ts");
    expect(artifacts).toContain("ExplorerEntityPageQuery.graphql.ts");
    expect(artifacts).toContain("Explorer_party.graphql.ts");
  });

  it("refuses what the schema does not have", async () => {
    const wrong = compile("Wrong", ["query WrongQuery { zones { nodes { altitude } } }"]);
    await expect(wrong).rejects.toMatchObject({
      stderr: expect.stringMatching(/altitude/) as string,
    });
  });
});
