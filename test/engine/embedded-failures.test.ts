import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { statSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../src/engine/embedded.js";
import { explainEmbedded } from "../../src/engine/embedded-failures.js";
import { embeddedFile } from "../../src/engine/open.js";
import { LiantuError } from "../../src/errors.js";
import { csv, described, writeFolder } from "../support/datasets.js";
import { HOUSE_FORM } from "../support/server.js";

const PATH = process.env["PATH"] ?? "";
const MINUTE = { timeout: 60_000 };

let root: string;
let sound: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "liantu-test-failures-"));
  sound = join(root, "sound");
  const engine = openEmbedded(sound);
  for (let time = 0; time < 5; time += 1)
    await engine.write([{ text: "UNWIND range(1, 500) AS i CREATE (:N {id: i, text: 'some words'})", parameters: {} }]);
  await engine.close();
});
afterAll(() => rm(root, { recursive: true, force: true }));

const size = (path: string): number => statSync(path).size;
const DAMAGED = /its file is damaged \(GRAFEO-S002\); put back a copy/;
const ELSE = /its file is something else or has lost its beginning; put back a copy/;

/** What is done to a sound file, and how it is told. */
const DAMAGES: readonly [string, (path: string) => Promise<void>, RegExp][] = [
  ["emptied", (path) => truncate(path, 0), ELSE],
  ["cut within its header", (path) => truncate(path, 10), DAMAGED],
  ["cut in the middle, within a block", (path) => truncate(path, Math.floor(size(path) / 2)), DAMAGED],
  ["zeroed", (path) => writeFile(path, Buffer.alloc(size(path))), ELSE],
  [
    "random",
    (path) => writeFile(path, Buffer.from(Array.from({ length: 99_999 }, (_, at) => (at * 7919) % 251))),
    ELSE,
  ],
  ["a text", (path) => writeFile(path, "block of text, locked\n"), ELSE],
  [
    "flipped here and there",
    (path) =>
      writeFile(
        path,
        readFileSync(path).map((byte, at) => (at > 20_000 && at % 997 === 0 ? ~byte : byte)),
      ),
    DAMAGED,
  ],
  ["a folder", (path) => rm(path).then(() => mkdir(path)), ELSE],
  [
    "beside a log that is something else",
    (path) =>
      mkdir(`${path}.wal`).then(() => writeFile(join(`${path}.wal`, `wal_${"0".repeat(20)}.log`), "x".repeat(5000))),
    DAMAGED,
  ],
];

it.each(DAMAGES)("a file that is %s is told in its own words", async (what, damage, expected) => {
  const path = join(root, what.replaceAll(" ", "-"));
  await cp(sound, path);
  await damage(path);
  let told: unknown;
  try {
    openEmbedded(path);
  } catch (error) {
    told = error;
  }
  expect(told).toBeInstanceOf(LiantuError);
  const { message } = told as LiantuError;
  expect(message).toMatch(expected);
  expect(message).toMatch(HOUSE_FORM);
  expect(message).not.toContain(root);
});

it("a file that another one holds is told so", async () => {
  const engine = openEmbedded(sound);
  expect(() => openEmbedded(sound)).toThrow(
    /^LIANTU_DATA: expected to open .* alone but another process holds it; stop/,
  );
  await engine.close();
});

it.each<[string, string, string]>([
  ["No space left on device (os error 28)", "UNAVAILABLE", "its disk is full (os error 28)"],
  ["Disk quota exceeded (os error 122)", "UNAVAILABLE", "its disk is full (os error 122)"],
  ["Read-only file system (os error 30)", "UNAVAILABLE", "read and write but it is not (os error 30)"],
  ["Input/output error (os error 5)", "UNAVAILABLE", "but it failed (os error 5)"],
])("what the system says of the disk is put into words: %s", (said, code, words) => {
  const told = explainEmbedded(new Error(`GRAFEO-X003: I/O error: cannot write a block at /secret/path: ${said}`));
  expect(told).toMatchObject({ code, message: expect.stringContaining(words) as string });
  expect((told as Error).message).toMatch(HOUSE_FORM);
  expect((told as Error).message).not.toContain("/secret");
});

it("a defect of ours stays what it is", () => {
  const error = new Error("GRAFEO-Q001: syntax error: unexpected block of locks");
  expect(explainEmbedded(error)).toBe(error);
});

describe("the import command", () => {
  interface Run {
    readonly code: number;
    readonly stderr: string;
  }
  const script = ["--import", "tsx", "--import", "reflect-metadata", "src/cli/import.ts"];

  function importing(
    data: string,
    folder: string,
    { blocks = "unlimited", uid = process.getuid?.() } = {},
  ): Promise<Run> {
    const command = `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`;
    const args = ["-c", command, process.execPath, ...script, folder];
    return new Promise((resolve) => {
      execFile(
        "sh",
        args,
        { env: { PATH, LIANTU_DATA: data }, ...(uid === undefined ? {} : { uid }) },
        (error, _out, stderr) => {
          resolve({ code: Number(error?.code ?? 0), stderr });
        },
      );
    });
  }

  const rows = Array.from({ length: 12_000 }, (_, index) => `company:c${index},示例企业有限公司${index}`);
  const many = () =>
    writeFolder({ "dataset.json": described("many"), "nodes/company.csv": csv("id:ID,name", ...rows) });

  it("ends in words on a full disk, keeps what was written, and completes once there is room", MINUTE, async () => {
    const data = join(root, "full");
    const folder = await many();
    const cut = await importing(data, folder, { blocks: "2000" });
    expect(cut.stderr).toMatch(
      /^LIANTU_DATA: expected room for the embedded database but its disk is full \(os error 27\); /,
    );
    expect(cut).toMatchObject({ code: 1, stderr: expect.not.stringMatching(/\n {4}at |GRAFEO/) as string });
    const before = openEmbedded(embeddedFile(join(data, "embedded")));
    const kept = (await before.read({ text: "MATCH (n:Company) RETURN count(n)", parameters: {} }))[0]?.[0];
    await before.close();
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(rows.length);
    expect(await importing(data, folder)).toMatchObject({ code: 0, stderr: "" });
    const after = openEmbedded(embeddedFile(join(data, "embedded")));
    expect(await after.read({ text: "MATCH (n:Company) RETURN count(n)", parameters: {} })).toEqual([[rows.length]]);
    await after.close();
  });

  it.skipIf(process.getuid === undefined)("ends in words where it may not write", MINUTE, async () => {
    const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const data = join(root, "forbidden");
    const folder = await writeFolder({ "dataset.json": described("tiny") });
    await importing(data, folder);
    await chmod(join(data, "embedded", "graph"), 0o444);
    for (const path of [join(data, "embedded"), data]) await chmod(path, 0o555);
    await chmod(root, 0o755);
    await chmod(join(folder, ".."), 0o755);
    await chmod(folder, 0o755);
    const { code, stderr } = await importing(data, folder, nobody);
    await chmod(join(data, "embedded"), 0o755);
    await chmod(data, 0o755);
    expect(stderr).toMatch(
      /^LIANTU_DATA: expected a folder that this user may read and write but it is not \(os error 13\)/,
    );
    expect(code).toBe(1);
  });
});
