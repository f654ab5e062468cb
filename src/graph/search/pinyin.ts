import { customPinyin, pinyin } from "pinyin-pro";
import { hasHan } from "./normal.js";

/** Readings that the library's dictionary lacks or has otherwise: branches of banks, technical terms, places. */
customPinyin({
  国开行: "guó kāi háng",
  分行: "fēn háng",
  支行: "zhī háng",
  总行: "zǒng háng",
  农发行: "nóng fā háng",
  农商行: "nóng shāng háng",
  城商行: "chéng shāng háng",
  薄膜: "bó mó",
  洪洞: "hóng tóng",
  繁峙: "fán shì",
  单县: "shàn xiàn",
});

/** So short a text may be a person's name, whose first character may be read as a surname: 曾伟 is zeng wei. */
const LONGEST_NAME = 3;

/**
 * How words are read aloud: each Han character's syllable, without its tone, in place of the character; none for words without
 * any. A short text has a second reading where it may be a person's name, and ü is both v, as it is typed, and u.
 */
export function readingsOf(words: readonly string[]): string[][] {
  const text = words.join("");
  if (!hasHan(text)) return [];
  const readings = [read(words, text, "off")];
  if (words.length <= LONGEST_NAME) readings.push(read(words, text, "head"));
  const typed = readings.flatMap((reading) => [
    reading.map((word) => word.replaceAll("ü", "v")),
    reading.map((word) => word.replaceAll("ü", "u")),
  ]);
  return [...new Map(typed.map((reading) => [reading.join(" "), reading])).values()];
}

/** The first letter of each syllable in one word, because what stands within it says nothing; words without a reading stay whole. */
export function initialsOf(words: readonly string[], reading: readonly string[]): string[] {
  return [reading.map((syllable, index) => (syllable === words[index] ? syllable : syllable.slice(0, 1))).join("")];
}

function read(words: readonly string[], text: string, surname: "off" | "head"): string[] {
  const syllables = pinyin(text, { type: "array", toneType: "none", surname });
  let place = 0;
  return words.map((word) => {
    const syllable = syllables[place] ?? word;
    place += Array.from(word).length;
    return hasHan(word) ? syllable : word;
  });
}
