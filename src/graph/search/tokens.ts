import type { Kind } from "../model.js";
import { hasHan, wordsOf } from "./normal.js";
import type { Match } from "./match.js";
import type { SearchText } from "./texts.js";

/** Beginnings of a text that have a token: longer ones are few enough to be found by a walk over the whole texts. */
const EDGES = { han: 3, other: 8 };

/** What a token stands for is said by its first character, none of which a query's syntax knows. */
const whole = (text: string): string => `=${text}`;
const edge = (text: string): string => `_${text}`;
const word = (text: string): string => `.${text}`;
const pair = (text: string): string => `,${text}`;
const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((next, index) => pair(`${words[index] ?? ""}${next}`));
const ofKind = ({ prefix }: Pick<Kind, "prefix">): string => `@${prefix}`;

function edgesOf(text: string): string[] {
  const [first = ""] = text;
  const most = hasHan(first) ? EDGES.han : EDGES.other;
  const edges: string[] = [];
  let begun = "";
  for (const character of text) {
    if (edges.length === most) break;
    begun += character;
    edges.push(begun);
  }
  return edges;
}

/** The tokens of an entity: its texts whole, their beginnings, the words behind the first and each with the next, its kind. */
export function tokensOf(kind: Kind, texts: readonly Pick<SearchText, "words">[]): string[] {
  const tokens = new Set([ofKind(kind)]);
  for (const { words } of texts) {
    const text = words.join("");
    tokens.add(whole(text));
    for (const begun of edgesOf(text)) tokens.add(edge(begun));
    const [, ...behind] = words;
    for (const one of behind) tokens.add(word(one));
    for (const two of pairsOf(behind)) tokens.add(two);
  }
  return [...tokens];
}

/** A question to a full-text index. */
export interface TokenQuery {
  readonly text: string;
  /** Whether it is answered by tokens alone, however many entities bear them; otherwise by a walk over all that begin so. */
  readonly direct: boolean;
  /** Whether what is found must still be compared with the stored texts. */
  readonly checked: boolean;
}

/**
 * What a full-text index is asked, in Lucene's syntax, to find whatever matches in one way and in no better way.
 * @param sought normalised, without spaces: letters and digits only.
 * @param kinds those that are wanted; all, where there are none.
 */
export function tokenQuery(match: Match, sought: string, kinds: readonly Kind[]): TokenQuery {
  const begins = edgesOf(sought).includes(sought);
  const parts = {
    exact: [`+${whole(sought)}`],
    prefix: [`+${begins ? edge(sought) : `${whole(sought)}*`}`, `-${whole(sought)}`],
    inner: [...innerParts(sought), ...(begins ? [`-${edge(sought)}`] : [])],
  }[match];
  const of = kinds.length > 0 ? [`+(${kinds.map(ofKind).join(" ")})`] : [];
  const told = begins && hasHan(sought) && wordsOf(sought).length <= 2;
  return {
    text: [...parts, ...of].join(" "),
    direct: match !== "prefix" || begins,
    checked: match === "inner" && !told,
  };
}

/** Words as they stand where they are Chinese; others may be syllables that are written together. */
function innerParts(sought: string): string[] {
  const words = wordsOf(sought);
  if (!hasHan(sought)) {
    const begun = Array.from(sought, (_, index) => pair(sought.slice(0, index + 1))).slice(1);
    return [`+(${[word(sought), ...begun].join(" ")})`];
  }
  const pairs = pairsOf(words).map((two) => `+${two}`);
  return pairs.length > 0 ? pairs : [`+${word(sought)}`];
}
