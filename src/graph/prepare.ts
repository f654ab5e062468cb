import type { Engine, Statement } from "../engine/engine.js";
import { Conflict } from "../errors.js";
import { derive, DERIVED_VERSION } from "./derive.js";
import { freeLeftLease, withLease, type Lease } from "./lease.js";
import { isKind, ownerOf, type GraphModel } from "./model.js";
import { SEARCH_VERSION, searchProperties } from "./search/stored.js";
import { contents, entityCount } from "./statements/contents.js";
import { addEnds, addLabels, countNodesWithoutId, countWithoutId } from "./statements/repair.js";
import { searchedColumns, withoutTexts, writeTexts } from "./statements/search.js";
import { marks, markForms, nodeCount } from "./statements/upsert.js";

/** What a database holds, as far as a start must know. */
export type GraphState =
  | { readonly kind: "EMPTY" }
  /** Nodes, and no dataset of ours. */
  | { readonly kind: "FOREIGN"; readonly nodes: number }
  /** Datasets of ours. */
  | { readonly kind: "OURS"; readonly datasets: readonly string[] };

/** Rows of one repair. */
const BATCH = 10_000;

async function number(engine: Engine, statement: Statement): Promise<number> {
  return (await engine.read(statement))[0]?.[0] as number;
}

/** Looks at what a database holds. */
export async function graphState(engine: Engine): Promise<GraphState> {
  const found = (await engine.read(marks())) as readonly (readonly [string])[];
  if (found.length > 0) return { kind: "OURS", datasets: found.map(([id]) => id) };
  const nodes = await number(engine, nodeCount());
  return nodes === 0 ? { kind: "EMPTY" } : { kind: "FOREIGN", nodes };
}

/**
 * Makes a database ready to serve: constraints and indexes, and for what another tool wrote the labels and the ids of the
 * ends that statements rely on, and what follows from what is stated. Where the counts are those that the importer left, nothing is searched.
 * @throws Conflict when nodes or relationships have no id, because pages could not tell them apart, or while somebody else writes.
 */
export async function prepareGraph(engine: Engine, model: GraphModel): Promise<void> {
  await engine.prepare(model.indexPlan);
  await freeLeftLease(engine);
  if (await isAsImported(engine, model)) return;
  for (const kind of model.kinds.values())
    await refuseWithoutId(engine, "node", countNodesWithoutId(kind), kind.name, kind.prefix);
  for (const type of model.relationships.values())
    await refuseWithoutId(engine, "relationship", countWithoutId(type), type.type, type.prefix);
  await withLease(engine, null, async (lease) => {
    for (const kind of model.kinds.values()) await repeat(lease, addLabels(kind, BATCH));
    for (const type of model.relationships.values()) await repeat(lease, addEnds(type, BATCH));
    await addTexts(engine, model, lease);
    await derive(engine, model, (statements) => lease.write(statements));
    await lease.write([markForms({ search: SEARCH_VERSION, derived: DERIVED_VERSION })]);
    await engine.checkpoint();
  });
}

/** Adds what entities are found by, where another tool or an older import wrote them. */
async function addTexts(engine: Engine, model: GraphModel, lease: Lease): Promise<void> {
  const { capabilities } = engine;
  const columns = ["id", ...searchedColumns(model)];
  for (let after: string | undefined = ""; after !== undefined;) {
    const lacking = await engine.read(withoutTexts(model, after, BATCH, capabilities));
    after = lacking.at(-1)?.[0] as string | undefined;
    const rows = lacking.flatMap((row) => {
      const entity = Object.fromEntries(row.map((value, index) => [columns[index], value])) as { id: string };
      const owner = ownerOf(model, entity.id);
      return isKind(owner) ? [{ id: entity.id, ...searchProperties(owner, entity, capabilities.fullText) }] : [];
    });
    if (rows.length > 0) await lease.write([writeTexts(rows, capabilities)]);
  }
}

async function refuseWithoutId(
  engine: Engine,
  what: string,
  counting: Statement,
  type: string,
  prefix: string,
): Promise<void> {
  const count = await number(engine, counting);
  if (count > 0)
    throw new Conflict(
      `${engine.address}: expected every ${what} to have an id but ${count} of type ${type} have none; ` +
        `give each a unique id (${prefix}:…), or import them from a dataset folder.`,
    );
}

async function repeat(lease: Lease, statement: Statement): Promise<void> {
  while ((await lease.write([statement]))[0]?.[0]?.[0] !== 0);
}

async function isAsImported(engine: Engine, model: GraphModel): Promise<boolean> {
  const stated = (await engine.read(marks())) as readonly (readonly [
    string,
    boolean,
    number,
    number,
    string,
    number,
  ])[];
  const counts = (await engine.read(contents(model))) as readonly (readonly [string, number])[];
  const sum = (items: readonly number[]): number => items.reduce((total, item) => total + item, 0);
  const entities = sum(counts.filter(([item]) => model.kinds.has(item)).map(([, count]) => count));
  const relationships = sum(counts.filter(([item]) => model.relationships.has(item)).map(([, count]) => count));
  const root = await number(engine, entityCount());
  return (
    stated.every(([, finished]) => finished) &&
    stated.every((mark) => mark[4] === SEARCH_VERSION && mark[5] === DERIVED_VERSION) &&
    entities === root &&
    entities === sum(stated.map((mark) => mark[2])) &&
    relationships === sum(stated.map((mark) => mark[3]))
  );
}
