import { ANSWER_WORDS } from "./answer-words.js";
import { DETAILS_WORDS } from "./details-words.js";
import { PAGE_WORDS } from "./page-words.js";
import { TROUBLE_WORDS } from "./trouble-words.js";

/** The languages that the page speaks. */
export type Language = "zh" | "en";

/** All that the page says. */
export const WORDS = { ...PAGE_WORDS, ...DETAILS_WORDS, ...TROUBLE_WORDS, ...ANSWER_WORDS };

/** A thing that the page says. */
export type WordKey = keyof typeof WORDS;

/** Says it, filled in; in a language. */
export function wording(
  language: Language,
  key: WordKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text: string = WORDS[key][language === "zh" ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
