import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import type { Kind, RelationshipType } from "../../src/graph/model.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { StoredGraph, type Part, type Stored } from "../../src/graph/stored.js";
import type { Wanted } from "../../src/graph/statements/stored.js";
import { createEntities, createRelationships } from "../../src/graph/statements/upsert.js";
import { byCodePoint } from "../../src/graph/text-order.js";
import { buildModel } from "../../src/schema.js";
import { engines } from "../support/engines.js";
import { Golden } from "../support/golden.js";
import { listening } from "../support/listening.js";

const { model } = buildModel();
const company = model.kinds.get("Company") as Kind;
const owns = model.relationships.get("OWNS") as RelationshipType;
const MANY = 2500;

const entities = Array.from({ length: MANY }, (_, index) => ({
  id: `company:${index === 7 ? "𠮷" : index === 8 ? "\u{ffee}" : index}`,
  name: `公司${index}`,
  ...(index % 900 === 5 ? { facts: [`{"property":"n${index}"}`] } : {}),
}));
/** A hub with more than a page, a self-loop and parallel relationships among them. */
const relationships = Array.from({ length: MANY }, (_, index) => {
  const [from, to] = [entities[index % 3 === 0 ? index : 1]?.id ?? "", entities[index % 500]?.id ?? ""];
  return { id: `owns:r${index}`, from, to, sharePercent: index, ...(index % 800 === 4 ? { facts: ["{}"] } : {}) };
});
type Place = (typeof relationships)[number];
const inOrder = (one: Place, other: Place): number =>
  byCodePoint(one.from, other.from) || byCodePoint(one.to, other.to) || byCodePoint(one.id, other.id);

async function idsOf(pages: AsyncIterable<readonly Stored[]>): Promise<string[]> {
  const found: string[] = [];
  for await (const page of pages) {
    expect(page.length).toBeLessThanOrEqual(1000);
    found.push(...page.map(({ id }) => id));
  }
  return found;
}

describe.each(engines)("what is stored, on $name", ({ name, open }) => {
  const golden = new Golden();
  let engine: Engine;
  let graph: StoredGraph;

  beforeAll(async () => {
    engine = listening(await open(), golden.sent);
    await prepareGraph(engine, model);
    await engine.write([createEntities(company, entities)]);
    await engine.write([createRelationships(owns, relationships)]);
    golden.sent.length = 0;
    graph = new StoredGraph(readerOf(engine));
  });
  afterAll(() => engine.close());

  const readerOf = (from: Engine) => ({
    model,
    capabilities: from.capabilities,
    read: (statement: Parameters<Engine["read"]>[0]) => from.read(statement),
  });

  it("is read in the order of code points, each once, in pages", async () => {
    expect(await graph.present()).toEqual({ kinds: [company], types: [owns] });
    golden.sent.length = 0;
    expect(await idsOf(graph.entities(company))).toEqual(entities.map(({ id }) => id).sort(byCodePoint));
    golden.note("entities of a kind");
    expect(await idsOf(graph.relationships(owns))).toEqual(relationships.toSorted(inOrder).map(({ id }) => id));
    golden.note("relationships of a type");
  });

  it("is read where it has facts", async () => {
    golden.sent.length = 0;
    const facts: Wanted = "FACTS";
    const told = entities.filter((entity) => "facts" in entity).map(({ id }) => id);
    expect(await idsOf(graph.entities(company, facts))).toEqual(told.sort(byCodePoint));
    golden.note("entities that have facts");
    const joined = relationships.filter((each) => "facts" in each).toSorted(inOrder);
    expect(await idsOf(graph.relationships(owns, facts))).toEqual(joined.map(({ id }) => id));
    golden.note("relationships that have facts");
  });

  it("is read of a part, and nothing else", async () => {
    golden.sent.length = 0;
    const chosen = entities
      .slice(0, 1200)
      .map(({ id }) => id)
      .sort(byCodePoint);
    const places = relationships.slice(0, 1100).toSorted(inOrder);
    const part: Part = { entities: new Map([[company, chosen]]), relationships: new Map([[owns, places]]) };
    const some = new StoredGraph(readerOf(engine), part);
    expect(await some.present()).toEqual({ kinds: [company], types: [owns] });
    expect(await idsOf(some.entities(company, "EVIDENCE"))).toEqual(chosen);
    golden.note("entities of a part");
    expect(await idsOf(some.relationships(owns))).toEqual(places.map(({ id }) => id));
    golden.note("relationships of a part");
  });

  it("is read by statements that have golden texts", async () => {
    await expect(golden.text()).toMatchFileSnapshot(`golden/stored-${name}.cypher`);
  });
});

describe("the order of texts", () => {
  it.each([
    ["a", "b"],
    ["a", "ab"],
    ["\u{ffee}", "𠮷"],
    ["z", "\u{e000}"],
    ["𠮷", "𠮷a"],
  ])("has %j before %j", (one, other) => {
    expect(byCodePoint(one, other)).toBeLessThan(0);
    expect(byCodePoint(other, one)).toBeGreaterThan(0);
    expect(byCodePoint(one, one)).toBe(0);
  });
});
