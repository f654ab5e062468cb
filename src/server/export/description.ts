import type { StoredGraph } from "../../graph/stored.js";
import type { DatasetDescription } from "../../import/folder.js";

/** What an export that is not one whole dataset is called. */
const EXPORT_ID = "export";
const EXPORT_TITLE = "链图导出 (Liantu export)";

/**
 * Describes an export as a dataset. A graph that is one dataset is that dataset; anything else is one of its own, called by
 * the titles of those that it holds.
 */
export async function describe(stored: StoredGraph, selected: boolean): Promise<DatasetDescription> {
  const datasets = await stored.datasets();
  const [only] = datasets;
  if (only && datasets.length === 1 && !selected) return only;
  const titles = datasets.map(({ title }) => title);
  return { id: freeId(datasets.map(({ id }) => id)), title: titles.length > 0 ? titles.join("; ") : EXPORT_TITLE };
}

/** An id that no dataset has: importing a part of a graph must never replace a dataset that says more. */
function freeId(taken: readonly string[], count = 1): string {
  const id = count === 1 ? EXPORT_ID : `${EXPORT_ID}-${count}`;
  return taken.includes(id) ? freeId(taken, count + 1) : id;
}
