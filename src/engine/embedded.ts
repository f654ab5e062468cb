import grafeo, { type GrafeoDB } from "@grafeo-db/js";
import { existsSync, mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { timedOut, withDeadline } from "./deadline.js";
import { explainEmbedded } from "./embedded-failures.js";
import { Turns } from "./turns.js";
import { required, type Engine, type IndexPlan, type ReadOptions, type Row, type Statement } from "./engine.js";

/** The address that keeps nothing on disk. */
export const IN_MEMORY = ":memory:";

/** The code of the database's own limit on a statement, which cannot be set. */
const OWN_TIMEOUT = /\bGRAFEO-Q003\b/;
const OWN_TIMEOUT_MS = 30_000;
/** Statements that run at once: more would only share the processors, and each holds its rows in memory. */
const AT_ONCE = Math.max(4, availableParallelism());

/**
 * Opens the embedded engine on a file, or in memory; the file is made where it is missing.
 * @param timeoutMs longest time that a read may take, waiting for its turn included.
 * @throws Conflict when another process holds the file.
 */
export function openEmbedded(path: string, timeoutMs = OWN_TIMEOUT_MS): Engine {
  return new EmbeddedEngine(timeoutMs, path, path === IN_MEMORY ? grafeo.GrafeoDB.create() : openFile(path));
}

function openFile(path: string): GrafeoDB {
  mkdirSync(dirname(path), { recursive: true });
  return explained(() => (existsSync(path) ? grafeo.GrafeoDB.open(path) : grafeo.GrafeoDB.create(path)));
}

/** @throws what the database throws, in our words. */
function explained<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explainEmbedded(error);
  }
}

class EmbeddedEngine implements Engine {
  readonly address: string;
  readonly exclusive = true;
  readonly capabilities = {
    orderedIndexes: false,
    nestedPages: false,
    semiJoins: false,
    fullText: false,
    comparesByUnits: false,
  };
  private readonly turns = new Turns(AT_ONCE);
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly timeoutMs: number,
    path: string,
    private readonly database: GrafeoDB,
  ) {
    this.address = `embedded:${path}`;
  }

  /** A statement that runs cannot be interrupted: it keeps its place until it ends, though nobody waits for it. */
  read(statement: Statement, { signal, timeoutMs = this.timeoutMs }: ReadOptions = {}): Promise<readonly Row[]> {
    return withDeadline(timeoutMs, signal, (stop) =>
      this.turns.run(signal, stop, async () => {
        try {
          return (await this.database.executeCypher(statement.text, statement.parameters)).rows();
        } catch (error) {
          throw OWN_TIMEOUT.test((error as Error).message) ? timedOut(OWN_TIMEOUT_MS, error) : explainEmbedded(error);
        }
      }),
    );
  }

  /** One transaction at a time: two that overlap would roll each other back. */
  write(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]> {
    const result = this.writing.then(() => this.transact(statements));
    this.writing = result.catch(() => undefined);
    return result;
  }

  private async transact(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]> {
    const transaction = this.database.beginTransaction();
    try {
      const answers: (readonly Row[])[] = [];
      for (const statement of statements) {
        const { text, parameters } = statement;
        answers.push(required(statement, (await transaction.executeCypher(text, parameters)).rows()));
      }
      transaction.commit();
      return answers;
    } catch (error) {
      try {
        transaction.rollback();
      } catch {
        // A commit that failed has rolled back already.
      }
      throw explainEmbedded(error);
    }
  }

  /** A UNIQUE constraint has no index behind it here, so there are both; relationships have no indexes. */
  async prepare(plan: IndexPlan): Promise<void> {
    await this.run(`CREATE CONSTRAINT ${plan.label}_id IF NOT EXISTS FOR (n:${plan.label}) REQUIRE n.id IS UNIQUE`);
    await this.run(`CREATE INDEX ${plan.label}_id_index IF NOT EXISTS FOR (n:${plan.label}) ON (n.id)`);
  }

  private async run(text: string): Promise<void> {
    await this.database.executeCypher(text).catch((error: unknown) => {
      throw explainEmbedded(error);
    });
  }

  checkpoint(): Promise<void> {
    if (this.address !== `embedded:${IN_MEMORY}`)
      explained(() => {
        this.database.walCheckpoint();
      });
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.writing;
    await this.checkpoint();
    explained(() => {
      this.database.close();
    });
  }
}
