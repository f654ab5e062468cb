import DataLoader from "dataloader";
import type { FieldNode } from "graphql";
import type { Engine, Row, Statement } from "../engine/engine.js";
import { TooCostly } from "../errors.js";
import type { GraphObject } from "./statements/columns.js";

/** What one field asks of one parent. */
export type Plan<Answer> = (parent: string) => Promise<Answer>;

interface Planned {
  readonly nodes: readonly FieldNode[];
  readonly typeName: string;
  readonly plan: unknown;
}

/**
 * One request's statements. Loaders are made on first use, keyed by what is asked, so that the statements sent grow with the
 * fields of a query and never with the size of its answer.
 */
export class Batches {
  /** How many statements were sent so far. */
  statements = 0;

  private readonly plans = new WeakMap<FieldNode, Planned[]>();
  private readonly answers = new Map<string, Promise<readonly Row[]>>();
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  /** @param signal aborted when nobody waits for the answer any more. */
  constructor(
    private readonly engine: Engine,
    private readonly signal: AbortSignal | undefined,
    private readonly maxStatements = Infinity,
  ) {}

  /**
   * Sends one statement.
   * @throws the signal's reason once nobody waits for the answer any more; TooCostly beyond the bound.
   */
  async read(statement: Statement): Promise<readonly Row[]> {
    this.signal?.throwIfAborted();
    if (this.statements >= this.maxStatements)
      throw new TooCostly(
        `Query: expected at most ${this.maxStatements} statements to the database but it takes more; ask in several requests.`,
        { limit: this.maxStatements },
      );
    this.statements += 1;
    return this.engine.read(statement, { signal: this.signal });
  }

  /** The rows of one statement, sent once. */
  once(key: string, statementOf: () => Statement): Promise<readonly Row[]> {
    const rows = this.answers.get(key) ?? this.read(statementOf());
    this.answers.set(key, rows);
    return rows;
  }

  /** A loader of single objects by id; null for an id that nothing has. */
  points(
    key: string,
    statementOf: (ids: readonly string[]) => Statement,
    read: (row: Row) => GraphObject,
  ): DataLoader<string, GraphObject | null> {
    return this.loader(key, async (ids) => {
      const found = new Map(
        (await this.read(statementOf(ids))).map((row) => read(row)).map((object) => [object.id, object]),
      );
      return ids.map((id) => found.get(id) ?? null);
    });
  }

  /** A loader of rows by parent, which stands in a row's first column. */
  grouped<T>(
    key: string,
    statementOf: (parents: readonly string[]) => Statement | Promise<Statement>,
    read: (row: Row) => T,
  ): DataLoader<string, readonly T[]> {
    return this.loader(key, async (parents) => {
      const groups = new Map<string, T[]>(parents.map((parent) => [parent, []]));
      for (const row of await this.read(await statementOf(parents))) {
        const group = groups.get(row[0] as string);
        if (!group) throw new Error(`graph: expected rows of the parents asked for but got one of ${String(row[0])}.`);
        group.push(read(row));
      }
      return parents.map((parent) => groups.get(parent) as T[]);
    });
  }

  /**
   * What a field asks of each of its parents, made by the first who needs it: siblings share the field's nodes, fragments
   * and variables.
   */
  plan<T>(nodes: readonly FieldNode[], typeName: string, make: () => T): T {
    const [first] = nodes as [FieldNode];
    const known = this.plans.get(first) ?? [];
    this.plans.set(first, known);
    let planned = known.find(
      (item) =>
        item.typeName === typeName &&
        item.nodes.length === nodes.length &&
        item.nodes.every((node, index) => node === nodes[index]),
    );
    if (!planned) {
      planned = { nodes, typeName, plan: make() };
      known.push(planned);
    }
    return planned.plan as T;
  }

  private loader<T>(key: string, batch: (keys: readonly string[]) => Promise<readonly T[]>): DataLoader<string, T> {
    let loader = this.loaders.get(key) as DataLoader<string, T> | undefined;
    if (!loader) {
      loader = new DataLoader<string, T>(batch);
      this.loaders.set(key, loader);
    }
    return loader;
  }
}
