import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { graphState, prepareGraph } from "../../src/graph/prepare.js";
import { type Changes, importDataset, type ImportReport, ImportRefused } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import { csv, described, EDITED, type Files, SMALL, snapshot, stored, writeFolder } from "../support/datasets.js";
import { engines } from "../support/engines.js";

const { model } = buildModel();

const none: Changes = { added: 0, changed: 0, removed: 0, unchanged: 0 };

describe.each(engines)("in a graph of several owners on $name, an import", ({ open }) => {
  let engine: Engine;

  beforeEach(async () => {
    engine = await open();
    await prepareGraph(engine, model);
  });
  afterEach(() => engine.close());

  const bring = async (files: Files): Promise<ImportReport> =>
    importDataset({ folder: await writeFolder(files), engine, model });

  const refused = async (files: Files): Promise<string> => {
    const before = await snapshot(engine);
    const error: unknown = await bring(files).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ImportRefused);
    expect(await snapshot(engine)).toEqual(before);
    return (error as ImportRefused).message
      .split("\n")
      .slice(1)
      .map((line) => line.trim())
      .join("\n");
  };

  describe("of a second dataset", () => {
    const OTHER: Files = {
      "dataset.json": described("other", { sources: ["source:page"] }),
      "nodes/company.csv": csv("id:ID,name,citations:string[]", "company:five,五号,source:page|A1|1"),
      "relationships/owns.csv": csv(
        "id,:START_ID,:END_ID",
        ",company:five,project:plant",
        "owns:other,company:three,project:mill",
      ),
    };

    beforeEach(async () => {
      await bring(SMALL);
    });

    it("may join and cite what the first one states, and each stays as it is when the other is imported again", async () => {
      expect((await bring(OTHER)).total).toEqual({ ...none, added: 3 });
      const both = await snapshot(engine);
      expect((await bring(SMALL)).total).toEqual({ ...none, unchanged: 17 });
      expect((await bring(OTHER)).total).toEqual({ ...none, unchanged: 3 });
      expect(await snapshot(engine)).toEqual(both);
      expect(await graphState(engine)).toMatchObject({
        datasets: expect.arrayContaining(["small", "other"]) as unknown,
      });
    });

    it("may take away only what it states itself", async () => {
      const before = await snapshot(engine);
      await bring(OTHER);
      await bring({ "dataset.json": described("other") });
      const left = await snapshot(engine);
      expect(left.filter((line) => !line.includes('["id","other"]'))).toEqual(before);
    });

    it("is refused an entity that the first one states, naming both", async () => {
      const files = { ...OTHER, "nodes/company.csv": csv("id:ID,name", "company:five,五号", "company:one,我的") };
      expect(await refused(files)).toBe(
        'nodes/company.csv:3:id: expected an id that nothing but the dataset "other" states but company:one is stated by the dataset "small"; remove the row or choose another id.',
      );
    });

    it("is refused a relationship that the first one states, naming both", async () => {
      const files = {
        ...OTHER,
        "relationships/owns.csv": csv("id,:START_ID,:END_ID", "owns:third,company:five,project:mill"),
      };
      expect(await refused(files)).toBe(
        'relationships/owns.csv:2:id: expected an id that nothing but the dataset "other" states but owns:third is stated by the dataset "small"; remove the row or choose another id.',
      );
    });

    it("is refused ends that are nowhere", async () => {
      const files = { ...OTHER, "relationships/owns.csv": csv(":START_ID,:END_ID", "company:five,project:lost") };
      expect(await refused(files)).toBe(
        'relationships/owns.csv:2::END_ID: expected an entity of this folder or of the graph but found none called "project:lost"; add its row or correct the id.',
      );
    });

    it("is refused ends that it stated itself but does not any more", async () => {
      await bring(OTHER);
      const files = {
        "dataset.json": described("other"),
        "relationships/owns.csv": csv(":START_ID,:END_ID", "company:five,project:plant"),
      };
      expect(await refused(files)).toBe(
        'relationships/owns.csv:2::START_ID: expected an entity of this folder or of the graph but found none called "company:five"; add its row or correct the id.',
      );
    });

    it("keeps the first one from removing what it needs, naming it", async () => {
      await bring(OTHER);
      expect(await refused(EDITED)).toBe(
        "nodes: expected company:three to stay because owns:other of the dataset other ends there but its row is gone; keep the row, or change that dataset first.",
      );
    });
  });

  describe("into a graph that another tool wrote", () => {
    beforeEach(async () => {
      await engine.write([
        {
          text: "CREATE (:Company {id: 'company:theirs', name: '他们'})-[:OWNS {id: 'owns:theirs'}]->(:Project {id: 'project:theirs', name: '项目'})",
          parameters: {},
        },
      ]);
      await prepareGraph(engine, model);
    });

    it("may join its entities, also when it is imported again", async () => {
      const files = {
        ...SMALL,
        "relationships/leads.csv": undefined,
        "relationships/owns.csv": csv("id,:START_ID,:END_ID", "owns:second,company:theirs,project:plant"),
      };
      await bring(files);
      expect((await bring(files)).total).toEqual({ ...none, unchanged: 15 });
      expect(await stored(engine, "owns:theirs")).toBeDefined();
    });

    it("is refused entities that it has", async () => {
      const files = { ...SMALL, "nodes/company.csv": `${SMALL["nodes/company.csv"] as string}company:theirs,我的\n` };
      expect(await refused(files)).toBe(
        'nodes/company.csv:5:id: expected an id that nothing but the dataset "small" states but company:theirs is stated by another tool; remove the row or choose another id.',
      );
    });

    it("keeps entities at which its relationships end", async () => {
      await bring(SMALL);
      await engine.write([
        {
          text: "MATCH (a:Entity {id: 'company:theirs'}) MATCH (b:Entity {id: 'company:three'}) CREATE (a)-[:OWNS {id: 'owns:more'}]->(b)",
          parameters: {},
        },
      ]);
      expect(await refused(EDITED)).toBe(
        "nodes: expected company:three to stay because owns:more of another tool ends there but its row is gone; keep the row, or change that dataset first.",
      );
    });
  });
});
