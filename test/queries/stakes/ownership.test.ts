import { describe, expect, it } from "vitest";
import { engines } from "../../support/engines.js";
import { Golden } from "../../support/golden.js";
import { MONEY, servedFolder } from "../../support/money.js";
import { HOUSE_FORM } from "../../support/server.js";

interface Share {
  readonly least: number;
  readonly most: number | null;
}

interface End {
  readonly entity: { readonly id: string };
  readonly ultimate: boolean;
  readonly share: Share;
  readonly paths: readonly {
    readonly share: Share;
    readonly nodes: readonly { readonly id: string }[];
    readonly stakes: readonly { readonly basis: string; readonly share: Share }[];
  }[];
}

interface Answer {
  readonly ownership: {
    readonly holders: readonly End[];
    readonly holdings: readonly End[];
    readonly cycles: readonly { readonly nodes: readonly { readonly id: string }[] }[];
    readonly warnings: readonly {
      readonly code: string;
      readonly message: string;
      readonly entity: { readonly id: string };
      readonly relationships: readonly { readonly id: string }[];
    }[];
    readonly truncatedReason: string | null;
  } | null;
}

const END = `{ entity { id } ultimate share { least most }
  paths { share { least most } nodes { id } stakes { basis share { least most } } } }`;
const ALL = `query ($party: ID!, $asOf: PartialDate, $maxDepth: Int! = 10, $maxPaths: Int! = 100) {
  ownership(party: $party, asOf: $asOf, maxDepth: $maxDepth, maxPaths: $maxPaths) {
    holders ${END} holdings ${END} cycles { nodes { id } }
    warnings { code message entity { id } relationships { id } } truncatedReason } }`;

/** `least-most` of each end, or one figure where both are the same. */
function shown(ends: readonly End[] | undefined): Record<string, string> {
  const text = ({ least, most }: Share): string =>
    least === most ? String(least) : `${least}-${most === null ? "?" : most}`;
  return Object.fromEntries((ends ?? []).map(({ entity, share }) => [entity.id, text(share)]));
}

describe.each(engines)("ownership on $name", (tested) => {
  const served = servedFolder(tested, MONEY);
  const of = async (party: string, more: object = {}) =>
    (await served.ask<Answer>(ALL, { party, ...more })).ownership as NonNullable<Answer["ownership"]>;

  it("sums a share over a direct path and one through another", async () => {
    // Guangyao has 80 % of the modules itself, and half of the trade firm that has 20 %: 80 + 50 % × 20 = 90.
    const { holders, warnings } = await of("company:guangyao-module");
    expect(shown(holders)).toEqual({
      "company:guangyao": "90",
      "company:guangyao-trade": "20",
      // 35 % of Guangyao's 90: 28 by the direct stake, 3.5 through the trade firm.
      "company:binhe-capital": "31.5",
      "person:zhao-an": "13.5",
      "zone:binhe": "31.5",
    });
    expect(holders.find(({ entity }) => entity.id === "zone:binhe")?.paths.map(({ share }) => share.least)).toEqual([
      28, 3.5,
    ]);
    expect(holders.filter(({ ultimate }) => ultimate).map(({ entity }) => entity.id)).toEqual([
      "person:zhao-an",
      "zone:binhe",
    ]);
    // What has ended is left out, and said so: nobody asked for a time.
    expect(warnings.map(({ code, relationships }) => [code, relationships.map(({ id }) => id)])).toEqual([
      ["ENDED", ["owns:company:old-partner~company:guangyao"]],
    ]);
  });

  it("reads every path from the holder at the top to what is held", async () => {
    const { holders } = await of("company:guangyao-module");
    const paths = holders.find(({ entity }) => entity.id === "company:guangyao")?.paths;
    expect(paths?.map(({ nodes }) => nodes.map(({ id }) => id.split(":")[1]).join(" > "))).toEqual([
      "guangyao > guangyao-module",
      "guangyao > guangyao-trade > guangyao-module",
    ]);
  });

  it("keeps an unknown share between nothing and what is left, and names the missing edge", async () => {
    const { holders, holdings, warnings, cycles } = await of("fund:jinhe-mother");
    expect(shown(holders)).toEqual({
      // 10 of 1,000 million.
      "company:binhe-capital": "1",
      // 60 and 1 are known; 39 are left.
      "company:jinhe-bank": "0-39",
      // 60 itself, and all of the 1 of the capital company that it owns.
      "zone:binhe": "61",
    });
    expect(shown(holdings)).toEqual({
      // Half by amount: 200 of 400 million; the sub-fund relationship says nothing more.
      "fund:jinhe-new-energy": "50",
      // Only said to be a sub-fund; the university has 25.
      "fund:jinhe-angel": "0-75",
      // 75 % of the 90 that the optics firm leaves; 30 % of that.
      "company:weiguang": "0-67.5",
      "company:weiguang-optics": "0-20.25",
      // Half of 51, and of all that it has.
      "company:pv-operation": "25.5",
      "project:pv": "25.5",
    });
    const missing = [
      "owns:fund:jinhe-angel~company:weiguang",
      "sub-fund-of:fund:jinhe-angel~fund:jinhe-mother",
      "subscribes:company:jinhe-bank~fund:jinhe-mother",
    ];
    expect(warnings.map(({ code }) => code)).toEqual(["UNKNOWN_SHARE", "UNKNOWN_SHARE", "UNKNOWN_SHARE"]);
    expect(warnings.map(({ relationships }) => relationships[0]?.id)).toEqual(missing);
    expect(
      warnings.map(({ message }) => message.startsWith("owns:") || message.includes("is not recorded")),
    ).not.toContain(false);
    // The two sensor firms hold each other: one circle, told once.
    expect(cycles.map(({ nodes }) => nodes.map(({ id }) => id))).toEqual([
      ["company:weiguang-optics", "company:weiguang", "company:weiguang-optics"],
    ]);
  });

  it("says how each share is known", async () => {
    const { holders } = await of("fund:jinhe-mother", { asOf: "2024" });
    const bases = holders.flatMap(({ entity, paths }) =>
      paths.map(({ stakes }) => `${entity.id} ${stakes.map(({ basis }) => basis).join()}`),
    );
    expect(bases).toEqual([
      "company:binhe-capital DERIVED",
      "company:jinhe-bank UNKNOWN",
      "zone:binhe STATED",
      "zone:binhe STATED,DERIVED",
    ]);
  });

  it("shows shares above 100 % as a contradiction and leaves them as they are", async () => {
    const { holders, warnings } = await of("company:jinhe-management");
    expect(shown(holders)).toEqual({ "company:binhe-capital": "40", "person:li-heng": "70", "zone:binhe": "40" });
    expect(warnings).toEqual([
      {
        code: "ABOVE_100",
        message:
          "company:jinhe-management: the known shares in it come to 110 %, which cannot all be so; they are counted as they are stated.",
        entity: { id: "company:jinhe-management" },
        relationships: [
          { id: "owns:company:binhe-capital~company:jinhe-management" },
          { id: "owns:person:li-heng~company:jinhe-management" },
        ],
      },
    ]);
  });

  it.each([
    // The old partner held 40 until the end of June; the capital company holds 35 since July.
    ["2020", { "company:old-partner": "40" }],
    ["2022-06-30", { "company:old-partner": "40" }],
    ["2022-07-01", { "company:binhe-capital": "35", "zone:binhe": "35" }],
    // In the course of 2022 both did, each for a part of it.
    ["2022", { "company:binhe-capital": "0-35", "company:old-partner": "0-40", "zone:binhe": "0-35" }],
    // Zhao An came in some time in 2023.
    ["2023-06-01", { "company:binhe-capital": "35", "person:zhao-an": "0-15", "zone:binhe": "35" }],
    ["2024", { "company:binhe-capital": "35", "person:zhao-an": "15", "zone:binhe": "35" }],
    ["2017", {}],
  ])("holds at %s as the dates say", async (asOf, expected) => {
    const { holders, warnings } = await of("company:guangyao", { asOf });
    expect(shown(holders)).toEqual(expected);
    const open = Object.values(expected).some((text) => text.startsWith("0-"));
    expect(warnings.some(({ code }) => code === "UNCERTAIN_PERIOD")).toBe(open);
    expect(warnings.some(({ code }) => code === "ENDED")).toBe(false);
  });

  it("answers of a project, of one that nobody holds, and of one that is not there", async () => {
    expect(shown((await of("project:pv")).holders)["fund:jinhe-mother"]).toBe("25.5");
    expect(await of("project:quiet")).toMatchObject({ holders: [], holdings: [], cycles: [], warnings: [] });
    expect(await served.ask<Answer>(ALL, { party: "company:nobody" })).toEqual({ ownership: null });
  });

  it("says when it was cut, and then knows no upper bound", async () => {
    const short = await of("company:guangyao-module", { maxDepth: 2 });
    expect(short.truncatedReason).toBe("Some paths are longer than 2 stakes; ask with a larger maxDepth.");
    expect(shown(short.holders)).toEqual({
      "company:guangyao": "90-?",
      "company:guangyao-trade": "20-?",
      "company:binhe-capital": "28-?",
      "person:zhao-an": "12-?",
    });
    const few = await of("company:guangyao-module", { maxPaths: 3 });
    expect(few.truncatedReason).toBe("There are more than 3 paths on one side; ask with a larger maxPaths.");
    expect((await of("company:guangyao-module", { maxDepth: 4 })).truncatedReason).toBeNull();
  });

  it("carries the evidence that is asked for", async () => {
    const query = `{ ownership(party: "company:jinhe-management") { holders { entity { kind name ... on Party { citations { paragraph } } }
      paths { relationships { __typename ... on Owns { sharePercent validFrom } from { id } citations { article paragraph source { id } } } } } } }`;
    const { ownership } = await served.ask<{ ownership: { holders: unknown[] } }>(query);
    expect(ownership.holders[1]).toEqual({
      entity: { kind: "PERSON", name: "李恒（虚构）", citations: [] },
      paths: [
        {
          relationships: [
            {
              __typename: "Owns",
              sharePercent: 70,
              validFrom: "2021-05-01",
              from: { id: "person:li-heng" },
              citations: [{ article: "A1", paragraph: 2, source: { id: "source:invented-money" } }],
            },
          ],
        },
      ],
    });
  });

  it("sends a statement a level and side, and two more", async () => {
    const statements = async (party: string): Promise<unknown> =>
      (await served.service.post({ query: ALL, variables: { party } })).line["statements"];
    // Two levels above, four below; who else holds; the entities.
    expect(await statements("fund:jinhe-mother")).toBe(2 + 4 + 1 + 1);
    const holders = `{ ownership(party: "fund:jinhe-mother") { holders { entity { name } } } }`;
    expect((await served.service.post({ query: holders })).line["statements"]).toBe(2 + 1);
  });

  it.each([
    ['party: "chain:x"', "expected the id of who can own or be owned"],
    ['party: "nothing"', "expected the id of who can own or be owned"],
    ['party: ""', "expected the id of who can own or be owned"],
    ['party: "company:guangyao", maxDepth: 0', "ownership(maxDepth): expected 1 to 20 but got 0"],
    ['party: "company:guangyao", maxDepth: 21', "expected 1 to 20 but got 21"],
    ['party: "company:guangyao", maxPaths: 1001', "expected 1 to 1000 but got 1001"],
    ['party: "company:guangyao", asOf: "spring"', "expected a date as"],
  ])("refuses %s in words", async (args, message) => {
    const error = await served.refused(`{ ownership(${args}) { holders { ultimate } } }`);
    expect(error?.message).toContain(message);
    expect(error?.message.replace(/^.*PartialDate: /, "PartialDate: ")).toMatch(HOUSE_FORM);
    expect(["BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"]).toContain(error?.extensions.code);
  });

  it("sends the golden statements", async () => {
    const golden = new Golden();
    served.sent.length = 0;
    await of("company:guangyao");
    golden.sent.push(...served.sent);
    golden.note("stakes above, below, of others; entities");
    await expect(golden.text()).toMatchFileSnapshot(`golden/ownership-${tested.name}.cypher`);
  });
});
