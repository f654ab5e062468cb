/** A run of letters or of digits; a Han character is a word of its own, because Chinese is written without spaces. */
const WORD = /\p{Script=Han}|\p{N}+|(?:(?!\p{Script=Han})\p{L})+/gu;
const HAN = /\p{Script=Han}/u;

/**
 * The words of a text, for comparison: full and half width, upper and lower case, accents, punctuation, brackets and spaces
 * make no difference. `ＧＢ/T 2260` is `gb t 2260`.
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFKC").toLowerCase();
  return plain.match(WORD) ?? [];
}

/** Whether there is a Han character in a text. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}
