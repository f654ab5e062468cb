import DataLoader from "dataloader";
import type { GraphQLResolveInfo } from "graphql";
import type { Engine, Row, Statement } from "../engine/engine.js";
import type { GraphObject } from "./statements/columns.js";

/** What one field asks of one parent; made once a request and field, so that parents are answered in batches. */
export type Plan = (parent: string) => Promise<unknown>;

/**
 * One request's statements. Loaders are made on first use, keyed by what is asked, so that the statements sent grow with the
 * fields of a query and never with the size of its answer.
 */
export class Batches {
  /** How many statements were sent so far. */
  statements = 0;

  private readonly plans = new WeakMap<object, Map<string, Plan>>();
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  /** @param signal aborted when nobody waits for the answer any more. */
  constructor(
    private readonly engine: Engine,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /**
   * Sends one statement.
   * @throws the signal's reason once nobody waits for the answer any more.
   */
  async read(statement: Statement): Promise<readonly Row[]> {
    this.signal?.throwIfAborted();
    this.statements += 1;
    return this.engine.read(statement, { signal: this.signal });
  }

  /** A loader of single objects by id; null for an id that nothing has. */
  points(
    key: string,
    statementOf: (ids: readonly string[]) => Statement,
    read: (row: Row) => GraphObject,
  ): DataLoader<string, unknown> {
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
    statementOf: (parents: readonly string[]) => Statement,
    read: (row: Row) => T,
  ): DataLoader<string, readonly T[]> {
    return this.loader(key, async (parents) => {
      const groups = new Map<string, T[]>(parents.map((parent) => [parent, []]));
      for (const row of await this.read(statementOf(parents))) {
        const group = groups.get(row[0] as string);
        if (!group) throw new Error(`graph: expected rows of the parents asked for but got one of ${String(row[0])}.`);
        group.push(read(row));
      }
      return parents.map((parent) => groups.get(parent) as T[]);
    });
  }

  /** A field's plan, made by its first parent: siblings share the field's nodes, fragments and variables. */
  plan(info: GraphQLResolveInfo, make: () => Plan): Plan {
    const byType = this.plans.get(info.fieldNodes) ?? new Map<string, Plan>();
    this.plans.set(info.fieldNodes, byType);
    const plan = byType.get(info.parentType.name) ?? make();
    byType.set(info.parentType.name, plan);
    return plan;
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
