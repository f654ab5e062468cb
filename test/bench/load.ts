import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { prepareGraph } from "../../src/graph/prepare.js";
import { isKind, type GraphModel } from "../../src/graph/model.js";
import { importDataset } from "../../src/import/index.js";
import { readFolder } from "../../src/import/folder.js";
import { Problems } from "../../src/import/problems.js";
import { readRows, type DataFile, type StoredProperties } from "../../src/import/rows.js";
import { buildModel } from "../../src/schema.js";
import { datasetId, type Extent } from "./dataset.js";
import { empty, openTarget, type Place, type Target } from "./target.js";

/** By the importer, or by nothing but batches of the same rows. */
export type Way = "import" | "raw";

/** What a process is to load. */
interface Job {
  readonly place: Place;
  readonly folder: string;
  readonly extent: Extent;
  readonly way: Way;
}

/** How it went; memory is the process's resident set in megabytes. */
export interface Loaded {
  readonly way: Way;
  readonly rows: number;
  readonly milliseconds: number;
  readonly idleMb: number;
  readonly peakMb: number;
}

/** Loads a folder into an emptied graph in a process of its own, so that its memory is its own too. */
export async function load(job: Job): Promise<Loaded> {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(job)]);
  const ended = once(child, "exit");
  const loaded = await Promise.race([once(child, "message"), ended.then(() => [])]);
  await ended;
  if (loaded.length === 0)
    throw new Error(`${job.way}: expected the rows to be loaded but the process failed; see above.`);
  return loaded[0] as Loaded;
}

const BATCH = 5000;
const SAMPLE_MS = 20;

async function* batches(file: DataFile, extent: Extent): AsyncGenerator<StoredProperties[]> {
  let batch: StoredProperties[] = [];
  for await (const { properties } of readRows(file, () => undefined)) {
    batch.push({ ...properties, dataset: datasetId(extent) });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Writes the rows as fast as the driver takes them: reading and checking them is not counted. */
async function loadRaw(target: Target, model: GraphModel, { folder, extent }: Job): Promise<[number, number]> {
  const files = (await readFolder(folder, model, new Problems()))?.files ?? [];
  let [rows, milliseconds] = [0, 0];
  for (const file of files) {
    const text = isKind(file.owner)
      ? `UNWIND $rows AS row CREATE (n:${file.owner.labels.join(":")}) SET n = row`
      : `UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to})
         CREATE (a)-[r:${file.owner.type}]->(b) SET r = row`;
    for await (const batch of batches(file, extent)) {
      const started = performance.now();
      await target.write(text, { rows: batch });
      milliseconds += performance.now() - started;
      rows += batch.length;
    }
  }
  return [rows, milliseconds];
}

async function loadImported(target: Target, model: GraphModel, { folder }: Job): Promise<[number, number]> {
  const { total, milliseconds } = await importDataset({ folder, engine: target.engine, model });
  return [total.added, milliseconds];
}

const WAYS = { raw: loadRaw, import: loadImported };

async function run(job: Job): Promise<void> {
  const { model } = buildModel();
  await empty(job.place);
  const target = await openTarget(job.place);
  await prepareGraph(target.engine, model);
  const rss = (): number => process.memoryUsage.rss() / 2 ** 20;
  const idleMb = rss();
  let peakMb = idleMb;
  const sampling = setInterval(() => (peakMb = Math.max(peakMb, rss())), SAMPLE_MS);
  const [rows, milliseconds] = await WAYS[job.way](target, model, job);
  clearInterval(sampling);
  await target.close();
  const loaded: Loaded = { way: job.way, rows, milliseconds, idleMb, peakMb };
  process.send?.(loaded);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(JSON.parse(process.argv[2] ?? "{}") as Job);
