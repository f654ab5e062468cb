import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { Conflict } from "../../src/errors.js";
import { graphState, prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import { CUT, described, NO_LEASE_TIME, SMALL, snapshot, stored, watch, writeFolder } from "../support/datasets.js";
import { engines } from "../support/engines.js";

const { model } = buildModel();

const THEIRS =
  "CREATE (z:Zone {id: 'zone:theirs', name: '区'})-[:LOCATED_IN {id: 'located-in:theirs'}]->(r:Region:Entity {id: 'region:theirs', name: '县'}), " +
  "(c:Company {id: 'company:theirs', name: '企业'})-[:LOCATED_IN {id: 'located-in:partly', from: 'company:theirs'}]->(z), " +
  "(o:Other {id: 1})-[:KNOWS]->(c)";

describe.each(engines)("a graph on $name", ({ open }) => {
  let engine: Engine;
  const run = (text: string) => engine.write([{ text, parameters: {} }]);

  beforeEach(async () => {
    engine = await open();
  });
  afterEach(() => engine.close());

  it("is empty, foreign or ours", async () => {
    await prepareGraph(engine, model);
    expect(await graphState(engine)).toEqual({ kind: "EMPTY" });
    await run("CREATE (:Other), (:Other)");
    expect(await graphState(engine)).toEqual({ kind: "FOREIGN", nodes: 2 });
    const folder = await writeFolder(SMALL);
    await expect(importDataset({ folder, engine: watch(engine, 3), model, leaseTimes: NO_LEASE_TIME })).rejects.toThrow(
      CUT,
    );
    expect(await graphState(engine)).toEqual({ kind: "OURS", datasets: ["small"] });
    await importDataset({ folder, engine, model });
    await importDataset({ folder: await writeFolder({ "dataset.json": described("void") }), engine, model });
    const state = await graphState(engine);
    expect(state.kind === "OURS" && [...state.datasets].sort()).toEqual(["small", "void"]);
  });

  it("gets the labels, and the ids of ends, that another tool left out; the rest stays", async () => {
    await run(THEIRS);
    const other = (await snapshot(engine)).filter((line) => line.includes("KNOWS") || line.includes("Other"));
    await prepareGraph(engine, model);
    const labels = await engine.read({ text: "MATCH (n:Entity) RETURN n.id, labels(n)", parameters: {} });
    expect(Object.fromEntries(labels.map(([id, names]) => [id, [...(names as string[])].sort()]))).toEqual({
      "zone:theirs": ["Entity", "Party", "Place", "Zone"],
      "region:theirs": ["Entity", "Party", "Place", "Region"],
      "company:theirs": ["Company", "Entity", "Party"],
    });
    expect(await stored(engine, "located-in:theirs")).toEqual({
      id: "located-in:theirs",
      from: "zone:theirs",
      to: "region:theirs",
    });
    expect(await stored(engine, "located-in:partly")).toEqual({
      id: "located-in:partly",
      from: "company:theirs",
      to: "zone:theirs",
    });
    expect(await snapshot(engine)).toEqual(expect.arrayContaining(other));
  });

  it("that is prepared stays as it is when it is prepared again", async () => {
    await run(THEIRS);
    await prepareGraph(engine, model);
    const before = await snapshot(engine);
    await prepareGraph(engine, model);
    expect(await snapshot(engine)).toEqual(before);
  });

  it("of our own datasets is not searched", async () => {
    await prepareGraph(engine, model);
    await importDataset({ folder: await writeFolder(SMALL), engine, model });
    const watched = watch(engine);
    await prepareGraph(watched, model);
    expect(watched.writes).toBe(0);
  });

  it.each([
    [
      "relationships",
      "CREATE (a:Company {id: 'company:a'})-[:OWNS]->(b:Project {id: 'project:b'}), (a)-[:OWNS]->(b), (a)-[:OWNS {id: 'owns:c'}]->(b)",
      "expected every relationship to have an id but 2 of type OWNS have none; give each a unique id (owns:…), or import them from a dataset folder.",
    ],
    [
      "nodes",
      "CREATE (:Company {name: '企业'}), (:Company {id: 'company:a'})",
      "expected every node to have an id but 1 of type Company have none; give each a unique id (company:…), or import them from a dataset folder.",
    ],
  ])("whose %s have no ids is refused, and stays as it is", async (_what, text, message) => {
    await run(text);
    const before = await snapshot(engine);
    const error: unknown = await prepareGraph(engine, model).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Conflict);
    expect((error as Conflict).message).toBe(`${engine.address}: ${message}`);
    expect(await snapshot(engine)).toEqual(before);
  });

  it("with relationships of our types between nodes of nobody's is prepared to the end", async () => {
    await run("CREATE (:Stranger)-[:OWNS {id: 'owns:strange'}]->(:Company {id: 'company:a', name: '企业'})");
    await prepareGraph(engine, model);
    expect(await stored(engine, "owns:strange")).toEqual({ id: "owns:strange", to: "company:a" });
  });
});
