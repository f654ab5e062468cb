import { parentPort } from "node:worker_threads";
import { arrange } from "./arrange.js";
import type { Drawing } from "./drawing.js";

parentPort?.on("message", (drawing: Drawing) => {
  try {
    const placed = arrange(drawing);
    parentPort?.postMessage({ placed }, [placed.x.buffer, placed.y.buffer, placed.community.buffer]);
  } catch (error) {
    parentPort?.postMessage({ error: String((error as Error).stack ?? error) });
  }
});
