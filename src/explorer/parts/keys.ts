import { useEffect } from "react";

/** The code of a key that an input method has taken; Safari tells of it after the composition has ended. */
const TAKEN = 229;

/** Whether a key belongs to a text that an input method is composing: it chooses or confirms characters. */
function isComposed(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells it in Safari
  return event.isComposing || event.keyCode === TAKEN;
}

/** A key handler of a component; keys of a composition do not reach it. */
export function onKey<E extends { readonly nativeEvent: KeyboardEvent }>(
  handle: (event: E) => void,
): (event: E) => void {
  return (event) => {
    if (!isComposed(event.nativeEvent)) handle(event);
  };
}

/** Handles keys wherever the focus is, for as long as a component is there; keys of a composition do not reach it. */
export function usePageKeys(handle: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (!isComposed(event)) handle(event);
    };
    addEventListener("keydown", listener);
    return () => {
      removeEventListener("keydown", listener);
    };
  }, [handle]);
}
