import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openEmbedded } from "../../src/engine/embedded.js";
import type { Engine, Statement } from "../../src/engine/engine.js";
import { importsOf } from "../../src/queries/service/imports.js";
import { LeaseHeld, withLease, type Lease, type LeaseTimes } from "../../src/graph/lease.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { makeLease, takeLease } from "../../src/graph/statements/lease.js";
import { buildModel } from "../../src/schema.js";
import { engines } from "../support/engines.js";

const { model } = buildModel();

/** A holder that is never taken for dead, and is soon seen to live. */
const LIVELY: LeaseTimes = { expiresMs: 60_000, renewsMs: 40 };
/** A holder that is dead as soon as it does nothing. */
const DEAD: LeaseTimes = { expiresMs: 0, renewsMs: 60_000 };

const note = (name: string): Statement => ({ text: "CREATE (:Note {name: $name})", parameters: { name } });

/** Something that is waited for and that the test lets happen. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe("the lease that a process left in a file that one process alone can open", () => {
  it("is free as soon as another process makes the graph ready", async () => {
    const folder = await mkdtemp(join(tmpdir(), "liantu-test-lease-"));
    const path = join(folder, "graph");
    const told = (engine: Engine) => importsOf((statement) => engine.read(statement));
    try {
      const left = openEmbedded(path);
      await prepareGraph(left, model);
      await left.write([makeLease()]);
      await left.write([takeLease(0, "first", LIVELY.expiresMs)]);
      expect(await told(left)).toMatchObject([{ dataset: "first", state: "RUNNING" }]);
      await left.close();

      const engine = openEmbedded(path);
      await prepareGraph(engine, model);
      expect(await told(engine)).toEqual([]);
      expect(await withLease(engine, "second", () => Promise.resolve("done"), LIVELY)).toBe("done");
      await engine.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe.each(engines)("the lease of a graph on $name", ({ open }) => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await open();
    await prepareGraph(engine, model);
  });
  afterAll(() => engine.close());
  beforeEach(async () => {
    await engine.write([{ text: "MATCH (n) DETACH DELETE n", parameters: {} }]);
  });

  const rows = (text: string) => engine.read({ text, parameters: {} });
  const notes = async (): Promise<unknown[]> =>
    (await rows("MATCH (n:Note) RETURN n.name ORDER BY n.name")).map(([name]) => name);
  const number = async (): Promise<number> => (await rows("MATCH (l:WriteLease) RETURN l.number"))[0]?.[0] as number;

  /** Runs while a lease is held: the work gets it, and it is held until the work is done. */
  async function whileHeld(work: (lease: Lease) => Promise<void>, times = LIVELY): Promise<void> {
    await withLease(engine, "first", work, times);
  }

  it("is one node, whoever makes it", async () => {
    await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => withLease(engine, `d${index}`, () => Promise.resolve(), LIVELY)),
    );
    expect(await rows("MATCH (l:WriteLease) RETURN count(l)")).toEqual([[1]]);
  });

  it("is held by one writer at a time, however many begin at once", async () => {
    let holders = 0;
    let most = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(20), { minLength: 2, maxLength: 6 }), async (pauses) => {
        const outcomes = await Promise.allSettled(
          pauses.map((pause, index) =>
            withLease(
              engine,
              `d${index}`,
              async (lease) => {
                most = Math.max(most, (holders += 1));
                await lease.write([note("x")]);
                await new Promise((resolve) => setTimeout(resolve, pause));
                await lease.write([note("y")]);
                holders -= 1;
              },
              LIVELY,
            ),
          ),
        );
        expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true);
        for (const outcome of outcomes)
          if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(LeaseHeld);
      }),
      { numRuns: 8, seed: 1 },
    );
    expect(most).toBe(1);
  });

  it("is refused while its holder gives signs of life, whatever its holder does", async () => {
    await whileHeld(async () => {
      await expect(withLease(engine, "second", () => expect.fail(), LIVELY)).rejects.toMatchObject({
        code: "CONFLICT",
        message:
          "Graph: expected no other writer but the dataset first is being imported; wait for its end, then try again.",
      });
    });
    expect(await withLease(engine, "second", () => Promise.resolve("done"), LIVELY)).toBe("done");
  });

  it("expires, and whoever lost it can write nothing any more", async () => {
    const paused = whileHeld(async (lease) => {
      await lease.write([note("before")]);
      await withLease(
        engine,
        "second",
        async (other) => {
          await other.write([note("other")]);
          await expect(lease.write([note("late")])).rejects.toMatchObject({ code: "CONFLICT" });
          await other.write([note("other again")]);
        },
        DEAD,
      );
      await lease.write([note("later")]);
    }, DEAD);
    await expect(paused).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(
        /^Graph: expected to be its only writer to the end but .*; nothing more was/,
      ) as string,
    });
    expect(await notes()).toEqual(["before", "other", "other again"]);
  });

  it("is not taken by who saw an older number", async () => {
    await whileHeld(async (lease) => {
      const seen = await number();
      await lease.write([note("raises")]);
      const [taken] = await engine.write([takeLease(seen, "second", 1000)]);
      expect(taken).toEqual([]);
      await lease.write([note("still")]);
    });
    expect(await notes()).toEqual(["raises", "still"]);
  });

  it("has a number that every transaction raises and nothing lowers", async () => {
    const numbers: number[] = [];
    for (let time = 0; time < 3; time += 1)
      await whileHeld(async (lease) => {
        numbers.push(await number());
        await lease.write([note("one")]);
        numbers.push(await number());
        await lease.write([note("two"), note("three")]);
        numbers.push(await number());
      }, DEAD);
    numbers.push(await number());
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
  });

  it("is given back when the work fails", async () => {
    await expect(whileHeld(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    await whileHeld(async (lease) => {
      await lease.write([note("next")]);
    });
    expect(await notes()).toEqual(["next"]);
  });

  it("is told as lost where somebody else took it, whatever the work failed with", async () => {
    const failing = whileHeld(async () => {
      await withLease(engine, "second", () => Promise.resolve(), DEAD);
      throw new Error("too late");
    }, DEAD);
    await expect(failing).rejects.toMatchObject({ code: "CONFLICT", cause: { message: "too late" } });
  });

  it("answers the rows of each statement, and rolls back all of them when one fails", async () => {
    await whileHeld(async (lease) => {
      const one = { text: "RETURN 1", parameters: {} };
      expect(await lease.write([one, one])).toEqual([[[1]], [[1]]]);
      await expect(lease.write([note("gone"), { text: "no statement", parameters: {} }])).rejects.toThrow();
      await lease.write([note("there")]);
    });
    expect(await notes()).toEqual(["there"]);
  });

  describe("tells of imports", () => {
    const told = () => importsOf((statement) => engine.read(statement));

    it("that nothing is unfinished in an empty graph", async () => {
      expect(await told()).toEqual([]);
    });

    it("that one is running, and how far", async () => {
      const { opened, open: proceed } = gate();
      const { opened: began, open: begin } = gate();
      const running = whileHeld(async (lease) => {
        lease.rows = 7;
        await lease.write([note("x")]);
        begin();
        await opened;
      });
      await began;
      expect(await told()).toEqual([
        { dataset: "first", state: "RUNNING", startedAt: expect.any(Date) as Date, rows: 7, totalRows: null },
      ]);
      proceed();
      await running;
      expect(await told()).toEqual([]);
    });
  });
});
