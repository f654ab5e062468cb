import { isDeepStrictEqual } from "node:util";
import type { Engine, Statement } from "../engine/engine.js";
import { derivedTypes, type GraphModel, type Membership, type RelationshipType } from "./model.js";
import { isAt, Memberships, type Derived, type Stated } from "./memberships.js";
import { createRelationships, deleteStored } from "./statements/upsert.js";
import { StoredGraph, type Pages, type StoredRelationship } from "./stored.js";
import { byCodePoint } from "./text-order.js";

/** Changes with the rule or the form in which derived relationships are stored; noted in the marks of datasets. */
export const DERIVED_VERSION = 1;

/** Rows of one transaction. */
const BATCH = 3000;

/** What writes statements in one transaction. */
export type Write = (statements: readonly Statement[]) => Promise<unknown>;

/** The types that derived relationships follow from. */
export function originsOf(model: GraphModel): ReadonlySet<string> {
  return new Set(derivedTypes(model).flatMap(({ derived }) => (derived ? typesOf(derived) : [])));
}

function typesOf({ joins, sections, parts }: Membership): string[] {
  return [...joins, sections, parts];
}

/**
 * Makes the relationships that follow from stated ones, and deletes those that follow no more: what is stored is a function of
 * what is stated, so that it may be broken off and repeated. Only the groups are held in memory; members are read in order,
 * beside what is stored of them, and only what differs is written.
 */
export async function derive(engine: Engine, model: GraphModel, write: Write): Promise<void> {
  for (const type of derivedTypes(model)) if (type.derived) await deriveType(engine, model, type, type.derived, write);
}

async function deriveType(
  engine: Engine,
  model: GraphModel,
  type: RelationshipType,
  rule: Membership,
  write: Write,
): Promise<void> {
  const { capabilities } = engine;
  const graph = new StoredGraph({ model, capabilities, read: (statement) => engine.read(statement) });
  const ofType = (name: string): Pages<StoredRelationship> =>
    graph.relationships(model.relationships.get(name) as RelationshipType);
  const isGroup = (id: string): boolean => isAt(model, type, id);
  const sections = await all(ofType(rule.sections), ({ from }) => isGroup(from));
  const parts = await all(ofType(rule.parts), ({ from, to }) => isGroup(from) && isGroup(to));
  const memberships = new Memberships(model, type, sections, parts);
  let [gone, made]: [Derived[], Derived[]] = [[], []];
  const send = async (): Promise<void> => {
    const [deleting, creating] = [gone, made];
    [gone, made] = [[], []];
    const statements = [
      ...(deleting.length > 0 ? [deleteStored(type, deleting, capabilities)] : []),
      ...(creating.length > 0 ? [createRelationships(type, creating)] : []),
    ];
    if (statements.length > 0) await write(statements);
  };
  for await (const [stored = [], ...joins] of together([ofType(type.type), ...rule.joins.map(ofType)])) {
    const wanted = new Map(memberships.of(joins.flat()).map((row) => [row.id, row]));
    for (const found of stored.map(derivedOf)) {
      if (isDeepStrictEqual(wanted.get(found.id), found)) wanted.delete(found.id);
      else gone.push(found);
    }
    made.push(...wanted.values());
    if (gone.length + made.length >= BATCH) await send();
  }
  await send();
}

function derivedOf({ id, from, to, citations, values: [derivedFrom] }: StoredRelationship): Derived {
  const cited = citations.length > 0 ? { citations } : {};
  return { id, from, to, derivedFrom: (derivedFrom ?? []) as string[], ...cited };
}

async function all(pages: Pages<StoredRelationship>, wanted: (item: Stated) => boolean): Promise<Stated[]> {
  const found: Stated[] = [];
  for await (const page of pages) for (const item of page) if (wanted(item)) found.push(item);
  return found;
}

/** Relationships in the order of their starts, those of one start at a time. */
async function* byStart(pages: Pages<StoredRelationship>): AsyncGenerator<readonly StoredRelationship[], undefined> {
  let some: StoredRelationship[] = [];
  for await (const page of pages)
    for (const item of page) {
      if (some[0] && some[0].from !== item.from) {
        yield some;
        some = [];
      }
      some.push(item);
    }
  if (some.length > 0) yield some;
  return undefined;
}

/** Reads several lists in step: for each start what every one of them has there. */
async function* together(
  lists: readonly Pages<StoredRelationship>[],
): AsyncGenerator<readonly (readonly StoredRelationship[])[]> {
  const readers = lists.map(byStart);
  const heads: IteratorResult<readonly StoredRelationship[], undefined>[] = await Promise.all(
    readers.map((reader) => reader.next()),
  );
  for (;;) {
    const starts = heads.flatMap(({ value }) => value?.[0]?.from ?? []);
    const [least] = starts.sort(byCodePoint);
    if (least === undefined) return;
    const here = heads.map(({ value }) => (value?.[0]?.from === least ? value : undefined));
    yield here.map((some) => some ?? []);
    for (const [index, reader] of readers.entries()) if (here[index]) heads[index] = await reader.next();
  }
}
