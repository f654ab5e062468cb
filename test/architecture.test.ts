import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../src/config.js";

const SRC = join(PACKAGE_ROOT, "src");

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("explorer"))
  .sort();

const explorer = readdirSync(join(SRC, "explorer"), { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => join("explorer", file))
  .sort();

/** The project's own files that a file imports, as its syntax says. */
function importsOf(file: string): Import[] {
  const path = join(SRC, file);
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const specifier = statement.moduleSpecifier;
    if (!specifier || !ts.isStringLiteral(specifier) || !specifier.text.startsWith(".")) return [];
    const clause = ts.isImportDeclaration(statement) ? statement.importClause : undefined;
    const named = clause?.namedBindings;
    const typeOnly =
      (ts.isExportDeclaration(statement) && statement.isTypeOnly) ||
      clause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
      (clause !== undefined &&
        !clause.name &&
        named !== undefined &&
        ts.isNamedImports(named) &&
        named.elements.every((item) => item.isTypeOnly));
    const target = resolve(dirname(path), specifier.text);
    const ending = existsSync(target.replace(/\.js$/, ".tsx")) ? ".tsx" : ".ts";
    const to = relative(SRC, target.replace(/\.js$/, ending));
    return [{ from: file, to, typeOnly }];
  });
}

const imports = files.flatMap(importsOf);

/** The part of the architecture that a file belongs to: its folder, or its own name at the top. */
const partOf = (file: string): string => (file.includes("/") ? (file.split("/")[0] ?? "") : file.replace(/\.ts$/, ""));

/** What each part may import, types as well; what the model may has a test of its own. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  index: ["cli"],
  cli: ["server", "schema", "queries", "import", "graph", "engine", "config", "errors"],
  server: ["schema", "queries", "import", "graph", "engine", "config", "errors"],
  schema: ["queries", "model", "graph"],
  queries: ["model", "graph", "engine", "config", "errors"],
  model: [],
  import: ["graph", "engine", "errors", "model"],
  graph: ["engine", "config", "errors"],
  engine: ["config", "errors"],
  config: ["errors"],
  errors: [],
};

describe("the architecture", () => {
  it("has files in every part", () => {
    expect(new Set(files.map(partOf))).toEqual(new Set(Object.keys(MAY_IMPORT)));
  });

  it("lets dependencies point one way", () => {
    const wrong = imports
      .map(({ from, to }) => ({ from, to, part: partOf(from) }))
      .filter(({ part, to }) => part !== "model" && part !== partOf(to) && !MAY_IMPORT[part]?.includes(partOf(to)));
    expect(wrong).toEqual([]);
  });

  it("lets a family of questions import only itself and what all of them share", () => {
    const familyOf = (file: string): string | undefined => /^queries\/(.*)\/[^/]*$/.exec(file)?.[1];
    const families = new Set(files.flatMap((file) => familyOf(file) ?? []));
    expect(families.size).toBeGreaterThan(8);
    const across = imports.filter(({ from, to }) => {
      const [own, other] = [familyOf(from), familyOf(to)];
      return own !== undefined && other !== undefined && other !== own && other !== "shared";
    });
    expect(across).toEqual([]);
  });

  it("lets the importer know of the model only how its scalars are written", () => {
    const known = imports
      .filter(({ from, to }) => partOf(from) === "import" && partOf(to) === "model")
      .map(({ to }) => to);
    expect(new Set(known)).toEqual(new Set(["model/scalars.ts"]));
  });

  it("lets the model import only itself, the table of filter operators and, as types, the request context", () => {
    const outside = imports.filter(({ from, to }) => partOf(from) === "model" && partOf(to) !== "model");
    expect(new Set(outside.map(({ to }) => to))).toEqual(new Set(["graph/context.ts", "graph/operators.ts"]));
    expect(outside.filter(({ typeOnly }) => !typeOnly).every(({ to }) => to === "graph/operators.ts")).toBe(true);
  });

  it("keeps kinds out of everything but the model", () => {
    const kinds = new Set(imports.filter(({ from }) => from === "model/index.ts").map(({ to }) => to));
    expect(kinds.size).toBeGreaterThan(40);
    const users = imports.filter(({ from, to }) => kinds.has(to) && partOf(from) !== "model");
    expect(users).toEqual([]);
  });

  it("asks which engine it is only inside src/engine", () => {
    const asking = files.filter(
      (file) =>
        partOf(file) !== "engine" && /from "neo4j-driver"|from "@grafeo-db/.test(readFileSync(join(SRC, file), "utf8")),
    );
    expect(asking).toEqual([]);
  });

  it("lets what the explorer knows import neither how it is drawn nor how it is laid out", () => {
    const folder = join("explorer", "state");
    const known = readdirSync(join(SRC, folder)).map((file) => join(folder, file));
    const outside = known.flatMap(importsOf).filter(({ to }) => dirname(to) !== folder);
    expect(known.length).toBeGreaterThan(10);
    expect(new Set(outside.map(({ to }) => to))).toEqual(
      new Set(["explorer/api.ts", "explorer/operations.ts", "explorer/palette.ts"]),
    );
  });

  it("lets the explorer know of the service only its operations, and drawing of the page only types", () => {
    const outside = explorer.flatMap(importsOf).filter(({ to }) => !to.startsWith("explorer"));
    expect(explorer.length).toBeGreaterThan(80);
    expect(outside).toEqual([]);
    const ofPage = explorer
      .flatMap(importsOf)
      .filter(
        ({ from, to, typeOnly }) =>
          !typeOnly && dirname(from) === "explorer/drawing" && dirname(to) === "explorer/parts",
      );
    expect(ofPage).toEqual([]);
  });

  it("lets every key of the explorer pass the one place that leaves a composition its keys", () => {
    const unguarded = /onKey(Down|Up|Press)=\{(?!onKey\b)|addEventListener\("key|^.*\bonKeyDown = (?!onKey\()/m;
    const handling = readdirSync(join(SRC, "explorer"), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && basename(file) !== "keys.ts")
      .filter((file) =>
        unguarded.test(readFileSync(join(SRC, "explorer", file), "utf8").replace("onKeyDown={onKeyDown}", "")),
      );
    expect(handling).toEqual([]);
  });

  it("has no cycle of imports", () => {
    const next = new Map<string, string[]>();
    for (const { from, to, typeOnly } of [...imports, ...explorer.flatMap(importsOf)])
      if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
    const done = new Set<string>();
    const cycleFrom = (file: string, path: readonly string[]): readonly string[] | undefined => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const to of next.get(file) ?? []) {
        const found = cycleFrom(to, [...path, file]);
        if (found) return found;
      }
      done.add(file);
      return undefined;
    };
    for (const file of [...files, ...explorer]) expect(cycleFrom(file, [])).toBeUndefined();
  });
});
