import fc from "fast-check";
import type { Engine } from "../../src/engine/engine.js";
import { derive } from "../../src/graph/derive.js";
import type { GraphModel } from "../../src/graph/model.js";
import { creating, type Row } from "./rows.js";

/** The same graph under other ids, so that it can be stored beside others; the order of ids stays. */
function under(prefix: string, rows: readonly Row[]): readonly Row[] {
  const renamed = (id: unknown): unknown => (typeof id === "string" ? id.replace(":", `:${prefix}-`) : id);
  return rows.map((row) => {
    const ends = "from" in row ? { from: renamed(row["from"]), to: renamed(row["to"]) } : {};
    return { ...row, ...ends, id: renamed(row.id) as string };
  });
}

/** How much is generated: stored at a time, and how often. */
export interface Runs {
  readonly together: number;
  readonly runs: number;
}

/** Where generated rows are stored. */
interface Storing {
  readonly engine: Engine;
  readonly built: { readonly model: GraphModel };
}

/** After this long no more is tried, and what was found is reported as far as it was made smaller. */
const MOST_MS = 15_000;

let runs = 0;

/**
 * Checks what is asked of generated graphs. Several are stored in one transaction, beside all that were before, as to
 * empty a database takes longer than to fill it.
 */
export async function assertOfGraphs<T>(
  served: Storing,
  arbitrary: fc.Arbitrary<T>,
  { together, runs: numRuns }: Runs,
  rowsOf: (drawn: T) => readonly Row[],
  check: (rows: readonly Row[], drawn: T) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(
    fc.array(arbitrary, { minLength: together, maxLength: together }),
    async (drawn) => {
      runs += 1;
      const graphs = drawn.map((one, index) => ({ one, rows: under(`${runs}-${index}`, rowsOf(one)) }));
      const { engine, built } = served;
      const all = graphs.flatMap(({ rows }) => rows);
      const isJoin = (row: Row): boolean => "from" in row;
      await engine.write(creating(built.model, [...all.filter((row) => !isJoin(row)), ...all.filter(isJoin)]));
      await derive(engine, built.model, (statements) => engine.write(statements));
      for (const { rows, one } of graphs) await check(rows, one);
    },
  );
  await fc.assert(property, { numRuns, interruptAfterTimeLimit: MOST_MS });
}
