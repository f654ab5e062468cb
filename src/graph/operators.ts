import { cypher, type Fragment } from "./cypher.js";
import type { Property } from "./model.js";

/** What stands behind an operator in a filter: one value of the property's type, a list of such, or a truth value. */
type Operand = "VALUE" | "VALUES" | "FLAG";

/** A filter operator, all that there is to know of it. */
export interface Operator {
  readonly operand: Operand;
  readonly description: string;
  /** As a predicate over a property; null where the property is missing, unless it is about that. */
  readonly cypher: (property: Fragment, operand: unknown) => Fragment;
  /** Whether a value that is there meets it; for a flag, whether one may be there. */
  readonly holds: (value: never, operand: never) => boolean;
  /** The only values that meet it. */
  readonly pins?: (operand: never) => readonly unknown[];
  /** The least value that meets it, and above which all that it bounds do. */
  readonly least?: (operand: never) => unknown;
}

const eq: Operator = {
  operand: "VALUE",
  description: "Equals (等于).",
  cypher: (x, value) => cypher`${x} = ${value}`,
  holds: (value: unknown, operand: unknown) => value === operand,
  pins: (operand: unknown) => [operand],
};

const isIn: Operator = {
  operand: "VALUES",
  description: "Is one of these (属于其一).",
  cypher: (x, value) => cypher`${x} IN ${value}`,
  holds: (value: unknown, operand: readonly unknown[]) => operand.includes(value),
  pins: (operand: readonly unknown[]) => operand,
};

const isNull: Operator = {
  operand: "FLAG",
  description: "Is missing; with false, is there (缺失).",
  cypher: (x, value) => (value ? cypher`${x} IS NULL` : cypher`${x} IS NOT NULL`),
  holds: (_value: unknown, operand: boolean) => !operand,
};

const isEmpty: Operator = {
  operand: "FLAG",
  description: "Is empty or missing; with false, has items (为空).",
  cypher: (x, value) => (value ? cypher`size(coalesce(${x}, [])) = 0` : cypher`size(coalesce(${x}, [])) > 0`),
  holds: (_value: unknown, operand: boolean) => !operand,
};

const has: Operator = {
  operand: "VALUE",
  description: "Has this item (含此项).",
  cypher: (x, value) => cypher`${value} IN ${x}`,
  holds: (value: readonly unknown[], operand: unknown) => value.includes(operand),
};

const contains: Operator = {
  operand: "VALUE",
  description: "Contains this text (包含).",
  cypher: (x, value) => cypher`${x} CONTAINS ${value}`,
  holds: (value: string, operand: string) => value.includes(operand),
};

const startsWith: Operator = {
  operand: "VALUE",
  description: "Starts with this text (以此开头).",
  cypher: (x, value) => cypher`${x} STARTS WITH ${value}`,
  holds: (value: string, operand: string) => value.startsWith(operand),
};

/** The number after this one, of those that a double can hold. */
function next(number: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number === 0 ? 0 : number);
  view.setBigInt64(0, view.getBigInt64(0) + (number < 0 ? -1n : 1n));
  return view.getFloat64(0);
}

const ofNumbers = {
  gt: {
    operand: "VALUE",
    description: "Is greater than (大于).",
    cypher: (x, value) => cypher`${x} > ${value}`,
    holds: (value: number, operand: number) => value > operand,
    least: next,
  },
  gte: {
    operand: "VALUE",
    description: "Is greater than or equal to (不小于).",
    cypher: (x, value) => cypher`${x} >= ${value}`,
    holds: (value: number, operand: number) => value >= operand,
    least: (operand: number) => operand,
  },
  lt: {
    operand: "VALUE",
    description: "Is less than (小于).",
    cypher: (x, value) => cypher`${x} < ${value}`,
    holds: (value: number, operand: number) => value < operand,
  },
  lte: {
    operand: "VALUE",
    description: "Is less than or equal to (不大于).",
    cypher: (x, value) => cypher`${x} <= ${value}`,
    holds: (value: number, operand: number) => value <= operand,
  },
} satisfies Readonly<Record<string, Operator>>;

/** Sorts after every character of a date, so that `2023` with it follows everything in 2023. */
const AFTER = "~";

const endOf = (date: unknown): string => `${String(date)}${AFTER}`;

/** The first date after everything in a year, a month or a day. */
function following(date: string): string {
  const [year = 0, month, day] = date.split("-").map(Number);
  const two = (number: number): string => String(number).padStart(2, "0");
  // The calendar repeats every 400 years; the first ones cannot be told to Date in numbers.
  if (month && day && day < new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate())
    return `${date.slice(0, 8)}${two(day + 1)}`;
  return month && month < 12 ? `${date.slice(0, 5)}${two(month + 1)}` : String(year + 1).padStart(4, "0");
}

/** A date of year or month precision covers all that lies in it, and follows none of its days. */
const ofDates = {
  eq: { ...eq, description: "Is written exactly so (等于)." },
  in: { ...isIn, description: "Is written exactly as one of these (属于其一)." },
  within: {
    operand: "VALUE",
    description: "Is this date or lies in it (在此期间).",
    cypher: (x, value) => cypher`(${x} >= ${value} AND ${x} < ${endOf(value)})`,
    holds: (value: string, operand: string) => value.startsWith(operand),
    least: (operand: string) => operand,
  },
  gt: {
    operand: "VALUE",
    description: "Is after all of it (晚于).",
    cypher: (x, value) => cypher`${x} > ${endOf(value)}`,
    holds: (value: string, operand: string) => value > endOf(operand),
    least: following,
  },
  gte: {
    operand: "VALUE",
    description: "Is not before it begins (不早于).",
    cypher: (x, value) => cypher`${x} >= ${value}`,
    holds: (value: string, operand: string) => value >= operand,
    least: (operand: string) => operand,
  },
  lt: {
    operand: "VALUE",
    description: "Is before it begins (早于).",
    cypher: (x, value) => cypher`${x} < ${value}`,
    holds: (value: string, operand: string) => value < operand,
  },
  lte: {
    operand: "VALUE",
    description: "Is not after it ends (不晚于).",
    cypher: (x, value) => cypher`${x} <= ${endOf(value)}`,
    holds: (value: string, operand: string) => value <= endOf(operand),
  },
  isNull,
} satisfies Readonly<Record<string, Operator>>;

/** The operators that a type of property has, under the names that filters give them. */
export interface OperatorSet {
  readonly description: string;
  readonly operators: Readonly<Record<string, Operator>>;
}

/** Every filter operator: the input types, the predicates and what cannot hold together follow from this table. */
export const OPERATORS = {
  ID: { description: "A condition on an id (标识条件).", operators: { eq, in: isIn } },
  EntityKind: { description: "A condition on the kind (类型条件).", operators: { eq, in: isIn } },
  Enum: { description: "A condition on an enum value (枚举条件).", operators: { eq, in: isIn, isNull } },
  String: {
    description: "A condition on a text; case-sensitive (文本条件).",
    operators: { eq, in: isIn, contains, startsWith, isNull },
  },
  StringList: { description: "A condition on a list of texts (文本列表条件).", operators: { has, isEmpty } },
  Float: { description: "A condition on a number (数值条件).", operators: { eq, in: isIn, ...ofNumbers, isNull } },
  Boolean: { description: "A condition on a truth value (是非条件).", operators: { eq, isNull } },
  PartialDate: {
    description:
      "A condition on a partial date (日期条件). lte: 2023 includes everything in 2023; gt: 2023 begins with 2024; " +
      "within: 2023 is that date or a finer one.",
    operators: ofDates,
  },
} satisfies Readonly<Record<string, OperatorSet>>;

/** The operators of a property; those of an id where there is none. */
export function operatorsOf(property: Property | undefined): Readonly<Record<string, Operator>> {
  if (!property) return OPERATORS.ID.operators;
  if (property.list) return OPERATORS.StringList.operators;
  return OPERATORS[property.type === "Int" ? "Float" : property.type].operators;
}
