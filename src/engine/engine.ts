/** A Cypher text and its parameters. Lists and maps of scalars only; a whole number is sent as an integer. */
export interface Statement {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Where it answers no row, the transaction that it is part of is rolled back with this error. */
  readonly whenNoRow?: () => Error;
}

/**
 * The rows that a statement of a transaction answered.
 * @throws what the statement says, where it may not answer none.
 */
export function required({ whenNoRow }: Statement, rows: readonly Row[]): readonly Row[] {
  if (rows.length === 0 && whenNoRow) throw whenNoRow();
  return rows;
}

/** One row of an answer: scalars, or lists of scalars, in the order of RETURN; null where there is nothing. */
export type Row = readonly unknown[];

/** What the engines keep indexes for; derived from the model, so that an engine never sees a kind. */
export interface IndexPlan {
  /** The label whose `id` is unique: every node bears it. */
  readonly label: string;
  /** The labels of other nodes whose `id` is unique. */
  readonly bookkeeping: readonly string[];
  /** The property, on nodes of that label, whose words separated by spaces are looked for as they are, and its index's name. */
  readonly fullText: { readonly name: string; readonly property: string };
  /** The labels of each kind, with its properties that are filtered or ordered often. */
  readonly nodes: readonly {
    readonly label: string;
    readonly labels: readonly string[];
    readonly prefix: string;
    readonly properties: readonly string[];
  }[];
  /** The types of relationship. */
  readonly relationships: readonly { readonly type: string; readonly properties: readonly string[] }[];
}

/** What an engine can do that another cannot; statements choose their row of the table by these. */
export interface Capabilities {
  /**
   * Range indexes over several properties, of nodes and of relationships, that hold an order: a page is a walk and not a
   * sort. Statements name the index they walk, so that the plan does not depend on statistics.
   */
  readonly orderedIndexes: boolean;
  /** A statement takes a round trip, and subqueries nest: pages below pages are read by the statement that finds their parents. */
  readonly nestedPages: boolean;
  /**
   * EXISTS is evaluated from the end that leaves less to read. Elsewhere it is evaluated from every candidate, so that what a
   * condition on related nodes lets in is read before, as a set of ids.
   */
  readonly semiJoins: boolean;
  /** A full-text index that finds nodes by words that are given to it; elsewhere texts are searched one by one. */
  readonly fullText: boolean;
  /**
   * Texts are ordered by code points, but compared with a parameter by the units of UTF-16 wherever no index answers: 𠮷 stands
   * behind （ and is less than it.
   */
  readonly comparesByUnits: boolean;
}

/** Options of one read. */
export interface ReadOptions {
  /** Aborted when the client disconnects: a statement that waits is not begun, and one that runs is ended where the engine can. */
  readonly signal?: AbortSignal | undefined;
  /** Longest time until the answer, waiting included; defaults to the engine's limit. */
  readonly timeoutMs?: number | undefined;
}

/** A graph database as the rest of Liantu sees it. */
export interface Engine {
  /** Where it is, for messages and logs: `embedded:data/graph`, `neo4j://host:7687/neo4j`. */
  readonly address: string;
  readonly capabilities: Capabilities;
  /** One process alone has the graph open: whoever left something unfinished there has ended. */
  readonly exclusive: boolean;
  /**
   * Runs one reading statement.
   * @throws Unavailable, TimedOut, or the signal's reason as soon as it is aborted.
   */
  read(statement: Statement, options?: ReadOptions): Promise<readonly Row[]>;
  /** Runs statements in one transaction, all or nothing, and answers the rows of each. */
  write(statements: readonly Statement[]): Promise<readonly (readonly Row[])[]>;
  /** Makes the constraints and indexes of a plan where they are missing, and waits until they serve. */
  prepare(plan: IndexPlan): Promise<void>;
  /** Makes durable what was written, and has every index hold it. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}
