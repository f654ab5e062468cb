import { useSyncExternalStore } from "react";
import { reduce, START, type Action, type State } from "./state.js";

let current = START;
const listeners = new Set<() => void>();

/** What is so now. */
export function state(): State {
  return current;
}

/** Lets something happen without anybody having asked for it just now: an answer comes, the camera rests. */
export function apply(action: Action): void {
  const next = reduce(current, action);
  if (next === current) return;
  current = next;
  for (const listener of listeners) listener();
}

const readers = new Set<(action: Action) => void>();

/** Lets a reader's action happen. */
export function act(action: Action): void {
  for (const reader of readers) reader(action);
  apply(action);
}

/** Tells of every action of the reader before it happens. */
export function onAct(listener: (action: Action) => void): void {
  readers.add(listener);
}

/** Tells of every change; answers how to stop it. */
export function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** When the first picture is there. */
export async function untilOpened(): Promise<void> {
  if (current.opened) return;
  await new Promise<void>((done) => {
    const stop = onChange(() => {
      if (!current.opened) return;
      stop();
      done();
    });
  });
}

/** A part of what is so, for a component that draws it. */
export function useStore<T>(select: (state: State) => T): T {
  return useSyncExternalStore(onChange, () => select(current));
}
