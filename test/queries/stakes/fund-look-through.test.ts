import { describe, expect, it } from "vitest";
import { engines } from "../../support/engines.js";
import { Golden } from "../../support/golden.js";
import { MONEY, servedFolder } from "../../support/money.js";
import { HOUSE_FORM } from "../../support/server.js";

const SHARE = "share { least most }";
const END = `{ entity { id } ultimate ${SHARE} }`;
const JOINED = "{ entity { id } relationship { id } }";
const ALL = `query ($fund: ID!, $asOf: PartialDate, $maxPaths: Int! = 100) { fundLookThrough(fund: $fund, asOf: $asOf, maxPaths: $maxPaths) {
  fund { name } partners { entity { id } basis ${SHARE} relationship { ... on Subscribes { role } } }
  founders ${JOINED} managers ${JOINED} holders ${END} motherFunds ${END} subFunds ${END} holdings ${END} targets ${JOINED}
  reached { entity { id } giver { id } ${SHARE} attributableCny { least most } relationship { ... on Funds { amountCny form } }
    paths { nodes { id } relationships { id } ${SHARE} } }
  subscribed { metric unit recorded known of stated } given { metric unit recorded known of stated }
  cycles { nodes { id } } warnings { code relationships { id } } truncatedReason } }`;

const exactly = (value: number) => ({ least: value, most: value });

interface Answer {
  readonly fundLookThrough: Readonly<Record<string, readonly object[]>> | null;
}

describe.each(engines)("a look through a fund on $name", (tested) => {
  const served = servedFolder(tested, MONEY);
  const through = async (fund: string, more: object = {}) =>
    (await served.ask<Answer>(ALL, { fund, ...more })).fundLookThrough as NonNullable<Answer["fundLookThrough"]>;

  it("tells who stands behind it", async () => {
    const found = await through("fund:jinhe-mother");
    expect(found["fund"]).toEqual({ name: "晋合产业母基金（虚构）" });
    expect(found["partners"]).toEqual([
      // 10 of 1,000 million yuan.
      {
        entity: { id: "company:binhe-capital" },
        basis: "DERIVED",
        share: exactly(1),
        relationship: { role: "GENERAL_PARTNER" },
      },
      {
        entity: { id: "company:jinhe-bank" },
        basis: "UNKNOWN",
        share: { least: 0, most: 39 },
        relationship: { role: "PARTNER" },
      },
      { entity: { id: "zone:binhe" }, basis: "STATED", share: exactly(60), relationship: { role: "LIMITED_PARTNER" } },
    ]);
    expect(found["founders"]).toMatchObject([{ entity: { id: "company:binhe-capital" } }]);
    expect(found["managers"]).toMatchObject([{ entity: { id: "company:jinhe-management" } }]);
    expect(found["holders"]).toHaveLength(3);
    expect(found["motherFunds"]).toEqual([]);
  });

  it("tells what it reaches, through its sub-funds, with its share of the money", async () => {
    const found = await through("fund:jinhe-mother");
    expect(found["subFunds"]).toEqual([
      { entity: { id: "fund:jinhe-angel" }, ultimate: false, share: { least: 0, most: 75 } },
      { entity: { id: "fund:jinhe-new-energy" }, ultimate: false, share: exactly(50) },
    ]);
    expect(found["holdings"]).toEqual([
      { entity: { id: "company:weiguang" }, ultimate: false, share: { least: 0, most: 67.5 } },
      { entity: { id: "company:pv-operation" }, ultimate: false, share: exactly(25.5) },
      { entity: { id: "company:weiguang-optics" }, ultimate: false, share: { least: 0, most: 20.25 } },
      { entity: { id: "project:pv" }, ultimate: true, share: exactly(25.5) },
    ]);
    expect(found["targets"]).toMatchObject([
      { entity: { id: "industry:energy-storage" } },
      { entity: { id: "industry:sensors" }, relationship: { id: "targets:fund:jinhe-angel~industry:sensors" } },
    ]);
    expect(found["reached"]).toEqual([
      // All of its own money; half of the 80 million that the sub-fund gave; of what the angel fund gave no amount is known.
      {
        entity: { id: "project:storage" },
        giver: { id: "fund:jinhe-mother" },
        share: exactly(100),
        attributableCny: exactly(100_000_000),
        relationship: { amountCny: 100_000_000, form: "INVESTMENT" },
        paths: [
          {
            nodes: [{ id: "fund:jinhe-mother" }, { id: "project:storage" }],
            relationships: [{ id: "funds:fund:jinhe-mother~project:storage" }],
            share: exactly(100),
          },
        ],
      },
      {
        entity: { id: "company:weiguang" },
        giver: { id: "fund:jinhe-angel" },
        share: { least: 0, most: 75 },
        attributableCny: null,
        relationship: { amountCny: null, form: "INVESTMENT" },
        paths: [
          {
            nodes: [{ id: "fund:jinhe-mother" }, { id: "fund:jinhe-angel" }, { id: "company:weiguang" }],
            relationships: [
              { id: "sub-fund-of:fund:jinhe-angel~fund:jinhe-mother" },
              { id: "funds:fund:jinhe-angel~company:weiguang" },
            ],
            share: { least: 0, most: 75 },
          },
        ],
      },
      {
        entity: { id: "project:pv" },
        giver: { id: "fund:jinhe-new-energy" },
        share: exactly(50),
        attributableCny: exactly(40_000_000),
        relationship: { amountCny: 80_000_000, form: "INVESTMENT" },
        paths: [
          {
            nodes: [{ id: "fund:jinhe-mother" }, { id: "fund:jinhe-new-energy" }, { id: "project:pv" }],
            relationships: [
              { id: "subscribes:fund:jinhe-mother~fund:jinhe-new-energy" },
              { id: "funds:fund:jinhe-new-energy~project:pv" },
            ],
            share: exactly(50),
          },
        ],
      },
    ]);
  });

  it("says how far its totals are known", async () => {
    const found = await through("fund:jinhe-mother");
    // One of three partners' amounts is recorded; two of three amounts given. The fund's size stands beside the first.
    expect(found["subscribed"]).toEqual({
      metric: "amountCny",
      unit: "CNY",
      recorded: 10_000_000,
      known: 1,
      of: 3,
      stated: 1_000_000_000,
    });
    expect(found["given"]).toEqual({
      metric: "amountCny",
      unit: "CNY",
      recorded: 180_000_000,
      known: 2,
      of: 3,
      stated: null,
    });
    const angel = await through("fund:jinhe-angel");
    expect(angel["subscribed"]).toMatchObject({ recorded: null, known: 0, of: 1, stated: null });
    expect(angel["given"]).toMatchObject({ recorded: null, known: 0, of: 1 });
  });

  it("looks upwards from a sub-fund", async () => {
    const found = await through("fund:jinhe-new-energy");
    expect(found["motherFunds"]).toEqual([
      { entity: { id: "fund:jinhe-mother" }, ultimate: false, share: exactly(50) },
    ]);
    expect(found["managers"]).toMatchObject([{ entity: { id: "company:lvneng" } }]);
    // Half of the mother's 61, and through Guangyao (30 %), of which the zone's capital company has 35: 30.5 + 10.5.
    expect(found["holders"]).toContainEqual({ entity: { id: "zone:binhe" }, ultimate: true, share: exactly(41) });
  });

  it("warns of the missing edges, once each, and of the circle once", async () => {
    const { warnings, cycles, truncatedReason } = await through("fund:jinhe-mother");
    expect(warnings).toHaveLength(3);
    expect(cycles).toHaveLength(1);
    expect(truncatedReason).toBeNull();
    expect((await through("fund:jinhe-mother", { maxPaths: 2 }))["truncatedReason"]).toBe(
      "There are more than 2 paths on one side; ask with a larger maxPaths.",
    );
  });

  it("answers null of a fund that is not there", async () => {
    expect(await served.ask(ALL, { fund: "fund:none" })).toEqual({ fundLookThrough: null });
  });

  it("sends statements by fields and levels, and none for what is not asked", async () => {
    const statements = async (query: string): Promise<unknown> =>
      (await served.service.post({ query })).line["statements"];
    const one = (fields: string) => `{ fundLookThrough(fund: "fund:jinhe-mother") { ${fields} } }`;
    // The entities, and: nothing; two levels above; four below with who else holds, what is around, and the total.
    expect(await statements(one("fund { id }"))).toBe(1);
    expect(await statements(one("partners { basis }"))).toBe(1 + 2);
    expect(await statements(one("subscribed { known }"))).toBe(1 + 1);
    expect(await statements(one("reached { giver { id } } given { known }"))).toBe(1 + 4 + 1 + 1 + 1);
  });

  it.each([
    ['fund: "company:jinhe-bank"', "fundLookThrough(fund): expected an id of the form fund:… but got"],
    ['fund: "fund"', "expected an id of the form fund:…"],
    ['fund: "fund:jinhe-mother", maxDepth: -1', "fundLookThrough(maxDepth): expected 1 to 20 but got -1"],
    ['fund: "fund:jinhe-mother", maxPaths: 0', "fundLookThrough(maxPaths): expected 1 to 1000 but got 0"],
  ])("refuses %s in words", async (args, message) => {
    const error = await served.refused(`{ fundLookThrough(${args}) { truncatedReason } }`);
    expect(error?.message).toContain(message);
    expect(error?.message).toMatch(HOUSE_FORM);
    expect(error?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it("sends the golden statements", async () => {
    const golden = new Golden();
    served.sent.length = 0;
    await through("fund:jinhe-angel");
    golden.sent.push(...served.sent);
    golden.note("a look through a fund");
    await expect(golden.text()).toMatchFileSnapshot(`golden/fund-look-through-${tested.name}.cypher`);
  });
});
