import { isDeepStrictEqual } from "node:util";
import type { Engine, Statement } from "../engine/engine.js";
import { derive, DERIVED_VERSION, originsOf } from "../graph/derive.js";
import { withLease, type Lease, type LeaseTimes } from "../graph/lease.js";
import type { GraphModel } from "../graph/model.js";
import { graphState } from "../graph/prepare.js";
import { SEARCH_VERSION } from "../graph/search/stored.js";
import { anyForeignEntity, beginMark, storedMark, writeMark } from "../graph/statements/upsert.js";
import { readFacts, type Fact } from "./facts.js";
import { readFolder, type Folder } from "./folder.js";
import { ImportRefused, Problems } from "./problems.js";
import { refuseNeeded, remove } from "./removed.js";
import { Tally, type ImportReport, type Progress } from "./report.js";
import { Validation, type Inventory } from "./validate.js";
import { writeFile } from "./write.js";

export { ImportRefused } from "./problems.js";
export type { Problem } from "./problems.js";
export type { Changes, ImportReport, Progress } from "./report.js";

/** What is imported, and where to. */
export interface ImportOptions {
  readonly folder: string;
  /** Prepared before, so that ids are found by an index; not for a check, which writes nothing. */
  readonly engine: Engine;
  readonly model: GraphModel;
  /** Validates and says what would change, and writes nothing. */
  readonly check?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  readonly leaseTimes?: LeaseTimes;
}

/**
 * Brings a dataset folder into the graph. A first pass validates every row; a second replaces exactly what the dataset stated
 * before; a mark is written last, so that an interrupted import is known, and finished by running it again. Nobody else
 * writes into the graph meanwhile.
 * @throws ImportRefused with all problems of the folder; nothing was written.
 * @throws Conflict when somebody else writes, or took over from an import that gave no sign of life.
 */
export async function importDataset(options: ImportOptions): Promise<ImportReport> {
  const started = performance.now();
  const { engine, model, check = false } = options;
  const problems = new Problems();
  const folder = await readFolder(options.folder, model, problems);
  const facts = await readFacts(options.folder, problems);
  if (!folder) throw new ImportRefused(options.folder, problems.first, problems.count);
  const bring = (lease: Lease | undefined): Promise<Tally> => bringIn(options, folder, facts, problems, lease);
  const tally = check ? await bring(undefined) : await withLease(engine, folder.dataset.id, bring, options.leaseTimes);
  return {
    dataset: folder.dataset.id,
    checked: check,
    milliseconds: performance.now() - started,
    items: tally.items,
    total: tally.total,
  };
}

/** Both passes; without a lease nothing is written. */
async function bringIn(
  { folder: path, engine, model, onProgress = () => undefined }: ImportOptions,
  folder: Folder,
  facts: ReadonlyMap<string, readonly Fact[]>,
  problems: Problems,
  lease: Lease | undefined,
): Promise<Tally> {
  const { id } = folder.dataset;
  const state = await graphState(engine);
  const fresh = state.kind !== "OURS" || !state.datasets.includes(id);
  const shared =
    (state.kind === "OURS" && state.datasets.some((other) => other !== id)) ||
    (await engine.read(anyForeignEntity(id))).length > 0;

  const { counts, inventory } = await validate(
    new Validation(folder, model, engine, shared, problems),
    facts,
    fresh,
    onProgress,
  );
  if (inventory && problems.count === 0) await refuseNeeded(engine, model, id, inventory, problems);
  if (problems.count > 0) throw new ImportRefused(path, problems.first, problems.count);

  const tally = new Tally();
  const writer = await Marked.open(engine, folder, counts, lease);
  const total = counts.entities + counts.relationships;
  let done = 0;
  const onRows = (count: number): void => {
    done += count;
    if (lease) lease.rows = done;
    onProgress({ phase: "importing", rows: done, total });
  };
  for (const file of folder.files)
    await writeFile(file, { engine, dataset: id, facts, fresh, tally, write: writer.write, onRows });
  if (inventory) await remove(engine, model, id, inventory, tally, writer.write);
  if (lease && (writer.resumes || tally.changed(originsOf(model)))) await derive(engine, model, writer.write);
  await writer.finish();
  return tally;
}

/** How much a folder holds. */
interface Counts {
  readonly entities: number;
  readonly relationships: number;
}

/**
 * The first pass. Its inventory, tens of megabytes of a large folder, is kept only where something that was stored before may
 * have to be removed.
 */
async function validate(
  validation: Validation,
  facts: ReadonlyMap<string, readonly Fact[]>,
  fresh: boolean,
  onProgress: (progress: Progress) => void,
): Promise<{ readonly counts: Counts; readonly inventory: Inventory | undefined }> {
  let rows = 0;
  const inventory = await validation.run(facts, () => {
    rows += 1;
    if (rows % 10_000 === 0) onProgress({ phase: "validating", rows, total: undefined });
  });
  const counts = { entities: inventory.entities.size, relationships: inventory.relationships.size };
  return { counts, inventory: fresh ? undefined : inventory };
}

/** Writes under a dataset's mark: unfinished before the first change, finished after the last; untouched when nothing changes. */
class Marked {
  private begun = false;
  private readonly mark: Readonly<Record<string, unknown>>;

  private constructor(
    private readonly engine: Engine,
    private readonly before: Readonly<Record<string, unknown>> | undefined,
    { dataset: { id, title, description, date, sources } }: Folder,
    { entities, relationships }: Counts,
    private readonly lease: Lease | undefined,
  ) {
    const stated = Object.entries({ id, title, description, date, sources }).filter(([, value]) => value !== undefined);
    this.mark = {
      ...Object.fromEntries(stated),
      entities,
      relationships,
      search: SEARCH_VERSION,
      derived: DERIVED_VERSION,
      finished: true,
    };
  }

  /** Reads the mark that stands before. */
  static async open(engine: Engine, folder: Folder, counts: Counts, lease: Lease | undefined): Promise<Marked> {
    const [before] = await engine.read(storedMark(folder.dataset.id));
    return new Marked(engine, before?.[0] as Marked["before"], folder, counts, lease);
  }

  /** Whether an import of the dataset was broken off before, or its graph is of a version before. */
  get resumes(): boolean {
    return this.before !== undefined && (!this.before["finished"] || this.before["derived"] !== DERIVED_VERSION);
  }

  readonly write = async (statements: readonly Statement[]): Promise<void> => {
    if (!this.lease) return;
    if (!this.begun) await this.lease.write([beginMark(this.mark)]);
    this.begun = true;
    await this.lease.write(statements);
  };

  async finish(): Promise<void> {
    if (!this.lease) return;
    if (!this.begun && isDeepStrictEqual(this.before, this.mark)) return;
    await this.lease.write([writeMark(this.mark)]);
    await this.engine.checkpoint();
  }
}
