import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SEED } from "../../../src/cli/seed.js";
import { IN_MEMORY, openEmbedded } from "../../../src/engine/embedded.js";
import type { Engine } from "../../../src/engine/engine.js";
import { prepareGraph } from "../../../src/graph/prepare.js";
import { importDataset } from "../../../src/import/index.js";
import { buildModel } from "../../../src/schema.js";
import { csv, described, type Files, SMALL, snapshot, writeFolder } from "../../support/datasets.js";
import { engines } from "../../support/engines.js";
import { clear, exported, importArchive, unzip } from "../../support/exports.js";
import { store, type Row } from "../../support/rows.js";
import { serve, type Service } from "../../support/server.js";

const built = buildModel();
const { model } = built;

/** A Neo4j that has just started plans each of the hundred statements for the first time. */
const PLANNING = { timeout: 180_000 };

/** Everything of the small dataset, and in its own words what a joined list or a row could take for something else. */
const HARD: Files = {
  ...SMALL,
  "nodes/company.csv": csv(
    "id:ID,name,nameEn,aliases:string[]",
    'company:one," 一号 ","say ""ä"", b",甲\\;乙;丙\\\\;丁\\戊',
    'company:two,"two\nlines","\r",𠮷',
    "company:three,三号,,\ufeff",
  ),
  "facts.csv": csv(
    "subject,property,value,unit,qualifier,planned,asOf,citation",
    "project:plant,jobs,0.0000001,人,ABOUT,true,2024,source:page|A1|3",
    "project:plant,jobs,0351,,EXACT,false,,source:page|第\\一版|",
    "owns:company:one~project:plant,votes,3/5,,EXACT,false,,source:page||",
    "company:one,depth,,,ILLEGIBLE,false,,source:page||",
  ),
};

/** Says of the same property other words than the small dataset does. */
const OTHER: Files = {
  "dataset.json": described("other", { sources: ["source:other"] }),
  "nodes/company.csv": csv("id:ID,name", "company:other,别家"),
  "nodes/source.csv": csv("id:ID,name", "source:other,别页"),
  "relationships/owns.csv": csv("id,:START_ID,:END_ID", "owns:x,company:other,project:plant"),
  "facts.csv": csv(
    "subject,property,value,unit,qualifier,planned,asOf,citation",
    "company:other,jobs,5,,EXACT,false,,source:other||",
    "company:other,votes,5,,EXACT,false,,source:other||",
  ),
  "terms.csv": csv("property,zh,en", "jobs,岗位,posts", "votes,,votes cast"),
};

describe.each(engines)("a dataset folder that is exported, on $name", ({ name, open }) => {
  let engine: Engine;
  let service: Service;

  beforeAll(async () => {
    engine = await open();
    service = await serve(built, engine);
  });
  beforeEach(async () => {
    await clear(engine);
    await prepareGraph(engine, model);
  });
  afterAll(async () => {
    await service.app.close();
    await engine.close();
  });

  const bring = async (files: Files) => importDataset({ folder: await writeFolder(files), engine, model });
  const whole = async () => (await exported(service.app, "csv")).bytes;

  it.each([
    ["the seed", () => importDataset({ folder: SEED, engine, model })],
    ["whatever is hard to write", () => bring(HARD)],
  ])("brings %s into an empty graph as it was, and is the same again, byte by byte", PLANNING, async (_title, fill) => {
    await fill();
    const before = await snapshot(engine);
    const bytes = await whole();
    await clear(engine);
    await importArchive(engine, model, bytes);
    expect(await snapshot(engine)).toEqual(before);
    expect((await whole()).equals(bytes)).toBe(true);
  });

  it("has the files, headers and order that people write, and no bookkeeping", async () => {
    await bring(HARD);
    await engine.write([{ text: "MATCH (n:Entity) SET n.searchText = 'x', n.searchTokens = ['x']", parameters: {} }]);
    const files = await unzip(await whole());
    expect([...files.keys()].slice(0, 3)).toEqual(["dataset.json", "nodes/region.csv", "nodes/zone.csv"]);
    expect(files.get("dataset.json")).toBe(
      `${JSON.stringify({ id: "small", title: "Dataset small", date: "2024-05", sources: ["source:page"] }, undefined, 2)}\n`,
    );
    expect(files.get("nodes/region.csv")).toBe(
      csv(
        "id:ID,name,nameEn,aliases:string[],level,code,citations:string[]",
        "region:datong,大同,,,,0140200,",
        "region:shanxi,山西,,,PROVINCE,140000,",
      ),
    );
    expect(files.get("relationships/owns.csv")).toBe(
      csv(
        "id,:START_ID,:END_ID,sharePercent:float,validFrom,validTo,citations:string[]",
        ",company:one,project:plant,60,2023,,",
        "owns:second,company:one,project:plant,0.5,2024,,",
        "owns:third,company:two,project:mill,,,,",
      ),
    );
    expect([...files].filter(([, content]) => content.includes("search"))).toEqual([]);
  });

  it("of several datasets is one, called by their titles, in which each fact keeps its own words", async () => {
    await bring(HARD);
    await bring(OTHER);
    const before = (await snapshot(engine)).filter((line) => !line.includes('["Dataset"]'));
    const bytes = await whole();
    const files = await unzip(bytes);
    expect(JSON.parse(files.get("dataset.json") ?? "")).toEqual({
      id: "export",
      title: "Dataset other; Dataset small",
    });
    await clear(engine);
    await importArchive(engine, model, bytes);
    const after = (await snapshot(engine)).filter((line) => !line.includes('["Dataset"]'));
    const owner = /\["dataset","\w+"\]/;
    expect(after).toEqual(before.map((line) => line.replace(owner, '["dataset","export"]')).sort());
    expect((await whole()).equals(bytes)).toBe(true);
  });

  it("of a part has the entities of the view, every relationship among them, and the sources that it cites", async () => {
    await bring(HARD);
    const { bytes } = await exported(service.app, "csv?from=company:one&types=OWNS&depth=1");
    const files = await unzip(bytes);
    expect([...files.keys()]).toEqual([
      "dataset.json",
      "nodes/company.csv",
      "nodes/project.csv",
      "nodes/source.csv",
      "relationships/owns.csv",
      "facts.csv",
      "terms.csv",
    ]);
    expect(JSON.parse(files.get("dataset.json") ?? "")).toEqual({ id: "export", title: "Dataset small" });
    expect(files.get("relationships/owns.csv")?.split("\n")).toHaveLength(4);
    await clear(engine);
    await importArchive(engine, model, bytes);
    expect((await exported(service.app, "csv")).bytes.equals(bytes)).toBe(true);
  });

  it("of an empty graph is a dataset without entities", async () => {
    const files = await unzip(await whole());
    expect([...files.keys()]).toEqual(["dataset.json", "facts.csv", "terms.csv"]);
  });

  it("is broken off where a value has no form, and the log says which", async () => {
    await store(engine, model, [{ id: "project:odd", name: "奇", areaMu: Infinity }]);
    await expect(service.app.inject({ url: "/export/csv" })).rejects.toThrow();
    expect(service.log.at(-2)).toMatchObject({
      msg: "export broken off",
      err: { message: "project:odd.areaMu: expected a finite number but got Infinity; correct it in the graph." },
    });
  });

  it("brings back whatever a graph may hold, the same from either engine", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async (rows) => {
        await clear(engine);
        await store(engine, model, rows);
        const before = await contentOf(engine);
        const bytes = await whole();
        await clear(engine);
        await importArchive(engine, model, bytes);
        expect(await contentOf(engine)).toEqual(before);
        const files = await unzip(await whole());
        for (const [path, content] of await unzip(bytes))
          if (path !== "dataset.json") expect(files.get(path)).toBe(content);
        if (name === "embedded") return;
        const embedded = openEmbedded(IN_MEMORY);
        const beside = await serve(built, embedded);
        await prepareGraph(embedded, model);
        await store(embedded, model, rows);
        for (const form of ["csv", "graphml", "gexf"]) {
          const here = await exported(service.app, form);
          await clear(engine);
          await store(engine, model, rows);
          expect((await exported(service.app, form)).bytes.equals((await exported(beside.app, form)).bytes)).toBe(true);
          expect(here.status).toBe(200);
        }
        await beside.app.close();
        await embedded.close();
      }),
      { numRuns: name === "embedded" ? 60 : 10 },
    );
  });
});

/** All that a graph states: without the mark of a dataset, whose it is, and the keys by which it is found. */
async function contentOf(engine: Engine): Promise<readonly string[]> {
  const lines = (await snapshot(engine)).filter((line) => !line.startsWith('[["Dataset"]'));
  const isStated = ([name]: readonly [string, unknown]): boolean => !/^(dataset|search\w+)$/.test(name);
  return lines
    .map((line) => (JSON.parse(line) as unknown[]).map((part) => (isProperties(part) ? part.filter(isStated) : part)))
    .map((parts) => JSON.stringify(parts))
    .sort();
}

function isProperties(part: unknown): part is [string, unknown][] {
  return Array.isArray(part) && Array.isArray(part[0]);
}

const word = fc.oneof(
  fc.constantFrom(
    ";",
    "\\",
    "\\;",
    "a;b\\",
    '"',
    ",",
    "\n",
    "\r",
    "\r\n",
    " ",
    "\t",
    "01",
    "𠮷",
    "\u{ffff}",
    "null",
    "=1+1",
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
);
/** White space is no name: no import takes it. */
const called = word.filter((text) => text.trim() !== "");
const number = fc.oneof(
  fc.constantFrom(1e21, -0.5, 1e-7, 0, 8545000000),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });
const few = fc.integer({ min: 0, max: 3 });
const citation = fc.constantFrom("source:page||", "source:page|A1|2", "source:page|版 \\ 一|");
const fact = fc
  .record({
    property: fc.constantFrom("jobs", "votes"),
    label: fc.constantFrom("jobs", "votes", "就业"),
    labelEn: fc.constantFrom(null, "posts"),
    value: fc.oneof(word, fc.constantFrom(1200, 0.25, 1e-7)),
    unit: fc.constantFrom(null, "人"),
    planned: fc.boolean(),
    asOf: fc.constantFrom(null, "2024-05"),
    citation,
  })
  .map(({ property, label, labelEn, value, unit, planned, asOf, citation: at }) =>
    // In the order in which the importer stores them; a text of digits would be stored as a number.
    JSON.stringify({
      property,
      label,
      labelEn,
      value: typeof value === "string" ? `${value}x` : value,
      unit,
      qualifier: "EXACT",
      planned,
      asOf,
      citation: at,
    }),
  );
const evidence = {
  citations: maybe(fc.array(citation, { minLength: 1, maxLength: 2 })),
  facts: maybe(fc.array(fact, { minLength: 1, maxLength: 2 })),
};
const unique = <Value extends { slug: number }>(item: fc.Arbitrary<Value>) =>
  fc.uniqueArray(item, { selector: ({ slug }) => slug, maxLength: 4 });

const companies = unique(
  fc.record({
    slug: few,
    name: called,
    nameEn: maybe(word),
    aliases: maybe(fc.array(word, { minLength: 1, maxLength: 3 })),
    ...evidence,
  }),
);
const projects = unique(
  fc.record({
    slug: few,
    name: called,
    investmentCny: maybe(number),
    phaseCount: maybe(fc.integer({ min: -5, max: 2 ** 31 - 1 })),
    targetDate: maybe(fc.constantFrom("2023", "2023-03", "2023-03-10")),
    ...evidence,
  }),
);
const owned = fc.array(fc.record({ from: few, to: few, sharePercent: maybe(number), ...evidence }), { maxLength: 6 });

function stated(row: Readonly<Record<string, unknown>> & { readonly id: string }): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row;
}

/** A graph as it is stored: the first relationship of two ends has the id that follows from them, the others one of their own. */
const graphs = fc.record({ companies, projects, owned }).map((made): Row[] => {
  const nodes = [
    ...made.companies.map(({ slug, ...rest }) => stated({ id: `company:${slug}`, ...rest })),
    ...made.projects.map(({ slug, ...rest }) => stated({ id: `project:${slug}`, ...rest })),
  ];
  const known = new Set(nodes.map(({ id }) => id));
  const seen = new Set<string>();
  const joins = made.owned.flatMap(({ from, to, ...rest }, index) => {
    const ends = { from: `company:${from}`, to: `project:${to}` };
    if (!known.has(ends.from) || !known.has(ends.to)) return [];
    const derived = `owns:${ends.from}~${ends.to}`;
    const id = seen.has(derived) ? `owns:${index}` : derived;
    seen.add(derived);
    return [stated({ id, ...ends, ...rest })];
  });
  return [{ id: "source:page", name: "版面" }, ...nodes, ...joins];
});
