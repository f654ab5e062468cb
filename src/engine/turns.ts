type Begin = () => void;

/**
 * Lets a bounded number of jobs run at once. Those that wait take turns by owner, so that one that asks much does not keep the
 * others waiting; one that is told to stop before its turn is never begun.
 */
export class Turns {
  private running = 0;
  /** By owner, the one whose turn is next first. */
  private readonly waiting = new Map<unknown, Begin[]>();

  constructor(private readonly places: number) {}

  /** Runs a job when its turn has come. @throws the reason of `stop` when it is aborted before. */
  async run<T>(owner: unknown, stop: AbortSignal, job: () => Promise<T>): Promise<T> {
    stop.throwIfAborted();
    if (this.running < this.places) this.running += 1;
    else await this.turn(owner, stop);
    try {
      return await job();
    } finally {
      this.running -= 1;
      this.next();
    }
  }

  private turn(owner: unknown, stop: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const queue = this.waiting.get(owner) ?? [];
      this.waiting.set(owner, queue);
      const begin = (): void => {
        stop.removeEventListener("abort", leave);
        this.running += 1;
        resolve();
      };
      const leave = (): void => {
        queue.splice(queue.indexOf(begin), 1);
        if (queue.length === 0) this.waiting.delete(owner);
        reject(stop.reason as Error);
      };
      stop.addEventListener("abort", leave, { once: true });
      queue.push(begin);
    });
  }

  private next(): void {
    const [first] = this.waiting;
    if (!first) return;
    const [owner, queue] = first;
    const begin = queue.shift() as Begin;
    this.waiting.delete(owner);
    if (queue.length > 0) this.waiting.set(owner, queue);
    begin();
  }
}
