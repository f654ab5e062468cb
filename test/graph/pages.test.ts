import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { deleteRelationships } from "../../src/graph/statements/upsert.js";
import { buildModel } from "../../src/schema.js";
import { answered } from "../support/answered.js";
import { engines } from "../support/engines.js";
import { joining, store, type Row } from "../support/rows.js";

const built = buildModel();
const { model } = built;

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly relationship: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

const entity = (id: string): Row => ({ id, name: id });
const located = (project: string, zone: string): Row => joining("located-in", `project:${project}`, `zone:${zone}`);
const partnered = (id: string, university: string, more: Readonly<Record<string, unknown>> = {}): Row =>
  joining("partners-with", "zone:busy", `university:${university}`, { ...more, id: `partners-with:${id}` });

/** Two zones of different length, one without anything, and partnerships of which several join the same two. */
const ROWS: readonly Row[] = [
  ...["busy", "quiet", "empty"].map((zone) => entity(`zone:${zone}`)),
  ...["a", "b", "c", "d", "e", "f"].map((project) => entity(`project:${project}`)),
  ...["x", "y"].map((university) => entity(`university:${university}`)),
  ...["a", "b", "c", "d", "e"].map((project) => located(project, "busy")),
  located("f", "quiet"),
  partnered("1", "x", { form: "TALKS", planned: true }),
  partnered("2", "x", { form: "TALKS", date: "2023" }),
  partnered("3", "x"),
  partnered("4", "y", { planned: false, date: "2023" }),
  partnered("5", "y", { form: "AGREEMENT", planned: true }),
  partnered("6", "y", { form: "TALKS", planned: false }),
];

const ORDERS = [
  "",
  "orderBy: [{ relationship: FORM }]",
  "orderBy: [{ relationship: PLANNED, direction: DESC }]",
  "orderBy: [{ relationship: DATE, direction: DESC }, { node: NAME }, { relationship: FORM }]",
  "orderBy: [{ node: ID, direction: DESC }]",
];

describe.each(engines)("pages under an entity on $name", ({ open }) => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await open();
    await prepareGraph(engine, model);
    await store(engine, model, ROWS);
  });
  afterAll(() => engine.close());

  const ask = <Data>(source: string, variables?: Readonly<Record<string, unknown>>): Promise<Data> =>
    answered(built, engine, source, variables);

  /** Walks a list of the busy zone in pages of two, doing something after each, and tells what was on each. */
  async function walk(
    list: string,
    backward: boolean,
    meanwhile?: (page: number) => Promise<void>,
  ): Promise<string[][]> {
    const pages: string[][] = [];
    const page = backward ? "last: 2, before: $cursor" : "first: 2, after: $cursor";
    const query = `query ($cursor: String) { zone(id: "zone:busy") { list: ${list.replace("$page", page)} {
      edges { cursor relationship { id } } pageInfo { hasNextPage hasPreviousPage } } } }`;
    for (let cursor: string | undefined; ;) {
      const { zone } = await ask<{ zone: { list: Page } }>(query, { cursor });
      const { edges, pageInfo } = zone.list;
      pages.push(edges.map(({ relationship }) => relationship.id));
      if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return pages;
      cursor = edges.at(backward ? 0 : -1)?.cursor;
      await meanwhile?.(pages.length);
    }
  }

  it("are cut for each parent on its own", async () => {
    const source = `{ zones { nodes { id
      projects(first: 2) { totalCount nodes { name } pageInfo { hasNextPage } }
      end: projects(last: 1) { nodes { name } pageInfo { hasPreviousPage } } } } }`;
    const page = (names: readonly string[], more: boolean, totalCount: number, end: readonly string[]) => ({
      projects: { totalCount, nodes: names.map((name) => ({ name })), pageInfo: { hasNextPage: more } },
      end: { nodes: end.map((name) => ({ name })), pageInfo: { hasPreviousPage: more } },
    });
    expect(await ask(source)).toEqual({
      zones: {
        nodes: [
          { id: "zone:busy", ...page(["project:a", "project:b"], true, 5, ["project:e"]) },
          { id: "zone:empty", ...page([], false, 0, []) },
          { id: "zone:quiet", ...page(["project:f"], false, 1, ["project:f"]) },
        ],
      },
    });
  });

  it.each(ORDERS)("are from the end what they are from the start, turned round: %s", async (order) => {
    const list = `partnerUniversities($page ${order})`;
    const [forward, backward] = [await walk(list, false), await walk(list, true)];
    expect(forward.flat().toSorted()).toEqual(["1", "2", "3", "4", "5", "6"].map((id) => `partners-with:${id}`));
    expect(backward.toReversed()).toEqual(forward);
  });

  it.each([
    ["by the ids of the ends", "partnerUniversities($page)"],
    ["by a property", "partnerUniversities($page orderBy: [{ relationship: FORM }])"],
    ["of relationships of any type", "relationships($page, types: [PARTNERS_WITH])"],
  ])("neither repeat nor hide a row while others come and go, %s", async (_what, list) => {
    const before = (await walk(list, false)).flat();
    const added = (page: number) => [
      partnered(`0-${page}`, "x", { form: "AGREEMENT" }),
      partnered(`7-${page}`, "y"),
      partnered(`3-${page}`, "x", { form: "TALKS" }),
    ];
    const pages: string[][] = await walk(list, false, (page) => store(engine, model, added(page)));
    const seen = pages.flat();
    const type = model.relationships.get("PARTNERS_WITH");
    const made = pages.flatMap((_, index) => added(index + 1)).map(({ id }) => id);
    if (type) await engine.write([deleteRelationships(type, made, engine.capabilities)]);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => before.includes(id))).toEqual(before);
    expect(seen.length).toBeGreaterThan(before.length);
  });

  it("go on from a cursor whose row has gone", async () => {
    const type = model.relationships.get("LOCATED_IN");
    const pages = await walk("projects($page)", false, async (page) => {
      if (page === 1 && type)
        await engine.write([deleteRelationships(type, [located("b", "busy").id], engine.capabilities)]);
    });
    await store(engine, model, [located("b", "busy")]);
    expect(pages).toEqual([
      [located("a", "busy").id, located("b", "busy").id],
      [located("c", "busy").id, located("d", "busy").id],
      [located("e", "busy").id],
    ]);
  });
});
