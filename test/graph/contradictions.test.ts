import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BadInput } from "../../src/errors.js";
import type { Property, ScalarType } from "../../src/graph/model.js";
import { checkOperators } from "../../src/graph/statements/contradiction.js";
import { HOUSE_FORM } from "../support/server.js";

type Operators = Readonly<Record<string, unknown>>;

function refusal(type: ScalarType, operators: Operators): string | undefined {
  try {
    checkOperators(operators, { type, list: "has" in operators } as Property, "projects(filter).x");
    return undefined;
  } catch (error) {
    if (error instanceof BadInput) return error.message;
    throw error;
  }
}

/** Every date of the four years from 2021, each of its precisions: `2023` stands for the year, not for one of its days. */
const DAYS = Array.from({ length: 4 * 365 + 1 }, (_, day) => new Date(Date.UTC(2021, 0, 1 + day)).toISOString());
const DATES = [...new Set(DAYS.flatMap((day) => [day.slice(0, 4), day.slice(0, 7), day.slice(0, 10)]))];
/** Halves lie between any two whole bounds. */
const NUMBERS = Array.from({ length: 33 }, (_, index) => index / 2 - 8);
const TEXTS = ["", "a", "b"].flatMap((one) => ["", "a", "b"].map((other) => one + other));
const LONGER_TEXTS = TEXTS.flatMap((one) => TEXTS.map((other) => one + other));

/** The first and the last moment that a date covers. */
function span(date: string): [string, string] {
  return [date.padEnd(10, " "), date.padEnd(10, "~")];
}

const meets: Readonly<Record<string, (value: never, operand: never) => boolean>> = {
  eq: (value, operand) => value === operand,
  in: (value, operand: unknown[]) => operand.includes(value),
  contains: (value: string, operand: string) => value.split(operand).length > 1 || operand === "",
  startsWith: (value: string, operand: string) => value.slice(0, operand.length) === operand,
  gt: (value, operand) => value > operand,
  gte: (value, operand) => value >= operand,
  lt: (value, operand) => value < operand,
  lte: (value, operand) => value <= operand,
};

const meetsDates: typeof meets = {
  ...meets,
  gt: (value: string, operand: string) => span(value)[0] > span(operand)[1],
  lte: (value: string, operand: string) => span(value)[0] <= span(operand)[1],
  within: (value: string, operand: string) => span(value)[0] >= span(operand)[0] && span(value)[1] <= span(operand)[1],
};

function isEmpty(table: typeof meets, values: readonly unknown[], operators: Operators): boolean {
  const entries = Object.entries(operators);
  return !values.some((value) =>
    entries.every(([operator, operand]) => table[operator]?.(value as never, operand as never)),
  );
}

function operatorsOf(names: readonly string[], values: readonly unknown[]): fc.Arbitrary<Operators> {
  const value = fc.constantFrom(...values);
  const operand = (name: string) => (name === "in" ? fc.array(value, { minLength: 1, maxLength: 3 }) : value);
  return fc
    .subarray([...names], { minLength: 2, maxLength: 4 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, operand(name)]))));
}

describe("contradictory filters", () => {
  const bounds = ["eq", "in", "gt", "gte", "lt", "lte"];
  const inner = DATES.filter((date) => !/^202[14]/.test(date));
  it.each([
    ["numbers", "Float", bounds, NUMBERS.filter((number) => Number.isInteger(number) && Math.abs(number) < 8), NUMBERS],
    ["dates", "PartialDate", [...bounds, "within"], inner, DATES],
    [
      "close dates",
      "PartialDate",
      [...bounds, "within"],
      inner.filter((date) => /^(2023|2022-12|2022)/.test(date)),
      DATES,
    ],
    ["texts", "String", ["eq", "in", "contains", "startsWith"], TEXTS, LONGER_TEXTS],
  ] as const)("of %s are refused where no value meets them, and nowhere else", (_, type, names, operands, values) => {
    const table = type === "PartialDate" ? meetsDates : meets;
    let [refused, let_through] = [0, 0];
    fc.assert(
      fc.property(operatorsOf(names, operands), (operators) => {
        const message = refusal(type, operators);
        expect(message !== undefined).toBe(isEmpty(table, values, operators));
        if (message !== undefined) expect(message).toMatch(HOUSE_FORM);
        if (message === undefined) let_through += 1;
        else refused += 1;
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(refused, let_through)).toBeGreaterThan(100);
  });

  it.each<[ScalarType, Operators]>([
    ["Float", { gt: 5, lte: 5 }],
    ["Float", { eq: 5, gt: 7 }],
    ["Float", { in: [1, 2], gte: 3 }],
    ["Float", { gt: 1, lt: 1 + Number.EPSILON }],
    ["String", { startsWith: "a", eq: "b" }],
    ["String", { isNull: true, startsWith: "a" }],
    ["String", { isEmpty: true, has: "a" }],
    ["PartialDate", { gt: "2023", lte: "2023" }],
    ["PartialDate", { gt: "2023", lt: "2024" }],
    ["PartialDate", { gt: "2022-12-31", lt: "2023" }],
    ["PartialDate", { gt: "2024-02-28", lt: "2024-02-29" }],
    ["PartialDate", { within: "2023-03", lt: "2023-03" }],
    ["PartialDate", { within: "2023-03", gt: "2023" }],
    ["PartialDate", { gte: "2023-03", eq: "2023" }],
  ])("of %s: %o is refused", (type, operators) => {
    expect(refusal(type, operators)).toMatch(HOUSE_FORM);
  });

  it.each<[ScalarType, Operators]>([
    ["Float", { gte: 5, lte: 5 }],
    ["Float", { gt: -Number.MAX_VALUE, lt: Number.MAX_VALUE }],
    ["String", { in: [] }],
    ["String", { isNull: false, contains: "a" }],
    ["PartialDate", { gte: "2023", lte: "2023" }],
    ["PartialDate", { gt: "2023-02-28", lt: "2023-03-01" }],
    ["PartialDate", { gt: "2022", lt: "2023-01" }],
    ["PartialDate", { within: "2023", gt: "2023-11-30" }],
  ])("of %s: %o is not", (type, operators) => {
    expect(refusal(type, operators)).toBeUndefined();
  });
});
