import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { ImportRefused, importDataset } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import { Rows } from "../support/folded.js";
import { csv, CUT, described, NO_LEASE_TIME, snapshot, watch, writeFolder, type Files } from "../support/datasets.js";
import { named } from "../support/drawn-rows.js";
import { engines } from "../support/engines.js";
import type { Row } from "../support/rows.js";

const { model } = buildModel();
const CHAINS = named("chain", "0", "1", "2", "3");
const STAGES = named("stage", "0", "1", "2");
const MEMBERS = [...named("company", "0", "1", "2"), ...named("project", "0", "1")];
const ENDS = {
  joins: [MEMBERS, [...CHAINS, ...STAGES, ...STAGES, "industry:0"]],
  leads: [MEMBERS, CHAINS],
  "has-stage": [CHAINS, STAGES],
  "part-of": [CHAINS, [...CHAINS, "industry:0"]],
} as const;
type Type = keyof typeof ENDS;

const byKind = (kind: string): string =>
  csv(
    "id:ID,name",
    ...[...CHAINS, ...STAGES, ...MEMBERS, "industry:0", "source:0"]
      .filter((id) => id.startsWith(`${kind}:`))
      .map((id) => `${id},${id}`),
  );
const KINDS = ["industry", "chain", "stage", "company", "project", "source"];
const BASE: Files = {
  "dataset.json": described("base"),
  ...Object.fromEntries(KINDS.map((kind) => [`nodes/${kind}.csv`, byKind(kind)])),
};

/** What one dataset states: a relationship's type, both ends, the paragraph that it cites. */
type Statements = readonly (readonly [type: Type, from: string, to: string, paragraph: number])[];

/** One dataset as it is imported now; it may have been imported before with other statements. */
interface Import {
  readonly dataset: "one" | "other";
  readonly statements: Statements;
}

const statement = fc
  .constantFrom<Type>("joins", "joins", "joins", "leads", "has-stage", "has-stage", "part-of", "part-of")
  .chain((type) =>
    fc.tuple(fc.constant(type), fc.constantFrom(...ENDS[type][0]), fc.constantFrom(...ENDS[type][1]), fc.nat(3)),
  );
const imports: fc.Arbitrary<readonly Import[]> = fc.array(
  fc.record({
    dataset: fc.constantFrom("one" as const, "other" as const),
    statements: fc.array(statement, { maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 4 },
);

const idOf = (dataset: string, [type]: Statements[number], index: number): string => `${type}:${dataset}-${index}`;

function folderOf({ dataset, statements }: Import): Files {
  const file = (type: Type): [string, string] => [
    `relationships/${type}.csv`,
    csv(
      "id,:START_ID,:END_ID,citations:string[]",
      ...statements.flatMap((row, index) =>
        row[0] === type ? [`${idOf(dataset, row, index)},${row[1]},${row[2]},source:0||${row[3]}`] : [],
      ),
    ),
  ];
  return { "dataset.json": described(dataset), ...Object.fromEntries((Object.keys(ENDS) as Type[]).map(file)) };
}

async function bring(engine: Engine, files: Files): Promise<void> {
  await importDataset({ folder: await writeFolder(files), engine, model, leaseTimes: NO_LEASE_TIME });
}

/** Who stands in which chain by what the datasets state last. */
function folded(history: readonly Import[]): readonly string[] {
  const last = new Map(history.map((one) => [one.dataset, one]));
  const rows: Row[] = [...CHAINS, ...STAGES, ...MEMBERS].map((id) => ({ id }));
  for (const { dataset, statements } of last.values())
    statements.forEach((row, index) => rows.push({ id: idOf(dataset, row, index), from: row[1], to: row[2] }));
  const all = new Rows(rows);
  return MEMBERS.flatMap((id) => all.chainsOf(id).map((chain) => `stands-in:${id}~${chain}`)).sort();
}

async function standing(engine: Engine): Promise<readonly (readonly [string, string[], string[] | null])[]> {
  const text = "MATCH ()-[r:STANDS_IN]->() RETURN r.id, r.derivedFrom, r.citations";
  const rows = (await engine.read({ text, parameters: {} })) as unknown as [string, string[], string[]][];
  return rows.sort(([one], [other]) => (one < other ? -1 : 1));
}

async function statedBy(engine: Engine): Promise<ReadonlyMap<string, readonly string[]>> {
  const text = "MATCH ()-[r]->() WHERE r.dataset IS NOT NULL RETURN r.id, r.citations";
  return new Map((await engine.read({ text, parameters: {} })) as unknown as [string, string[]][]);
}

describe.each(engines)("what follows from what datasets state on $name", (tested) => {
  let engine: Engine;
  const open = async (): Promise<Engine> => {
    const opened = await tested.open();
    await prepareGraph(opened, model);
    await bring(opened, BASE);
    return opened;
  };
  beforeEach(async () => {
    engine = await open();
  });
  afterEach(() => engine.close());

  const agrees = async (history: readonly Import[]): Promise<void> => {
    const found = await standing(engine);
    expect(found.map(([id]) => id)).toEqual(folded(history));
    const stated = await statedBy(engine);
    for (const [, derivedFrom, citations] of found) {
      expect(derivedFrom.length).toBeGreaterThan(0);
      const cited = new Set(derivedFrom.flatMap((id) => stated.get(id) ?? ["not stated"]));
      expect(citations).toEqual([...cited].sort());
    }
  };

  it("is a function of what is stated last, whatever was imported before", async () => {
    const run = async (history: readonly Import[]): Promise<void> => {
      for (const dataset of ["one", "other"] as const) await bring(engine, folderOf({ dataset, statements: [] }));
      for (const [index, one] of history.entries()) {
        await bring(engine, folderOf(one));
        await agrees(history.slice(0, index + 1));
      }
    };
    await fc.assert(fc.asyncProperty(imports, run), { numRuns: 25, interruptAfterTimeLimit: 20_000 });
  });

  it("follows a stage to what all its chains are parts of, and a part to any depth", async () => {
    const one: Import = {
      dataset: "one",
      statements: [
        ["has-stage", "chain:1", "stage:0", 0],
        ["has-stage", "chain:2", "stage:0", 1],
        ["part-of", "chain:1", "chain:0", 2],
        ["part-of", "chain:2", "chain:0", 2],
        ["part-of", "chain:0", "chain:3", 3],
        ["joins", "company:0", "stage:0", 0],
        ["leads", "company:1", "chain:1", 0],
      ],
    };
    await bring(engine, folderOf(one));
    await agrees([one]);
    expect((await standing(engine)).map(([id]) => id)).toEqual([
      "stands-in:company:0~chain:0",
      "stands-in:company:0~chain:3",
      "stands-in:company:1~chain:0",
      "stands-in:company:1~chain:1",
      "stands-in:company:1~chain:3",
    ]);
    expect((await standing(engine))[3]?.slice(1)).toEqual([["leads:one-6"], ["source:0||0"]]);
  });

  it("is finished by an import that is run again after a kill, wherever it was cut off", async () => {
    const before: Import = { dataset: "one", statements: [["joins", "company:0", "chain:0", 0]] };
    const after: Import = {
      dataset: "one",
      statements: [
        ["joins", "company:0", "stage:0", 0],
        ["has-stage", "chain:1", "stage:0", 0],
      ],
    };
    for (let writes = 1; ; writes += 1) {
      await bring(engine, folderOf(before));
      const cut = await bring(watch(engine, writes), folderOf(after)).then(
        () => undefined,
        (error: unknown) => error,
      );
      await bring(engine, folderOf(after));
      await agrees([after]);
      if (cut === undefined) return;
      expect((cut as Error).message).toContain(CUT);
    }
  });

  it("is made for a graph of a version before, and not twice", async () => {
    await bring(engine, folderOf({ dataset: "one", statements: [["joins", "company:0", "chain:0", 0]] }));
    const whole = await snapshot(engine);
    await engine.write([
      { text: "MATCH ()-[r:STANDS_IN]->() DELETE r", parameters: {} },
      { text: "MATCH (d:Dataset) REMOVE d.derived", parameters: {} },
    ]);
    await prepareGraph(engine, model);
    expect(await snapshot(engine)).toEqual(whole);
    const watched = watch(engine);
    await prepareGraph(watched, model);
    expect(watched.writes).toBe(0);
  });

  it("is no dataset's to state, and keeps nothing from being removed", async () => {
    const stated = { ...BASE, "relationships/stands-in.csv": csv("id,:START_ID,:END_ID", ",company:0,chain:0") };
    await expect(bring(engine, stated)).rejects.toThrow(ImportRefused);
    const joined: Files = { ...BASE, "relationships/joins.csv": csv("id,:START_ID,:END_ID", ",company:0,chain:0") };
    await bring(engine, joined);
    expect(await standing(engine)).toHaveLength(1);
    await bring(engine, { ...BASE, "nodes/chain.csv": csv("id:ID,name", "chain:1,1") });
    expect(await standing(engine)).toEqual([]);
  });
});
