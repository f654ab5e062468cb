/** A run of letters or of digits; a Han character is a word of its own, because Chinese is written without spaces. */
const WORD = /\p{Script=Han}|\p{N}+|(?:(?!\p{Script=Han})\p{L})+/gu;
const ASCII = /^\p{ASCII}*$/u;
const HAN = /\p{Script=Han}/u;

/**
 * The words of a text, for comparison: full and half width, upper and lower case, accents, punctuation, brackets and spaces
 * make no difference. `ＧＢ/T 2260` is `gb t 2260`.
 */
export function wordsOf(text: string): string[] {
  return plainOf(text).match(WORD) ?? [];
}

function plainOf(text: string): string {
  // Most texts are pinyin, which has nothing to be taken apart.
  const composed = ASCII.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFKC");
  return composed.toLowerCase();
}

/** Whether there is a Han character in a text. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}
