import { useSyncExternalStore } from "react";
import { Trouble } from "../api.js";
import { whileBusy } from "./busy.js";
import type { Entity } from "./picture.js";
import type { WordKey } from "./words.js";

/** A document and what fills it. */
export interface Query {
  readonly document: { toString(): string };
  readonly variables: object;
}

/** What the page tells its reader beside what it draws. */
export interface Notice {
  readonly words: WordKey;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Entities whose names are filled in. */
  readonly names?: Readonly<Record<string, Pick<Entity, "name" | "nameEn">>>;
  /** What the service said of what went wrong. */
  readonly detail?: string;
  /** Whether it is to be read before it goes: it says why there is nothing. */
  readonly stays?: boolean;
  /** The question that was answered, as the playground opens it. */
  readonly query?: Query;
  /** Set where something went wrong. */
  readonly trouble?: Trouble["kind"];
  readonly retry?: () => void;
}

let current: Notice | null = null;
const listeners = new Set<() => void>();

/** Tells it; null takes back what was told. */
export function tell(notice: Notice | null): void {
  current = notice;
  for (const listener of listeners) listener();
}

/** What is told now. */
export function useNotice(): Notice | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

/** The trouble that an error is. */
export function troubleOf(error: unknown): Trouble {
  return error instanceof Trouble ? error : new Trouble("refused", String(error));
}

/** Does what may fail; a failure is told, with a way to try again. */
export function attempt(work: () => Promise<void>): void {
  const run = (): void => {
    whileBusy(work()).then(
      () => {
        if (current?.retry === run) tell(null);
      },
      (error: unknown) => {
        const { kind, message } = troubleOf(error);
        tell({ words: `trouble.${kind}`, trouble: kind, detail: message, retry: run });
      },
    );
  };
  run();
}
