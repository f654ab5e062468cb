import { useSyncExternalStore } from "react";

/** What takes longer than this shows that it is going on. */
const SOON_MS = 300;

let shown = 0;
const listeners = new Set<() => void>();

function change(by: 1 | -1): void {
  shown += by;
  for (const listener of listeners) listener();
}

/** Lets the page show that something is going on, once it takes long. */
export async function whileBusy<T>(work: Promise<T>): Promise<T> {
  let hide = (): void => undefined;
  const timer = setTimeout(() => {
    change(1);
    hide = () => {
      change(-1);
    };
  }, SOON_MS);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    hide();
  }
}

/** Whether anything is going on that takes long. */
export function useBusy(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown > 0,
  );
}
