import { parse, type ExecutionResult, type OperationDefinitionNode } from "graphql";
import { readConfig } from "../../src/config.js";
import type { Engine, Row, Statement } from "../../src/engine/engine.js";
import { Graph } from "../../src/graph/graph.js";
import { Layouts } from "../../src/graph/layout/layouts.js";
import type { Built } from "../../src/schema.js";
import { CompiledOperations, type Run } from "../../src/server/compiled.js";
import { median, resend, WARM_UP, type Measured } from "./measure.js";
import type { Samples } from "./samples.js";
import type { Service } from "./service.js";

/** What the service does of itself for a view as arrays: from the engine's rows to JSON, beside `JSON.stringify` of the same arrays. */
export const ARRAYS = "view as arrays, from its rows";

const QUERY = `query ($from: [ID!]!) { subgraph(from: $from, depth: 2, maxNodes: 10000) { columns } }`;

/** An engine that answers again, in turn, what it answered before: nothing of it is measured. */
class Remembered {
  private readonly rows: (readonly Row[])[] = [];
  private next = 0;

  constructor(private readonly engine: Engine) {}

  /** The engine, from its first answer on. */
  again(): Engine {
    this.next = 0;
    const read = async (statement: Statement): Promise<readonly Row[]> =>
      (this.rows[this.next++] ??= await this.engine.read(statement));
    return Object.assign(Object.create(this.engine) as Engine, { read });
  }
}

/** The question as the server runs it from the second time on. */
function compiled(schema: Built["schema"]): Run {
  const [document, operations] = [parse(QUERY), new CompiledOperations(schema)];
  const operation = document.definitions[0] as OperationDefinitionNode;
  operations.of(document, operation);
  return operations.of(document, operation) as Run;
}

/**
 * Times it: as the statements' time the service's own, as the hand-written one's `JSON.stringify`; the question as it is served
 * beside its statements and `JSON.stringify`.
 */
export async function measureArrays(
  { model, schema }: Built,
  { busyZones: from }: Samples,
  service: Service,
  engine: Engine,
  iterations: number,
): Promise<Measured> {
  const [limits, layouts, run] = [readConfig({}).limits, new Layouts(), compiled(schema)];
  const remembered = new Remembered(engine);
  const answer = async (): Promise<ExecutionResult | undefined> => {
    const graph = new Graph({ model, engine: remembered.again(), limits });
    return run({ graph, limits, layouts }, { from });
  };
  const statements = await service.statementsOf(QUERY, { from });
  const arrays = await answer();
  const own = await timed(iterations, {
    sent: async () => JSON.stringify(await answer()),
    hand: () => JSON.stringify(arrays),
  });
  const served = await timed(iterations, {
    graphql: () => service.ask(QUERY, { from }),
    handServed: async () => {
      await resend(statements, engine);
      return JSON.stringify(arrays);
    },
  });
  await layouts.close();
  return { name: ARRAYS, statements: statements.length, ...own, ...served };
}

/** The medians of some ways, one after the other: in turns, one would clear away the litter of another. */
async function timed<Way extends string>(
  iterations: number,
  ways: Readonly<Record<Way, () => unknown>>,
): Promise<Record<Way, number>> {
  const medians: [string, number][] = [];
  for (const [way, take] of Object.entries(ways) as [Way, () => unknown][]) {
    const times: number[] = [];
    for (let turn = -WARM_UP; turn < iterations; turn += 1) {
      const started = performance.now();
      await take();
      if (turn >= 0) times.push(performance.now() - started);
    }
    medians.push([way, median(times)]);
  }
  return Object.fromEntries(medians) as Record<Way, number>;
}
