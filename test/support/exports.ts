import { text } from "node:stream/consumers";
import type { FastifyInstance } from "fastify";
import { fromBufferPromise } from "yauzl";
import type { Engine } from "../../src/engine/engine.js";
import type { GraphModel } from "../../src/graph/model.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { writeFolder } from "./datasets.js";

/** Removes all that a graph holds. */
export async function clear(engine: Engine): Promise<void> {
  await engine.write([{ text: "MATCH (n) DETACH DELETE n", parameters: {} }]);
}

/** What an export came to. */
export interface Exported {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
}

/** Asks for an export: `gexf`, `csv?from=zone:zuoyun`. */
export async function exported(app: FastifyInstance, path: string): Promise<Exported> {
  const { statusCode, headers, rawPayload } = await app.inject({ url: `/export/${path}` });
  return { status: statusCode, headers, bytes: rawPayload };
}

/** The files of an archive, in its order. */
export async function unzip(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const zip = await fromBufferPromise(bytes);
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  return files;
}

/** Imports an exported archive. */
export async function importArchive(engine: Engine, model: GraphModel, bytes: Buffer): Promise<void> {
  const folder = await writeFolder(Object.fromEntries(await unzip(bytes)));
  await prepareGraph(engine, model);
  await importDataset({ folder, engine, model });
}
