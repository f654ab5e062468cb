import { byCodePoint } from "../../graph/text-order.js";
import { rowsOf, type Shares, type Stake, type StakePath, type StakeRow } from "./shares.js";
import type { StakeWarning } from "./stake-schema.js";

/** What an answer about stakes and money cannot be sure of. */
export interface Warning extends Pick<StakeWarning, "code" | "message"> {
  /** The entity that is held, or that was given money. */
  readonly held: string;
  /** The ids of the relationships that it is about. */
  readonly rows: readonly string[];
}

type Judged = Pick<StakeWarning, "code" | "message">;

/** How many ids a message names; the warning names all. */
const NAMED = 3;

/** Some ids in words. */
export function inWords(ids: readonly string[]): string {
  const more = ids.length - NAMED;
  return `${ids.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function judged(shares: Shares, { id, holder, held, percent, certain }: StakeRow): Judged[] {
  const what = `the share of ${holder} in ${held}`;
  const found: Judged[] = [];
  if (percent === undefined)
    found.push({
      code: "UNKNOWN_SHARE",
      message: `${id}: ${what} is not recorded; it is counted as anything from 0 to the ${shares.left(held)} % that the known shares leave.`,
    });
  if (!certain)
    found.push({
      code: "UNCERTAIN_PERIOD",
      message: `${id}: the dates of ${what} do not say whether it holds at all of the time asked for; it is counted from 0.`,
    });
  return found;
}

function above(shares: Shares, held: string): Warning[] {
  const sum = shares.known(held);
  if (sum <= 100) return [];
  const rows = rowsOf(shares.in(held), ({ percent, certain }) => percent !== undefined && certain);
  const message = `${held}: the known shares in it come to ${sum} %, which cannot all be so; they are counted as they are stated.`;
  return [{ code: "ABOVE_100", message, held, rows }];
}

function parallel(shares: Shares, stake: Stake): Warning[] {
  const { holder, held, rows } = stake;
  if (rows.length === 1) return [];
  const { least, most } = shares.of(stake);
  const ids = rows.map(({ id }) => id);
  const message = `${inWords(ids)}: these may state one share of ${holder} in ${held}; it is counted as anything from the largest of them to their sum, ${least} to ${most} %.`;
  return [{ code: "MAYBE_ONE", message, held, rows: ids }];
}

/**
 * What is to be said of the stakes on some paths.
 * @param ended stakes that were left out because they have ended.
 */
export function warningsOf(shares: Shares, paths: readonly StakePath[], ended: Iterable<StakeRow>): Warning[] {
  const stakes = [...new Set(paths.flat())];
  const rows = stakes.flatMap((stake) => stake.rows).sort((a, b) => byCodePoint(a.id, b.id));
  const first = ({ rows: [row] }: Stake): string => row?.id ?? "";
  const held = [...new Set(stakes.map((stake) => stake.held))].sort(byCodePoint);
  return [
    ...held.flatMap((id) => above(shares, id)),
    ...stakes.sort((a, b) => byCodePoint(first(a), first(b))).flatMap((stake) => parallel(shares, stake)),
    ...rows.flatMap((row) => judged(shares, row).map((item): Warning => ({ ...item, held: row.held, rows: [row.id] }))),
    ...[...ended].map((row): Warning => {
      const message = `${row.id}: the share of ${row.holder} in ${row.held} has an end recorded and is left out; ask with asOf for a time when it held.`;
      return { code: "ENDED", message, held: row.held, rows: [row.id] };
    }),
  ];
}
