import { TimedOut } from "../errors.js";

/**
 * Answers what some work comes to, unless its time is over or its client disconnects before; then the work is told to stop, and
 * nobody waits until it has.
 * @param milliseconds for all of it: waiting for a turn or a connection, planning, running, retries.
 * @param signal aborted when the client disconnects.
 * @param work is given a signal that is aborted when it is to stop.
 * @throws TimedOut, or the signal's reason.
 */
export function withDeadline<T>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  work: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const controller = new AbortController();
    const stop = (reason: Error): void => {
      clear();
      controller.abort(reason);
      reject(reason);
    };
    const leave = (): void => {
      stop(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      stop(timedOut(milliseconds));
    }, milliseconds);
    const clear = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", leave);
    };
    signal?.addEventListener("abort", leave, { once: true });
    work(controller.signal).finally(clear).then(resolve, reject);
  });
}

/** A statement that ran into its limit, whoever noticed. */
export function timedOut(milliseconds: number, cause?: unknown): TimedOut {
  return new TimedOut(
    `Database: expected the statement to end within ${milliseconds} ms but it did not; ask for less, or have LIANTU_STATEMENT_TIMEOUT_MS raised.`,
    cause,
  );
}
