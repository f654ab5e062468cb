import { BadInput } from "../../errors.js";
import type { Property, ScalarType } from "../model.js";

type Operators = Readonly<Record<string, unknown>>;
type Holds = (value: never, operand: never) => boolean;

/** What an operator says of a value that is there. */
const holds: Readonly<Record<string, Holds>> = {
  eq: (value: unknown, operand: unknown) => value === operand,
  in: (value: unknown, operand: readonly unknown[]) => operand.includes(value),
  contains: (value: string, operand: string) => value.includes(operand),
  startsWith: (value: string, operand: string) => value.startsWith(operand),
  gt: (value: number, operand: number) => value > operand,
  gte: (value: number, operand: number) => value >= operand,
  lt: (value: number, operand: number) => value < operand,
  lte: (value: number, operand: number) => value <= operand,
};

/** What lies within a date of year or month precision; `2023` follows none of its days. */
const withinDate = (value: string, operand: string): boolean => value.startsWith(operand);

const holdsOfDates: Readonly<Record<string, Holds>> = {
  ...holds,
  within: withinDate,
  gt: (value: string, operand: string) => value > operand && !withinDate(value, operand),
  lte: (value: string, operand: string) => value <= operand || withinDate(value, operand),
};

/** The first date after everything in a year, a month or a day. */
function following(date: string): string {
  const [year = 0, month, day] = date.split("-").map(Number);
  const two = (number: number): string => String(number).padStart(2, "0");
  // The calendar repeats every 400 years; the first ones cannot be told to Date in numbers.
  if (month && day && day < new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate())
    return `${date.slice(0, 8)}${two(day + 1)}`;
  return month && month < 12 ? `${date.slice(0, 5)}${two(month + 1)}` : String(year + 1).padStart(4, "0");
}

/** The smallest date that the lower bounds let through: where even this is above an upper bound, all are. */
function datesToTry({ gt, gte, within }: Operators): unknown[] {
  const least = [gt && following(gt as string), gte, within].filter((date) => typeof date === "string");
  return least.length === 0 ? [] : [least.reduce((one, other) => (one > other ? one : other))];
}

/** Numbers between a lower and an upper bound, and the bounds themselves; two neighbours have none between them. */
function numbersToTry({ gt, gte, lt, lte }: Operators): unknown[] {
  const numbers = (...bounds: readonly unknown[]) => bounds.filter((bound) => typeof bound === "number");
  const [lower, upper] = [Math.max(...numbers(gt, gte)), Math.min(...numbers(lt, lte))];
  return Number.isFinite(lower) && Number.isFinite(upper) ? [lower, lower / 2 + upper / 2, upper] : [];
}

/** Values of which one must fit where any does; none where there is nothing to try. */
function valuesToTry(operators: Operators, type: ScalarType | undefined): readonly unknown[] {
  if (operators["eq"] !== undefined) return [operators["eq"]];
  if (operators["in"] !== undefined) return operators["in"] as unknown[];
  return type === "PartialDate" ? datesToTry(operators) : numbersToTry(operators);
}

/** Whether some value could meet all of these operators. */
function canHold({ isNull, isEmpty, ...operators }: Operators, type: ScalarType | undefined): boolean {
  const names = Object.keys(operators);
  if (isNull === true || isEmpty === true) return names.length === 0;
  const tried = valuesToTry(operators, type);
  if (tried.length === 0 || names.length < 2) return true;
  const table = type === "PartialDate" ? holdsOfDates : holds;
  return tried.some((value) =>
    names.every((operator) => (table[operator] as Holds)(value as never, operators[operator] as never)),
  );
}

function written([operator, value]: readonly [string, unknown]): string {
  return `${operator}: ${Array.isArray(value) && value.length > 3 ? `[${value.length} values]` : JSON.stringify(value)}`;
}

/**
 * Refuses null where a value is expected, and operators that no value can meet together.
 * @param property what they are about; undefined for an id or a kind.
 * @throws BadInput
 */
export function checkOperators(operators: Operators, property: Property | undefined, path: string): void {
  for (const [operator, value] of Object.entries(operators))
    if (value === null || (Array.isArray(value) && value.includes(null)))
      throw new BadInput(
        `${path}.${operator}: expected a value but got null; use isNull: true for what is missing, or leave the operator out.`,
      );
  if (!canHold(operators, property?.type))
    throw new BadInput(
      `${path}: expected conditions that can hold together but got ${Object.entries(operators).map(written).join(", ")}, which no value meets; change or drop one.`,
    );
}
