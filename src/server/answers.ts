import type { FastifyReply } from "fastify";
import type { Limits } from "../config.js";
import { Overloaded } from "../errors.js";

/** How long a client may take nothing at all, in milliseconds; what it may save up by reading fast. */
const GRACE_MS = 10_000;
/** Shorter answers, in bytes, are always sent: the system takes them from us at once. */
const ALWAYS = 65_536;
/** When a refused request may be sent again, in seconds. */
export const RETRY_AFTER = 10;

type ReadLimits = Pick<Limits, "maxUnreadBytes" | "minReadRate">;

/** Answers that were made and not yet taken by their clients: bounded together, and cut where one is taken too slowly. */
export class Answers {
  private unread = 0;

  constructor(private readonly limits: ReadLimits) {}

  /**
   * Counts an answer that is about to be sent whole, until its client has it or is gone.
   * @returns why it may not be sent, when too much is unread already.
   */
  hold(reply: FastifyReply, bytes: number): Overloaded | undefined {
    if (bytes <= ALWAYS) return undefined;
    const { maxUnreadBytes } = this.limits;
    if (this.unread + bytes > maxUnreadBytes)
      return new Overloaded(
        `Answer: expected clients to read answers sooner but ${maxUnreadBytes} bytes may wait for them and no room is left; ask again in ${RETRY_AFTER} seconds, or for less.`,
        RETRY_AFTER,
      );
    this.unread += bytes;
    const timer = setTimeout(() => reply.raw.destroy(), this.allowed(bytes));
    reply.raw.once("close", () => {
      clearTimeout(timer);
      this.unread -= bytes;
    });
    return undefined;
  }

  /** Passes on a stream's pieces as its client takes them, and cuts the connection of one that takes them too slowly. */
  async *pace<T extends string | Uint8Array>(reply: FastifyReply, pieces: AsyncIterable<T>): AsyncGenerator<T> {
    const cut = (): void => void reply.raw.destroy();
    let credit = GRACE_MS;
    for await (const piece of pieces) {
      const allowed = credit - GRACE_MS + this.allowed(piece.length);
      const timer = setTimeout(cut, allowed);
      const began = performance.now();
      try {
        yield piece;
      } finally {
        clearTimeout(timer);
      }
      credit = Math.min(GRACE_MS, allowed - (performance.now() - began));
    }
    // What is left stands in buffers.
    const timer = setTimeout(cut, this.allowed(ALWAYS));
    reply.raw.once("close", () => {
      clearTimeout(timer);
    });
  }

  /** How long a client may take to read so much, in milliseconds. */
  private allowed(bytes: number): number {
    return GRACE_MS + (bytes / this.limits.minReadRate) * 1000;
  }
}
