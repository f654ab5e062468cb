import type { Engine, Statement } from "../../src/engine/engine.js";
import { isKind, ownerOf, type GraphModel, type Kind, type RelationshipType } from "../../src/graph/model.js";
import { createEntities, createRelationships } from "../../src/graph/statements/upsert.js";

/** An entity, or with ends a relationship, as it is stored. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** A relationship between two entities, `located-in` for instance. */
export function joining(prefix: string, from: string, to: string, more: Readonly<Record<string, unknown>> = {}): Row {
  return { id: `${prefix}:${from}~${to}`, from, to, ...more };
}

function known(model: GraphModel, { id }: Row): Kind | RelationshipType {
  const owner = ownerOf(model, id);
  if (!owner) throw new Error(`store: expected an id of the model but got ${id}; correct the test.`);
  return owner;
}

/** Stores rows as the importer does, in their order: entities before the relationships that join them. */
export async function store(engine: Engine, model: GraphModel, rows: readonly Row[]): Promise<void> {
  const statements = rows.map((row) => {
    const owner = known(model, row);
    return isKind(owner) ? createEntities(owner, [row]) : createRelationships(owner, [row]);
  });
  await engine.write(statements);
}

/** What makes rows, with one statement for each kind and type; entities come first in the rows. */
export function creating(model: GraphModel, rows: readonly Row[]): readonly Statement[] {
  const byOwner = new Map<Kind | RelationshipType, Row[]>();
  for (const row of rows) {
    const owner = known(model, row);
    const its = byOwner.get(owner);
    if (its) its.push(row);
    else byOwner.set(owner, [row]);
  }
  return [...byOwner].map(([owner, its]) =>
    isKind(owner) ? createEntities(owner, its) : createRelationships(owner, its),
  );
}
