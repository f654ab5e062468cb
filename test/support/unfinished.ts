import type { Engine } from "../../src/engine/engine.js";
import type { GraphModel } from "../../src/graph/model.js";
import { importDataset } from "../../src/import/index.js";
import { CUT, NO_LEASE_TIME, SMALL, watch, writeFolder } from "./datasets.js";

/** The small dataset has so many rows. */
export const SMALL_ROWS = 17;

/** Begins to import the small dataset and is cut off in the middle; what is answered completes it. */
export async function interrupted(engine: Engine, model: GraphModel): Promise<() => Promise<unknown>> {
  const folder = await writeFolder(SMALL);
  const options = { folder, model, leaseTimes: NO_LEASE_TIME };
  await importDataset({ ...options, engine: watch(engine, 4) }).catch((error: unknown) => {
    if ((error as Error).message !== CUT) throw error;
  });
  return () => importDataset({ ...options, engine });
}
