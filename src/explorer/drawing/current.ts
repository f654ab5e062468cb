import type { Drawing } from "./drawing.js";

let current: Drawing | null = null;

/** Keeps the drawing that is on the page, for buttons outside of it. */
export function keepDrawing(next: Drawing | null): void {
  current = next;
}

/** The drawing that is on the page. */
export function drawing(): Drawing | null {
  return current;
}
