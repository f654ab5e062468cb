import { setImmediate } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Engine, Statement } from "../engine/engine.js";
import { isKind, type RelationshipType } from "../graph/model.js";
import { searchProperties } from "../graph/search/stored.js";
import {
  createEntities,
  createRelationships,
  deleteRelationships,
  relationshipOwners,
  replaceEntities,
  replaceRelationships,
  storedEntities,
  storedRelationships,
} from "../graph/statements/upsert.js";
import type { Fact } from "./facts.js";
import type { Tally } from "./report.js";
import { readRows, type DataFile, type StoredProperties } from "./rows.js";

/** Rows of one transaction. */
const BATCH = 3000;
/** Rows read at a stretch: reading never waits, and what the database answers would not be seen before the batch is read. */
const STRETCH = 100;

/** How the second pass goes. */
export interface WriteOptions {
  readonly engine: Engine;
  readonly dataset: string;
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  /** Nothing of this dataset is in the graph yet, so nothing has to be compared. */
  readonly fresh: boolean;
  readonly tally: Tally;
  /** Runs statements in one transaction; counts only, where nothing may be written. */
  readonly write: (statements: readonly Statement[]) => Promise<void>;
  readonly onRows: (count: number) => void;
}

/** The rows of a batch, told apart by what has to be done. */
interface Difference {
  readonly added: StoredProperties[];
  readonly changed: StoredProperties[];
  /** Relationships that now join other ends: deleted and made anew. */
  readonly moved: StoredProperties[];
}

/** The second pass over a file: batches are compared with what is stored, and only what differs is written. */
export async function writeFile(file: DataFile, options: WriteOptions): Promise<void> {
  let batch: StoredProperties[] = [];
  let writing: Promise<void> = Promise.resolve();
  const send = async (): Promise<void> => {
    const rows = batch;
    batch = [];
    await writing;
    writing = writeBatch(file, rows, options);
    // A failure is met where the batch is awaited; until then it must not count as unhandled.
    writing.catch(() => undefined);
  };
  for await (const { properties } of readRows(file, () => undefined)) {
    const facts = options.facts.get(properties.id)?.map(({ text }) => text);
    const found = isKind(file.owner)
      ? searchProperties(file.owner, properties, options.engine.capabilities.fullText)
      : {};
    batch.push({ ...properties, ...(facts ? { facts } : {}), dataset: options.dataset, ...found });
    if (batch.length === BATCH) await send();
    else if (batch.length % STRETCH === 0) await setImmediate();
  }
  await send();
  await writing;
}

async function writeBatch(
  { owner }: DataFile,
  rows: readonly StoredProperties[],
  options: WriteOptions,
): Promise<void> {
  if (rows.length === 0) return;
  const { engine, tally, fresh } = options;
  const { added, changed, moved } = fresh
    ? { added: [...rows], changed: [], moved: [] }
    : await compare(owner, rows, engine);
  const item = isKind(owner) ? owner.name : owner.type;
  const statements: Statement[] = [];
  if (isKind(owner)) {
    if (added.length > 0) statements.push(createEntities(owner, added));
    if (changed.length > 0) statements.push(replaceEntities(changed));
  } else {
    if (moved.length > 0)
      statements.push(
        deleteRelationships(
          owner,
          moved.map(({ id }) => id),
          engine.capabilities,
        ),
      );
    if (added.length + moved.length > 0) statements.push(createRelationships(owner, [...added, ...moved]));
    if (changed.length > 0) statements.push(replaceRelationships(owner, changed, engine.capabilities));
  }
  if (statements.length > 0) await options.write(statements);
  tally.add(item, "added", added.length);
  tally.add(item, "changed", changed.length + moved.length);
  tally.add(item, "unchanged", rows.length - added.length - changed.length - moved.length);
  options.onRows(rows.length);
}

async function compare(
  owner: DataFile["owner"],
  rows: readonly StoredProperties[],
  engine: Engine,
): Promise<Difference> {
  const statement = isKind(owner)
    ? storedEntities(rows.map(({ id }) => id))
    : storedRelationships(owner, rows, engine.capabilities);
  const stored = new Map((await engine.read(statement)) as readonly (readonly [string, StoredProperties])[]);
  const difference: Difference = { added: [], changed: [], moved: [] };
  for (const row of rows) {
    const known = stored.get(row.id);
    if (!known) difference.added.push(row);
    else if (known.from !== row.from || known.to !== row.to) difference.moved.push(row);
    else if (!isDeepStrictEqual(known, row)) difference.changed.push(row);
  }
  if (!isKind(owner) && !engine.capabilities.orderedIndexes) await findMoved(owner, difference, engine);
  return difference;
}

/** Without an index a relationship was looked for at its new start: one that stands elsewhere has moved. */
async function findMoved(type: RelationshipType, { added, moved }: Difference, engine: Engine): Promise<void> {
  if (added.length === 0) return;
  const rows = (await engine.read(
    relationshipOwners(
      type,
      added.map(({ id }) => id),
      engine.capabilities,
    ),
  )) as readonly (readonly [string])[];
  const elsewhere = new Set(rows.map(([id]) => id));
  for (const row of added.splice(0)) (elsewhere.has(row.id) ? moved : added).push(row);
}
