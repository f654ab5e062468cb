import { byCodePoint } from "../text-order.js";
import { hasHan } from "./normal.js";
import { TEXT_FIELDS, type SearchText } from "./texts.js";

/** How a text answers what is searched for, best first. */
export const MATCHES = ["exact", "prefix", "inner"] as const;
export type Match = (typeof MATCHES)[number];

/** A text compares by its field and its words; how it is written does not matter. */
export type Comparable = Pick<SearchText, "field" | "words">;

/** A match as it is ranked: by tier, then length, then text. */
export interface Rank {
  readonly match: Match;
  /** Exact: the place of its field in {@link TEXT_FIELDS}; then prefix, whole words, part. */
  readonly tier: number;
  readonly length: number;
  readonly text: string;
}

const PREFIX_TIER = TEXT_FIELDS.length;

/**
 * How a text answers what is searched for: it is that, it begins with that, or it has that within it as whole words, of which
 * every Han character is one. Undefined where it does not.
 * @param sought normalised, without spaces.
 */
export function rankOf({ field, words }: Comparable, sought: string): Rank | undefined {
  const text = words.join("");
  const found = matchOf(text, words, sought);
  if (found === undefined) return undefined;
  const within = hasHan(sought) ? PREFIX_TIER + 2 : PREFIX_TIER + 1;
  const tier = { exact: TEXT_FIELDS.indexOf(field), prefix: PREFIX_TIER, inner: within }[found];
  return { match: found, tier, length: Array.from(text).length, text };
}

function matchOf(text: string, words: readonly string[], sought: string): Match | undefined {
  if (text.startsWith(sought)) return text.length === sought.length ? "exact" : "prefix";
  if (!text.includes(sought)) return undefined;
  const bounds = new Set<number>();
  let place = 0;
  for (const word of words) bounds.add((place += word.length));
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1))
    if (bounds.has(at) && bounds.has(at + sought.length)) return "inner";
  return undefined;
}

/** Best first. */
export function compareRanks(one: Rank, other: Rank): number {
  return one.tier - other.tier || one.length - other.length || byCodePoint(one.text, other.text);
}
