import { describe, expect, it } from "vitest";
import type { Kind } from "../../../src/graph/model.js";
import { rankOf } from "../../../src/graph/search/match.js";
import { wordsOf } from "../../../src/graph/search/normal.js";
import { initialsOf, readingsOf } from "../../../src/graph/search/pinyin.js";
import { CLASSES, classOf } from "../../../src/graph/search/precedence.js";
import { readStored, SEARCH_TEXT, SEARCH_TOKENS, searchProperties } from "../../../src/graph/search/stored.js";
import { searchTexts } from "../../../src/graph/search/texts.js";
import { tokenQuery } from "../../../src/graph/search/tokens.js";
import { buildModel } from "../../../src/schema.js";

const { model } = buildModel();
const region = model.kinds.get("Region") as Kind;

describe("words", () => {
  it.each([
    ["ＧＢ/T 2260", "gb t 2260"],
    ["左云zone", "左 云 zone"],
    ["100MW光伏+10%", "100 mw 光 伏 10"],
    ["（有限合伙）", "有 限 合 伙"],
    ["Lüliang  É", "luliang e"],
    ["１２月", "12 月"],
    ["·—“”", ""],
    ["𠮷野家", "𠮷 野 家"],
  ])("of %s are %s", (text, words) => {
    expect(wordsOf(text).join(" ")).toBe(words);
  });
});

describe("pinyin", () => {
  it.each([
    ["重庆大学", "chong qing da xue"],
    ["重点工程", "zhong dian gong cheng"],
    ["绛县", "jiang xian"],
    ["岢岚县", "ke lan xian"],
    ["中国银行", "zhong guo yin hang"],
    ["国开行山西省分行", "guo kai hang shan xi sheng fen hang"],
    ["光伏行业", "guang fu hang ye"],
    ["自行车", "zi xing che"],
    ["电阻应变合金薄膜", "dian zu ying bian he jin bo mo"],
    ["长子县", "zhang zi xian"],
    ["辽宁长伯新材料", "liao ning chang bo xin cai liao"],
    ["洪洞县", "hong tong xian"],
    ["传感器", "chuan gan qi"],
    ["机械传动", "ji xie chuan dong"],
    ["供给侧", "gong ji ce"],
    ["56GW垂直", "56 gw chui zhi"],
    ["𠮷大", "𠮷 da"],
  ])("of %s is %s", (text, reading) => {
    expect(readingsOf(wordsOf(text))[0]?.join(" ")).toBe(reading);
  });

  it("of a short text may be a surname's, and ü is typed in two ways", () => {
    expect(readingsOf(wordsOf("曾伟")).map((reading) => reading.join(" "))).toEqual(["ceng wei", "zeng wei"]);
    expect(readingsOf(wordsOf("吕梁市")).map((reading) => reading.join(" "))).toEqual(["lv liang shi", "lu liang shi"]);
    expect(readingsOf(wordsOf("zone 12"))).toEqual([]);
  });

  it("has initials, other words whole", () => {
    const words = wordsOf("上海能源100MW");
    expect(initialsOf(words, readingsOf(words)[0] ?? [])).toEqual(["shny100mw"]);
  });
});

describe("the texts of an entity", () => {
  const datong = { id: "region:datong", name: "大同市", aliases: ["大同", "大 同"], nameEn: "Datong", code: "140200" };

  it("are its names, codes and how they are typed, each once", () => {
    expect(searchTexts(region, datong).map(({ field, text }) => [field, text])).toEqual([
      ["name", "大同市"],
      ["alias", "大同"],
      ["code", "140200"],
      ["nameEn", "Datong"],
      ["pinyin", "datongshi"],
      ["pinyin", "datong"],
      ["initials", "dts"],
      ["initials", "dt"],
    ]);
  });

  it("are read back as they were stored", () => {
    const entity = { ...datong, nameEn: "Datong City, Shanxi" };
    const stored = readStored(searchProperties(region, entity, false)[SEARCH_TEXT] ?? "");
    expect(stored.precedence).toBe(classOf(datong.id, "大同市"));
    expect(stored.texts).toEqual(searchTexts(region, entity).map(({ field, words }) => ({ field, words })));
    expect(readStored(searchProperties(region, { id: "region:nameless" }, false)[SEARCH_TEXT] ?? "").texts).toEqual([]);
  });

  it("have tokens only for a full-text index, none of which a query's syntax knows", () => {
    expect(searchProperties(region, datong, false)).not.toHaveProperty(SEARCH_TOKENS);
    const tokens = searchProperties(region, { ...datong, name: "大同*市 AND (a~b)^2" }, true)[SEARCH_TOKENS] ?? "";
    expect(tokens).toMatch(/^[#@=_.,\p{Script=Han}a-z0-9 ]+$/u);
    expect(tokens.split(" ")).toEqual(expect.arrayContaining(["@region", "=大同", "_大同", ".同", ",同市", "_datong"]));
  });
});

describe("a match", () => {
  const rank = (text: string, sought: string) => rankOf({ field: "name", words: wordsOf(text) }, sought);

  it("is exact, a beginning, whole words, a part, or none", () => {
    expect(rank("大同市", "大同市")).toEqual({ match: "exact", tier: 0, length: 3, text: "大同市" });
    expect(rank("大同市", "大")?.tier).toBe(6);
    expect(rank("Datong Zone 2", "zone")?.tier).toBe(7);
    expect(rank("Datong Zone 2", "zone2")?.tier).toBe(7);
    expect(rank("大同市", "同")?.tier).toBe(8);
    expect(rank("Datong Zone", "one")).toBeUndefined();
    expect(rank("光伏100mw", "光伏10")?.tier).toBe(6);
    expect(rank("光伏100mw", "伏10")).toBeUndefined();
    expect(rank("aa a", "a")?.tier).toBe(6);
    expect(rank("baa a", "a")?.tier).toBe(7);
  });
});

describe("classes", () => {
  it("put short names first, and hold ever more entities of a length", () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `company:${index}`);
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(classOf(id, "大同"), (counts.get(classOf(id, "大同")) ?? 0) + 1);
    const sizes = CLASSES.slice(0, 6).map((token) => counts.get(token) ?? 0);
    expect([...counts.keys()].every((token) => CLASSES.indexOf(token) < 6)).toBe(true);
    sizes.slice(1).forEach((size, index) => {
      expect(size).toBeGreaterThan(2 * (sizes[index] ?? 0));
    });
    expect(CLASSES.indexOf(classOf("company:0", "大".repeat(40)))).toBeGreaterThanOrEqual(42);
  });
});

describe("a question to the index", () => {
  it("asks for whole texts, beginnings, and pairs of words", () => {
    const ask = (...query: Parameters<typeof tokenQuery>): unknown[] => Object.values(tokenQuery(...query));
    expect(ask("exact", "大同", [])).toEqual(["+=大同", true, false]);
    expect(ask("prefix", "大同", [region])).toEqual(["+_大同 -=大同 +(@region)", true, false]);
    expect(ask("prefix", "大同经济", [])).toEqual(["+=大同经济* -=大同经济", false, false]);
    expect(ask("inner", "经济区", [])).toEqual(["+,经济 +,济区 -_经济区", true, true]);
    expect(ask("inner", "济", [])).toEqual(["+.济 -_济", true, false]);
    expect(ask("inner", "hai", [])).toEqual(["+(.hai ,ha ,hai) -_hai", true, true]);
  });
});
