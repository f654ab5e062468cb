import { readFile } from "node:fs/promises";
import { MultiGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { SEED } from "../../../src/cli/seed.js";
import type { Engine } from "../../../src/engine/engine.js";
import { ownerOf, type Kind } from "../../../src/graph/model.js";
import { prepareGraph } from "../../../src/graph/prepare.js";
import { importDataset } from "../../../src/import/index.js";
import { buildModel } from "../../../src/schema.js";
import { engines } from "../../support/engines.js";
import { clear, exported } from "../../support/exports.js";
import { joining, store } from "../../support/rows.js";
import { serve, type Service } from "../../support/server.js";

const built = buildModel();
const { model } = built;

/** A form as a parser that is not ours reads it, and what it makes of a list. */
const FORMS = [
  { form: "graphml", parse: graphml.parse, list: (items: readonly string[]): unknown => items.join(";") },
  { form: "gexf", parse: gexf.parse, list: (items: readonly string[]): unknown => items },
] as const;

async function mistakes(form: string, content: string): Promise<readonly string[]> {
  const schemaOf = async (fileName: string) => ({
    fileName,
    contents: await readFile(new URL(`schemas/${fileName}`, import.meta.url), "utf8"),
  });
  const xml = { fileName: `export.${form}`, contents: content };
  const schema = [await schemaOf(`${form}.xsd`)];
  const { errors } = await validateXML({ xml, schema, preload: [await schemaOf("gexf-viz.xsd")] });
  return errors.map(({ message }) => message);
}

/** Stored beside the properties, and in the form's own places or nowhere. */
const BOOKKEEPING = ["id", "from", "to", "dataset", "searchText", "searchTokens"];

type Properties = Readonly<Record<string, unknown>>;

/** What of stored properties a parser must find again, lists as the form has them. */
function stated(properties: Properties, list: (items: readonly string[]) => unknown): Properties {
  const { facts, ...rest } = properties;
  const values = Object.entries(rest)
    .filter(([name]) => !BOOKKEEPING.includes(name))
    .map(([name, value]): [string, unknown] => [name, Array.isArray(value) ? list(value as string[]) : value]);
  return { ...Object.fromEntries(values), ...(facts ? { facts: `[${(facts as string[]).join(",")}]` } : {}) };
}

describe.each(engines)("an export for tools that draw graphs, on $name", ({ open }) => {
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

  const read = (text: string) => engine.read({ text, parameters: {} });
  const contentOf = async (form: string, query = "") =>
    (await exported(service.app, `${form}${query}`)).bytes.toString();

  it.each(FORMS)(
    "holds the whole seed as $form, valid, with every property",
    { timeout: 180_000 },
    async ({ form, parse, list }) => {
      await importDataset({ folder: SEED, engine, model });
      const content = await contentOf(form);
      expect(await mistakes(form, content)).toEqual([]);
      const graph = parse(MultiGraph, content);
      const nodes = await read("MATCH (n:Entity) RETURN properties(n)");
      const edges = await read("MATCH (a)-[r]->(b) WHERE r.derivedFrom IS NULL RETURN type(r), properties(r)");
      expect([graph.order, graph.size]).toEqual([nodes.length, edges.length]);
      for (const [properties] of nodes as [Properties][]) {
        const found = graph.getNodeAttributes(properties["id"]);
        expect(found).toMatchObject({ label: properties["name"], ...stated(properties, list) });
        expect(found["kind"]).toBe((ownerOf(model, properties["id"] as string) as Kind).value);
      }
      const byId = new Map(
        graph.mapEdges((key, attributes, from, to): [unknown, unknown] => [
          attributes["relationshipId"] ?? key,
          { ...attributes, from, to },
        ]),
      );
      for (const [type, properties] of edges as [string, Properties][])
        expect(byId.get(properties["id"])).toMatchObject({
          type,
          label: model.relationships.get(type)?.zh,
          from: properties["from"],
          to: properties["to"],
          ...stated(properties, list),
        });
    },
  );

  it.each(FORMS)(
    "keeps what is hard to write in $form, and replaces what XML forbids",
    async ({ form, parse, list }) => {
      const hard = " <b>\"甲\" & '乙'</b>\t\r\n]]> \u{20bb7} ";
      const items = ["a, b", 'c "d"', "e\\f", "[g]", "h\ni"];
      await store(engine, model, [
        { id: "company:a(1)_x28_", name: hard, nameEn: "a\u{0}b\u{b}c\u{fffe}", aliases: items },
        { id: "project:1e21", name: "项目", investmentCny: 1e21, areaMu: -0.5, phaseCount: 3 },
        joining("owns", "company:a(1)_x28_", "project:1e21", { sharePercent: 0.1 }),
        joining("owns", "company:a(1)_x28_", "project:1e21", { id: "owns:second" }),
      ]);
      const content = await contentOf(form);
      expect(await mistakes(form, content)).toEqual([]);
      const graph = parse(MultiGraph, content);
      const company = graph.findNode((_node, { name }) => name === hard);
      const joined = ["a, b", 'c "d"', "e\\\\f", "[g]", "h\ni"];
      expect(graph.getNodeAttributes(company)).toMatchObject({
        nameEn: "a\u{fffd}b\u{fffd}c\u{fffd}",
        aliases: list(form === "graphml" ? joined : items),
      });
      expect(graph.getNodeAttributes("project:1e21")).toMatchObject({
        investmentCny: 1e21,
        areaMu: -0.5,
        phaseCount: 3,
      });
      expect(graph.directedEdges(company, "project:1e21")).toHaveLength(2);
    },
  );

  it.each(FORMS)("holds in $form the entities of a view and every relationship among them", async ({ form, parse }) => {
    await store(engine, model, [
      { id: "company:a", name: "甲" },
      { id: "company:b", name: "乙" },
      { id: "project:c", name: "丙" },
      { id: "region:d", name: "丁" },
      joining("owns", "company:a", "project:c"),
      joining("owns", "company:b", "project:c"),
      joining("owns", "company:a", "company:b"),
      joining("located-in", "project:c", "region:d"),
    ]);
    const edges = (graph: MultiGraph) => graph.mapEdges((_key, _attributes, from, to) => `${from} ${to}`).sort();
    const near = parse(MultiGraph, await contentOf(form, "?from=company:a&kinds=COMPANY&kinds=PROJECT"));
    expect(near.nodes().sort()).toEqual(["company:a", "company:b", "project:c"]);
    expect(edges(near)).toEqual(["company:a company:b", "company:a project:c", "company:b project:c"]);
    const alone = parse(MultiGraph, await contentOf(form, "?from=region:d&from=project:c&depth=0"));
    expect(edges(alone)).toEqual(["project:c region:d"]);
    const out = parse(MultiGraph, await contentOf(form, "?from=company:b&direction=OUT&maxNodes=2"));
    expect(out.nodes().sort()).toEqual(["company:b", "project:c"]);
  });

  it.each(FORMS)("is valid in $form of an empty graph", async ({ form, parse }) => {
    const content = await contentOf(form);
    expect(await mistakes(form, content)).toEqual([]);
    expect(parse(MultiGraph, content).order).toBe(0);
  });
});
