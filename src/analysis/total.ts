/** A total as every analysis gives it: what is recorded, how far it is known, and what a source states beside it. */
export interface Total {
  /** What is counted or summed: `projects`, `investmentCny`. */
  readonly metric: string;
  /** The unit of a sum; null for a count. Nothing is summed across units. */
  readonly unit: string | null;
  /** The sum over what is recorded; null where it is known for none. */
  readonly recorded: number | null;
  /** For how many of them it is known. */
  readonly known: number;
  readonly of: number;
  /** What a source states as the total; null where none does. */
  readonly stated: number | null;
}

/** A count: each of what is counted is known. */
export function countTotal(metric: string, count: number, stated: number | null = null): Total {
  return { metric, unit: null, recorded: count, known: count, of: count, stated };
}

/** A sum over those of a group for which it is known. */
export function sumTotal(
  { metric, unit }: Pick<Total, "metric" | "unit">,
  { sum, known, of }: { readonly sum: number | null; readonly known: number; readonly of: number },
  stated: number | null = null,
): Total {
  return { metric, unit, recorded: known === 0 ? null : sum, known, of, stated };
}
