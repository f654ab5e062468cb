import { getEventListeners, setMaxListeners } from "node:events";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Engine, Statement } from "../../src/engine/engine.js";
import { TimedOut } from "../../src/errors.js";
import { engines, neo4jUri } from "../support/engines.js";

const statement = (text: string): Statement => ({ text, parameters: {} });
const GONE = new Error("gone");

/** Runs for minutes on Neo4j, and for seconds on the embedded engine. */
const LONG = statement("MATCH (a:Long), (b:Long), (c:Long) WHERE a.i * b.i + c.i = -1 RETURN count(*)");
/** Is planned for minutes: each of its patterns may be the first. */
const PLANNED = statement(
  `MATCH ${Array.from({ length: 10 }, (_, i) => `(a${i})--(b${i})--(c), (a${i})--(b${(i + 1) % 10})`).join(", ")} RETURN count(*)`,
);

async function fill(engine: Engine, count: number): Promise<void> {
  await engine.write([{ text: "UNWIND range(1, $count) AS i CREATE (:Long {i: i})", parameters: { count } }]);
}

describe.each(engines)("a statement that nobody waits for on $name", ({ name, open }) => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await open();
    await fill(engine, name === "neo4j" ? 5000 : 120);
  });

  afterAll(() => engine.close());

  it("is answered with the client's reason at once, and the engine goes on", async () => {
    const abort = new AbortController();
    setMaxListeners(0, abort.signal);
    const asked = Array.from({ length: 8 }, () => engine.read(LONG, { signal: abort.signal }));
    const outcomes = Promise.allSettled(asked);
    await new Promise((resolve) => setTimeout(resolve, 100));
    abort.abort(GONE);
    expect(await outcomes).toEqual(asked.map(() => ({ status: "rejected", reason: GONE })));
    expect(getEventListeners(abort.signal, "abort")).toEqual([]);
    expect(await engine.read(statement("RETURN 1"))).toEqual([[1]]);
  });

  it("is never sent when the client has gone before", async () => {
    await expect(engine.read(LONG, { signal: AbortSignal.abort(GONE) })).rejects.toBe(GONE);
  });

  it("is TIMEOUT when its time is over, waiting for a turn included", async () => {
    const asked = Array.from({ length: 8 }, () => engine.read(LONG, { timeoutMs: 50 }));
    for (const outcome of await Promise.allSettled(asked))
      expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(TimedOut);
    expect(await engine.read(statement("RETURN 1"))).toEqual([[1]]);
  });
});

describe.skipIf(neo4jUri === undefined)("on Neo4j, a statement that nobody waits for", () => {
  let engine: Engine;
  let watching: Engine;

  beforeAll(async () => {
    const neo4j = engines.find(({ name }) => name === "neo4j");
    engine = (await neo4j?.open()) as Engine;
    watching = (await neo4j?.open()) as Engine;
    await fill(engine, 5000);
  });

  afterAll(async () => {
    await engine.close();
    await watching.close();
  });

  async function running(): Promise<number> {
    const show = "SHOW TRANSACTIONS YIELD currentQuery WHERE NOT currentQuery STARTS WITH 'SHOW' RETURN count(*)";
    return (await watching.read(statement(show)))[0]?.[0] as number;
  }

  describe.each([
    ["runs", LONG],
    ["is being planned", PLANNED],
  ])("while it %s", (_state, { text }) => {
    it.each([
      ["its client leaves", { timeoutMs: 600_000 }],
      ["its time is over", { timeoutMs: 3000 }],
    ])("is ended in the database when %s", async (_why, options) => {
      const abort = new AbortController();
      const outcome = engine.read(statement(text), { ...options, signal: abort.signal }).catch(() => undefined);
      await vi.waitFor(async () => {
        expect(await running()).toBe(1);
      }, 2000);
      if (options.timeoutMs > 3000) abort.abort(GONE);
      await outcome;
      await vi.waitFor(async () => {
        expect(await running()).toBe(0);
      }, 2000);
    });
  });

  it("gives its connection back: as many as may ever be open are stopped, and others are answered", async () => {
    const most = 100;
    for (let round = 0; round < 3; round += 1) {
      const abort = new AbortController();
      setMaxListeners(0, abort.signal);
      const asked = Array.from({ length: most / 2 }, () => engine.read(LONG, { signal: abort.signal }));
      const outcomes = Promise.allSettled(asked);
      await new Promise((resolve) => setTimeout(resolve, 50));
      abort.abort(GONE);
      await outcomes;
    }
    const answered = await Promise.all(Array.from({ length: most }, () => engine.read(statement("RETURN 1"))));
    expect(answered).toEqual(Array.from({ length: most }, () => [[1]]));
  });
});
