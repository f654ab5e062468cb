import { derivedId, isKind, type Kind, type Property, type RelationshipType } from "../graph/model.js";
import { hasHighUnits } from "../graph/statements/text-beyond.js";
import { hasNeeded, readHeader, readValue, splitList, type Column, type Role } from "./columns.js";
import { readCsv } from "./csv.js";
import { quoted, type Problem } from "./problems.js";
import type { RegularFile } from "./regular-file.js";

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
  readonly content: RegularFile;
  readonly owner: Kind | RelationshipType;
}

/**
 * What may follow the colon of an id: anything but white space and what separates ids elsewhere; nor may it have the characters
 * that Neo4j orders otherwise than it compares them, because pages walk along ids.
 */
const SLUG = { entity: /^[^\s|;"~]+$/u, relationship: /^[^\s|;"]+$/u };
const CITATION = /^[^\s|;"]+:[^\s|;"]+\|[^|;]*\|\d*$/u;

type Mistake = Pick<Problem, "column" | "message">;

/**
 * Reads a file row by row; `problem` is told of everything that is wrong. A row with a mistake comes as far as it can be read,
 * so that what refers to it is not reported too; one without a sound id is left out.
 */
export async function* readRows(
  { file, content, owner }: DataFile,
  problem: (problem: Problem) => void,
): AsyncGenerator<ReadRow> {
  let columns: Column[] | undefined;
  const unreadable: Problem[] = [];
  const fail = (found: Problem): void => {
    unreadable.push(found);
    problem(found);
  };
  for await (const { line, cells } of readCsv(content, file, fail)) {
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

/** How many characters a cell may have: what an index holds, as names and ids, is shorter than other texts. */
function longest(role: Role, property: Property | undefined): number {
  if (role === "id" || role === "from" || role === "to") return 400;
  return property && (property.indexed || property.name === "name") ? 1000 : Infinity;
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
    const most = longest(role, property);
    if (text.length > most) {
      problem(header, `expected at most ${most} characters but got ${text.length}; shorten it.`);
      return;
    }
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
    return `expected an id as ${prefix}:… but got ${quoted(id)}; begin it so, or move the row to the file of its kind.`;
  if (!SLUG[isKind(owner) ? "entity" : "relationship"].test(id.slice(prefix.length + 1)) || hasHighUnits(id))
    return `expected ${prefix}: and then no spaces, | ; " ~, emoji or full-width forms but got ${quoted(id)}; write ${quoted(corrected(id, prefix))}.`;
  return undefined;
}

/** The id without the characters that an id may not have: full-width forms as they are written otherwise, others as hyphens. */
function corrected(id: string, prefix: string): string {
  const slug = Array.from(id.slice(prefix.length + 1).normalize("NFKC"), (character) =>
    SLUG.entity.test(character) && !hasHighUnits(character) ? character : "-",
  );
  return `${prefix}:${slug.join("").replace(/-+/g, "-").replace(/^-|-$/g, "") || "…"}`;
}

function readCitations(text: string, problem: (message: string) => void): string[] {
  return splitList(text).filter((citation) => {
    const sound = isCitation(citation);
    if (!sound)
      problem(
        `expected citations as source-id|article|paragraph, joined by ; but got ${quoted(citation)}; leave article or paragraph empty where there is none.`,
      );
    return sound;
  });
}

/** Whether a text is a citation as it is stored. */
export function isCitation(text: string): boolean {
  return CITATION.test(text);
}
