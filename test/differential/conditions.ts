import type { EntityRow } from "./dataset.js";
import { compareValues, isDate, valueOf, type Memory, type Met } from "./memory.js";

type Input = Readonly<Record<string, unknown>>;
type Test = (value: unknown, operand: unknown) => boolean;

const compare: Readonly<Record<string, Test>> = {
  eq: (value, operand) => value === operand,
  in: (value, operand) => (operand as unknown[]).includes(value),
  contains: (value, operand) => (value as string).includes(operand as string),
  startsWith: (value, operand) => (value as string).startsWith(operand as string),
  gt: (value, operand) => compareValues(value, operand) > 0,
  gte: (value, operand) => compareValues(value, operand) >= 0,
  lt: (value, operand) => compareValues(value, operand) < 0,
  lte: (value, operand) => compareValues(value, operand) <= 0,
  has: (value, operand) => (value as unknown[]).includes(operand),
};

const liesIn: Test = (value, operand) => value === operand || (value as string).startsWith(`${operand as string}-`);

const compareDates: Readonly<Record<string, Test>> = {
  ...compare,
  within: liesIn,
  gt: (value, operand) => compareValues(value, operand) > 0 && !liesIn(value, operand),
  lte: (value, operand) => compareValues(value, operand) <= 0 || liesIn(value, operand),
};

/** Whether a value meets all operators of a condition. */
export function fits(value: unknown, dates: boolean, condition: Input): boolean {
  const table = dates ? compareDates : compare;
  return Object.entries(condition).every(([operator, operand]) => {
    if (operator === "isNull" || operator === "isEmpty") return (value === undefined) === operand;
    const test = table[operator];
    if (!test) throw new Error(`The oracle does not know the operator ${operator}; teach it.`);
    return value !== undefined && test(value, operand);
  });
}

function logic(filter: Input, nested: (filter: Input) => boolean, leaf: (field: string, value: Input) => boolean) {
  return Object.entries(filter).every(([field, value]) => {
    if (field === "and") return (value as Input[]).every(nested);
    if (field === "or") return (value as Input[]).some(nested);
    return field === "not" ? !nested(value as Input) : leaf(field, value as Input);
  });
}

/** Whether an entity fits a filter. */
export function entityFits(memory: Memory, row: EntityRow, filter: Input): boolean {
  return logic(
    filter,
    (inner) => entityFits(memory, row, inner),
    (field, value) => {
      if (field === "within") return memory.placesOf(row.id).has(value as unknown as string);
      if (field === "kind") return fits(row.kind.value, false, value);
      if (row.kind.ends.has(field))
        return memory.along(row.kind.name, field, row.id).some((met) => endFits(memory, met, value));
      return fits(valueOf(row, field), isDate(row.kind.properties.get(field)), value);
    },
  );
}

/** Whether a relationship and what stands at its far end fit a filter together. */
export function endFits(memory: Memory, met: Met, filter: Input): boolean {
  return logic(
    filter,
    (inner) => endFits(memory, met, inner),
    (field, value) => (field === "node" ? entityFits(memory, met.far, value) : relationshipFits(met, value)),
  );
}

function relationshipFits(met: Met, filter: Input): boolean {
  const { relationship: row } = met;
  return logic(
    filter,
    (inner) => relationshipFits(met, inner),
    (field, value) => fits(valueOf(row, field), isDate(row.type.properties.get(field)), value),
  );
}
