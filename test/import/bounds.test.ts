import { execFileSync } from "node:child_process";
import { appendFile, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IN_MEMORY, openEmbedded } from "../../src/engine/embedded.js";
import { ImportRefused, importDataset } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import { csv, described, type Files, writeFolder } from "../support/datasets.js";

const { model } = buildModel();

const PLAIN: Files = {
  "dataset.json": described("plain"),
  "nodes/company.csv": csv("id:ID,name", "company:one,一"),
};

/** Imports a folder that a test has changed: its problems, none where it is imported. */
async function problemsOf(folder: string): Promise<readonly string[]> {
  const engine = openEmbedded(IN_MEMORY);
  try {
    await importDataset({ folder, engine, model });
    return [];
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return error.message
      .split("\n")
      .slice(1)
      .map((line) => line.trim());
  } finally {
    await engine.close();
  }
}

describe("what stands in place of a file", () => {
  const FILES = ["dataset.json", "nodes/company.csv", "relationships/owns.csv", "facts.csv", "terms.csv"];
  it.each(FILES)("is refused and never waited for: %s", async (file) => {
    const outside = await writeFolder({ "file.csv": csv("id:ID,name", "company:x,甲") });
    for (const [make, expected] of [
      [(path: string) => execFileSync("mkfifo", [path]), "expected a file but it is a pipe; put a file here."],
      [(path: string) => mkdir(path), "expected a file but it is a folder; put a file here."],
      [
        (path: string) => symlink("/dev/zero", path),
        "expected a file of this folder but it is a link that leads out of it; put the file itself here.",
      ],
      [
        (path: string) => symlink(join(outside, "file.csv"), path),
        "expected a file of this folder but it is a link that leads out of it; put the file itself here.",
      ],
      [
        (path: string) => symlink(path, path),
        "expected a file but it is a link that leads back to itself; put a file here.",
      ],
    ] as const) {
      const folder = await writeFolder({ ...PLAIN, "relationships/.keep": "" });
      await rm(join(folder, file), { force: true });
      await make(join(folder, file));
      expect(await problemsOf(folder)).toEqual([`${file}: ${expected}`]);
    }
  });

  it("is refused where it is a socket", async () => {
    const folder = await writeFolder(PLAIN);
    const server = createServer().listen(join(folder, "facts.csv"));
    await once(server, "listening");
    expect(await problemsOf(folder)).toEqual(["facts.csv: expected a file but it is a socket; put a file here."]);
    server.close();
  });

  it("may be a link to another file of the folder", async () => {
    const folder = await writeFolder({ ...PLAIN, "nodes/.companies": PLAIN["nodes/company.csv"] });
    await rm(join(folder, "nodes/company.csv"));
    await symlink(".companies", join(folder, "nodes/company.csv"));
    expect(await problemsOf(folder)).toEqual([]);
  });

  it("is read to where it ended when it was found, though it grows", async () => {
    const folder = await writeFolder(PLAIN);
    const path = join(folder, "nodes/company.csv");
    const engine = openEmbedded(IN_MEMORY);
    const growing = {
      ...engine,
      address: engine.address,
      capabilities: engine.capabilities,
      read: async (...args: Parameters<typeof engine.read>) => {
        await appendFile(path, "company:more,多\n");
        return engine.read(...args);
      },
      write: (statements: Parameters<typeof engine.write>[0]) => engine.write(statements),
      prepare: () => Promise.resolve(),
      checkpoint: () => Promise.resolve(),
      close: () => engine.close(),
    };
    const report = await importDataset({ folder, engine: growing, model });
    expect(report.total.added).toBe(1);
    expect((await readFile(path, "utf8")).split("\n").length).toBeGreaterThan(3);
    await engine.close();
  });
});

describe("what is too much", () => {
  it.each<[string, Files, string]>([
    [
      "a line without an end",
      { "nodes/company.csv": `id:ID,name\ncompany:a,${"x".repeat(5_000_000)}` },
      "nodes/company.csv:2: expected rows of at most 4000000 bytes but got a longer one; see that quotes are closed and that it is a CSV file.",
    ],
    [
      "a quote that swallows the rest",
      { "nodes/company.csv": `id:ID,name\ncompany:a,"${"x,y\n".repeat(1_200_000)}` },
      "nodes/company.csv:2: expected rows of at most 4000000 bytes but got a longer one; see that quotes are closed and that it is a CSV file.",
    ],
    [
      "a cell",
      { "nodes/company.csv": csv("id:ID,name", `company:a,${"x".repeat(300_000)}`) },
      "nodes/company.csv:2: expected at most 250000 characters in a cell but got 300000; shorten it, or close its quotes.",
    ],
    [
      "columns",
      { "nodes/company.csv": csv(`id:ID,name${",x".repeat(5000)}`) },
      "nodes/company.csv:1: expected at most 1000 cells in a row but got 5002; remove some.",
    ],
    [
      "a name, which is indexed",
      { "nodes/company.csv": csv("id:ID,name", `company:a,${"名".repeat(1001)}`) },
      "nodes/company.csv:2:name: expected at most 1000 characters but got 1001; shorten it.",
    ],
    [
      "a title",
      { "dataset.json": JSON.stringify({ id: "plain", title: "x".repeat(501) }) },
      "dataset.json:title: expected at most 500 characters or items but got 501; shorten it.",
    ],
    [
      "a description of the dataset",
      { "dataset.json": " ".repeat(1_000_001) },
      "dataset.json: expected at most 1000000 bytes but it has 1000001; shorten it.",
    ],
    [
      "tabs",
      { "nodes/company.csv": '企业名称\t注册资本\n甲\t"一般项目 ""x""" 更多"\n' },
      "nodes/company.csv:1: expected cells separated by commas but they are separated by tabs; save the file as CSV with commas.",
    ],
  ])("is refused: %s", async (_what, files, expected) => {
    const [first] = await problemsOf(await writeFolder({ ...PLAIN, ...files }));
    expect(first).toBe(expected);
  });
});

/** What a terminal obeys, or shows elsewhere than it stands. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

it("messages stay short and printable, whatever stands in cells, headers, names and descriptions", async () => {
  const nasty = fc.constantFrom(
    "\u001b[31m",
    "\u0007",
    "\u202e",
    "\u0085",
    "\u007f",
    "\u2028",
    "\r",
    "😀",
    "名",
    '"',
    ",x",
  );
  const text = fc
    .array(nasty, { minLength: 1, maxLength: 6 })
    .chain((parts) => fc.constantFrom(1, 400).map((times) => parts.join("").repeat(times)));
  const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      const folder = await writeFolder({
        "dataset.json": JSON.stringify({ id: value, title: value, date: value, [value]: value }),
        "nodes/company.csv": csv("id:ID,name", `${cell(`company:${value}`)},x`, `${cell(value)},x`),
        "nodes/zone.csv": csv(`id:ID,name,${cell(value)}`, "zone:a,b,c"),
        "nodes/project.csv": csv(
          "id:ID,name,status,targetDate,phaseCount",
          `project:a,b,${cell(value)},${cell(value)},${cell(value)}`,
        ),
        "relationships/owns.csv": csv(":START_ID,:END_ID,citations", `${cell(value)},${cell(value)},${cell(value)}`),
        "facts.csv": csv(
          "subject,property,value,unit,qualifier,planned,asOf,citation",
          new Array(8).fill(cell(value)).join(),
        ),
        "terms.csv": csv(`property,zh,${cell(value)}`, "a,b,c"),
      });
      await writeFile(join(folder, "nodes", value.slice(0, 30).replaceAll("/", "")), "");
      const told = await problemsOf(folder);
      expect(told.length).toBeGreaterThan(8);
      for (const line of told) {
        expect(line).not.toMatch(UNPRINTABLE);
        expect(line.length).toBeLessThan(900);
      }
    }),
    { numRuns: 25, seed: 7 },
  );
});
