import { Worker } from "node:worker_threads";
import { Unavailable } from "../../errors.js";
import type { Drawing, Placed } from "./drawing.js";

/** Starts the thread; from TypeScript sources, which Node does not run, by way of what compiles them. */
function startThread(): Worker {
  const file = new URL(`worker.${import.meta.url.split(".").at(-1)}`, import.meta.url).href;
  if (file.endsWith(".js")) return new Worker(new URL(file));
  const compiled =
    'import("tsx/esm/api").then(({ tsImport }) => tsImport(require("worker_threads").workerData, __filename))';
  return new Worker(compiled, { eval: true, workerData: file });
}

/** So many views may wait for their turn; the largest take seconds, and nobody waits for more of those. */
const MOST_WAITING = 32;

interface Job {
  readonly drawing: Drawing;
  readonly done: (placed: Placed) => void;
  readonly failed: (error: unknown) => void;
  /** Nobody waits for it any more. */
  dropped: boolean;
}

interface Answer {
  readonly placed?: Placed;
  readonly error?: string;
}

/** Lays out views in one thread beside that of the requests, one after the other; the thread starts with the first. */
export class Layouts {
  private worker: Worker | undefined;
  private current: Job | undefined;
  private waiting: Job[] = [];

  /**
   * Lays out a view.
   * @param signal aborted when nobody waits for the answer any more.
   * @throws Unavailable when too many wait already, the signal's reason when it is aborted.
   */
  place(drawing: Drawing, signal?: AbortSignal): Promise<Placed> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.waiting.length >= MOST_WAITING)
        throw new Unavailable(
          `Subgraph.columns(layout): expected at most ${MOST_WAITING} views to wait for their layout but as many do; ask again later, or for layout: NONE.`,
        );
      const abandon = (): void => {
        job.dropped = true;
        this.waiting = this.waiting.filter((other) => other !== job);
        reject(signal?.reason as Error);
      };
      const end =
        <T>(settle: (value: T) => void) =>
        (value: T): void => {
          signal?.removeEventListener("abort", abandon);
          if (!job.dropped) settle(value);
        };
      const job: Job = { drawing, done: end(resolve), failed: end(reject), dropped: false };
      signal?.addEventListener("abort", abandon, { once: true });
      this.waiting.push(job);
      this.next();
    });
  }

  /** Stops the thread; who still waits gets an error. */
  async close(): Promise<void> {
    const worker = this.worker;
    this.worker = undefined;
    this.fail(
      new Unavailable("Subgraph.columns(layout): expected the service to run on but it stops; ask again later."),
    );
    await worker?.terminate();
  }

  private next(): void {
    if (this.current) return;
    const job = this.waiting.shift();
    if (!job) return;
    this.current = job;
    const { from, to, flows, ranks } = job.drawing;
    this.thread().postMessage(job.drawing, [from.buffer, to.buffer, flows.buffer, ranks.buffer]);
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const worker = startThread();
    worker.unref();
    worker.on("message", ({ placed, error }: Answer) => {
      const job = this.current;
      this.current = undefined;
      if (placed) job?.done(placed);
      else job?.failed(new Error(`layout: ${error ?? "no answer"}`));
      this.next();
    });
    // A thread that fails is not used again: the next view starts another.
    worker.on("error", (error) => {
      if (this.worker !== worker) return;
      this.worker = undefined;
      this.fail(error);
    });
    this.worker = worker;
    return worker;
  }

  private fail(error: unknown): void {
    const jobs = [...(this.current ? [this.current] : []), ...this.waiting];
    this.current = undefined;
    this.waiting = [];
    for (const job of jobs) job.failed(error);
  }
}
