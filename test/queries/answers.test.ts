import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../src/config.js";

const SCHEMA = join(PACKAGE_ROOT, "src", "schema.ts");
const QUERIES = join(PACKAGE_ROOT, "src", "queries");

/** A decorated class of an answer, and where its last field stands in its file. */
interface Answer {
  readonly path: string;
  readonly name: string;
  readonly field: string;
  readonly position: number;
}

function answersIn(path: string): Answer[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const decorators = (node: ts.HasDecorators, wanted: RegExp): boolean =>
    (ts.getDecorators(node) ?? []).some((decorator) => wanted.test(decorator.getText()));
  return source.statements.filter(ts.isClassDeclaration).flatMap((declared) => {
    if (!decorators(declared, /^@ObjectType\(/)) return [];
    const fields = declared.members.filter(ts.isPropertyDeclaration).filter((field) => decorators(field, /^@Field\(/));
    const last = fields.at(-1)?.name;
    return last && declared.name
      ? [{ path, name: declared.name.text, field: last.getText(), position: last.getEnd() }]
      : [];
  });
}

const files = readdirSync(QUERIES, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => join(QUERIES, file));
const answers = files.flatMap(answersIn);

/** A file in which the fields of these answers are called otherwise, and nothing else is changed. */
function renamedIn(path: string, renamed: readonly Answer[]): string {
  return renamed
    .filter((answer) => answer.path === path)
    .sort((one, other) => other.position - one.position)
    .reduce(
      (text, { name, position }) => `${text.slice(0, position)}Of${name}${text.slice(position)}`,
      readFileSync(path, "utf8"),
    );
}

/** Whatever is not changed is read once. */
const unchanged = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says of the questions where the fields of these answers are renamed in the classes alone. */
function messagesWith(renamed: readonly Answer[]): string[] {
  const file = ts.readConfigFile(join(PACKAGE_ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(file.config, ts.sys, PACKAGE_ROOT);
  const host = ts.createCompilerHost(options);
  const parse = host.getSourceFile.bind(host);
  const changed = new Set(renamed.map(({ path }) => path));
  host.getSourceFile = (path, version) => {
    if (changed.has(path)) return ts.createSourceFile(path, renamedIn(path, renamed), version, true);
    if (!unchanged.has(path)) unchanged.set(path, parse(path, version));
    return unchanged.get(path);
  };
  const program = ts.createProgram([SCHEMA], options, host);
  return files
    .flatMap((path) => program.getSemanticDiagnostics(program.getSourceFile(path)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** Whether the compiler speaks of the renamed field of an answer. */
function isNoticed({ name, field }: Answer, said: readonly string[]): boolean {
  return said.some(
    (text) => text.includes(`${field}Of${name}'`) || text.includes(`'${field}' does not exist in type '${name}'`),
  );
}

describe("the class of an answer", () => {
  it(
    "is what its question is held to: the compiler misses a field that is renamed there alone",
    { timeout: 180_000 },
    () => {
      expect(answers.length).toBeGreaterThan(30);
      expect(messagesWith([])).toEqual([]);
      const said = messagesWith(answers);
      // Where one mistake may hide another that stands around it, each is made alone.
      const hidden = answers.filter((answer) => !isNoticed(answer, said));
      expect(hidden.filter((answer) => messagesWith([answer]).length === 0)).toEqual([]);
    },
  );
});
