import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { buildModel } from "../../src/schema.js";
import { answered } from "../support/answered.js";
import { engines } from "../support/engines.js";
import { joining, store, type Row } from "../support/rows.js";

const built = buildModel();
const { model } = built;

/** Characters on both sides of the surrogates: UTF-16 has the pairs before the full-width forms, code points behind them. */
const CHARACTERS = ["a", "鹊", "\uE000", "（", "Ａ", "\u{10000}", "😀", "𠮷"];
const NAMES = [...CHARACTERS, ...CHARACTERS.flatMap((one) => CHARACTERS.map((other) => `${one}${other}`)), "a（𠮷Ａ😀"];

const projects: readonly Row[] = NAMES.map((name, index) => ({ id: `project:p${index}`, name }));
const ROWS: readonly Row[] = [
  { id: "zone:all", name: "all" },
  ...projects,
  ...projects.map(({ id }) => joining("located-in", id, "zone:all")),
];

/** UTF-8 orders bytes as code points. */
const SORTED = [...NAMES].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));

interface Page {
  readonly nodes: readonly { readonly name: string }[];
  readonly pageInfo: Readonly<Record<"hasNextPage" | "hasPreviousPage", boolean>> &
    Readonly<Record<"startCursor" | "endCursor", string>>;
}

describe.each(engines)("texts on both sides of the surrogates, on $name", ({ open }) => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await open();
    await prepareGraph(engine, model);
    await store(engine, model, ROWS);
  });
  afterAll(() => engine.close());

  async function page(place: string, args: string): Promise<Page> {
    const projects = `projects(${args}) { nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
    const source = place === "list" ? `{ ${projects} }` : `{ zone(id: "zone:all") { ${projects} } }`;
    const root = await answered<{ projects: Page; zone: { projects: Page } }>(built, engine, source);
    return place === "list" ? root.projects : root.zone.projects;
  }

  const list = (direction: string, more = ""): [string, string, string] => [
    "list",
    `orderBy: [{ field: NAME, direction: ${direction} }] ${more}`,
    direction,
  ];
  const joined = (direction: string): [string, string, string] => [
    "zone",
    `orderBy: [{ node: NAME, direction: ${direction} }]`,
    direction,
  ];

  it.each([
    list("ASC"),
    list("DESC"),
    list("ASC", 'filter: { within: "zone:all" }'),
    list("DESC", 'filter: { not: { name: { eq: "x" } } }'),
    joined("ASC"),
    joined("DESC"),
  ])("are paged in one order from either end: %s, %s", async (place, order, direction) => {
    const expected = direction === "ASC" ? SORTED : [...SORTED].reverse();
    const forward: string[] = [];
    for (let after = "", more = true; more;) {
      const { nodes, pageInfo } = await page(place, `first: 4 ${after} ${order}`);
      forward.push(...nodes.map(({ name }) => name));
      [after, more] = [`after: "${pageInfo.endCursor}"`, pageInfo.hasNextPage];
    }
    expect(forward).toEqual(expected);
    const backward: string[] = [];
    for (let before = "", more = true; more;) {
      const { nodes, pageInfo } = await page(place, `last: 4 ${before} ${order}`);
      backward.unshift(...nodes.map(({ name }) => name));
      [before, more] = [`before: "${pageInfo.startCursor}"`, pageInfo.hasPreviousPage];
    }
    expect(backward).toEqual(expected);
  });

  it.each([list("ASC"), list("DESC"), joined("ASC"), joined("DESC")])(
    "are cut between two cursors: %s, %s",
    async (place, order, direction) => {
      const expected = direction === "ASC" ? SORTED : [...SORTED].reverse();
      const { endCursor } = (await page(place, `first: 10 ${order}`)).pageInfo;
      const { startCursor } = (await page(place, `last: 3 ${order}`)).pageInfo;
      const between = await page(place, `first: 100 after: "${endCursor}" before: "${startCursor}" ${order}`);
      expect(between.nodes.map(({ name }) => name)).toEqual(expected.slice(10, -3));
    },
  );
});
