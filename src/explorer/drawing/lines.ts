/** How many columns a text takes; a Chinese character takes two. */
export function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (sign > "\u2e7f" ? 2 : 1), 0);
}

/** Breaks a name into lines of about `most` columns; a Chinese character takes two, a word is not broken. */
export function broken(name: string, most: number): string[] {
  const pieces = name.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? [name];
  const total = columnsOf(name);
  const wanted = Math.max(8, Math.ceil(total / Math.ceil(total / most)) + 1);
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && columnsOf(line) + columnsOf(piece.trimEnd()) > wanted) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  lines.push(line.trimEnd());
  const last = lines.at(-1) ?? "";
  // One character is no line.
  if (lines.length > 1 && columnsOf(last) <= 2) lines.splice(-2, 2, `${lines.at(-2) ?? ""}${last}`);
  return lines.filter((text) => text !== "");
}
