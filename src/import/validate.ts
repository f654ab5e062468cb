import type { Engine, Statement } from "../engine/engine.js";
import { isKind, ownerOf, type GraphModel, type RelationshipType } from "../graph/model.js";
import { entityOwners, relationshipOwners } from "../graph/statements/upsert.js";
import type { Fact } from "./facts.js";
import type { Folder } from "./folder.js";
import { IdSet } from "./id-set.js";
import { quoted, shown, type Problem, type Problems } from "./problems.js";
import { readRows, type DataFile, type ReadRow } from "./rows.js";

/** What a sound folder holds. */
export interface Inventory {
  readonly entities: IdSet;
  readonly relationships: IdSet;
}

/** An id that is to be looked up in the graph, and where it is written. */
type Place = Omit<Problem, "message"> & { readonly id: string };

const BATCH = 2000;

/** The first pass over a folder: every row is checked, against the model, the folder and the graph; nothing is written. */
export class Validation {
  readonly inventory: Inventory = { entities: new IdSet(), relationships: new IdSet() };
  private readonly sources = new Map<string, Place>();
  private outside: Place[] = [];

  /** @param shared whether the graph holds other datasets, so that ids may be theirs. */
  constructor(
    private readonly folder: Folder,
    private readonly model: GraphModel,
    private readonly engine: Engine,
    private readonly shared: boolean,
    private readonly problems: Problems,
  ) {}

  /** @param onRow is told of every row. */
  async run(facts: ReadonlyMap<string, readonly Fact[]>, onRow: () => void): Promise<Inventory> {
    for (const file of this.folder.files) await this.file(file, onRow);
    await this.lookUpOutside();
    const { entities, relationships } = this.inventory;
    for (const [subject, known] of facts)
      for (const { line, text } of known) {
        if (!entities.has(subject) && !relationships.has(subject))
          this.problems.add({
            file: "facts.csv",
            line,
            column: "subject",
            message: `expected the id of an entity or relationship of this folder but got ${quoted(subject)}; correct it or add its row.`,
          });
        const { citation } = JSON.parse(text) as { citation: string };
        this.note(citation, { file: "facts.csv", line, column: "citation" });
      }
    for (const source of this.folder.dataset.sources ?? [])
      this.note(`${source}||`, { file: "dataset.json", column: "sources" });
    await this.checkSources();
    return this.inventory;
  }

  private async file(file: DataFile, onRow: () => void): Promise<void> {
    let written: Place[] = [];
    const { owner } = file;
    const check = async (): Promise<void> => {
      if (this.shared) await this.refuseForeign(file, written);
      written = [];
      if (this.outside.length >= BATCH) await this.lookUpOutside();
    };
    for await (const row of readRows(file, (problem) => {
      this.problems.add(problem);
    })) {
      onRow();
      const { id, citations = [] } = row.properties;
      const ids = isKind(owner) ? this.inventory.entities : this.inventory.relationships;
      if (!ids.add(id)) this.problems.add({ file: file.file, line: row.line, column: "id", message: twice(row) });
      if (!isKind(owner)) this.checkEnds(file.file, owner, row);
      for (const citation of citations) this.note(citation, { file: file.file, line: row.line, column: "citations" });
      written.push({ file: file.file, line: row.line, column: "id", id });
      if (written.length === BATCH) await check();
    }
    await check();
  }

  private checkEnds(file: string, type: RelationshipType, { line, properties }: ReadRow): void {
    for (const side of ["from", "to"] as const) {
      const id = properties[side];
      if (id === undefined) continue;
      const column = side === "from" ? ":START_ID" : ":END_ID";
      const kind = ownerOf(this.model, id);
      if (!isKind(kind) || !type[side].has(kind.name))
        this.problems.add({
          file,
          line,
          column,
          message: `expected the id of ${[...type[side]].join(", ")} but got ${quoted(id)}; ${type.type} joins no other kinds there.`,
        });
      else if (!this.inventory.entities.has(id)) this.outside.push({ file, line, column, id });
    }
  }

  private note(citation: string, place: Omit<Place, "id">): void {
    const id = citation.slice(0, citation.indexOf("|"));
    if (!this.sources.has(id)) this.sources.set(id, { ...place, id });
  }

  /** Ends that the folder does not hold must be in the graph, stated by another dataset. */
  private async lookUpOutside(): Promise<void> {
    await this.lookUp(
      this.outside,
      (id) =>
        `expected an entity of this folder or of the graph but found none called ${quoted(id)}; add its row or correct the id.`,
    );
    this.outside = [];
  }

  private async checkSources(): Promise<void> {
    const { source } = this.model;
    for (const { id, ...place } of this.sources.values())
      if (ownerOf(this.model, id) !== source)
        this.problems.add({
          ...place,
          message: `expected the id of a ${source.name}, ${source.prefix}:…, but got ${quoted(id)}; cite where it was read.`,
        });
    const missing = [...this.sources.values()].filter(
      ({ id }) => ownerOf(this.model, id) === source && !this.inventory.entities.has(id),
    );
    await this.lookUp(
      missing,
      (id) =>
        `expected a source of this folder or of the graph but found none called ${quoted(id)}; add its row or correct the citation.`,
    );
  }

  private async lookUp(places: readonly Place[], message: (id: string) => string): Promise<void> {
    for (let start = 0; start < places.length; start += BATCH) {
      const batch = places.slice(start, start + BATCH);
      const owners = this.shared
        ? await this.owners(entityOwners([...new Set(batch.map(({ id }) => id))]))
        : new Map<string, string>();
      for (const { id, ...place } of batch)
        if ((owners.get(id) ?? this.folder.dataset.id) === this.folder.dataset.id)
          this.problems.add({ ...place, message: message(id) });
    }
  }

  private async refuseForeign({ owner }: DataFile, places: readonly Place[]): Promise<void> {
    const ids = places.map(({ id }) => id);
    const owners = await this.owners(
      isKind(owner) ? entityOwners(ids) : relationshipOwners(owner, ids, this.engine.capabilities),
    );
    const mine = this.folder.dataset.id;
    for (const { id, ...place } of places) {
      const theirs = owners.get(id);
      if (theirs !== undefined && theirs !== mine)
        this.problems.add({
          ...place,
          message: `expected an id that nothing but the dataset ${quoted(mine)} states but ${shown(id)} is stated by ${theirs === "" ? "another tool" : `the dataset ${quoted(theirs)}`}; remove the row or choose another id.`,
        });
    }
  }

  private async owners(statement: Statement): Promise<Map<string, string>> {
    const rows = (await this.engine.read(statement)) as readonly (readonly [string, string | null])[];
    return new Map(rows.map(([id, dataset]) => [id, dataset ?? ""]));
  }
}

function twice({ derived, properties: { id, from, to } }: ReadRow): string {
  return derived
    ? `expected an empty id once for these ends but ${shown(from ?? "")} and ${shown(to ?? "")} are joined twice; give the second an id of its own.`
    : `expected each id once but ${shown(id)} is there twice; remove one row or give it another id.`;
}
