import type { Entity } from "./picture.js";

const KEY = "liantu:recent";
const MOST = 8;

/** The entities that this reader opened last, newest first. */
export function recent(): readonly Entity[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]") as Entity[];
  } catch {
    return [];
  }
}

/** Keeps an entity as the one opened last. */
export function remember({ id, kind, name, nameEn }: Entity): void {
  const others = recent().filter((other) => other.id !== id);
  try {
    localStorage.setItem(KEY, JSON.stringify([{ id, kind, name, nameEn }, ...others].slice(0, MOST)));
  } catch {
    // A browser that keeps nothing loses the list and nothing else.
  }
}
