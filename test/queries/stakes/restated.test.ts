import { beforeAll, describe, expect, it } from "vitest";
import { engines } from "../../support/engines.js";
import { servedDataset } from "../../support/industry.js";
import { joining, store, type Row } from "../../support/rows.js";

interface Warning {
  readonly code: string;
  readonly message: string;
  readonly entity: { readonly id: string };
  readonly relationships: readonly { readonly id: string }[];
}

interface Ownership {
  readonly holders: readonly { readonly entity: { readonly id: string }; readonly share: unknown }[];
  readonly warnings: readonly Warning[];
}

const WARNINGS = "warnings { code message entity { id } relationships { id } }";
const OWNERSHIP = `query ($party: ID!) { ownership(party: $party) { holders { entity { id } share { least most } } ${WARNINGS} } }`;
const FUND = `query ($fund: ID!) { fundLookThrough(fund: $fund) {
  partners { entity { id } relationship { id } relationships { id } share { least most } }
  holders { entity { id } share { least most } }
  reached { entity { id } relationship { id ... on Funds { form } } relationships { id } attributableCny { least most } paths { relationships { id } } }
  subscribed { recorded most known of } given { recorded most known of } ${WARNINGS} } }`;

/** A row between two, of several by its number. */
const row = (number: number, type: string, from: string, to: string, more: Readonly<Record<string, unknown>>): Row => ({
  ...joining(type, from, to, more),
  id: `${type}:${number}`,
});

const ROWS: readonly Row[] = [
  ...["company:x", "company:y", "company:z", "company:gov", "person:p", "person:q", "project:own", "project:other"].map(
    (id) => ({ id, name: id }),
  ),
  { id: "fund:f", name: "fund:f", sizeCny: 100_000_000 },
  // One stake in two newspapers, and one row above it.
  row(1, "owns", "company:x", "company:y", { sharePercent: 30 }),
  row(2, "owns", "company:x", "company:y", { sharePercent: 28 }),
  row(3, "owns", "person:p", "company:x", { sharePercent: 60 }),
  // As tranches these would be more than there is.
  row(4, "owns", "person:q", "company:z", { sharePercent: 60 }),
  row(5, "owns", "person:q", "company:z", { sharePercent: 55 }),
  row(1, "subscribes", "company:gov", "fund:f", { role: "LIMITED_PARTNER", sharePercent: 40, amountCny: 40_000_000 }),
  row(2, "subscribes", "company:gov", "fund:f", { role: "LIMITED_PARTNER", sharePercent: 40, amountCny: 40_000_000 }),
  row(1, "funds", "fund:f", "project:own", { form: "INVESTMENT", amountCny: 10_000_000 }),
  row(2, "funds", "fund:f", "project:own", { form: "INVESTMENT", amountCny: 10_000_000 }),
  row(3, "funds", "fund:f", "project:own", { form: "LOAN", amountCny: 5_000_000 }),
  row(4, "funds", "fund:f", "project:other", { form: "LOAN", amountCny: 7_000_000 }),
  row(5, "funds", "fund:f", "project:other", { amountCny: 8_000_000 }),
];

describe.each(engines)("rows between the same two on $name", (tested) => {
  const served = servedDataset(tested);
  beforeAll(() => store(served.engine, served.built.model, ROWS));
  const ask = async <T>(query: string, variables: object): Promise<T> =>
    (await served.ask(query, variables)).value as T;
  const named = (warnings: readonly Warning[], code = "MAYBE_ONE"): unknown =>
    warnings
      .filter((warning) => warning.code === code)
      .map(({ entity, relationships }) => [entity.id, relationships.map(({ id }) => id)]);

  it("make a stake a range, along paths too, and are named", async () => {
    const { holders, warnings } = await ask<Ownership>(OWNERSHIP, { party: "company:y" });
    expect(holders).toEqual([
      { entity: { id: "company:x" }, share: { least: 30, most: 58 } },
      { entity: { id: "person:p" }, share: { least: 18, most: 34.8 } },
    ]);
    expect(named(warnings)).toEqual([["company:y", ["owns:1", "owns:2"]]]);
    expect(warnings[0]?.message).toBe(
      "owns:1, owns:2: these may state one share of company:x in company:y; it is counted as anything from the largest of them to their sum, 30 to 58 %.",
    );
  });

  it("contradict nothing where one of them may be all there is", async () => {
    const { holders, warnings } = await ask<Ownership>(OWNERSHIP, { party: "company:z" });
    expect(holders).toEqual([{ entity: { id: "person:q" }, share: { least: 60, most: 115 } }]);
    expect(warnings.map(({ code }) => code)).toEqual(["MAYBE_ONE"]);
  });

  it("make a partner one, and what is subscribed and given a range", async () => {
    const found = await ask<Readonly<Record<string, unknown>>>(FUND, { fund: "fund:f" });
    const share = { least: 40, most: 80 };
    const gov = { entity: { id: "company:gov" }, share };
    expect(found["holders"]).toEqual([gov]);
    expect(found["partners"]).toEqual([
      {
        ...gov,
        relationship: { id: "subscribes:1" },
        relationships: [{ id: "subscribes:1" }, { id: "subscribes:2" }],
      },
    ]);
    expect(found["subscribed"]).toEqual({ recorded: 40_000_000, most: 80_000_000, known: 1, of: 1 });
    // Investment and loan are different money; the row without a form may be the loan again.
    expect(found["given"]).toEqual({ recorded: 15_000_000 + 8_000_000, most: 40_000_000, known: 3, of: 3 });
    expect(found["reached"]).toMatchObject([
      {
        entity: { id: "project:other" },
        relationships: [{ id: "funds:4" }],
        attributableCny: { least: 7_000_000, most: 7_000_000 },
      },
      {
        entity: { id: "project:other" },
        relationships: [{ id: "funds:5" }],
        attributableCny: { least: 8_000_000, most: 8_000_000 },
      },
      {
        entity: { id: "project:own" },
        relationship: { form: "INVESTMENT" },
        relationships: [{ id: "funds:1" }, { id: "funds:2" }],
        attributableCny: { least: 10_000_000, most: 20_000_000 },
        paths: [{ relationships: [{ id: "funds:1" }, { id: "funds:2" }] }],
      },
      { entity: { id: "project:own" }, relationship: { form: "LOAN" }, relationships: [{ id: "funds:3" }] },
    ]);
    expect(named(found["warnings"] as readonly Warning[])).toEqual([
      ["fund:f", ["subscribes:1", "subscribes:2"]],
      ["project:other", ["funds:4", "funds:5"]],
      ["project:own", ["funds:1", "funds:2"]],
    ]);
  });
});
