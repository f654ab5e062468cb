import { isKind, type Kind, type RelationshipType } from "../graph/model.js";
import { hasHighUnits } from "../graph/statements/text-beyond.js";
import { hasNeeded, readHeader, readValue, splitList, type Column } from "./columns.js";
import { readCsv } from "./csv.js";
import type { Problem } from "./problems.js";

/** A node or relationship as it is stored: its properties by name. */
export interface StoredProperties {
  id: string;
  from?: string;
  to?: string;
  citations?: string[];
  facts?: readonly string[];
  dataset?: string;
  [property: string]: unknown;
}

/** One row of a file, read. */
export interface ReadRow {
  readonly line: number;
  readonly properties: StoredProperties;
  /** Whether the relationship's id follows from its ends. */
  readonly derived: boolean;
}

/** A file of nodes or relationships. */
export interface DataFile {
  /** Relative to the folder. */
  readonly file: string;
  readonly path: string;
  readonly owner: Kind | RelationshipType;
}

/**
 * What may follow the colon of an id: anything but white space and what separates ids elsewhere; nor may it have the characters
 * that Neo4j orders otherwise than it compares them, because pages walk along ids.
 */
const SLUG = { entity: /^[^\s|;"~]+$/u, relationship: /^[^\s|;"]+$/u };
const CITATION = /^[^\s|;"]+:[^\s|;"]+\|[^|;]*\|\d*$/u;

/** The id of a relationship whose type joins two ends once. */
export function derivedId({ prefix }: RelationshipType, from: string, to: string): string {
  return `${prefix}:${from}~${to}`;
}

type Mistake = Pick<Problem, "column" | "message">;

/**
 * Reads a file row by row; `problem` is told of everything that is wrong. A row with a mistake comes as far as it can be read,
 * so that what refers to it is not reported too; one without a sound id is left out.
 */
export async function* readRows(
  { file, path, owner }: DataFile,
  problem: (problem: Problem) => void,
): AsyncGenerator<ReadRow> {
  let columns: Column[] | undefined;
  const unreadable: Problem[] = [];
  const fail = (found: Problem): void => {
    unreadable.push(found);
    problem(found);
  };
  for await (const { line, cells } of readCsv(path, file, fail)) {
    const mistakes: Mistake[] = [];
    const mistake = (column: string | undefined, message: string): void => void mistakes.push({ column, message });
    const tell = (): void => {
      for (const found of mistakes) problem({ file, line, ...found });
    };
    if (!columns) {
      columns = readHeader(owner, cells, mistake);
      tell();
      if (!hasNeeded(owner, columns)) return;
      continue;
    }
    if (cells.length !== columns.length) {
      problem({
        file,
        line,
        message: `expected ${columns.length} cells as in the header but got ${cells.length}; check commas and quotes.`,
      });
      continue;
    }
    const row = readRow(owner, columns, cells, mistake);
    tell();
    if (row) yield { line, ...row };
  }
  if (!columns && unreadable.length === 0)
    problem({ file, line: 1, message: "expected a header but the file is empty; write one or remove the file." });
}

function readRow(
  owner: Kind | RelationshipType,
  columns: readonly Column[],
  cells: readonly string[],
  problem: (column: string, message: string) => void,
): Omit<ReadRow, "line"> | undefined {
  const properties: StoredProperties = { id: "" };
  columns.forEach(({ header, name, role, property }, index) => {
    const text = cells[index] ?? "";
    if (text === "") return;
    if (role === "citations")
      properties.citations = readCitations(text, (message) => {
        problem(header, message);
      });
    else if (role !== "property") properties[role] = text;
    else if (property) {
      const parsed = readValue(property, text);
      if ("message" in parsed) problem(header, parsed.message);
      else properties[name] = parsed.value;
    }
  });
  for (const { name, required } of owner.properties.values())
    if (required && properties[name] === undefined)
      problem(name, "expected a value but the cell is empty; fill it in.");
  const derived = !isKind(owner) && properties.id === "";
  if (!isKind(owner)) {
    for (const end of ["from", "to"] as const)
      if (properties[end] === undefined)
        problem(end === "from" ? ":START_ID" : ":END_ID", "expected an id but the cell is empty; name an entity.");
    if (derived) {
      if (properties.from === undefined || properties.to === undefined) return undefined;
      properties.id = derivedId(owner, properties.from, properties.to);
      return { properties, derived };
    }
  }
  const wrong = mistakeInId(owner, properties.id);
  if (wrong === undefined) return { properties, derived };
  problem("id", wrong);
  return undefined;
}

function mistakeInId(owner: Kind | RelationshipType, id: string): string | undefined {
  const { prefix } = owner;
  if (id === "") return `expected an id as ${prefix}:… but the cell is empty; give one that stays.`;
  if (!id.startsWith(`${prefix}:`))
    return `expected an id as ${prefix}:… but got ${JSON.stringify(id)}; begin it so, or move the row to the file of its kind.`;
  if (!SLUG[isKind(owner) ? "entity" : "relationship"].test(id.slice(prefix.length + 1)) || hasHighUnits(id))
    return `expected ${prefix}: and then letters, digits, dots or hyphens but got ${JSON.stringify(id)}; leave out spaces, | ; " ~, emoji and full-width forms.`;
  return undefined;
}

function readCitations(text: string, problem: (message: string) => void): string[] {
  return splitList(text).filter((citation) => {
    const sound = isCitation(citation);
    if (!sound)
      problem(
        `expected citations as source-id|article|paragraph, joined by ; but got ${JSON.stringify(citation)}; leave article or paragraph empty where there is none.`,
      );
    return sound;
  });
}

/** Whether a text is a citation as it is stored. */
export function isCitation(text: string): boolean {
  return CITATION.test(text);
}
