import type { Capabilities, Row, Statement } from "../engine/engine.js";
import { derivedTypes, statedTypes, type GraphModel, type Kind, type RelationshipType } from "./model.js";
import { descriptions } from "./statements/upsert.js";
import { contents } from "./statements/contents.js";
import { degrees } from "./statements/level.js";
import {
  entitiesAfter,
  entitiesOf,
  idsOf,
  relationshipsAfter,
  relationshipsFrom,
  relationshipsOf,
  startsOf,
  type RelationshipPlace,
  type Wanted,
} from "./statements/stored.js";

/** Rows of one statement: some hundred kilobytes, and some milliseconds of work on each between two other requests. */
const PAGE = 1000;

/** An entity or a relationship as it is stored, bookkeeping left out. */
export interface Stored {
  readonly id: string;
  readonly citations: readonly string[];
  /** Each a JSON text. */
  readonly facts: readonly string[];
  /** By the properties of its kind or type, in that order; null where there is none; only where everything is read. */
  readonly values: readonly unknown[];
}

/** A relationship as it is stored. */
export interface StoredRelationship extends Stored {
  readonly from: string;
  readonly to: string;
}

/** What a dataset says of itself. */
export interface StoredDescription {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly date?: string;
  readonly sources?: string[];
}

/** Pages of what is stored. */
export type Pages<Item> = AsyncIterable<readonly Item[]>;

/** What reads the graph for one request. */
export interface Reader {
  readonly model: GraphModel;
  readonly capabilities: Capabilities;
  read(statement: Statement): Promise<readonly Row[]>;
}

/** A part of the graph: the ids of entities and the relationships, by kind and type, each in order. */
export interface Part {
  readonly entities: ReadonlyMap<Kind, readonly string[]>;
  readonly relationships: ReadonlyMap<RelationshipType, readonly RelationshipPlace[]>;
}

/** All that a graph states, or a part of it, read page by page; in the same order on every engine, whatever its size. */
export class StoredGraph {
  private degreesOfPart: ReadonlyMap<string, number> | undefined;

  constructor(
    private readonly reader: Reader,
    private readonly part?: Part,
  ) {}

  get model(): GraphModel {
    return this.reader.model;
  }

  /** The kinds and the stated types that there are any of, in the model's order. */
  async present(): Promise<{ readonly kinds: readonly Kind[]; readonly types: readonly RelationshipType[] }> {
    const counts = this.part
      ? new Map([...this.part.entities, ...this.part.relationships].map(([{ name }, { length }]) => [name, length]))
      : await this.counts();
    const some = ({ name }: Kind | RelationshipType): boolean => (counts.get(name) ?? 0) > 0;
    return { kinds: [...this.model.kinds.values()].filter(some), types: statedTypes(this.model).filter(some) };
  }

  private async counts(): Promise<ReadonlyMap<string, number>> {
    const rows = (await this.reader.read(contents(this.model))) as readonly (readonly [string, number])[];
    return new Map(rows.map(([item, total]) => [this.model.relationships.get(item)?.name ?? item, total]));
  }

  /** The datasets that were imported, in the order of ids. */
  async datasets(): Promise<readonly StoredDescription[]> {
    return (await this.reader.read(descriptions())).map(([id, title, description, date, sources]) => {
      const stated = Object.entries({ id, title, description, date, sources }).filter(([, value]) => value !== null);
      return Object.fromEntries(stated) as unknown as StoredDescription;
    });
  }

  /** Entities of a kind in the order of ids. */
  entities(kind: Kind, wanted: Wanted = "EVERYTHING"): Pages<Stored> {
    if (this.part) return this.entitiesById(kind, this.part.entities.get(kind) ?? [], wanted);
    return this.reader.capabilities.orderedIndexes
      ? this.entitiesInOrder(kind, wanted)
      : this.entitiesByTheirIds(kind, wanted);
  }

  /** Relationships of a type in the order of start, end and id. */
  relationships(type: RelationshipType, wanted: Wanted = "EVERYTHING"): Pages<StoredRelationship> {
    if (this.part) return this.relationshipsById(type, this.part.relationships.get(type) ?? [], wanted);
    return this.reader.capabilities.orderedIndexes
      ? this.relationshipsInOrder(type, wanted)
      : this.relationshipsByStart(type, wanted);
  }

  /** How many relationships each of some entities has in what is read; a self-loop counts once in each direction. */
  async degrees(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (this.part) return (this.degreesOfPart ??= degreesOf(this.part));
    return new Map(
      (await this.reader.read(degrees(ids, derivedTypes(this.model)))) as readonly (readonly [string, number])[],
    );
  }

  private async *entitiesInOrder(kind: Kind, wanted: Wanted): AsyncGenerator<readonly Stored[]> {
    for (let after: string | undefined; ;) {
      const page = (await this.reader.read(entitiesAfter(kind, after, PAGE, wanted))).map(entityOf);
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      after = page.at(-1)?.id;
    }
  }

  private async *entitiesByTheirIds(kind: Kind, wanted: Wanted): AsyncGenerator<readonly Stored[]> {
    const ids = (await this.reader.read(idsOf(kind, wanted))).map(([id]) => id as string);
    yield* this.entitiesById(kind, ids, wanted);
  }

  private async *entitiesById(kind: Kind, ids: readonly string[], wanted: Wanted): AsyncGenerator<readonly Stored[]> {
    for (let start = 0; start < ids.length; start += PAGE) {
      const some = ids.slice(start, start + PAGE);
      yield ordered((await this.reader.read(entitiesOf(kind, some, wanted))).map(entityOf), some);
    }
  }

  private async *relationshipsInOrder(
    type: RelationshipType,
    wanted: Wanted,
  ): AsyncGenerator<readonly StoredRelationship[]> {
    for (let after: RelationshipPlace | undefined; ;) {
      const rows = await this.reader.read(relationshipsAfter(type, after, PAGE, wanted));
      const page = rows.slice(0, PAGE).map(relationshipOf);
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      after = page.at(-1);
    }
  }

  private async *relationshipsByStart(
    type: RelationshipType,
    wanted: Wanted,
  ): AsyncGenerator<readonly StoredRelationship[]> {
    const starts = (await this.reader.read(startsOf(type, wanted))) as readonly (readonly [string, number])[];
    for (const some of inBatches(starts, ([, total]) => total)) {
      const ids = some.map(([id]) => id);
      const rows = await this.reader.read(relationshipsFrom(type, ids, wanted));
      for (let start = 0; start < rows.length; start += PAGE) yield rows.slice(start, start + PAGE).map(relationshipOf);
    }
  }

  private async *relationshipsById(
    type: RelationshipType,
    places: readonly RelationshipPlace[],
    wanted: Wanted,
  ): AsyncGenerator<readonly StoredRelationship[]> {
    for (let start = 0; start < places.length; start += PAGE) {
      const some = places.slice(start, start + PAGE);
      const rows = await this.reader.read(relationshipsOf(type, some, wanted, this.reader.capabilities));
      yield ordered(
        rows.map(relationshipOf),
        some.map(({ id }) => id),
      );
    }
  }
}

function degreesOf({ relationships }: Part): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { from, to } of [...relationships.values()].flat())
    for (const id of [from, to]) found.set(id, (found.get(id) ?? 0) + 1);
  return found;
}

/** Items in the order of these ids; what is not there any more is left out. */
function ordered<Item extends Stored>(items: readonly Item[], ids: readonly string[]): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Items in batches of about a page by weight; one that is heavier is a batch of its own. */
function* inBatches<Item>(items: readonly Item[], weigh: (item: Item) => number): Generator<readonly Item[]> {
  let batch: Item[] = [];
  let weight = 0;
  for (const item of items) {
    if (batch.length > 0 && weight + weigh(item) > PAGE) {
      yield batch;
      [batch, weight] = [[], 0];
    }
    batch.push(item);
    weight += weigh(item);
  }
  if (batch.length > 0) yield batch;
}

function entityOf([id, citations, facts, ...values]: Row): Stored {
  return { id: id as string, ...evidence(citations, facts), values };
}

function relationshipOf([id, from, to, citations, facts, ...values]: Row): StoredRelationship {
  return { id: id as string, from: from as string, to: to as string, ...evidence(citations, facts), values };
}

function evidence(citations: unknown, facts: unknown): Pick<Stored, "citations" | "facts"> {
  return { citations: (citations ?? []) as string[], facts: (facts ?? []) as string[] };
}
