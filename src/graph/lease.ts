import { setTimeout as sleep } from "node:timers/promises";
import type { Engine, Row, Statement } from "../engine/engine.js";
import { Conflict } from "../errors.js";
import { freeLease, makeLease, readLease, renewLease, takeLease } from "./statements/lease.js";

/** How long a lease lasts. */
export interface LeaseTimes {
  /** A holder that has not renewed it for so long is taken for dead. */
  readonly expiresMs: number;
  /** How often a holder renews it, whatever else it does. */
  readonly renewsMs: number;
}

export const LEASE_TIMES: LeaseTimes = { expiresMs: 15_000, renewsMs: 3000 };

/** Somebody else writes into the graph. */
export class LeaseHeld extends Conflict {
  constructor(readonly dataset: string | null) {
    const what = dataset === null ? "another process makes it ready" : `the dataset ${dataset} is being imported`;
    super(`Graph: expected no other writer but ${what}; wait for its end, then try again.`);
  }
}

/** The lease was taken by somebody else, because its holder gave no sign of life. */
class LeaseLost extends Conflict {
  constructor(cause?: unknown) {
    super(
      "Graph: expected to be its only writer to the end but this process was paused or cut off for too long and another one writes now; " +
        "nothing more was written. Wait for its end, then try again.",
      cause,
    );
  }
}

/**
 * The right to write into a graph, which one process has at a time. It is stored in the graph, and every transaction checks and
 * raises its number just before it commits: whoever was paused and has lost the lease cannot write any more. Only the clock of
 * the database counts.
 */
export class Lease {
  /** How many rows are written so far, for those who watch. */
  rows = 0;
  private readonly freed = new AbortController();
  private readonly renewing: Promise<void>;

  constructor(
    private readonly engine: Engine,
    private readonly holder: number,
    { renewsMs }: LeaseTimes,
  ) {
    this.renewing = this.renewEvery(renewsMs);
  }

  /**
   * Runs statements in one transaction and answers the rows of each.
   * @throws Conflict when the lease is lost; nothing was written.
   */
  async write(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]> {
    const answers = await this.engine.write([...statements, this.guarded(renewLease(this.holder, this.rows))]);
    return answers.slice(0, statements.length);
  }

  /** Gives the lease back; whether it was still held. */
  async free(): Promise<boolean> {
    this.freed.abort();
    await this.renewing;
    const [freed = []] = await this.engine.write([freeLease(this.holder)]);
    return freed.length > 0;
  }

  private async renewEvery(milliseconds: number): Promise<void> {
    while (await sleep(milliseconds, true, { signal: this.freed.signal }).catch(() => false))
      // A renewal that fails is met by the next write.
      await this.write([]).catch(() => undefined);
  }

  private guarded(statement: Statement): Statement {
    return { ...statement, whenNoRow: () => new LeaseLost() };
  }
}

/**
 * Does work that writes into a graph while nobody else does.
 * @param dataset what is imported, for those who watch; null for other work.
 * @throws Conflict when somebody else writes, or when the lease is lost on the way.
 */
export async function withLease<Result>(
  engine: Engine,
  dataset: string | null,
  work: (lease: Lease) => Promise<Result>,
  times = LEASE_TIMES,
): Promise<Result> {
  const lease = new Lease(engine, await take(engine, dataset, times), times);
  let result: Result;
  try {
    result = await work(lease);
  } catch (error) {
    // Whoever broke off because the database is away leaves a lease that expires.
    const held = await lease.free().catch(() => true);
    // A pause shows as a timeout, or as whatever else it broke.
    throw held ? error : new LeaseLost(error);
  }
  await lease.free();
  return result;
}

/** Frees a lease whose holder must have ended, because nobody else can have the graph open. To be called before this process takes one. */
export async function freeLeftLease(engine: Engine): Promise<void> {
  if (!engine.exclusive) return;
  const [, holder = null] = (await engine.read(readLease()))[0] ?? [];
  if (holder !== null) await engine.write([freeLease(holder as number)]);
}

/** Takes the lease once it is free or expired: at once, or after its number has been watched for as long as a lease lasts. */
async function take(engine: Engine, dataset: string | null, { expiresMs, renewsMs }: LeaseTimes): Promise<number> {
  const started = performance.now();
  let seen: number | undefined;
  for (;;) {
    const [number, holder, theirs, alive] = await read(engine);
    if (holder === null || !alive || performance.now() - started >= expiresMs) {
      const [taken] = await engine.write([takeLease(number, dataset, expiresMs)]);
      if (taken?.[0]) return taken[0][0] as number;
    }
    if (seen !== undefined && number !== seen) throw new LeaseHeld(theirs);
    seen = number;
    await sleep(Math.min(expiresMs, renewsMs) / 4);
  }
}

type LeaseRow = readonly [number: number, holder: number | null, dataset: string | null, alive: boolean | null];

async function read(engine: Engine): Promise<LeaseRow> {
  const [found] = await engine.read(readLease());
  if (found) return found as LeaseRow;
  await engine.write([makeLease()]);
  return read(engine);
}
