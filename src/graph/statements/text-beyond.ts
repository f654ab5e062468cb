import { cypher, join, type Fragment } from "../cypher.js";

/** Halves of surrogate pairs, and what UTF-16 places behind them although its code points come before. */
const HIGH_UNIT = /[\uD800-\uFFFF]/;
const FIRST_HIGH_UNIT = 0xd800;

/** The least character that takes two units, and the least that stands behind those by units and before them by code point. */
const [PAIR, BEHIND_PAIRS] = ["\u{10000}", "\u{E000}"];

/** Whether a text may be compared by units otherwise than by code points: elsewhere both orders are one. */
export function hasHighUnits(text: string): boolean {
  return HIGH_UNIT.test(text);
}

/**
 * Where an index walk towards a text may begin, on either side of all that begin like it up to its first such character: both
 * orders agree on what lies beyond. Undefined where a walk has to begin at the end.
 */
export function boundBefore(text: string, descending: boolean): string | undefined {
  const begin = text.slice(0, text.search(HIGH_UNIT));
  if (!descending) return begin;
  const last = begin.charCodeAt(begin.length - 1) + 1;
  return last < FIRST_HIGH_UNIT ? `${begin.slice(0, -1)}${String.fromCharCode(last)}` : undefined;
}

/**
 * The texts strictly behind one in the order of code points, for an engine that orders by these but compares with a parameter by
 * the units of UTF-16. The two differ where the first character that differs is a pair in one text, and lies behind the pairs
 * by units in the other. No index may answer it, because indexes compare by code points: hence toString.
 */
export function textBeyond(stored: Fragment, descending: boolean, value: string): Fragment {
  const text = cypher`toString(${stored})`;
  const pairs: Fragment[] = [];
  const others: Fragment[] = [];
  let start = "";
  for (const character of value) {
    if (character.length > 1)
      others.push(cypher`(${text} STARTS WITH ${start} AND ${text} >= ${start + BEHIND_PAIRS})`);
    else if (character >= BEHIND_PAIRS)
      pairs.push(cypher`(${text} >= ${start + PAIR} AND ${text} < ${start + BEHIND_PAIRS})`);
    start += character;
  }
  const [wrongly, missed] = descending ? [pairs, others] : [others, pairs];
  const compared = descending ? cypher`${text} < ${value}` : cypher`${text} > ${value}`;
  const kept = wrongly.length > 0 ? cypher`(${compared} AND NOT (${join(wrongly, " OR ")}))` : compared;
  return cypher`(${join([kept, ...missed], " OR ")})`;
}
