import { byCodePoint } from "../graph/text-order.js";
import type { Shares, Stake, StakePath } from "./shares.js";

/** What an answer about stakes cannot be sure of. */
export interface Warning {
  readonly code: "UNKNOWN_SHARE" | "ABOVE_100" | "UNCERTAIN_PERIOD" | "ENDED";
  readonly message: string;
  /** The entity that is held. */
  readonly held: string;
  readonly stakes: readonly string[];
}

type Judged = Pick<Warning, "code" | "message">;

function judged(shares: Shares, stake: Stake): Judged[] {
  const { id, holder, held, percent, certain } = stake;
  const what = `the share of ${holder} in ${held}`;
  const found: Judged[] = [];
  if (percent === undefined)
    found.push({
      code: "UNKNOWN_SHARE",
      message: `${id}: ${what} is not recorded; it is counted as anything from 0 to the ${shares.of(stake).most} % that the known shares leave.`,
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
  const stakes = shares.in(held).filter(({ percent, certain }) => percent !== undefined && certain);
  const message = `${held}: the known shares in it come to ${sum} %, which cannot all be so; they are counted as they are stated.`;
  return [{ code: "ABOVE_100", message, held, stakes: stakes.map(({ id }) => id) }];
}

/**
 * What is to be said of the stakes on some paths.
 * @param ended stakes that were left out because they have ended.
 */
export function warningsOf(shares: Shares, paths: readonly StakePath[], ended: Iterable<Stake>): Warning[] {
  const stakes = new Map(paths.flat().map((stake) => [stake.id, stake]));
  const ids = [...stakes.keys()].sort(byCodePoint);
  const held = [...new Set([...stakes.values()].map((stake) => stake.held))].sort(byCodePoint);
  return [
    ...held.flatMap((id) => above(shares, id)),
    ...ids.flatMap((id) => {
      const stake = stakes.get(id) as Stake;
      return judged(shares, stake).map((item): Warning => ({ ...item, held: stake.held, stakes: [id] }));
    }),
    ...[...ended].map((stake): Warning => {
      const message = `${stake.id}: the share of ${stake.holder} in ${stake.held} has an end recorded and is left out; ask with asOf for a time when it held.`;
      return { code: "ENDED", message, held: stake.held, stakes: [stake.id] };
    }),
  ];
}
