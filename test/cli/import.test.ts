import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { embeddedFile } from "../../src/engine/open.js";
import { openEmbedded } from "../../src/engine/embedded.js";
import { csv, type Files, SMALL, snapshot, writeFolder } from "../support/datasets.js";

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let data: string;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "liantu-test-data-"));
});
afterEach(() => rm(data, { recursive: true, force: true }));

const script = ["--import", "tsx", "--import", "reflect-metadata", "src/cli/import.ts"];

function cli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const options = { env: { PATH: process.env["PATH"], LIANTU_DATA: data, ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, [...script, ...args], options, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

async function holds(): Promise<readonly string[]> {
  const engine = openEmbedded(embeddedFile(join(data, "embedded")));
  try {
    return await snapshot(engine);
  } finally {
    await engine.close();
  }
}

const BROKEN: Files = { ...SMALL, "nodes/company.csv": csv("id:ID,name", "company:one,", "zone:two,二号") };

describe("the import command", () => {
  it("explains itself", async () => {
    const { code, stdout } = await cli(["--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("npm run import -- FOLDER --check");
  });

  it.each([
    [[], "import: expected one dataset folder but got 0; name it: npm run import -- FOLDER."],
    [["a", "b"], "import: expected one dataset folder but got 2; name it: npm run import -- FOLDER."],
    [["--chekc", "a"], expect.stringMatching(/'--chekc'.* Ask for --help\./)],
  ])("asks for one folder when it is called with %j", async (args, message) => {
    const { code, stdout, stderr } = await cli(args);
    expect([code, stdout, stderr.trim()]).toEqual([1, "", message]);
  });

  it("checks, imports and imports again, and reports each", async () => {
    const folder = await writeFolder(SMALL);
    const checked = await cli([folder, "--check"]);
    expect(checked).toMatchObject({ code: 0, stderr: "" });
    expect(checked.stdout).toMatch(/^small: would change \(nothing was written\)\n/);
    expect(checked.stdout).toMatch(/^ {2}in all +17 +0 +0 +0$/m);
    expect(await readdir(data)).toEqual([]);

    const imported = await cli([folder]);
    expect(imported).toMatchObject({ code: 0, stderr: "" });
    expect(imported.stdout).toMatch(/^small: imported in \d+\.\d s\n +added +changed +removed +unchanged\n/);
    expect(imported.stdout).toMatch(/^ {2}OWNS +3 +0 +0 +0$/m);
    const before = await holds();
    expect(before).toHaveLength(18);

    const again = await cli([folder]);
    expect(again.stdout).toMatch(/^ {2}in all +0 +0 +0 +17$/m);
    expect(await holds()).toEqual(before);
  });

  it("ends with code 1 and all problems where there are some, and leaves the graph as it was", async () => {
    await cli([await writeFolder(SMALL)]);
    const before = await holds();
    const folder = await writeFolder(BROKEN);
    for (const args of [[folder], [folder, "--check"]]) {
      const { code, stdout, stderr } = await cli(args);
      expect(code).toBe(1);
      expect(stdout).toBe("");
      expect(stderr.trimEnd().split("\n")).toEqual([
        `${folder}: expected a dataset without problems but got 3; nothing was written. Correct and import again.`,
        "  nodes/company.csv:2:name: expected a value but the cell is empty; fill it in.",
        '  nodes/company.csv:3:id: expected an id as company:… but got "zone:two"; begin it so, or move the row to the file of its kind.',
        '  relationships/owns.csv:4::START_ID: expected an entity of this folder or of the graph but found none called "company:two"; add its row or correct the id.',
      ]);
    }
    expect(await holds()).toEqual(before);
  });

  it("says so when a service holds the graph", async () => {
    const engine = openEmbedded(embeddedFile(join(data, "embedded")));
    const { code, stderr } = await cli([await writeFolder(SMALL)]);
    await engine.close();
    expect(code).toBe(1);
    expect(stderr).toMatch(/expected to open the embedded database alone but another process holds it/);
  });

  it("says so when its own folder cannot be", async () => {
    const file = join(data, "file");
    await writeFile(file, "");
    const { code, stderr } = await cli([await writeFolder(SMALL)], { LIANTU_DATA: file });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\S+file\S*: expected a path that this user may use but got: ENOTDIR.*; correct the path/);
  });

  it("says so when Neo4j is away", async () => {
    const { code, stderr } = await cli([await writeFolder(SMALL)], { NEO4J_URI: "bolt://127.0.0.1:1" });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^bolt:\/\/127\.0\.0\.1:1: expected Neo4j to answer but it cannot be reached/);
  });
});
