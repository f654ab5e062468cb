import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import * as types from "@graphql-codegen/typescript";
import { parse } from "graphql";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../src/config.js";

const QUESTIONS = join(PACKAGE_ROOT, "seed", "questions");
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  skipLibCheck: true,
  types: [],
};

describe("graphql-codegen", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "liantu-codegen-"));
    const schema = parse(await readFile(join(PACKAGE_ROOT, "schema", "schema.graphql"), "utf8"));
    // Two questions have a fragment of the same name, which one client cannot: one of them is enough.
    const names = readdirSync(QUESTIONS).filter((file) => file.endsWith(".graphql") && !file.startsWith("06-"));
    const documents = await Promise.all(
      names.map(async (location) => ({ location, document: parse(await readFile(join(QUESTIONS, location), "utf8")) })),
    );
    const config = { scalars: { PartialDate: "string", JSON: "unknown" }, enumsAsTypes: true };
    const pluginMap = { types, operations };
    for (const plugin of ["types", "operations"]) {
      const filename = `${plugin}.ts`;
      const text = await codegen({ filename, schema, documents, config, plugins: [{ [plugin]: {} }], pluginMap });
      await writeFile(join(folder, filename), text);
    }
  });

  afterAll(() => rm(folder, { recursive: true }));

  function mistakes(): string[] {
    const program = ts.createProgram(
      ["types.ts", "operations.ts", "use.ts"].map((file) => join(folder, file)),
      OPTIONS,
    );
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  }

  it("makes types of the questions that compile, and that a client can use", async () => {
    await writeFile(
      join(folder, "use.ts"),
      'import type { ChainsOfZoneQuery } from "./operations";\nexport const nameOf = (data: ChainsOfZoneQuery): string | undefined => data.zone?.name;\n',
    );
    expect(mistakes()).toEqual([]);
  });

  it("makes types that refuse what was not asked", async () => {
    await writeFile(
      join(folder, "use.ts"),
      'import type { ChainsOfZoneQuery } from "./operations";\nexport const of = (data: ChainsOfZoneQuery) => data.altitude;\n',
    );
    expect(mistakes().join()).toMatch(/altitude/);
  });
});
