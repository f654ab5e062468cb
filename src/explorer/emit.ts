import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as documentsPlugin from "@graphql-codegen/typed-document-node";
import * as operationsPlugin from "@graphql-codegen/typescript-operations";
import { parse } from "graphql";
import { format } from "prettier";

const here = import.meta.dirname;

/** The file that follows from the schema and the documents, by its path. */
export const OPERATIONS = join(here, "operations.ts");

/** What the pages ask and what is answered, as TypeScript: types and texts of the documents' operations, and nothing else of the schema. */
export async function operations(): Promise<string> {
  const folder = join(here, "documents");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".graphql")).sort();
  const documents = await Promise.all(
    files.map(async (file) => ({ location: file, document: parse(await readFile(join(folder, file), "utf8")) })),
  );
  const text = await codegen({
    filename: OPERATIONS,
    schema: parse(await readFile(join(here, "..", "..", "schema", "schema.graphql"), "utf8")),
    documents,
    config: {
      documentMode: "string",
      enumsAsTypes: true,
      useTypeImports: true,
      skipTypename: true,
      mergeFragmentTypes: true,
      strictScalars: true,
      scalars: { PartialDate: "string", DateTime: "string", JSON: "unknown", GraphColumns: "unknown" },
    },
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations: operationsPlugin, documents: documentsPlugin },
  });
  return format(`// Written by npm run emit from documents/ and the schema; do not edit.\n${text}`, {
    parser: "typescript",
    printWidth: 120,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(OPERATIONS, await operations());
