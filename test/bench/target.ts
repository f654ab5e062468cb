import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import neo4j from "neo4j-driver";
import { PACKAGE_ROOT } from "../../src/config.js";
import { openEmbedded } from "../../src/engine/embedded.js";
import type { Engine, Row } from "../../src/engine/engine.js";
import { openNeo4j } from "../../src/engine/neo4j.js";
import { Conflict } from "../../src/errors.js";
import { datasetId, type Extent } from "./dataset.js";

const LIMITS = { timeoutMs: 120_000, writeTimeoutMs: 600_000 };

/** Where generated folders and the embedded engine's files are kept. */
export const BENCH_DATA = join(PACKAGE_ROOT, "data", "bench");

/** Where a graph is; plain data, so that another process opens the same. */
export type Place =
  | { readonly kind: "embedded"; readonly file: string }
  | { readonly kind: "neo4j"; readonly uri: string; readonly user?: string; readonly password?: string };

type Parameters = Readonly<Record<string, unknown>>;

/** A graph to be measured: by the engine, and without it. */
export interface Target {
  readonly engine: Engine;
  readonly kind: Place["kind"];
  /** Runs a statement by the driver of Neo4j; there is nothing below the embedded engine. */
  readonly run: (text: string, parameters: Parameters) => Promise<readonly Row[]>;
  /** The same, in a transaction that writes. */
  readonly write: (text: string, parameters: Parameters) => Promise<void>;
  close(): Promise<void>;
}

/** Opens a graph; the embedded engine's file is made where it is missing. */
export async function openTarget(place: Place): Promise<Target> {
  if (place.kind === "neo4j") return openNeo4jTarget(place);
  await mkdir(dirname(place.file), { recursive: true });
  const engine = openEmbedded(place.file);
  return {
    engine,
    kind: "embedded",
    run: (text, parameters) => engine.read({ text, parameters }),
    write: async (text, parameters) => {
      await engine.write([{ text, parameters }]);
    },
    close: () => engine.close(),
  };
}

async function openNeo4jTarget({ uri, user, password = "" }: Place & { kind: "neo4j" }): Promise<Target> {
  const engine = await openNeo4j({ uri, user, password }, LIMITS);
  const auth = user === undefined ? undefined : neo4j.auth.basic(user, password);
  const driver = neo4j.driver(uri, auth, { disableLosslessIntegers: true, telemetryDisabled: true });
  return {
    engine,
    kind: "neo4j",
    run: async (text, parameters) => {
      const session = driver.session({ defaultAccessMode: "READ", fetchSize: -1 });
      try {
        const { records } = await session.run(text, parameters);
        return records.map((record) => record.keys.map((_, column): unknown => record.get(column)));
      } finally {
        await session.close();
      }
    },
    write: async (text, parameters) => {
      const session = driver.session();
      try {
        await session.executeWrite((transaction) => transaction.run(text, parameters));
      } finally {
        await session.close();
      }
    },
    close: async () => {
      await driver.close();
      await engine.close();
    },
  };
}

/** Whether a graph of an extent was brought there, to its end. */
export async function holds(place: Place, extent: Extent): Promise<boolean> {
  if (place.kind === "embedded" && !existsSync(place.file)) return false;
  const target = await openTarget(place);
  try {
    const marks = await target.run("MATCH (d:Dataset {id: $id}) RETURN d.finished", { id: datasetId(extent) });
    return marks[0]?.[0] === true;
  } finally {
    await target.close();
  }
}

/**
 * Removes what earlier runs left.
 * @throws Conflict when a database holds anything else.
 */
export async function empty(place: Place): Promise<void> {
  if (place.kind === "embedded") {
    for (const part of [place.file, `${place.file}.wal`]) await rm(part, { recursive: true, force: true });
    return;
  }
  const target = await openTarget(place);
  try {
    const ours = "coalesce(n.dataset, n.id) STARTS WITH 'bench-'";
    const [[foreign] = []] = await target.run(`MATCH (n) WHERE coalesce(NOT ${ours}, true) RETURN count(n)`, {});
    if (foreign !== 0)
      throw new Conflict(
        `${place.uri}: expected a database of the benchmark's own but it holds ${String(foreign)} nodes of something else; ` +
          "nothing was changed, name an empty one in NEO4J_URI.",
      );
    // Relationships first: those of a busy zone are too many for one transaction.
    for (const match of ["MATCH ()-[item]->()", "MATCH (item)"]) {
      const remove = { text: `${match} WITH item LIMIT 5000 DELETE item RETURN count(*)`, parameters: {} };
      while (((await target.engine.write([remove]))[0]?.[0]?.[0] as number) > 0);
    }
  } finally {
    await target.close();
  }
}
