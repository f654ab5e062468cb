import { describe, expect, it } from "vitest";
import { SEED } from "../../../src/cli/seed.js";
import { prepareGraph } from "../../../src/graph/prepare.js";
import { importDataset } from "../../../src/import/index.js";
import { buildModel } from "../../../src/schema.js";
import { engines } from "../../support/engines.js";
import { Golden } from "../../support/golden.js";
import { listening } from "../../support/listening.js";
import { serve } from "../../support/server.js";

const built = buildModel();

/** One query for each shape of statement, and each of its rows; those that go on from a page take its cursor. */
const SHAPES: Readonly<Record<string, string>> = {
  "subgraph, its nodes and relationships":
    '{ subgraph(from: ["zone:zuoyun"]) { nodes { name } relationships { id properties } truncatedReason } }',
  "subgraph, as arrays": '{ subgraph(from: ["zone:zuoyun"], depth: 1) { columns } }',
  "subgraph, along some types to some kinds":
    '{ subgraph(from: ["zone:zuoyun"], types: [LOCATED_IN], direction: IN, kinds: [PROJECT, PLATFORM]) { nodeCount } }',
  "subgraph, out of entities alone": '{ subgraph(from: ["zone:zuoyun"], direction: OUT) { nodeCount } }',
  "expand by id":
    'query ($after: String) { expand(ids: ["zone:zuoyun"], shown: ["zone:datong"], first: 2, after: $after) { nodes { name } relationships { id } totalCount pageInfo { endCursor } } }',
  "expand by id, one kind of several":
    '{ expand(ids: ["zone:zuoyun"], types: [LOCATED_IN], direction: IN, kinds: [PROJECT], first: 2) { nodes { id } } }',
  "expand by degree":
    'query ($after: String) { expand(ids: ["zone:zuoyun"], orderBy: DEGREE, first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }',
  "best connected": "{ bestConnected(first: 3) { name } }",
  "best connected, of some kinds": "{ bestConnected(kinds: [COMPANY, PROJECT], first: 3) { name } }",
  "neighbour summary": '{ zone(id: "zone:zuoyun") { neighborSummary { type direction kind count } } }',
};

describe.each(engines)("on $name, the text of", ({ name, open }) => {
  it("every statement about what surrounds entities is the golden one, and runs", async () => {
    const golden = new Golden();
    const engine = listening(await open(), golden.sent);
    await prepareGraph(engine, built.model);
    await importDataset({ folder: SEED, engine, model: built.model });
    const service = await serve(built, engine);
    for (const [title, query] of Object.entries(SHAPES)) {
      golden.sent.length = 0;
      let after: string | undefined;
      do {
        const { answer } = await service.post({ query, variables: { after } });
        expect(answer.errors, title).toBeUndefined();
        after = after === undefined ? /"endCursor":"([^"]+)/.exec(JSON.stringify(answer.data))?.[1] : undefined;
      } while (after !== undefined);
      golden.note(title);
    }
    await service.app.close();
    await engine.close();
    await expect(golden.text()).toMatchFileSnapshot(`golden/views-${name}.cypher`);
  });
});
