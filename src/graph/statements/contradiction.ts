import { BadInput } from "../../errors.js";
import { operatorsOf, type Operator } from "../operators.js";
import type { Property } from "../model.js";

type Operators = Readonly<Record<string, unknown>>;
type Asked = readonly (readonly [Operator, operand: unknown])[];

/** Values of which one must fit where any does; none where there is nothing to try. */
function valuesToTry(asked: Asked): readonly unknown[] {
  const [pinned] = asked.flatMap(([{ pins }, operand]) => (pins ? [pins(operand as never)] : []));
  return pinned ?? asked.flatMap(([{ least }, operand]) => (least ? [least(operand as never)] : []));
}

/** Whether some value could meet all of these operators. */
function canHold(asked: Asked): boolean {
  const others = asked.filter(([{ operand }]) => operand !== "FLAG");
  const isAbsent = asked.some(
    ([{ operand, holds }, value]) => operand === "FLAG" && !holds(null as never, value as never),
  );
  if (isAbsent) return others.length === 0;
  const tried = valuesToTry(others);
  if (tried.length === 0 || others.length < 2) return true;
  return tried.some((value) => others.every(([{ holds }, operand]) => holds(value as never, operand as never)));
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
  const known = operatorsOf(property);
  if (!canHold(Object.entries(operators).map(([name, operand]) => [known[name] as Operator, operand])))
    throw new BadInput(
      `${path}: expected conditions that can hold together but got ${Object.entries(operators).map(written).join(", ")}, which no value meets; change or drop one.`,
    );
}
