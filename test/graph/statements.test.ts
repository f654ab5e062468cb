import { graphql, type ExecutionResult } from "graphql";
import neo4j from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SEED } from "../../src/cli/seed.js";
import type { Engine, Statement } from "../../src/engine/engine.js";
import { Graph } from "../../src/graph/graph.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import { engines, neo4jUri } from "../support/engines.js";
import { listening } from "../support/listening.js";

const built = buildModel();

const NESTED = `query ($most: Int!) {
  zones(filter: { id: { in: ["zone:zuoyun", "zone:zonggai"] } }) {
    nodes {
      ...Named
      few: chains(first: 1) { nodes { name stages { totalCount } } }
      all: chains(first: $most) {
        totalCount
        edges { relationship { role } node { name leadingProjects { nodes { name } } projects(first: $most) { nodes { ...Named } } } }
      }
      companies(first: $most, filter: { node: { name: { contains: "能" } } }) {
        totalCount
        nodes { name location { nodes { ... on Zone { name } } } }
      }
    }
  }
}
fragment Named on Entity { id name citations { source { name } } }`;

describe.each(engines)("statements on $name", ({ open }) => {
  let engine: Engine;
  const sent: Statement[] = [];

  beforeAll(async () => {
    engine = await open();
    await prepareGraph(engine, built.model);
    await importDataset({ folder: SEED, engine, model: built.model });
  });

  afterAll(() => engine.close());

  async function ask(source: string, variableValues: Record<string, unknown> = {}): Promise<ExecutionResult> {
    sent.length = 0;
    const graph = new Graph({
      model: built.model,
      engine: listening(engine, sent),
      limits: { defaultPageSize: 20, maxPageSize: 1000 },
    });
    const result = await graphql({ schema: built.schema, source, variableValues, contextValue: { graph } });
    expect(graph.statements).toBe(sent.length);
    return JSON.parse(JSON.stringify(result)) as ExecutionResult;
  }

  it("grow with the fields of a query, not with its answer", async () => {
    const counts: number[] = [];
    for (const most of [2, 10]) {
      const { errors } = await ask(NESTED, { most });
      expect(errors).toBeUndefined();
      counts.push(sent.length);
    }
    expect(counts[0]).toBe(counts[1]);
    // The list, two pages of chains with a count each way they are asked for, and what hangs from them.
    expect(counts[0]).toBeLessThanOrEqual(13);
  });

  it("are not sent for what is not asked", async () => {
    await ask("{ zones { pageInfo { hasNextPage } } }");
    expect(sent).toHaveLength(1);
    await ask("{ zones { totalCount } }");
    expect(sent).toHaveLength(1);
    await ask("{ zones { __typename } }");
    expect(sent).toHaveLength(0);
    await ask("{ vocabulary { value } }");
    expect(sent).toHaveLength(0);
    await ask("query ($with: Boolean!) { zones { nodes { name } totalCount @include(if: $with) } }", { with: false });
    expect(sent).toHaveLength(1);
  });

  it("ask only for the columns that were selected", async () => {
    await ask("{ projects(first: 1) { nodes { name status } } }");
    expect(sent[0]?.text).toContain("n.name, n.status");
    expect(sent[0]?.text).not.toContain("investmentCny");
  });

  it("never carry what a client wrote in their text", async () => {
    const hostile = "x' OR 1=1 RETURN n //";
    await ask("query ($text: String!) { zones(filter: { name: { contains: $text } }) { totalCount } }", {
      text: hostile,
    });
    expect(sent[0]?.text).not.toContain("1=1");
    expect(Object.values(sent[0]?.parameters ?? {})).toContain(hostile);
  });

  it("find every entity and every relationship by its id, whatever its kind", async () => {
    for (const kind of built.model.kinds.values()) {
      const { data } = await ask(`{ ${kind.plural}(first: 1) { nodes { id } } }`);
      const [first] = (data as Record<string, { nodes: { id: string }[] }>)[kind.plural]?.nodes ?? [];
      const found = await ask("query ($id: ID!) { node(id: $id) { __typename id ... on Entity { name kind } } }", {
        id: first?.id,
      });
      expect(found.data).toMatchObject({ node: { __typename: kind.name, id: first?.id, kind: kind.value } });
    }
    const types = new Set<string>();
    const { data } = await ask(
      "{ zones { nodes { relationships(first: 200) { edges { relationship { __typename id type } } } } } projects { nodes { relationships(first: 100) { edges { relationship { __typename id type } } } } } }",
    );
    type Found = { nodes: { relationships: { edges: { relationship: { id: string; type: string } }[] } }[] };
    for (const { nodes } of Object.values(data as Record<string, Found>))
      for (const { relationships } of nodes)
        for (const { relationship } of relationships.edges) {
          if (types.has(relationship.type)) continue;
          types.add(relationship.type);
          const found = await ask("query ($id: ID!) { node(id: $id) { __typename id ... on Relationship { type } } }", {
            id: relationship.id,
          });
          expect(found.data).toEqual({ node: relationship });
        }
    expect(types.size).toBeGreaterThan(12);
  });

  it("page without repeating or hiding a row while others are inserted", async () => {
    const page =
      "query ($after: String) { companies(first: 3, after: $after, orderBy: [{ field: NAME }]) { nodes { id } pageInfo { hasNextPage endCursor } } }";
    type Page = { companies: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    const before = ((await ask("{ companies(first: 100) { nodes { id } } }")).data as Page).companies.nodes.map(
      ({ id }) => id,
    );
    const seen: string[] = [];
    for (let after: string | undefined, number = 0; ; number += 1) {
      const { companies } = (await ask(page, { after })).data as Page;
      seen.push(...companies.nodes.map(({ id }) => id));
      if (!companies.pageInfo.hasNextPage) break;
      after = companies.pageInfo.endCursor;
      const name = number % 2 === 0 ? "一" : "龥";
      await engine.write([
        {
          text: "CREATE (n:Company:Party:Entity) SET n = $row",
          parameters: { row: { id: `company:inserted-${number}`, name } },
        },
      ]);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(before.filter((id) => !seen.includes(id))).toEqual([]);
    await engine.write([
      { text: "MATCH (n:Company) WHERE n.id STARTS WITH 'company:inserted-' DETACH DELETE n", parameters: {} },
    ]);
  });
});

describe.skipIf(neo4jUri === undefined)("the plan of Neo4j", () => {
  it("reads a page under busy nodes from the index over the ends, in order", async () => {
    const [neo4jEngine] = engines;
    const engine = (await neo4jEngine?.open()) as Engine;
    await prepareGraph(engine, built.model);
    const rows = Array.from({ length: 3000 }, (_, index) => ({ id: `company:c${index}`, name: `公司${index}` }));
    await engine.write([
      {
        text: "UNWIND range(0, 9) AS i CREATE (:Zone:Party:Place:Entity {id: 'zone:z' + i, name: '区' + i})",
        parameters: {},
      },
      { text: "UNWIND $rows AS row CREATE (n:Company:Party:Entity) SET n = row", parameters: { rows } },
      {
        text: "MATCH (c:Company) MATCH (z:Zone {id: 'zone:z' + (size(c.id) % 10)}) CREATE (c)-[:LOCATED_IN {id: 'located-in:' + c.id, from: c.id, to: z.id}]->(z)",
        parameters: {},
      },
    ]);
    const sent: Statement[] = [];
    const graph = new Graph({
      model: built.model,
      engine: listening(engine, sent),
      limits: { defaultPageSize: 20, maxPageSize: 1000 },
    });
    const source = "{ zones(first: 10) { nodes { companies(first: 10) { nodes { name } } } } }";
    expect((await graphql({ schema: built.schema, source, contextValue: { graph } })).errors).toBeUndefined();
    const { text = "", parameters = {} } = sent.at(-1) ?? {};
    const driver = neo4j.driver(neo4jUri as string);
    const whole = Object.entries(parameters).map(
      ([key, value]) => [key, value === 10 ? neo4j.int(value) : value] as const,
    );
    const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, Object.fromEntries(whole));
    await driver.close();
    await engine.close();
    const operators: string[] = [];
    const visit = (plan: { operatorType: string; children: unknown[] }): void => {
      operators.push(plan.operatorType.split("@")[0] ?? "");
      for (const child of plan.children) visit(child as typeof plan);
    };
    visit(summary.plan as unknown as { operatorType: string; children: unknown[] });
    expect(operators.join(" ")).toMatch(/\bDirectedRelationshipIndexSeek/);
    expect(operators.filter((operator) => /Sort|Top/.test(operator))).toEqual([]);
  });
});
