import { graphql } from "graphql";
import { describe, expect, it } from "vitest";
import { SEED } from "../../src/cli/seed.js";
import { Graph } from "../../src/graph/graph.js";
import { graphState, prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import { EDITED, SMALL, writeFolder } from "../support/datasets.js";
import { engines } from "../support/engines.js";
import { Golden } from "../support/golden.js";
import { listening } from "../support/listening.js";

const built = buildModel();
const limits = { defaultPageSize: 20, maxPageSize: 1000 };

/** One query for each shape of statement, and each of its rows. */
const SHAPES: Readonly<Record<string, string>> = {
  "list by id": "{ zones(first: 2) { nodes { name } } }",
  "list by id, from the end": "{ zones(last: 2) { nodes { name } } }",
  "list by id, filtered": "{ projects(filter: { status: { eq: IN_PRODUCTION } }) { nodes { id } } }",
  "list by id, joined to one entity":
    'query ($after: String) { projects(first: 2, after: $after, filter: { location: { node: { id: { eq: "zone:zuoyun" } } }, name: { contains: "项目" } }) { nodes { name } pageInfo { endCursor } } }',
  "list by id, joined to what one entity is joined to":
    '{ companies(first: 2, filter: { builtProjects: { node: { location: { node: { id: { eq: "zone:zuoyun" } } } } } }) { nodes { name } } }',
  "pages below pages":
    "{ zones(first: 2, orderBy: [{ field: NAME }]) { nodes { chains(first: 2) { edges { relationship { role } node { projects(first: 2) { nodes { name } pageInfo { hasNextPage } } } } } } } }",
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
  "list by id, next page": "query ($after: String) { zones(first: 2, after: $after) { pageInfo { endCursor } } }",
  "list by id, page before": "query ($before: String) { zones(last: 2, before: $before) { pageInfo { startCursor } } }",
  "list by one indexed property, next page":
    "query ($after: String) { projects(first: 2, after: $after, orderBy: [{ field: INVESTMENT_CNY }]) { pageInfo { endCursor } } }",
  "list by one indexed property, page before, from the missing values":
    "query ($before: String) { projects(last: 2, before: $before, orderBy: [{ field: INVESTMENT_CNY }]) { pageInfo { startCursor } } }",
  "list by several, between two cursors":
    "query ($after: String) { projects(first: 3, after: $after, before: $after, orderBy: [{ field: NAME_EN }, { field: STATUS, direction: DESC }]) { pageInfo { endCursor } } }",
  "page, next":
    'query ($after: String) { zone(id: "zone:zuoyun") { projects(first: 2, after: $after) { pageInfo { endCursor } } } }',
  "page, before":
    'query ($before: String) { zone(id: "zone:zuoyun") { projects(last: 2, before: $before) { pageInfo { startCursor } } } }',
  "page, ordered, next":
    'query ($after: String) { zone(id: "zone:zuoyun") { chains(first: 1, after: $after, orderBy: [{ relationship: ROLE }]) { pageInfo { endCursor } } } }',
  "relationships of any type, next":
    'query ($after: String) { zone(id: "zone:zuoyun") { relationships(first: 1, after: $after, types: [LOCATED_IN]) { pageInfo { endCursor } } } }',
  "conditions of every kind":
    '{ projects(filter: { or: [{ name: { startsWith: "a" } }, { aliases: { has: "b" } }, { investmentCny: { gte: 1, lt: 2 } }, { targetDate: { lte: "2024", within: "2024" } }, { areaMu: { isNull: true } }], not: { within: "region:datong", chains: { node: { zones: { relationship: { role: { in: [LEADING] } } } } } } }) { nodes { id } } }',
};

describe.each(engines)("on $name, the text of", ({ name, open }) => {
  it("every statement of a query is the golden one, and runs", async () => {
    const golden = new Golden();
    const engine = listening(await open(), golden.sent);
    await prepareGraph(engine, built.model);
    await importDataset({ folder: SEED, engine, model: built.model });
    for (const [title, source] of Object.entries(SHAPES)) {
      golden.sent.length = 0;
      let cursor: string | undefined;
      do {
        const contextValue = { graph: new Graph({ model: built.model, engine, limits }) };
        const variableValues = { after: cursor, before: cursor };
        const { data, errors } = await graphql({ schema: built.schema, source, variableValues, contextValue });
        expect(errors, title).toBeUndefined();
        cursor = cursor === undefined ? /Cursor":"([^"]+)/.exec(JSON.stringify(data))?.[1] : undefined;
      } while (cursor !== undefined);
      golden.note(title);
    }
    await engine.close();
    await expect(golden.text()).toMatchFileSnapshot(`golden/${name}.cypher`);
  });

  it("every statement of the importer is the golden one, and runs", async () => {
    const golden = new Golden();
    const engine = listening(await open(), golden.sent);
    await prepareGraph(engine, built.model);
    golden.note("prepare");
    await graphState(engine);
    golden.note("state");
    for (const [title, files] of Object.entries({ import: SMALL, "import again": SMALL, "import an edit": EDITED })) {
      await importDataset({ folder: await writeFolder(files), engine, model: built.model });
      golden.note(title);
    }
    await engine.write([{ text: "CREATE (:Zone {id: 'zone:foreign'})", parameters: {} }]);
    golden.sent.length = 0;
    await prepareGraph(engine, built.model);
    golden.note("prepare what another tool wrote");
    await engine.close();
    await expect(golden.text()).toMatchFileSnapshot(`golden/${name}-import.cypher`);
  });
});
