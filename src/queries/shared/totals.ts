/** A total as every analysis gives it: what is recorded, how far it is known, and what a source states beside it. */
export interface Total {
  /** What is counted or summed: `projects`, `investmentCny`. */
  readonly metric: string;
  /** The unit of a sum; null for a count. Nothing is summed across units. */
  readonly unit: string | null;
  /** The sum over what is recorded; null where it is known for none. */
  readonly recorded: number | null;
  /** The same with every row counted, where rows that may state one thing twice count once in `recorded`. */
  readonly most: number | null;
  /** For how many of them it is known. */
  readonly known: number;
  readonly of: number;
  /** What a source states as the total; null where none does. */
  readonly stated: number | null;
}

/** A count: each of what is counted is known. */
export function countTotal(metric: string, count: number, stated: number | null = null): Total {
  return { metric, unit: null, recorded: count, most: count, known: count, of: count, stated };
}

/** A sum over those of a group for which it is known. */
export function sumTotal(
  { metric, unit }: Pick<Total, "metric" | "unit">,
  sums: {
    readonly sum: number | null;
    /** The sum with what may be restated; there is none of it unless told. */
    readonly most?: number | null;
    readonly known: number;
    readonly of: number;
  },
  stated: number | null = null,
): Total {
  const { sum, most = sum, known, of } = sums;
  return {
    metric,
    unit,
    ...(known === 0 ? { recorded: null, most: null } : { recorded: sum, most }),
    known,
    of,
    stated,
  };
}
