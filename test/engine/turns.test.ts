import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Turns } from "../../src/engine/turns.js";

/** Lets everything that is ready happen. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Job {
  readonly owner: number;
  readonly controller: AbortController;
  readonly outcome: Promise<string>;
  state: "waiting" | "running" | "ended" | "left";
  finish?: () => void;
}

function ask(turns: Turns, owner: number): Job {
  const controller = new AbortController();
  const job = { owner, controller, state: "waiting" } as Job;
  const run = (): Promise<string> => {
    job.state = "running";
    return new Promise((resolve) => {
      job.finish = () => {
        job.state = "ended";
        resolve("ended");
      };
    });
  };
  const outcome = turns.run(owner, controller.signal, run).catch((error: unknown) => (error as Error).message);
  return Object.assign(job, { outcome });
}

const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("ask" as const), which: fc.nat(3) }),
    fc.record({ do: fc.constant("finish" as const), which: fc.nat(20) }),
    fc.record({ do: fc.constant("leave" as const), which: fc.nat(20) }),
  ),
  { maxLength: 40 },
);

describe("turns", () => {
  it("run as many as there are places, begin none that was told to stop, and lose none", async () => {
    const property = fc.asyncProperty(fc.integer({ min: 1, max: 3 }), steps, async (places, wanted) => {
      const turns = new Turns(places);
      const jobs: Job[] = [];
      const of = (state: Job["state"]): Job[] => jobs.filter((job) => job.state === state);
      for (const step of wanted) {
        if (step.do === "ask") jobs.push(ask(turns, step.which));
        const running = of("running");
        if (step.do === "finish") running[step.which % (running.length || 1)]?.finish?.();
        const waiting = of("waiting");
        const leaving = step.do === "leave" ? waiting[step.which % (waiting.length || 1)] : undefined;
        if (leaving) {
          leaving.state = "left";
          leaving.controller.abort(new Error("left"));
        }
        await settle();
        const open = of("running").length + of("waiting").length;
        expect(of("running")).toHaveLength(Math.min(places, open));
      }
      for (let running = of("running"); running.length > 0; running = of("running")) {
        running[0]?.finish?.();
        await settle();
      }
      expect(of("waiting")).toEqual([]);
      for (const job of jobs) expect(await job.outcome).toBe(job.state);
    });
    await fc.assert(property, { seed: 1, numRuns: 200 });
  });

  it("go round by owner: one that asks much waits behind one that asks little", async () => {
    const turns = new Turns(1);
    const first = ask(turns, 0);
    const much = [1, 1, 1, 1].map((owner) => ask(turns, owner));
    const little = ask(turns, 2);
    const begun: number[] = [];
    for (let job: Job | undefined = first; job; job = [...much, little].find(({ state }) => state === "running")) {
      begun.push(job.owner);
      job.finish?.();
      await settle();
    }
    expect(begun).toEqual([0, 1, 2, 1, 1, 1]);
  });
});
