import neo4j, { type Driver, type QueryResult, type Session } from "neo4j-driver";
import { setTimeout as sleep } from "node:timers/promises";
import { BadInput } from "../errors.js";
import { withDeadline } from "./deadline.js";
import { required, type Engine, type IndexPlan, type ReadOptions, type Row, type Statement } from "./engine.js";
import { explain, mayRetry } from "./neo4j-failures.js";

/** Where a Neo4j is and how to enter it. */
export interface Neo4jAddress {
  readonly uri: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly database?: string | undefined;
}

/** Bounds of every statement. */
export interface Neo4jLimits {
  readonly timeoutMs: number;
  readonly writeTimeoutMs: number;
}

/** The longest that indexes over a full graph may take. */
const INDEXES_MS = 600_000;
const ATTEMPTS = 3;
/** What messages of a running service begin with; only a failed start names the address, on the terminal. */
const WHERE = "Database";

/**
 * Connects to Neo4j and checks that it answers.
 * @throws Unavailable when it is away or refuses the user, BadInput when the address is not one.
 */
export async function openNeo4j(address: Neo4jAddress, limits: Neo4jLimits): Promise<Engine> {
  const { uri, user, password } = address;
  const auth = user === undefined ? neo4j.auth.basic("", "") : neo4j.auth.basic(user, password ?? "");
  let driver: Driver;
  try {
    driver = neo4j.driver(uri, user === undefined ? undefined : auth, {
      disableLosslessIntegers: true,
      telemetryDisabled: true,
      // Advice on the text of statements: what there is to follow was followed when they were written.
      notificationFilter: { minimumSeverityLevel: "OFF" },
      connectionAcquisitionTimeout: 10_000,
      connectionTimeout: 5_000,
      maxTransactionRetryTime: 5_000,
    });
  } catch {
    throw new BadInput(
      "NEO4J_URI: expected an address as neo4j://host:7687, neo4j+s://… or bolt://… but the driver cannot read it; correct it.",
    );
  }
  const engine = new Neo4jEngine(driver, address, limits);
  const { database } = address;
  try {
    await withDeadline(limits.timeoutMs, undefined, () =>
      driver.verifyConnectivity(database === undefined ? {} : { database }),
    );
    await engine.read({ text: "RETURN 1", parameters: {} });
  } catch (error) {
    await driver.close();
    throw explain(error, engine.address);
  }
  return engine;
}

class Neo4jEngine implements Engine {
  readonly address: string;
  readonly exclusive = false;
  readonly capabilities = {
    orderedIndexes: true,
    nestedPages: true,
    semiJoins: true,
    fullText: true,
    comparesByUnits: true,
  };
  /**
   * What was written last, for the reads that follow it, whichever member of a cluster answers them. The driver's own manager
   * would carry the bookmarks of reads too, which nobody waits for, and takes an eighth of a small statement's time.
   */
  private bookmarks: readonly string[] = [];

  constructor(
    private readonly driver: Driver,
    private readonly where: Neo4jAddress,
    private readonly limits: Neo4jLimits,
  ) {
    this.address = `${where.uri}${where.database === undefined ? "" : `/${where.database}`}`;
  }

  private session(mode: "READ" | "WRITE"): Session {
    return this.driver.session({
      defaultAccessMode: mode,
      bookmarks: [...this.bookmarks],
      fetchSize: -1,
      ...(this.where.database === undefined ? {} : { database: this.where.database }),
    });
  }

  /** Auto-commit with a retry of our own: one round trip where a managed transaction takes three. */
  read(statement: Statement, { signal, timeoutMs = this.limits.timeoutMs }: ReadOptions = {}): Promise<readonly Row[]> {
    return withDeadline(timeoutMs, signal, async (stop) => {
      for (let attempt = 1; ; attempt += 1) {
        stop.throwIfAborted();
        try {
          return await this.inSession("READ", stop, async (session) =>
            rowsOf(await session.run(statement.text, wholeNumbers(statement.parameters), { timeout: timeoutMs })),
          );
        } catch (error) {
          if (attempt === ATTEMPTS || !mayRetry(error)) throw explain(error, WHERE);
        }
        await sleep(50 * attempt);
      }
    });
  }

  write(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]> {
    return this.following((session) =>
      session.executeWrite(
        async (transaction) => {
          const answers: (readonly Row[])[] = [];
          for (const statement of statements) {
            const { text, parameters } = statement;
            answers.push(required(statement, rowsOf(await transaction.run(text, wholeNumbers(parameters)))));
          }
          return answers;
        },
        { timeout: this.limits.writeTimeoutMs },
      ),
    );
  }

  /**
   * Works in a session of its own. Told to stop, the session is closed at once: the driver resets its connection, by which Neo4j
   * ends what it runs or plans there, and takes the connection back when that is answered.
   */
  private async inSession<T>(
    mode: "READ" | "WRITE",
    stop: AbortSignal,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const session = this.session(mode);
    const close = (): void => void session.close();
    stop.addEventListener("abort", close, { once: true });
    try {
      return await work(session);
    } finally {
      stop.removeEventListener("abort", close);
      await session.close();
    }
  }

  /** Writes in a session, and lets reads follow it. */
  private async following<T>(
    work: (session: Session) => Promise<T>,
    timeoutMs = this.limits.writeTimeoutMs,
  ): Promise<T> {
    const seen = this.bookmarks;
    try {
      return await withDeadline(timeoutMs, undefined, (stop) =>
        this.inSession("WRITE", stop, async (session) => {
          const written = await work(session);
          this.follow(session, seen);
          return written;
        }),
      );
    } catch (error) {
      throw explain(error, WHERE);
    }
  }

  /** Lets reads follow what a session wrote, and what others wrote since it began. */
  private follow(session: Session, seen: readonly string[]): void {
    this.bookmarks = [...this.bookmarks.filter((other) => !seen.includes(other)), ...session.lastBookmarks()];
  }

  prepare(plan: IndexPlan): Promise<void> {
    return this.following(async (session) => {
      const existing = new Set(rowsOf(await session.run("SHOW INDEXES YIELD name")).map(([name]) => name));
      const missing = constraintsOf(plan).filter(({ name }) => !existing.has(name));
      for (const { text } of missing) await session.run(text);
      if (missing.length > 0) await session.run(`CALL db.awaitIndexes(${INDEXES_MS / 1000})`);
    }, INDEXES_MS);
  }

  /** Transactions are durable as they are; the full-text index follows them in a thread of its own. */
  async checkpoint(): Promise<void> {
    await this.write([{ text: "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()", parameters: {} }]);
  }

  async close(): Promise<void> {
    await this.driver.close();
  }
}

/** The driver sends every JavaScript number as a float; LIMIT and Int properties need integers. */
function wholeNumbers(parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters).map(([key, value]): [string, unknown] => [
      key,
      Number.isSafeInteger(value) ? neo4j.int(value as number) : value,
    ]),
  );
}

function rowsOf({ records }: QueryResult): Row[] {
  return records.map((record) => {
    const row = new Array<unknown>(record.length);
    for (let column = 0; column < row.length; column += 1) row[column] = record.get(column);
    return row;
  });
}

/**
 * A relationship type has an index over (to, from, id) and one over (from, to, id): a page under a node walks one of them
 * in order. A property that lists are ordered by has one with the id behind it, so that ties are in order too.
 */
export function constraintsOf(plan: IndexPlan): readonly Constraint[] {
  const unique = (name: string, pattern: string, item: string): Constraint => ({
    name,
    text: `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ${pattern} REQUIRE ${item}.id IS UNIQUE`,
  });
  const index = (name: string, pattern: string, columns: string): Constraint => ({
    name,
    text: `CREATE INDEX ${name} IF NOT EXISTS FOR ${pattern} ON (${columns})`,
  });
  const nodes = plan.nodes.flatMap(({ label, properties }) =>
    properties.flatMap((property) => [
      index(`${label}_${property}`, `(n:${label})`, `n.${property}`),
      index(`${label}_${property}_id`, `(n:${label})`, `n.${property}, n.id`),
    ]),
  );
  const relationships = plan.relationships.flatMap(({ type, properties }) => [
    unique(`${type}_id`, `()-[r:${type}]-()`, "r"),
    index(`${type}_to`, `()-[r:${type}]-()`, "r.to, r.from, r.id"),
    index(`${type}_from`, `()-[r:${type}]-()`, "r.from, r.to, r.id"),
    ...properties.map((property) => index(`${type}_${property}`, `()-[r:${type}]-()`, `r.${property}`)),
  ]);
  const fullText = {
    name: plan.fullText.name,
    text: `CREATE FULLTEXT INDEX ${plan.fullText.name} IF NOT EXISTS FOR (n:${plan.label}) ON EACH [n.${plan.fullText.property}] OPTIONS { indexConfig: { \`fulltext.analyzer\`: 'whitespace', \`fulltext.eventually_consistent\`: true } }`,
  };
  const labels = [plan.label, ...plan.bookkeeping].map((label) => unique(`${label}_id`, `(n:${label})`, "n"));
  return [...labels, fullText, ...nodes, ...relationships];
}

/** A constraint or an index: its name and the statement that makes it. */
export interface Constraint {
  readonly name: string;
  readonly text: string;
}
