import { OPERATORS, type Operator } from "../operators.js";

type Input = Readonly<Record<string, unknown>>;

/** Those that compare with values are the same whatever the type. */
const operators: Readonly<Record<string, Operator>> = OPERATORS.ID.operators;

/** The property that an alternative compares with values, and these; undefined where it says anything else. */
function compared(item: Input): readonly [string, readonly unknown[]] | undefined {
  const [entry, ...others] = Object.entries(item).filter(([, value]) => value !== null && value !== undefined);
  if (!entry || others.length > 0) return undefined;
  const [[operator, value] = [], ...more] = Object.entries(entry[1] as object);
  if (operator === undefined || more.length > 0 || value === null) return undefined;
  const values = operators[operator]?.pins?.(value as never);
  return values && [entry[0], values];
}

/** The alternatives of an `or`, where those that compare one property with values are one: its value is among all of theirs. */
export function foldAlternatives(items: readonly Input[]): readonly Input[] {
  const values = new Map<string, unknown[]>();
  const folded: Input[] = [];
  for (const item of items) {
    const [property, more] = compared(item) ?? [];
    const known = property === undefined ? undefined : values.get(property);
    if (known && more) known.push(...more);
    else if (property !== undefined && more) {
      const all = [...more];
      values.set(property, all);
      folded.push({ [property]: { in: all } });
    } else folded.push(item);
  }
  return folded;
}
