import type { Kind } from "../model.js";
import { wordsOf } from "./normal.js";
import { initialsOf, readingsOf } from "./pinyin.js";

/** What a text that is searched is of its entity, best first: of two that fit equally well the first counts. */
export const TEXT_FIELDS = ["name", "alias", "code", "nameEn", "pinyin", "initials"] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** One of the texts that an entity is found by. */
export interface SearchText {
  readonly field: TextField;
  /** As it is written; for pinyin and initials, as it is typed. */
  readonly text: string;
  /** For comparison. */
  readonly words: readonly string[];
}

type Stored = Readonly<Record<string, unknown>>;

/** The stored properties that the texts of a kind's entities are made of. */
export function searchedProperties({ properties }: Kind): string[] {
  return ["name", "aliases", "nameEn", ...codesOf(properties)];
}

function codesOf(properties: Kind["properties"]): string[] {
  return [...properties.values()].filter(({ code }) => code).map(({ name }) => name);
}

/** All texts that an entity is found by, each once, best first. */
export function searchTexts({ properties }: Kind, entity: Stored): SearchText[] {
  const { name, aliases, nameEn } = entity as { name?: string; aliases?: readonly string[]; nameEn?: string };
  const codes = codesOf(properties).map((property) => entity[property]);
  const chinese = [...written("name", [name]), ...written("alias", aliases ?? [])];
  const spoken = chinese.flatMap(({ words }) => readingsOf(words).map((reading) => ({ words, reading })));
  return distinct([
    ...chinese,
    ...written("code", codes),
    ...written("nameEn", [nameEn]),
    ...spoken.map(({ reading }) => typed("pinyin", reading)),
    ...spoken.map(({ words, reading }) => typed("initials", initialsOf(words, reading))),
  ]);
}

function written(field: TextField, texts: readonly unknown[]): SearchText[] {
  return texts
    .filter((text) => typeof text === "string")
    .map((text) => ({ field, text, words: wordsOf(text) }))
    .filter(({ words }) => words.length > 0);
}

function typed(field: TextField, words: readonly string[]): SearchText {
  return { field, text: words.join(""), words };
}

function distinct(texts: readonly SearchText[]): SearchText[] {
  const first = new Map<string, SearchText>();
  for (const text of texts) {
    const key = `${text.field} ${text.words.join(" ")}`;
    if (!first.has(key)) first.set(key, text);
  }
  return [...first.values()];
}
