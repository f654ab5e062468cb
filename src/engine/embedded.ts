import grafeo, { type GrafeoDB, type GrafeoError } from "@grafeo-db/js";
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BadInput, Conflict } from "../errors.js";
import type { Engine, IndexPlan, ReadOptions, Row, Statement } from "./engine.js";

/** The address that keeps nothing on disk. */
export const IN_MEMORY = ":memory:";

/** ISO GQL status of a transaction that another one rolled back. */
const ROLLED_BACK = "40000";
const ATTEMPTS = 5;

/**
 * Opens the embedded engine on a file, or in memory; the file is made where it is missing.
 * @throws Conflict when another process holds the file.
 */
export function openEmbedded(path: string): Engine {
  return new EmbeddedEngine(path, path === IN_MEMORY ? grafeo.GrafeoDB.create() : openFile(path));
}

function openFile(path: string): GrafeoDB {
  mkdirSync(dirname(path), { recursive: true });
  try {
    return existsSync(path) ? grafeo.GrafeoDB.open(path) : grafeo.GrafeoDB.create(path);
  } catch (error) {
    const message = (error as Error).message;
    if (/lock/i.test(message))
      throw new Conflict(
        `${path}: expected to open the embedded database alone but another process holds it; ` +
          "stop that process, or set LIANTU_DATA to another folder.",
        error,
      );
    throw new BadInput(
      `${path}: expected an embedded database but could not open it (${message}); ` +
        "move the file away to start anew, or set LIANTU_DATA to another folder.",
    );
  }
}

class EmbeddedEngine implements Engine {
  readonly address: string;
  readonly capabilities = {
    orderedIndexes: false,
    nestedPages: false,
    semiJoins: false,
    fullText: false,
    comparesByUnits: false,
  };
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    path: string,
    private readonly database: GrafeoDB,
  ) {
    this.address = `embedded:${path}`;
  }

  async read(statement: Statement, options: ReadOptions = {}): Promise<readonly Row[]> {
    options.signal?.throwIfAborted();
    return (await this.database.executeCypher(statement.text, statement.parameters)).rows();
  }

  /** One transaction at a time: two that overlap would roll each other back. */
  write(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]> {
    const result = this.writing.then(() => this.transact(statements));
    this.writing = result.catch(() => undefined);
    return result;
  }

  private async transact(statements: readonly Statement[], attempt = 1): Promise<readonly (readonly Row[])[]> {
    const transaction = this.database.beginTransaction();
    try {
      const answers: (readonly Row[])[] = [];
      for (const { text, parameters } of statements)
        answers.push((await transaction.executeCypher(text, parameters)).rows());
      transaction.commit();
      return answers;
    } catch (error) {
      if (transaction.isActive) transaction.rollback();
      if ((error as GrafeoError).gqlStatus !== ROLLED_BACK || attempt === ATTEMPTS) throw error;
    }
    await sleep(2 ** attempt);
    return this.transact(statements, attempt + 1);
  }

  /** A UNIQUE constraint has no index behind it here, so there are both; relationships have no indexes. */
  async prepare(plan: IndexPlan): Promise<void> {
    await this.run(`CREATE CONSTRAINT ${plan.label}_id IF NOT EXISTS FOR (n:${plan.label}) REQUIRE n.id IS UNIQUE`);
    await this.run(`CREATE INDEX ${plan.label}_id_index IF NOT EXISTS FOR (n:${plan.label}) ON (n.id)`);
  }

  private async run(text: string): Promise<void> {
    await this.database.executeCypher(text);
  }

  checkpoint(): Promise<void> {
    if (this.address !== `embedded:${IN_MEMORY}`) this.database.walCheckpoint();
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.writing;
    await this.checkpoint();
    this.database.close();
  }
}
