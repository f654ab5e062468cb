import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printSchema } from "graphql";
import { PACKAGE_ROOT } from "../config.js";
import { constraintsOf } from "../engine/neo4j.js";
import { buildModel, type Built } from "../schema.js";
import { describeModel } from "../graph/document.js";
import type { GraphModel } from "../graph/model.js";

/** The files that follow from the model, by their path in the project. */
export function emitted({ schema, model }: Built): ReadonlyMap<string, string> {
  return new Map([
    ["schema/schema.graphql", `${printSchema(schema)}\n`],
    [
      "schema/constraints.cypher",
      `${constraintsOf(model.indexPlan)
        .map(({ text }) => text)
        .join(";\n")};\n`,
    ],
    ["schema/model.md", describeModel(schema, model)],
    ["src/explorer/palette.ts", palette(model)],
  ]);
}

/** The colours of kinds as the explorer reads them. */
function palette({ kinds }: GraphModel): string {
  const colours = [...kinds.values()].map(({ value, colour }) => `  ${value}: "${colour}",\n`);
  return [
    "// Written by npm run emit from the model; do not edit.\n",
    'import type { EntityKind } from "./operations.js";\n\n',
    `export const KIND_COLOURS: Readonly<Record<EntityKind, string>> = {\n${colours.join("")}};\n`,
  ].join("");
}

/** The emitted files that differ from what the model says now. */
export async function drift(built: Built): Promise<string[]> {
  const differing = [...emitted(built)].map(async ([path, text]) => {
    const stored = await readFile(join(PACKAGE_ROOT, path), "utf8").catch(() => undefined);
    return stored === text ? [] : [path];
  });
  return (await Promise.all(differing)).flat();
}

/** Writes the files anew. */
export async function emit(built: Built): Promise<void> {
  for (const [path, text] of emitted(built)) await writeFile(join(PACKAGE_ROOT, path), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await emit(buildModel());
