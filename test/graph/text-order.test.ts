import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byCodePoint } from "../../src/graph/text-order.js";

const pointsOf = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) as number);

function reference(one: string, other: string): number {
  const [a, b] = [pointsOf(one), pointsOf(other)];
  const index = a.findIndex((point, at) => point !== b[at]);
  return index === -1 ? Math.sign(a.length - b.length) : Math.sign((a[index] as number) - (b[index] ?? -1));
}

describe("texts", () => {
  it("are in the order of their code points", () => {
    const characters = fc.constantFrom("a", "b", "龥", "\u{e000}", "\u{ff21}", "\u{20000}", "\u{2a6d6}");
    const texts = fc.array(characters, { maxLength: 4 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        expect(Math.sign(byCodePoint(one, other))).toBe(reference(one, other));
      }),
    );
  });

  it("beyond U+FFFF follow those before, where JavaScript's own order has them first", () => {
    expect(["\u{20000}", "\u{ff21}"].sort()).toEqual(["\u{20000}", "\u{ff21}"]);
    expect(["\u{20000}", "\u{ff21}"].sort(byCodePoint)).toEqual(["\u{ff21}", "\u{20000}"]);
  });
});
