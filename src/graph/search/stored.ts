import type { Kind } from "../model.js";
import type { Comparable } from "./match.js";
import { wordsOf } from "./normal.js";
import { classOf } from "./precedence.js";
import { searchTexts, type TextField } from "./texts.js";
export { searchedProperties } from "./texts.js";
import { tokensOf } from "./tokens.js";

/** Stored beside an entity's properties: the texts that it is found by. */
export const SEARCH_TEXT = "searchText";
/** The same for a full-text index, on engines that have one. */
export const SEARCH_TOKENS = "searchTokens";
/** The name of that index. */
export const SEARCH_INDEX = "Entity_search";
/** Changes whenever what is stored for a text changes: a graph that holds another is brought up to date. */
export const SEARCH_VERSION = "1";

/** What is stored of an entity for searching, read back. */
export interface StoredTexts {
  readonly precedence: string;
  readonly texts: readonly Comparable[];
}

/**
 * What an entity is stored with, so that it is found.
 * @param fullText whether the engine finds by a full-text index.
 */
export function searchProperties(
  kind: Kind,
  entity: Readonly<Record<string, unknown>> & { readonly id: string },
  fullText: boolean,
): Readonly<Record<string, string>> {
  const texts = searchTexts(kind, entity);
  const precedence = classOf(entity.id, texts[0]?.words.join("") ?? "");
  const lines = texts.map(({ field, words }) => `${field}=${lineOf(words)}`);
  const stored = { [SEARCH_TEXT]: `${SEARCH_VERSION} ${precedence}\n${lines.join("\n")}\n` };
  return fullText ? { ...stored, [SEARCH_TOKENS]: [precedence, ...tokensOf(kind, texts)].join(" ") } : stored;
}

/** The text in one piece, so that a part of it can be looked for; behind it its words, where they do not follow from it. */
function lineOf(words: readonly string[]): string {
  const text = words.join("");
  const spaced = words.join(" ");
  return wordsOf(text).join(" ") === spaced ? text : `${text}\t${spaced}`;
}

/**
 * Reads {@link SEARCH_TEXT} back.
 * @param sought only texts that hold this; splitting all of them into words would be felt where many entities are found.
 */
export function readStored(stored: string, sought = ""): StoredTexts {
  const [head = "", ...lines] = stored.split("\n");
  const texts = lines
    .filter((line) => line !== "" && line.includes(sought))
    .map((line) => {
      const begin = line.indexOf("=");
      const [text = "", spaced] = line.slice(begin + 1).split("\t");
      return { field: line.slice(0, begin) as TextField, words: spaced?.split(" ") ?? wordsOf(text) };
    });
  return { precedence: head.slice(SEARCH_VERSION.length + 1), texts };
}
