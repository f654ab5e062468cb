import type { Engine } from "../../src/engine/engine.js";
import { isKind, ownerOf, type GraphModel } from "../../src/graph/model.js";
import { createEntities, createRelationships } from "../../src/graph/statements/upsert.js";

/** An entity, or with ends a relationship, as it is stored. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** A relationship between two entities, `located-in` for instance. */
export function joining(prefix: string, from: string, to: string, more: Readonly<Record<string, unknown>> = {}): Row {
  return { id: `${prefix}:${from}~${to}`, from, to, ...more };
}

/** Stores rows as the importer does, in their order: entities before the relationships that join them. */
export async function store(engine: Engine, model: GraphModel, rows: readonly Row[]): Promise<void> {
  const statements = rows.map((row) => {
    const owner = ownerOf(model, row.id);
    if (!owner) throw new Error(`store: expected an id of the model but got ${row.id}; correct the test.`);
    return isKind(owner) ? createEntities(owner, [row]) : createRelationships(owner, [row]);
  });
  await engine.write(statements);
}
