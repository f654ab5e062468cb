import type { Around } from "./fund-surroundings.js";
import type { Interval } from "./shares.js";
import { inWords, type Warning } from "./stake-warnings.js";

/**
 * Money that one gave another in one form. Rows of one form between the same two may be several payments, or one that
 * several sources state: they come to anything from the largest to the sum. Rows of different forms are different money; one
 * that names no form may restate any of them. Dates and purposes tell nothing apart, as sources word and date one payment
 * differently.
 */
export interface MoneyGiven {
  readonly giver: string;
  readonly receiver: string;
  readonly form: string | null;
  /** By id, at least one. */
  readonly rows: readonly Around[];
}

/** Rows as what they tell of, in the order of the first of each. */
export function moneyGiven(rows: readonly Around[]): MoneyGiven[] {
  const found = new Map<string, MoneyGiven & { readonly rows: Around[] }>();
  for (const row of rows) {
    const { fund: giver, far: receiver, form } = row;
    const key = JSON.stringify([giver, receiver, form]);
    const known = found.get(key);
    if (known) known.rows.push(row);
    else found.set(key, { giver, receiver, form, rows: [row] });
  }
  return [...found.values()];
}

/** The row with the largest amount. */
export function largestOf({ rows }: MoneyGiven): Around {
  return rows.reduce((found, row) => ((row.amount ?? -1) > (found.amount ?? -1) ? row : found));
}

/** From the largest amount to the sum; null where none is recorded. */
export function amountOf({ rows }: MoneyGiven): Interval | null {
  const amounts = rows.flatMap(({ amount }) => amount ?? []);
  if (amounts.length === 0) return null;
  return { least: Math.max(...amounts), most: amounts.reduce((sum, amount) => sum + amount, 0) };
}

/** Which rows may state one payment twice: those of one form, and where one has no form, all between its two. */
export function givenWarnings(given: readonly MoneyGiven[]): Warning[] {
  const pairs = new Map<string, MoneyGiven[]>();
  for (const item of given) {
    const key = `${item.giver} ${item.receiver}`;
    pairs.set(key, [...(pairs.get(key) ?? []), item]);
  }
  const alike = [...pairs.values()].flatMap((pair) =>
    pair.some(({ form }) => form === null) ? [pair] : pair.map((item) => [item]),
  );
  return alike.flatMap((items) => {
    const ids = items.flatMap(({ rows }) => rows.map(({ relationship }) => relationship.id));
    const [first] = items;
    if (!first || ids.length === 1) return [];
    const message = `${inWords(ids)}: these may state one payment of ${first.giver} to ${first.receiver}; it is counted as anything from the largest of them to their sum.`;
    return [{ code: "MAYBE_ONE" as const, message, held: first.receiver, rows: ids }];
  });
}
