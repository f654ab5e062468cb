import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as typesPlugin from "@graphql-codegen/typescript";
import * as operationsPlugin from "@graphql-codegen/typescript-operations";
import { parse, printSchema } from "graphql";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildModel } from "../../src/schema.js";

const DOCUMENT = `
query ZonesPage($first: Int, $filter: ZoneFilter, $orderBy: [ZoneOrder!]) {
  zones(first: $first, filter: $filter, orderBy: $orderBy) {
    totalCount
    edges { cursor node { id ...Named chains { edges { relationship { role } node { name } } } } }
  }
}
query Anything($id: ID!) {
  node(id: $id) {
    __typename
    ...Named
    ... on Project { investmentCny targetDate status facts { value qualifier } }
    ... on Relationship { type properties from { ...Named } }
  }
}
fragment Named on Entity { id kind name nameEn }
`;

const USE = `
import type { AnythingQuery, ZonesPageQuery, ZonesPageQueryVariables } from "./operations.js";
import type { EntityKind, Zone } from "./types.js";

export const kindOf = ({ kind }: Zone): EntityKind => kind;

export const variables: ZonesPageQueryVariables = {
  first: 10,
  filter: { not: { projects: { node: { investmentCny: { gte: 1 }, targetDate: { lt: "2024" } } } } },
  orderBy: [{ field: "NAME" }],
};

export function firstName({ zones }: ZonesPageQuery): string | undefined {
  const node = zones?.edges[0]?.node;
  const role: "LEADING" | "EXTENDED" | null | undefined = node?.chains?.edges[0]?.relationship.role;
  return role ? node?.name : undefined;
}

export function investment({ node }: AnythingQuery): number | null {
  return node?.__typename === "Project" ? (node.investmentCny ?? null) : null;
}
`;

let folder: string;
/** What TypeScript says of the types and of modules that use them, by file. */
let mistakes: (readonly [file: string, message: string])[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "liantu-test-codegen-"));
  const common = {
    schema: parse(printSchema(buildModel().schema)),
    documents: [{ location: "sample.graphql", document: parse(DOCUMENT) }],
    config: {
      strictScalars: true,
      enumsAsTypes: true,
      scalars: { PartialDate: "string", DateTime: "string", JSON: "unknown", GraphColumns: "unknown" },
    },
  };
  for (const [name, plugin] of Object.entries({ types: typesPlugin, operations: operationsPlugin })) {
    const filename = join(folder, `${name}.ts`);
    await writeFile(
      filename,
      await codegen({ ...common, filename, plugins: [{ [name]: {} }], pluginMap: { [name]: plugin } }),
    );
  }
  await writeFile(join(folder, "right.ts"), USE);
  await writeFile(
    join(folder, "wrong.ts"),
    USE.replace("node?.name", "node?.altitude").replace("first: 10", 'first: "10"'),
  );
  const program = ts.createProgram([join(folder, "right.ts"), join(folder, "wrong.ts")], {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    types: [],
  });
  mistakes = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => [
      basename(file?.fileName ?? ""),
      ts.flattenDiagnosticMessageText(messageText, "\n"),
    ]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("graphql-codegen", () => {
  it("makes types of the schema and of queries that compile in strict mode", () => {
    expect(mistakes.filter(([file]) => file !== "wrong.ts")).toEqual([]);
  });

  it("makes types that refuse what the schema does not have", () => {
    expect(mistakes).toEqual([
      ["wrong.ts", expect.stringContaining("Type 'string' is not assignable to type 'number'")],
      ["wrong.ts", expect.stringContaining("'altitude' does not exist")],
    ]);
  });
});
