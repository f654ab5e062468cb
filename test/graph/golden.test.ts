import { graphql } from "graphql";
import { describe, expect, it } from "vitest";
import { SEED } from "../../src/cli/seed.js";
import type { Engine, Statement } from "../../src/engine/engine.js";
import { Graph } from "../../src/graph/graph.js";
import { graphState, prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import { engines } from "../support/engines.js";
import { listening } from "../support/listening.js";

const built = buildModel();

/** One query for each shape of statement, and each of its rows. */
const SHAPES: Readonly<Record<string, string>> = {
  "list by id": "{ zones(first: 2) { nodes { name } } }",
  "list by id, from the end": "{ zones(last: 2) { nodes { name } } }",
  "list by id, filtered": "{ projects(filter: { status: { eq: IN_PRODUCTION } }) { nodes { id } } }",
  "list by one indexed property": "{ projects(first: 2, orderBy: [{ field: INVESTMENT_CNY }]) { nodes { id } } }",
  "list by one indexed property, descending":
    "{ projects(first: 2, orderBy: [{ field: INVESTMENT_CNY, direction: DESC }]) { nodes { id } } }",
  "list by several":
    "{ projects(first: 2, orderBy: [{ field: STATUS }, { field: NAME, direction: DESC }]) { nodes { id } } }",
  "count of a list": "{ zones { totalCount } }",
  "count of a filtered list": '{ zones(filter: { name: { contains: "左" } }) { totalCount } }',
  "entity by id": '{ node(id: "zone:zuoyun") { ... on Entity { name citations { article } facts { property } } } }',
  "relationship by id":
    '{ node(id: "located-in:project:yaobang~zone:zuoyun") { ... on Relationship { type properties } } }',
  "page, one kind of several": '{ zone(id: "zone:zuoyun") { projects(first: 2) { nodes { name } } } }',
  "page, from the end": '{ zone(id: "zone:zuoyun") { chains(last: 2) { edges { relationship { role } } } } }',
  "page, filtered and ordered":
    '{ zone(id: "zone:zuoyun") { chains(filter: { relationship: { role: { eq: LEADING } } }, orderBy: [{ relationship: FORMATION }, { node: NAME }]) { nodes { name } } } }',
  "count of a page": '{ zone(id: "zone:zuoyun") { chains { totalCount } } }',
  "count of a page of one kind": '{ zone(id: "zone:zuoyun") { projects { totalCount } } }',
  "relationships of any type":
    '{ zone(id: "zone:zuoyun") { relationships(first: 2, types: [LOCATED_IN, DEVELOPS]) { totalCount edges { node { name } relationship { id } } } } }',
  "relationships to one kind":
    '{ zone(id: "zone:zuoyun") { relationships(first: 2, types: [LOCATED_IN], kinds: [PROJECT]) { totalCount edges { node { id } } } } }',
  "conditions of every kind":
    '{ projects(filter: { or: [{ name: { startsWith: "a" } }, { aliases: { has: "b" } }, { investmentCny: { gte: 1, lt: 2 } }, { targetDate: { lte: "2024", within: "2024" } }, { areaMu: { isNull: true } }], not: { within: "region:datong", chains: { node: { zones: { relationship: { role: { in: [LEADING] } } } } } } }) { nodes { id } } }',
};

describe.each(engines)("on $name, the text of", ({ name, open }) => {
  it("every statement is the golden one, and runs", async () => {
    const sent: Statement[] = [];
    const engine: Engine = listening(await open(), sent);
    const texts: string[] = [];
    const note = (title: string): void => {
      texts.push(`// ${title}`, ...new Set(sent.splice(0).map(({ text }) => text)), "");
    };
    await prepareGraph(engine, built.model);
    note("prepare");
    await graphState(engine);
    note("state");
    await importDataset({ folder: SEED, engine, model: built.model });
    note("import");
    await importDataset({ folder: SEED, engine, model: built.model });
    note("import again");
    for (const [title, source] of Object.entries(SHAPES)) {
      const graph = new Graph({ model: built.model, engine, limits: { defaultPageSize: 20, maxPageSize: 1000 } });
      const { errors } = await graphql({ schema: built.schema, source, contextValue: { graph } });
      expect(errors, title).toBeUndefined();
      note(title);
    }
    await engine.close();
    await expect(texts.join("\n")).toMatchFileSnapshot(`golden/${name}.cypher`);
  });
});
