import { act, state } from "../state/store.js";
import { usePageKeys } from "./keys.js";

/** Where keys belong to what is being typed. */
const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]";

function takeBack(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (!(ctrlKey || metaKey) || altKey) return;
  if (target instanceof Element && target.closest(`${TYPING}, dialog`)) return;
  const isRedo = (key.toLowerCase() === "z" && shiftKey) || (key.toLowerCase() === "y" && ctrlKey);
  if (!isRedo && key.toLowerCase() !== "z") return;
  // Where an answer stands before the picture, nobody would see what is taken back.
  if (!["graph", "table"].includes(state().screen.name)) return;
  event.preventDefault();
  act({ do: isRedo ? "redo" : "undo" });
}

/** Takes back with Ctrl+Z or ⌘Z, and does again with Shift beside it or Ctrl+Y. */
export function useUndoKeys(): void {
  usePageKeys(takeBack);
}
