import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PACKAGE_ROOT, type Config } from "../config.js";
import { openEmbedded } from "../engine/embedded.js";
import type { Engine } from "../engine/engine.js";
import { embeddedFile, embeddedFolder, openEngine } from "../engine/open.js";
import { Conflict } from "../errors.js";
import type { GraphModel } from "../graph/model.js";
import { importsOf } from "../queries/service/imports.js";
import { LeaseHeld } from "../graph/lease.js";
import { graphState, prepareGraph } from "../graph/prepare.js";
import { importDataset } from "../import/index.js";

/** The dataset that comes with the project. */
export const SEED = join(PACKAGE_ROOT, "seed");

/**
 * Opens the configured engine with something in it: the seed where it is empty, otherwise what it holds.
 * @param say tells the person who waits what takes time.
 * @throws Conflict when a database holds somebody else's nodes.
 */
export async function openSeeded(config: Config, model: GraphModel, say: (line: string) => void): Promise<Engine> {
  const folder = config.neo4j ? undefined : embeddedFolder(config);
  if (folder !== undefined && !existsSync(folder)) {
    say("First start: importing the seed dataset…");
    await makeEmbedded(folder, model);
  }
  const engine = await openEngine(config);
  try {
    await fill(engine, model, say);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return engine;
}

/** Imports into a folder beside, and renames it when all is there: a start that breaks leaves nothing half done. */
async function makeEmbedded(folder: string, model: GraphModel): Promise<void> {
  const making = `${folder}.importing`;
  if (existsSync(making)) {
    await openEmbedded(embeddedFile(making)).close();
    await rm(making, { recursive: true });
  }
  await mkdir(making, { recursive: true });
  const engine = openEmbedded(embeddedFile(making));
  try {
    await prepareGraph(engine, model);
    await importDataset({ folder: SEED, engine, model });
  } finally {
    await engine.close();
  }
  await mkdir(dirname(folder), { recursive: true });
  await rename(making, folder);
}

async function fill(engine: Engine, model: GraphModel, say: (line: string) => void): Promise<void> {
  const { id: seed } = JSON.parse(await readFile(join(SEED, "dataset.json"), "utf8")) as { readonly id: string };
  const state = await graphState(engine);
  if (state.kind === "FOREIGN")
    throw new Conflict(
      `${engine.address}: expected an empty database or one that Liantu imported into, but it holds ${state.nodes} nodes and no dataset of ours; ` +
        "nothing was changed. Import a dataset folder into it with `npm run import -- <folder>`, or name an empty database in NEO4J_DATABASE.",
    );
  try {
    await prepareGraph(engine, model);
    const interrupted = (await importsOf((statement) => engine.read(statement))).filter(
      (item) => item.state === "INTERRUPTED",
    );
    for (const { dataset } of interrupted.filter((item) => item.dataset !== seed))
      say(`The import of ${dataset} was interrupted; finish it with \`npm run import -- <folder>\`.`);
    if (state.kind !== "EMPTY" && !interrupted.some((item) => item.dataset === seed)) return;
    say(`${engine.address}: importing the seed dataset…`);
    await importDataset({ folder: SEED, engine, model });
  } catch (error) {
    if (!(error instanceof LeaseHeld)) throw error;
    const what = error.dataset === null ? "makes this graph ready" : `imports the dataset ${error.dataset}`;
    say(`Another process ${what}; until it ends, answers may hold only a part of it.`);
  }
}
