import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { importsOf } from "../../src/queries/service/imports.js";
import { graphState, prepareGraph } from "../../src/graph/prepare.js";
import { type Changes, importDataset, type ImportReport } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import {
  csv,
  CUT,
  described,
  EDITED,
  type Files,
  LEASE_WRITES,
  NO_LEASE_TIME,
  SMALL,
  snapshot,
  stored,
  watch,
  writeFolder,
} from "../support/datasets.js";
import { engines } from "../support/engines.js";

const { model } = buildModel();

const none: Changes = { added: 0, changed: 0, removed: 0, unchanged: 0 };
const items = ({ items: found }: ImportReport): object => Object.fromEntries(found);

/** What {@link EDITED} does to {@link SMALL}. */
const DIFFERENCE = {
  Region: { ...none, unchanged: 2 },
  Zone: { ...none, changed: 1 },
  Company: { added: 1, changed: 1, removed: 1, unchanged: 1 },
  University: { ...none, unchanged: 1 },
  Project: { ...none, changed: 1, unchanged: 1 },
  Source: { ...none, unchanged: 1 },
  LOCATED_IN: { ...none, unchanged: 3 },
  OWNS: { added: 1, changed: 2, removed: 1, unchanged: 0 },
  PARTNERS_WITH: { ...none, unchanged: 1 },
};

describe.each(engines)("an import into $name", ({ open }) => {
  let engine: Engine;

  beforeEach(async () => {
    engine = await open();
    await prepareGraph(engine, model);
  });
  afterEach(() => engine.close());

  const bring = async (files: Files, into = engine, check = false): Promise<ImportReport> =>
    importDataset({ folder: await writeFolder(files), engine: into, model, check, leaseTimes: NO_LEASE_TIME });

  const unfinished = () => importsOf((statement) => engine.read(statement));

  it("stores what the files say, with the type of the model", async () => {
    const report = await bring(SMALL);
    expect(report.total).toEqual({ ...none, added: 17 });
    expect(await stored(engine, "project:plant")).toEqual({
      id: "project:plant",
      name: "电站",
      status: "PLANNED",
      targetDate: "2025-06",
      investmentCny: 4_660_000_000,
      phaseCount: 4,
      facilities: ["厂房", "仓库"],
      dataset: "small",
      facts: [
        '{"property":"jobs","label":"就业岗位","labelEn":"jobs","value":1200,"unit":"人","qualifier":"ABOUT","planned":true,"asOf":"2024","citation":"source:page|A1|3"}',
        '{"property":"depth","label":"depth","labelEn":null,"value":null,"unit":null,"qualifier":"ILLEGIBLE","planned":false,"asOf":null,"citation":"source:page||"}',
      ],
    });
    expect(await stored(engine, "region:datong")).toMatchObject({ code: "0140200" });
    expect(await stored(engine, "partners-with:zone:zuoyun~university:tyut")).toEqual({
      id: "partners-with:zone:zuoyun~university:tyut",
      from: "zone:zuoyun",
      to: "university:tyut",
      form: "TALKS",
      topics: ["光伏", "储能"],
      planned: true,
      dataset: "small",
    });
    expect(await graphState(engine)).toEqual({ kind: "OURS", datasets: ["small"] });
    expect(await unfinished()).toEqual([]);
  });

  it("reads numbers of every size and form, and finds them unchanged", async () => {
    const values = ["-0", "0", "1e20", "9007199254740993", ".5", "5.", "+7", "-1.5E-3", "1e300", "9.3e18"];
    const files: Files = {
      "dataset.json": described("numbers"),
      "nodes/project.csv": csv("id:ID,name,areaMu:double", ...values.map((value, at) => `project:n${at},n,${value}`)),
    };
    await bring(files);
    for (const [at, value] of values.entries())
      expect(await stored(engine, `project:n${at}`)).toMatchObject({ areaMu: Number(value) + 0 });
    expect((await bring(files)).total).toEqual({ ...none, unchanged: values.length });
  });

  it("of the same folder changes nothing and writes nothing", async () => {
    await bring(SMALL);
    const before = await snapshot(engine);
    const watched = watch(engine);
    const report = await bring(SMALL, watched);
    expect(report.total).toEqual({ ...none, unchanged: 17 });
    expect(watched.writes).toBe(LEASE_WRITES);
    expect(await snapshot(engine)).toEqual(before);
  });

  it("of an edited folder leaves the graph as if only that had been imported", async () => {
    await bring(EDITED);
    const expected = await snapshot(engine);
    await engine.write([{ text: "MATCH (n) DETACH DELETE n", parameters: {} }]);
    await bring(SMALL);
    expect(items(await bring(EDITED))).toEqual(DIFFERENCE);
    expect(await snapshot(engine)).toEqual(expected);
    expect(await stored(engine, "project:plant")).not.toHaveProperty("investmentCny");
    expect(await stored(engine, "company:three")).toBeUndefined();
    expect(await stored(engine, "owns:third")).toBeUndefined();
    expect(await stored(engine, "owns:second")).toMatchObject({ from: "company:two", to: "project:plant" });
  });

  it("of a folder whose facts, ends and rows are the same in another order changes nothing", async () => {
    await bring(SMALL);
    const turned = (text: string): string => {
      const [header = "", ...rows] = text.trimEnd().split("\n");
      return csv(header, ...rows.reverse());
    };
    const files = Object.fromEntries(
      Object.entries(SMALL).map(([path, text]) => [
        path,
        /^(nodes|relationships)/.test(path) ? turned(text as string) : text,
      ]),
    );
    expect((await bring(files)).total).toEqual({ ...none, unchanged: 17 });
  });

  it("swaps the ends of two relationships that keep their ids", async () => {
    const owns = (...rows: string[]): Files => ({
      ...SMALL,
      "facts.csv": undefined,
      "relationships/owns.csv": csv("id,:START_ID,:END_ID", ...rows),
    });
    await bring(owns("owns:a,company:one,project:plant", "owns:b,company:two,project:mill"));
    const report = await bring(owns("owns:a,company:two,project:mill", "owns:b,company:one,project:mill"));
    expect(report.items.get("OWNS")).toEqual({ ...none, changed: 2 });
    const rows = await engine.read({ text: "MATCH (a)-[r:OWNS]->(b) RETURN r.id, a.id, b.id", parameters: {} });
    expect([...rows].sort()).toEqual([
      ["owns:a", "company:two", "project:mill"],
      ["owns:b", "company:one", "project:mill"],
    ]);
  });

  it.each([
    ["its start", "company:two", "project:plant"],
    ["its end", "company:one", "project:mill"],
    ["both ends", "company:two", "project:mill"],
  ])("moves a relationship that keeps its id and changes %s", async (_what, from, to) => {
    const owns = (...rows: string[]): Files => ({
      ...SMALL,
      "facts.csv": undefined,
      "relationships/owns.csv": csv("id,:START_ID,:END_ID,sharePercent", ...rows),
    });
    await bring(owns("owns:a,company:one,project:plant,1", "owns:b,company:one,project:plant,2"));
    const after = owns(`owns:a,${from},${to},3`, "owns:b,company:one,project:plant,2");
    const checked = await bring(after, engine, true);
    const report = await bring(after);
    expect(report.items.get("OWNS")).toEqual({ ...none, changed: 1, unchanged: 1 });
    expect(checked.items).toEqual(report.items);
    const text = "MATCH (a)-[r:OWNS]->(b) RETURN r.id, a.id, b.id, r.from, r.to, r.sharePercent ORDER BY r.id";
    expect(await engine.read({ text, parameters: {} })).toEqual([
      ["owns:a", from, to, from, to, 3],
      ["owns:b", "company:one", "project:plant", "company:one", "project:plant", 2],
    ]);
  });

  it("of a folder with nothing left removes everything but its mark", async () => {
    await bring(SMALL);
    const report = await bring({ "dataset.json": described("small") });
    expect(report.total).toEqual({ ...none, removed: 17 });
    expect(await snapshot(engine)).toEqual([
      expect.stringContaining('["entities",0],["finished",true],["id","small"]'),
    ]);
  });

  it("takes more rows than a batch, and finds each of them again", async () => {
    const rows = Array.from({ length: 4500 }, (_, index) => index);
    const files = (edit: number): Files => ({
      "dataset.json": described("many"),
      "nodes/company.csv": csv("id:ID,name", ...rows.map((row) => `company:c${row},${row === edit ? "新" : "旧"}`)),
      "nodes/project.csv": csv("id:ID,name", "project:p,电站"),
      "relationships/owns.csv": csv(":START_ID,:END_ID", ...rows.map((row) => `company:c${row},project:p`)),
    });
    expect((await bring(files(-1))).total).toEqual({ ...none, added: 9001 });
    expect((await bring(files(4321))).total).toEqual({ ...none, changed: 1, unchanged: 9000 });
    const empty = await bring({ ...files(-1), "relationships/owns.csv": undefined, "nodes/company.csv": undefined });
    expect(empty.total).toEqual({ ...none, removed: 9000, unchanged: 1 });
  });

  describe("that is only checked", () => {
    it("says what an import does to an empty graph, and writes nothing", async () => {
      const watched = watch(engine);
      const checked = await bring(SMALL, watched, true);
      expect(watched.writes).toBe(0);
      expect(await graphState(engine)).toEqual({ kind: "EMPTY" });
      expect(items(checked)).toEqual(items(await bring(SMALL)));
      expect(checked.checked).toBe(true);
    });

    it("says what an edited folder does, and writes nothing", async () => {
      await bring(SMALL);
      const before = await snapshot(engine);
      expect(items(await bring(EDITED, engine, true))).toEqual(DIFFERENCE);
      expect(await snapshot(engine)).toEqual(before);
    });
  });

  describe("that breaks off", () => {
    it.each([1, 2, 3, 4, 7, 11])("after %i writes is finished by running it again", async (most) => {
      await expect(bring(SMALL, watch(engine, most))).rejects.toThrow(CUT);
      expect(await unfinished()).toEqual(
        most < 3 ? [] : [expect.objectContaining({ dataset: "small", state: "INTERRUPTED", totalRows: 17 })],
      );
      if (most < 3) expect(await graphState(engine)).toEqual({ kind: "EMPTY" });
      await bring(SMALL);
      const finished = await snapshot(engine);
      await engine.write([{ text: "MATCH (n) DETACH DELETE n", parameters: {} }]);
      await bring(SMALL);
      expect(finished).toEqual(await snapshot(engine));
    });

    it.each([2, 3, 4, 5, 6])("after %i writes of an edited folder is finished by running it again", async (most) => {
      await bring(SMALL);
      await expect(bring(EDITED, watch(engine, most))).rejects.toThrow(CUT);
      expect(await unfinished()).toMatchObject([{ dataset: "small", state: "INTERRUPTED" }]);
      await bring(EDITED);
      const finished = await snapshot(engine);
      await engine.write([{ text: "MATCH (n) DETACH DELETE n", parameters: {} }]);
      await bring(EDITED);
      expect(finished).toEqual(await snapshot(engine));
    });

    it("leaves a graph in which the folder as it was before can be imported again", async () => {
      await bring(SMALL);
      const before = await snapshot(engine);
      await expect(bring(EDITED, watch(engine, 5))).rejects.toThrow(CUT);
      await bring(SMALL);
      expect(await snapshot(engine)).toEqual(before);
    });
  });
});
