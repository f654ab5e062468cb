import type { Row, Statement } from "../../engine/engine.js";
import { unfinishedImports } from "../../graph/statements/lease.js";
import type { DatasetImport } from "./imports-schema.js";

/** The imports that are running or were interrupted, by dataset. */
export async function importsOf(
  read: (statement: Statement) => Promise<readonly Row[]>,
): Promise<readonly DatasetImport[]> {
  const found = new Map<string, DatasetImport>();
  for (const [dataset, began, rows, total, running] of (await read(unfinishedImports())) as readonly ImportRow[]) {
    const marked = found.get(dataset);
    // A holder of the lease that died before it wrote anything has left nothing half done.
    if (!marked && total === null && !running) continue;
    found.set(dataset, {
      dataset,
      state: running ? "RUNNING" : "INTERRUPTED",
      startedAt: began === null ? null : new Date(began),
      rows,
      totalRows: total ?? marked?.totalRows ?? null,
    });
  }
  return [...found.values()].sort((one, other) => (one.dataset < other.dataset ? -1 : 1));
}

type ImportRow = readonly [
  dataset: string,
  began: number | null,
  rows: number | null,
  total: number | null,
  running: boolean,
];
