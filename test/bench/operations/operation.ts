import type { Row } from "../../../src/engine/engine.js";
import type { Samples } from "../samples.js";

/** What one run of an operation asks: the variables of its query, and the parameters of the hand-written statement. */
export interface Input {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A question asked twice: through the API, and by the best statement that a person would write for it. */
export interface Operation {
  readonly name: string;
  readonly query: string;
  /** The statement for Neo4j. */
  readonly hand: string;
  /** The statement for the embedded engine, where its indexes ask for another form. */
  readonly handEmbedded?: string;
  /** The API's answer, made from the rows of the hand-written statement. */
  readonly answer: (rows: readonly Row[]) => unknown;
  /** Set where a statement cannot say the same, so that only the times are compared. */
  readonly approximate?: true;
  /** The questions, asked in turn. */
  readonly inputs: (samples: Samples) => readonly Input[];
}

/** An input whose query and statement take the same. */
export function same(values: Readonly<Record<string, unknown>>): Input {
  return { variables: values, parameters: values };
}

/** Rows as objects, column by column. */
export function objects(...columns: readonly string[]) {
  return (rows: readonly Row[]): Record<string, unknown>[] =>
    rows.map((row) => {
      const object: Record<string, unknown> = {};
      for (const [index, column] of columns.entries()) object[column] = row[index];
      return object;
    });
}

/** Rows of an id and a name. */
export const named = objects("id", "name");

/** What {@link page} reads. */
export const PAGE = "nodes { id name } pageInfo { hasNextPage }";

/** A page from a statement that reads one row more. */
export function page(size: number, read: (rows: readonly Row[]) => unknown = named) {
  return (rows: readonly Row[]): unknown => ({
    nodes: read(rows.slice(0, size)),
    pageInfo: { hasNextPage: rows.length > size },
  });
}

/** Rows by the id in a column, in order; those that hold none are left out. */
export function grouped(rows: readonly Row[], column: number): [Row, Row[]][] {
  const groups = new Map<unknown, [Row, Row[]]>();
  for (const row of rows) {
    if (row[column] === null) continue;
    const group = groups.get(row[column]);
    if (group) group[1].push(row);
    else groups.set(row[column], [row, [row]]);
  }
  return [...groups.values()];
}
