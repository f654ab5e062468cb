/** What an answer leaves out. */
export type TruncationCode =
  "STAGES" | "FEEDS" | "PARTS" | "LISTED" | "MILESTONES" | "ROWS" | "STAKES" | "RELATIONSHIPS" | "PATHS" | "DEPTH";

/** That an answer leaves something out: what, beyond how many, and the same in words. */
export interface Truncation {
  readonly code: TruncationCode;
  readonly limit: number;
  readonly reason: string;
}

/** Both forms in which an answer says it. */
export function told(truncation: Truncation | null): {
  readonly truncation: Truncation | null;
  readonly truncatedReason: string | null;
} {
  return { truncation, truncatedReason: truncation?.reason ?? null };
}
