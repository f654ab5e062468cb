import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { ImportRefused, importDataset } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import { LEASE_WRITES, SMALL, snapshot, watch, writeFolder } from "../support/datasets.js";
import { IN_MEMORY, openEmbedded } from "../../src/engine/embedded.js";
import { engines } from "../support/engines.js";
import { folderMistakes } from "./folder-mistakes.js";
import { company, owns, rowMistakes, SOUND } from "./row-mistakes.js";

const { model } = buildModel();

async function refusal(importing: Promise<unknown>): Promise<ImportRefused> {
  return importing.then(
    () => expect.fail("expected the folder to be refused"),
    (error: unknown) => {
      expect(error).toBeInstanceOf(ImportRefused);
      return error as ImportRefused;
    },
  );
}

const told = ({ message }: ImportRefused): string[] =>
  message
    .split("\n")
    .slice(1)
    .map((line) => line.trim());

describe.each(engines)("a folder with mistakes, into $name", ({ open }) => {
  let engine: Engine;
  let before: readonly string[];

  beforeAll(async () => {
    engine = await open();
    await prepareGraph(engine, model);
    await importDataset({ folder: await writeFolder(SMALL), engine, model });
    before = await snapshot(engine);
  });
  afterAll(() => engine.close());

  it.each([...rowMistakes, ...folderMistakes])("is refused for %s", async (_what, files, expected) => {
    const folder = await writeFolder({ ...SOUND, ...files });
    const watched = watch(engine);
    const error = await refusal(importDataset({ folder, engine: watched, model }));
    expect(told(error)).toEqual(expected);
    expect(error.code).toBe("BAD_USER_INPUT");
    expect(error.message.split("\n")[0]).toBe(
      `${folder}: expected a dataset without problems but got ${expected.length}; nothing was written. Correct and import again.`,
    );
    expect(watched.writes).toBeLessThanOrEqual(LEASE_WRITES);
  });

  it("is reported with its first hundred problems and how many more", async () => {
    const rows = Array.from({ length: 130 }, (_, index) => `,company:c-${index},project:plant,,`);
    const error = await refusal(
      importDataset({ folder: await writeFolder({ ...SOUND, ...owns(...rows) }), engine, model }),
    );
    const lines = told(error);
    expect(error.count).toBe(130);
    expect(lines).toHaveLength(101);
    expect(lines[99]).toMatch(/^relationships\/owns\.csv:101::START_ID: .*"company:c-99"/);
    expect(lines[100]).toBe("… and 30 more");
  });

  it("is refused by a check in the same words", async () => {
    const folder = await writeFolder({ ...SOUND, ...company("zone:x,,") });
    const [checked, imported] = [
      await refusal(importDataset({ folder, engine, model, check: true })),
      await refusal(importDataset({ folder, engine, model })),
    ];
    expect(checked.message).toBe(imported.message);
  });

  it("leaves everything as it was", async () => {
    expect(await snapshot(engine)).toEqual(before);
  });
});

describe("what is no folder", () => {
  it.each([
    ["nowhere", join(tmpdir(), "liantu-nowhere"), "there is none; correct the path, and name the folder."],
    [
      "a file",
      fileURLToPath(import.meta.url),
      "it is a file; unpack it where it is a zipped dataset, and name the folder.",
    ],
  ])("is refused: %s", async (_what, folder, got) => {
    const engine = openEmbedded(IN_MEMORY);
    const error = await refusal(importDataset({ folder, engine, model }));
    expect(told(error)).toEqual([`.: expected a folder but ${got}`]);
    await engine.close();
  });
});
