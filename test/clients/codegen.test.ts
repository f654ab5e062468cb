import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as typescriptPlugin from "@graphql-codegen/typescript";
import * as operationsPlugin from "@graphql-codegen/typescript-operations";
import { parse, printSchema } from "graphql";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SEED } from "../../src/cli/seed.js";
import { buildModel } from "../../src/schema.js";

const QUESTIONS = join(SEED, "questions");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "liantu-test-codegen-"));
  const names = (await readdir(QUESTIONS)).filter((name) => name.endsWith(".graphql"));
  const texts = await Promise.all(names.map((name) => readFile(join(QUESTIONS, name), "utf8")));
  const config = { strictScalars: true, scalars: { PartialDate: "string", JSON: "unknown" } };
  const text = await codegen({
    filename: "types.ts",
    schema: parse(printSchema(buildModel().schema)),
    documents: names.map((location, index) => ({ location, document: parse(texts[index] as string) })),
    config,
    plugins: [{ typescript: {} }, { operations: {} }],
    pluginMap: { typescript: typescriptPlugin, operations: operationsPlugin },
  });
  await writeFile(join(folder, "types.ts"), text);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What TypeScript says of the types and a module that uses them. */
async function mistakes(use: string): Promise<string[]> {
  await writeFile(join(folder, "use.ts"), use);
  const program = ts.createProgram([join(folder, "use.ts")], {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("graphql-codegen", () => {
  it("makes types of the schema and of the questions that compile in strict mode", { timeout: 120_000 }, async () => {
    const use = `
      import type { ChainsOfAZoneQuery, Zone, ZonesArgs } from "./types.js";
    `;
    expect(await mistakes(use)).toEqual([]);
  });
});
