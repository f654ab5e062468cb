import { ask } from "../api.js";
import { PictureSourcesDocument } from "../operations.js";
import type { Entity } from "./picture.js";

/** How many entities and relationships are asked about at once. */
const BATCH = 100;

/** The sources that entities and relationships were read in, each once. */
export async function sourcesOf(ids: readonly string[]): Promise<readonly Entity[]> {
  const found = new Map<string, Entity>();
  for (let at = 0; at < ids.length; at += BATCH) {
    const { nodes } = await ask(PictureSourcesDocument, { ids: ids.slice(at, at + BATCH) });
    for (const node of nodes ?? [])
      for (const { source } of node && "citations" in node ? node.citations : []) found.set(source.id, source);
  }
  return [...found.values()];
}
