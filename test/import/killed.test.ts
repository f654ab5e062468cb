import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import type { DatasetImport } from "../../src/queries/service/imports-schema.js";
import { importsOf } from "../../src/queries/service/imports.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import { csv, described, SMALL, snapshot, writeFolder } from "../support/datasets.js";
import { engines, neo4jUri } from "../support/engines.js";
import { startImport, type Running } from "../support/process.js";
import { HOUSE_FORM } from "../support/server.js";

const MINUTES = { timeout: 240_000 };
const ROWS = 30_000;
const { model } = buildModel();

/** A way to a database that can be cut. */
interface Line {
  readonly uri: string;
  readonly cut: () => void;
}

async function lineTo(uri: string): Promise<Line> {
  const { hostname, port } = new URL(uri);
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("error", () => undefined).on("close", () => other.destroy());
      one.pipe(other);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

describe.skipIf(neo4jUri === undefined)("an import into Neo4j, in a process of its own,", () => {
  const uri = neo4jUri ?? "";
  let engine: Engine;
  let folder: string;
  let whole: readonly string[];
  const started: Running[] = [];

  const empty = async (): Promise<void> => {
    await engine.write([{ text: "MATCH (n) DETACH DELETE n", parameters: {} }]);
  };

  beforeAll(async () => {
    engine = (await engines.find(({ name }) => name === "neo4j")?.open()) as Engine;
    await prepareGraph(engine, model);
    const rows = Array.from({ length: ROWS }, (_, at) => `company:c${at},示例企业${at}`);
    folder = await writeFolder({ "dataset.json": described("many"), "nodes/company.csv": csv("id:ID,name", ...rows) });
    await importDataset({ folder, engine, model });
    whole = await snapshot(engine);
  }, 120_000);
  beforeEach(empty);
  afterEach(async () => {
    for (const { child, exit } of started.splice(0)) {
      child.kill("SIGKILL");
      await exit;
    }
  });
  afterAll(() => engine.close());

  function importing(from: string, into = uri): Running {
    const running = startImport({ NEO4J_URI: into }, from);
    started.push(running);
    return running;
  }

  const told = (): Promise<readonly DatasetImport[]> => importsOf((statement) => engine.read(statement));

  /** Waits until the graph tells that many rows are in, and not all. */
  async function inTheMiddle(): Promise<void> {
    await vi.waitFor(
      async () => {
        expect((await told())[0]?.rows).toBeGreaterThan(0);
      },
      { timeout: 60_000, interval: 5 },
    );
  }

  /** Sees that an import ended in words alone. */
  async function endsInWords(running: Running, words: RegExp): Promise<void> {
    expect(await running.exit).toBe(1);
    const { stdout, stderr } = running.said;
    expect(stdout).toBe("");
    expect(stderr.trimEnd()).toMatch(HOUSE_FORM);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n {4}at |Neo4jError|Neo\.|\d+\.\d+\.\d+\.\d+/);
  }

  it("is refused while another one runs", MINUTES, async () => {
    const both = [importing(folder), importing(folder)];
    const codes = await Promise.all(both.map(({ exit }) => exit));
    expect([...codes].sort()).toEqual([0, 1]);
    const refused = both[codes.indexOf(1)] as Running;
    await endsInWords(refused, /^Graph: expected no other writer but the dataset many is being imported; wait/);
    expect(await snapshot(engine)).toEqual(whole);
  });

  it("that is killed is told, and completed by the next one once it counts as dead", MINUTES, async () => {
    const killed = importing(folder);
    await inTheMiddle();
    killed.child.kill("SIGKILL");
    await killed.exit;
    const left = await told();
    expect(left).toMatchObject([{ dataset: "many", state: "RUNNING", totalRows: ROWS }]);
    expect(left[0]?.rows).toBeLessThan(ROWS);

    const next = importing(folder);
    await vi.waitFor(
      async () => {
        expect(await told()).toMatchObject([{ dataset: "many", state: "INTERRUPTED", totalRows: ROWS }]);
      },
      { timeout: 30_000, interval: 20 },
    );
    expect([await next.exit, next.said.stderr]).toEqual([0, ""]);
    expect(await told()).toEqual([]);
    expect(await snapshot(engine)).toEqual(whole);
  });

  it("that is paused writes nothing more once another one took over", MINUTES, async () => {
    const paused = importing(folder);
    await inTheMiddle();
    paused.child.kill("SIGSTOP");
    const other = importing(await writeFolder(SMALL));
    expect([await other.exit, other.said.stderr]).toEqual([0, ""]);
    const before = await snapshot(engine);
    expect(before.length).toBeLessThan(ROWS);

    paused.child.kill("SIGCONT");
    await endsInWords(paused, /expected to be its only writer to the end but .*nothing more was written/);
    expect(await snapshot(engine)).toEqual(before);
    expect(await told()).toMatchObject([{ dataset: "many", state: "INTERRUPTED", totalRows: ROWS }]);
  });

  it("ends in words when the database goes away", MINUTES, async () => {
    const line = await lineTo(uri);
    const running = importing(folder, line.uri);
    await inTheMiddle();
    line.cut();
    await endsInWords(running, /^Database: expected Neo4j to answer but it cannot be reached \(\w+\); check/);
    expect(await told()).toMatchObject([{ dataset: "many", totalRows: ROWS }]);
  });
});
