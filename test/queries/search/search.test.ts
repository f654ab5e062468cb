import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LONGEST_QUERY } from "../../../src/queries/search/search-schema.js";
import { MOST_RANKED } from "../../../src/queries/search/search.js";
import { SEED } from "../../../src/cli/seed.js";
import type { Engine } from "../../../src/engine/engine.js";
import { ownerOf, type Kind } from "../../../src/graph/model.js";
import { prepareGraph } from "../../../src/graph/prepare.js";
import { wordsOf } from "../../../src/graph/search/normal.js";
import { searchTexts, type SearchText } from "../../../src/graph/search/texts.js";
import { importDataset } from "../../../src/import/index.js";
import { buildModel } from "../../../src/schema.js";
import { engines } from "../../support/engines.js";
import { Golden } from "../../support/golden.js";
import { listening } from "../../support/listening.js";
import { store, type Row } from "../../support/rows.js";
import { HOUSE_FORM, serve, type Service } from "../../support/server.js";
import { compareTexts } from "../../differential/memory.js";

const built = buildModel();
const { model } = built;

interface Hit {
  readonly cursor: string;
  readonly node: { readonly id: string; readonly name: string };
  readonly matches: readonly { readonly field: string; readonly text: string }[];
}

interface Found {
  readonly edges: readonly Hit[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly truncatedReason: string | null;
}

const QUERY = `query ($query: String!, $kinds: [EntityKind!], $first: Int, $after: String) {
  search(query: $query, kinds: $kinds, first: $first, after: $after) {
    edges { cursor node { id name } matches { field text } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    truncatedReason
  }
}`;

async function find(service: Service, query: string, more: object = {}): Promise<Found> {
  const { answer } = await service.post({ query: QUERY, variables: { query, first: 1000, ...more } });
  expect(answer.errors).toBeUndefined();
  return answer.data?.["search"] as Found;
}

const ids = ({ edges }: Found): string[] => edges.map(({ node }) => node.id);
const names = ({ edges }: Found): string[] => edges.map(({ node }) => node.name);

async function refused(service: Service, variables: object): Promise<string> {
  const { answer } = await service.post({ query: QUERY, variables });
  expect(answer.data).toEqual({ search: null });
  expect(answer.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  const message = answer.errors?.[0]?.message ?? "";
  expect(message).toMatch(HOUSE_FORM);
  return message;
}

const textsOf = new WeakMap<Row, readonly SearchText[]>();

function known(entity: Row): readonly SearchText[] {
  const texts = textsOf.get(entity) ?? searchTexts(ownerOf(model, entity.id) as Kind, entity);
  textsOf.set(entity, texts);
  return texts;
}

/** How an entity's texts answer a query, by the plainest means: tier, length, text; undefined where none does. */
function ranked(entity: Row, query: string): readonly [number, number, string] | undefined {
  const sought = wordsOf(query).join("");
  const fields = ["name", "alias", "code", "nameEn", "pinyin", "initials"];
  const all = known(entity).flatMap(({ field, words }) => {
    const text = words.join("");
    const runs = words.flatMap((_, start) => words.map((_, end) => words.slice(start, end + 1).join("")));
    const [tier] = [
      ...(text === sought ? [fields.indexOf(field)] : []),
      ...(text.startsWith(sought) ? [6] : []),
      ...(runs.includes(sought) ? [/\p{Script=Han}/u.test(sought) ? 8 : 7] : []),
    ];
    return tier === undefined ? [] : [[tier, Array.from(text).length, text] as const];
  });
  return all.sort(compareRanked)[0];
}

function compareRanked(
  [tier, length, text]: readonly [number, number, string],
  other: readonly [number, number, string],
): number {
  return tier - other[0] || length - other[1] || compareTexts(text, other[2]);
}

/** The ids of all that match, best first. */
function oracle(entities: readonly Row[], query: string): string[] {
  return entities
    .flatMap((entity) => {
      const rank = ranked(entity, query);
      return rank ? [{ id: entity.id, rank }] : [];
    })
    .sort((one, other) => compareRanked(one.rank, other.rank) || compareTexts(one.id, other.id))
    .map(({ id }) => id);
}

/** A list in pieces, so that few requests are under way at once. */
function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

async function entitiesOf(engine: Engine): Promise<Row[]> {
  const rows = await engine.read({ text: "MATCH (n:Entity) RETURN properties(n)", parameters: {} });
  return rows.map(([properties]) => properties as Row);
}

describe.each(engines)("search on $name, of the seed", ({ name, open }) => {
  const golden = new Golden();
  let engine: Engine;
  let service: Service;

  beforeAll(async () => {
    engine = listening(await open(), golden.sent);
    await prepareGraph(engine, model);
    await importDataset({ folder: SEED, engine, model });
    service = await serve(built, engine);
  });
  afterAll(async () => {
    await service.app.close();
    await engine.close();
  });

  it.each([
    ["左云", "左云县", { field: "alias", text: "左云" }],
    ["zuoyun", "左云县", { field: "pinyin", text: "zuoyun" }],
    ["zy", "左云县", { field: "initials", text: "zy" }],
    ["ＺＹ", "左云县", { field: "initials", text: "zy" }],
    ["晋 中", "晋中市", { field: "alias", text: "晋中" }],
    ["chongqingdaxue", "重庆大学", { field: "pinyin", text: "chongqingdaxue" }],
    ["Chongqing", "重庆大学", { field: "pinyin", text: "chongqingdaxue" }],
    ["140200", "大同市", { field: "code", text: "140200" }],
    ["lüliang", "吕梁市", { field: "nameEn", text: "Lüliang" }],
    ["lvliang", "吕梁市", { field: "pinyin", text: "lvliangshi" }],
  ])("%s finds %s first, and says why", async (query, named, match) => {
    const [best] = (await find(service, query)).edges;
    expect(best?.node.name).toBe(named);
    expect(best?.matches[0]).toEqual(match);
  });

  it("reads 行 of a branch of a bank, and finds a syllable within", async () => {
    expect(names(await find(service, "fenhang"))).toContain("国开行山西省分行");
    expect(names(await find(service, "hang"))).toContain("国开行山西省分行");
    expect(names(await find(service, "xing"))).not.toContain("国开行山西省分行");
  });

  it("finds mixed scripts, single characters and what stands in brackets", async () => {
    expect(names(await find(service, "100MW光伏"))).toEqual(["上海能源100MW光伏发电+10%储能项目"]);
    expect(names(await find(service, "（有限合伙）"))).toContain(
      "大同经济技术开发区首创投资私募基金合伙企业(有限合伙)",
    );
    expect(names(await find(service, "绛"))).toEqual(["绛县", "绛县经济开发区"]);
  });

  it("finds only the kinds that are asked for", async () => {
    const { edges } = await find(service, "大同", { kinds: ["UNIVERSITY", "ZONE"] });
    expect(edges.map(({ node }) => node.name)).toEqual(["大同大学", "大同经济技术开发区"]);
    expect((await find(service, "大同", { kinds: [] })).edges).toEqual([]);
  });

  it("finds every entity by each of its texts, first or beside others that it fits as well", async () => {
    const entities = await entitiesOf(engine);
    const texts = entities.flatMap((entity) => known(entity).map(({ text }) => text));
    for (const some of chunks([...new Set(texts)], 8)) {
      const found = await Promise.all(some.map(async (text) => [text, ids(await find(service, text))]));
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(some.map((text) => [text, oracle(entities, text)])));
    }
  }, 300_000);

  it("is one statement, and one more for what of the hits is asked; each is the golden one", async () => {
    const sent = async (title: string, query: string, variables: object): Promise<number> => {
      golden.sent.length = 0;
      const { line } = await service.post({ query, variables });
      golden.note(title);
      return line["statements"] as number;
    };
    expect(await sent("search", QUERY, { query: "大同" })).toBe(2);
    expect(await sent("search of a kind", QUERY, { query: "datongjingjijishu", kinds: ["ZONE"] })).toBe(2);
    expect(await sent("ends only", '{ search(query: "大") { pageInfo { endCursor } } }', {})).toBe(1);
    await expect(golden.text()).toMatchFileSnapshot(`golden/search-${name}.cypher`);
  });

  it("refuses what cannot be searched for, and cursors of another search", async () => {
    expect(await refused(service, { query: " （）-" })).toMatch(/a letter or a digit/);
    expect(await refused(service, { query: "" })).toMatch(/a letter or a digit/);
    expect(await refused(service, { query: "大".repeat(LONGEST_QUERY + 1) })).toMatch(/at most 200 characters/);
    expect((await find(service, "大".repeat(LONGEST_QUERY))).edges).toEqual([]);
    const after = (await find(service, "大同", { first: 1 })).pageInfo.endCursor;
    for (const other of [{ query: "大" }, { query: "大同", kinds: ["ZONE"] }])
      expect(await refused(service, { ...other, after })).toMatch(/of another/);
    expect(await refused(service, { query: "大同", after: "x" })).toMatch(/a cursor of this list/);
    expect(await refused(service, { query: "大同", first: 1001 })).toMatch(/0 to 1000/);
  });
});

const WORDS = [
  "晋",
  "能",
  "左云",
  "银行",
  "重庆",
  "行",
  "长",
  "zone",
  "a",
  "an",
  "12",
  "１",
  "(",
  " ",
  "·",
  "Ü",
  "云zone",
];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));
const entity = fc.record({
  kind: fc.constantFrom("zone", "company", "person", "region"),
  name: text,
  aliases: fc.array(text, { maxLength: 2 }),
  nameEn: fc.option(text, { nil: undefined }),
});

describe.each(engines)("search on $name, of generated graphs", ({ open }) => {
  it("finds what the oracle finds, in its order, whole and page by page", async () => {
    let turn = 0;
    const engine = await open();
    await prepareGraph(engine, model);
    const service = await serve(built, engine);
    const kept: Row[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(entity, { minLength: 1, maxLength: 12 }), text, async (drawn, query) => {
        const rows = drawn.map(({ kind, ...rest }): Row => ({ id: `${kind}:g${(turn += 1)}`, ...rest }));
        await store(engine, model, rows);
        kept.push(...rows);
        await prepareGraph(engine, model);
        if (wordsOf(query).length === 0) return;
        const expected = oracle(kept, query);
        expect(ids(await find(service, query))).toEqual(expected);
        const paged: string[] = [];
        for (let after: string | null = null; ;) {
          const page: Found = await find(service, query, { first: 7, after });
          paged.push(...ids(page));
          if (!page.pageInfo.hasNextPage) break;
          after = page.pageInfo.endCursor;
        }
        expect(paged).toEqual(expected);
      }),
      { numRuns: 20 },
    );
    await service.app.close();
    await engine.close();
  }, 300_000);

  it("neither repeats nor hides what was there while others are stored between pages", async () => {
    const engine = await open();
    const row = (index: number): Row => ({
      id: `company:p${index}`,
      name: `晋能${String.fromCodePoint(0x4e00 + index)}`,
    });
    await store(
      engine,
      model,
      Array.from({ length: 20 }, (_, index) => row(index * 2)),
    );
    await prepareGraph(engine, model);
    const service = await serve(built, engine);
    const before = ids(await find(service, "晋能"));
    const seen: string[] = [];
    for (let after: string | null = null, turn = 0; ; turn += 1) {
      const page: Found = await find(service, "晋能", { first: 3, after });
      seen.push(...ids(page));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
      await store(engine, model, [row(turn * 2 + 1)]);
      await prepareGraph(engine, model);
    }
    expect(seen.filter((id) => before.includes(id))).toEqual(before);
    expect(new Set(seen).size).toBe(seen.length);
    await service.app.close();
    await engine.close();
  }, 60_000);

  it("ranks so many, exact ones and short names first, and says so when there are more", async () => {
    const engine = await open();
    const row = (index: number): Row => ({
      id: `company:t${index}`,
      name: `晋能${index}${index % 7 === 0 ? "集团有限责任公司" : ""}`,
    });
    await store(
      engine,
      model,
      Array.from({ length: MOST_RANKED - 1 }, (_, index) => row(index)),
    );
    await store(engine, model, [{ id: "zone:t", name: "山西省晋能" }]);
    await prepareGraph(engine, model);
    const service = await serve(built, engine);
    const whole = await find(service, "晋能");
    expect([whole.edges.length, whole.truncatedReason]).toEqual([MOST_RANKED, null]);
    await store(engine, model, [...Array.from({ length: 300 }, (_, index) => row(index + MOST_RANKED))]);
    await store(engine, model, [{ id: "zone:exact", name: "晋能" }]);
    await prepareGraph(engine, model);
    const cut = await find(service, "晋能");
    expect(cut.edges.length).toBe(MOST_RANKED);
    expect(cut.truncatedReason).toMatch(/^More than 500 entities match/);
    expect(ids(cut)[0]).toBe("zone:exact");
    expect(ids(cut)).not.toContain("zone:t");
    expect(names(cut).filter((found) => found.endsWith("集团有限责任公司")).length).toBeLessThan(MOST_RANKED / 7);
    expect(ids(cut)).toEqual(oracle(await entitiesOf(engine), "晋能").filter((id) => ids(cut).includes(id)));
    await service.app.close();
    await engine.close();
  }, 120_000);
});
