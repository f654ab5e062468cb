import type { Engine, Statement } from "../engine/engine.js";
import type { GraphModel } from "../graph/model.js";
import {
  deleteEntities,
  deleteRelationships,
  entityIds,
  foreignRelationships,
  relationshipIds,
} from "../graph/statements/upsert.js";
import { derivedTypes, ownerOf, statedTypes } from "../graph/model.js";
import type { Problems } from "./problems.js";
import type { Tally } from "./report.js";
import type { Inventory } from "./validate.js";

const BATCH = 5000;

/** Pages through what a dataset has in the graph: the ids that its folder does not hold any more. */
async function* gone(
  engine: Engine,
  page: (after: string) => Statement,
  kept: { has(id: string): boolean },
): AsyncGenerator<string[]> {
  for (let after = ""; ;) {
    const ids = (await engine.read(page(after))).map(([id]) => id as string);
    const last = ids.at(-1);
    if (last === undefined) return;
    const missing = ids.filter((id) => !kept.has(id));
    if (missing.length > 0) yield missing;
    after = last;
  }
}

/** Refuses to remove an entity at which another dataset's relationship ends. */
export async function refuseNeeded(
  engine: Engine,
  model: GraphModel,
  dataset: string,
  { entities }: Inventory,
  problems: Problems,
): Promise<void> {
  for await (const ids of gone(engine, (after) => entityIds(dataset, after, BATCH), entities))
    for (const [entity, relationship, owner] of (await engine.read(
      foreignRelationships(ids, dataset, derivedTypes(model)),
    )) as readonly (readonly [string, string, string | null])[])
      problems.add({
        file: "nodes",
        message: `expected ${entity} to stay because ${relationship} of ${owner === null ? "another tool" : `the dataset ${owner}`} ends there but its row is gone; keep the row, or change that dataset first.`,
      });
}

/** Deletes what the folder does not hold any more: relationships, then entities. */
export async function remove(
  engine: Engine,
  model: GraphModel,
  dataset: string,
  { entities, relationships }: Inventory,
  tally: Tally,
  write: (statements: readonly Statement[]) => Promise<void>,
): Promise<void> {
  for (const type of statedTypes(model))
    for await (const ids of gone(engine, (after) => relationshipIds(type, dataset, after, BATCH), relationships)) {
      await write([deleteRelationships(type, ids, engine.capabilities)]);
      tally.add(type.type, "removed", ids.length);
    }
  for await (const ids of gone(engine, (after) => entityIds(dataset, after, BATCH), entities)) {
    await write([deleteEntities(ids)]);
    for (const id of ids) tally.add(ownerOf(model, id)?.name ?? "Entity", "removed", 1);
  }
}
