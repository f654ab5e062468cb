/**
 * Compares texts by code point, as both engines do; JavaScript's own comparison puts characters outside the basic plane
 * before U+E000.
 */
export function compareCodePoints(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    if (one.charCodeAt(index) === other.charCodeAt(index)) continue;
    return (one.codePointAt(index) as number) - (other.codePointAt(index) as number);
  }
  return one.length - other.length;
}
