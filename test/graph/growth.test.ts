import { graphql } from "graphql";
import { describe, expect, it } from "vitest";
import type { Statement } from "../../src/engine/engine.js";
import { derive } from "../../src/graph/derive.js";
import { Graph } from "../../src/graph/graph.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { buildModel } from "../../src/schema.js";
import { engines } from "../support/engines.js";
import { listening } from "../support/listening.js";
import { joining, store, type Row } from "../support/rows.js";

const { schema, model } = buildModel();

/** A part of a graph: a region and zones in it, each with chains and with projects that join them and that a company owns. */
function part(number: number): Row[] {
  const range = Array.from({ length: 3 }, (_, index) => `${number}-${index}`);
  const named = (kind: string, key: string): Row => ({ id: `${kind}:${key}`, name: key, citations: ["source:page||"] });
  const region = `region:${number}`;
  return [
    named("region", `${number}`),
    ...["zone", "chain", "project", "company"].flatMap((kind) => range.map((key) => named(kind, key))),
    ...range.flatMap((key, index) => [
      joining("located-in", `zone:${key}`, region),
      joining("located-in", `company:${key}`, index === 0 ? region : `zone:${key}`),
      ...range.flatMap((other) => [
        joining("located-in", `project:${other}`, `zone:${key}`),
        joining("develops", `zone:${key}`, `chain:${other}`, { role: "LEADING" }),
        joining("joins", `project:${key}`, `chain:${other}`),
      ]),
      joining("owns", `company:${key}`, `project:${key}`),
    ]),
  ];
}

const CITED = "citations { source { name } }";

/** Queries, and the statements that their fields come to: batched level by level, and with pages read below pages. */
const QUERIES: Readonly<Record<string, readonly [query: string, batched: number, nested: number]>> = {
  "one list": [`{ zones(first: 100) { nodes { name } } }`, 1, 1],
  "a list and its total": [`{ zones(first: 100) { totalCount nodes { name } } }`, 2, 2],
  "lists three deep": [
    `{ zones(first: 100) { nodes { chains { nodes { projects { nodes { name owners { totalCount } } } } } } } }`,
    4,
    3,
  ],
  "aliases of one meaning": [
    `{ zones(first: 100) { nodes { a: chains { nodes { name } } b: chains { nodes { name } } } } }`,
    2,
    1,
  ],
  "aliases with arguments of their own": [
    `{ zones(first: 100) { nodes {
      one: chains(first: 1) { nodes { name } } two: chains(first: 2) { nodes { name } }
      leading: chains(filter: { relationship: { role: { eq: LEADING } } }) { totalCount nodes { name } } } } }`,
    5,
    2,
  ],
  "fragments that say the same": [
    `{ zones(first: 100) { nodes { ...Chains ... on Place { ...Chains } ... on Party { id name } } } }
     fragment Chains on Zone { chains { nodes { id projects { nodes { id } } } } }`,
    3,
    2,
  ],
  "parents of several kinds": [
    `{ companies(first: 100) { nodes { location { nodes { name
      ... on Region { zones { nodes { name } } }
      ... on Zone { chains { nodes { name } } } } } } } }`,
    4,
    3,
  ],
  "relationships of any type, with both ends": [
    `{ zones(first: 100) { nodes { relationships(first: 50) { totalCount edges { node { name } relationship { from { id } to { name } } } } } } }`,
    5,
    5,
  ],
  "evidence, wherever it stands": [`{ zones(first: 100) { nodes { ${CITED} chains { nodes { ${CITED} } } } } }`, 3, 2],
};

describe.each(engines)("the statements that a query sends on $name", ({ open }) => {
  it("grow with its fields and not with the graph", async () => {
    const sent: Statement[] = [];
    const engine = listening(await open(), sent);
    await prepareGraph(engine, model);
    await store(engine, model, [{ id: "source:page", name: "page" }]);
    const count = async (source: string) => {
      sent.length = 0;
      const graph = new Graph({ model, engine, limits: { defaultPageSize: 20, maxPageSize: 100 } });
      const { data, errors } = await graphql({ schema, source, contextValue: { graph } });
      expect(errors).toBeUndefined();
      return { statements: sent.length, size: JSON.stringify(data).length };
    };
    await store(engine, model, part(1));
    await derive(engine, model, (statements) => engine.write(statements));
    const small = new Map<string, number>();
    for (const [what, [query, batched, nested]] of Object.entries(QUERIES)) {
      const statements = engine.capabilities.nestedPages ? nested : batched;
      const counted = await count(query);
      expect(counted.statements, what).toBe(statements);
      small.set(what, counted.size);
    }
    await store(engine, model, part(2));
    await derive(engine, model, (statements) => engine.write(statements));
    for (const [what, [query, batched, nested]] of Object.entries(QUERIES)) {
      const statements = engine.capabilities.nestedPages ? nested : batched;
      const counted = await count(query);
      expect(counted.statements, `${what}, in a graph twice as large`).toBe(statements);
      expect(counted.size, what).toBeGreaterThan(small.get(what) ?? 0);
    }
    await engine.close();
  });
});
