import assert from "node:assert/strict";
import type { Engine, Statement } from "../../src/engine/engine.js";
import type { Operation } from "./operations/operation.js";
import type { Samples } from "./samples.js";
import type { Service } from "./service.js";

/** One line of the report; times are medians in milliseconds. */
export interface Measured {
  readonly name: string;
  /** How many statements the API's question sends. */
  readonly statements: number;
  /** Those, and nothing else, one after the other. */
  readonly sent: number;
  readonly graphql: number;
  readonly hand: number;
  /** The hand-written statement behind a bare route of the same HTTP server. */
  readonly handServed: number;
}

/** Runs before those that are timed. */
export const WARM_UP = 100;

/** The middle of some values. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] as number;
}

/** Times an operation's two forms in turns, so that whatever slows the machine slows both. */
export async function measure(
  operation: Operation,
  samples: Samples,
  service: Service,
  engine: Engine,
  iterations: number,
): Promise<Measured> {
  const inputs = operation.inputs(samples);
  const hand = service.hand(operation);
  const sent: (readonly Statement[])[] = [];
  for (const { variables } of inputs) sent.push(await service.statementsOf(operation.query, variables));
  const ways = {
    sent: (turn: number) => resend(sent[turn % sent.length] ?? [], engine),
    graphql: (turn: number) => service.ask(operation.query, inputs[turn % inputs.length]?.variables ?? {}),
    hand: (turn: number) => hand.run(inputs[turn % inputs.length]?.parameters ?? {}),
    handServed: (turn: number) => hand.serve(inputs[turn % inputs.length]?.parameters ?? {}),
  };
  for (const turn of operation.approximate ? [] : inputs.keys())
    check(operation.name, await ways.graphql(turn), await ways.hand(turn));
  const times = { sent: [] as number[], graphql: [] as number[], hand: [] as number[], handServed: [] as number[] };
  for (let turn = -WARM_UP; turn < iterations; turn += 1)
    for (const [way, take] of Object.entries(ways) as [keyof typeof ways, (turn: number) => Promise<unknown>][]) {
      const started = performance.now();
      await take(turn + WARM_UP);
      if (turn >= 0) times[way].push(performance.now() - started);
    }
  return {
    name: operation.name,
    statements: sent[0]?.length ?? 0,
    sent: median(times.sent),
    graphql: median(times.graphql),
    hand: median(times.hand),
    handServed: median(times.handServed),
  };
}

/** Sends statements again, one after the other. */
export async function resend(statements: readonly Statement[], engine: Engine): Promise<void> {
  for (const statement of statements) await engine.read(statement);
}

function check(name: string, asked: string, written: string): void {
  const { data } = JSON.parse(asked) as { data: unknown };
  assert.deepEqual(JSON.parse(written), data, `${name}: expected the hand-written statement to answer the same`);
}
