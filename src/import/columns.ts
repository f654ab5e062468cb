import { isPartialDate } from "../model/scalars.js";
import type { Kind, Property, RelationshipType } from "../graph/model.js";
import { isKind } from "../graph/model.js";
import { quoted, shown } from "./problems.js";

/** Between the items of a list. */
const LIST_SEPARATOR = ";";

/** The items of a list. Within one a backslash stands before a ; or a backslash; before anything else it is one itself. */
export function splitList(text: string): string[] {
  if (!text.includes("\\")) return text.split(LIST_SEPARATOR);
  const items = [""];
  for (const part of text.match(/\\[\\;]|[^\\;]+|[\\;]/g) ?? []) {
    if (part === LIST_SEPARATOR) items.push("");
    else items.push(`${items.pop() ?? ""}${/^\\[\\;]$/.test(part) ? part.slice(1) : part}`);
  }
  return items;
}

/** A list as {@link splitList} reads it; an empty item says nothing and is left out. */
export function joinList(items: readonly string[]): string {
  return items
    .filter((item) => item !== "")
    .map((item) => item.replace(/[\\;]/g, "\\$&"))
    .join(LIST_SEPARATOR);
}

/** What a column holds. */
export type Role = "id" | "from" | "to" | "citations" | "property";

/** One column of a file. */
export interface Column {
  readonly header: string;
  readonly name: string;
  readonly role: Role;
  readonly property: Property | undefined;
}

/** Words that neo4j-admin uses for the types that a property may have. */
const TYPE_WORDS: Readonly<Record<Property["type"], readonly string[]>> = {
  String: ["string"],
  PartialDate: ["string"],
  Enum: ["string"],
  Float: ["float", "double", "int", "long"],
  Int: ["int", "long"],
  Boolean: ["boolean"],
};

/** The columns that every file may have. */
const FIXED: Readonly<Record<string, Pick<Property, "type" | "list"> & { readonly role: Role }>> = {
  id: { type: "String", list: false, role: "id" },
  citations: { type: "String", list: true, role: "citations" },
};

type NeededRole = "id" | "from" | "to";

const ROLE_WORDS: Readonly<Record<NeededRole, string>> = { id: "id:ID", from: ":START_ID", to: ":END_ID" };

const ROLES: Readonly<Record<string, Role>> = { ":ID": "id", ":START_ID": "from", ":END_ID": "to" };

/** Reads a header; `problem` is told of each column that has no place in the model. */
export function readHeader(
  owner: Kind | RelationshipType,
  cells: readonly string[],
  problem: (column: string | undefined, message: string) => void,
): Column[] {
  const columns = cells.map((cell) => readColumn(owner, cell.trim(), problem));
  const seen = new Set<string>();
  for (const { name, header } of columns) {
    if (seen.has(name)) problem(header, `expected each column once but got ${shown(name)} twice; remove one.`);
    seen.add(name);
  }
  for (const role of missing(owner, columns))
    problem(undefined, `expected a column ${ROLE_WORDS[role]} but there is none; add it.`);
  return columns;
}

/** The columns without which no row can be read, as far as they are not there. */
function missing(owner: Kind | RelationshipType, columns: readonly Column[]): NeededRole[] {
  const needed: readonly NeededRole[] = isKind(owner) ? ["id"] : ["from", "to"];
  return needed.filter((role) => !columns.some((column) => column.role === role));
}

/** Whether rows can be read by these columns, whatever is wrong with the others. */
export function hasNeeded(owner: Kind | RelationshipType, columns: readonly Column[]): boolean {
  return missing(owner, columns).length === 0;
}

function readColumn(
  owner: Kind | RelationshipType,
  header: string,
  problem: (column: string | undefined, message: string) => void,
): Column {
  const at = header.indexOf(":");
  const [name, type] = at === -1 ? [header, undefined] : [header.slice(0, at), header.slice(at + 1)];
  const role = type === undefined ? undefined : ROLES[`:${type.replace(/\(.*\)$/, "")}`];
  if (role && (role === "id") === isKind(owner)) return { header, name: role, role, property: undefined };
  const property = owner.properties.get(name);
  const fixed = FIXED[name];
  const holds = property ?? fixed;
  if (!holds) {
    problem(
      header,
      `expected a property of ${owner.name} but it has none called ${quoted(name || header)}; it has ${[...owner.properties.keys()].join(", ")}.`,
    );
  } else if (type !== undefined && !fits(holds, type)) {
    problem(
      header,
      `expected the type ${TYPE_WORDS[holds.type][0] ?? ""}${holds.list ? "[]" : ""} but got ${shown(type)}; correct it or leave it out.`,
    );
  }
  return { header, name, role: fixed?.role ?? "property", property };
}

/** A property's header: its type is written where it is not a text. */
export function headerOf({ name, type, list }: Property): string {
  const word = `${TYPE_WORDS[type][0] ?? ""}${list ? "[]" : ""}`;
  return word === "string" ? name : `${name}:${word}`;
}

/** The headers of the columns that every file of an entity's or a relationship's kind begins with. */
export function idHeaders(owner: Kind | RelationshipType): readonly string[] {
  return isKind(owner) ? [ROLE_WORDS.id] : ["id", ROLE_WORDS.from, ROLE_WORDS.to];
}

/** The header of the citations. */
export const CITATIONS_HEADER = "citations:string[]";

function fits({ type, list }: Pick<Property, "type" | "list">, word: string): boolean {
  const item = word.endsWith("[]") ? word.slice(0, -2) : word;
  return list === word.endsWith("[]") && TYPE_WORDS[type].includes(item.toLowerCase());
}

/** A value, or why it is none. */
export type Parsed = { readonly value: unknown } | { readonly message: string };

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function scalar({ type, terms }: Property, text: string): Parsed {
  const got = quoted(text);
  switch (type) {
    case "String":
      return { value: text };
    case "PartialDate":
      return isPartialDate(text)
        ? { value: text }
        : { message: `expected a date as 2023, 2023-03 or 2023-03-10 but got ${got}; write it so.` };
    case "Boolean":
      return text === "true" || text === "false"
        ? { value: text === "true" }
        : { message: `expected true or false but got ${got}; write one of them.` };
    case "Enum":
      return terms && Object.hasOwn(terms.values, text)
        ? { value: text }
        : {
            message: `expected one of ${Object.keys(terms?.values ?? {}).join(", ")} but got ${got}; write one of them.`,
          };
    default: {
      const value = Number(text);
      if (!NUMBER.test(text) || !Number.isFinite(value))
        return { message: `expected a number but got ${got}; write digits, without unit or separators.` };
      if (type === "Int" && !(Number.isInteger(value) && Math.abs(value) < 2 ** 31))
        return { message: `expected a whole number below 2147483648 but got ${got}; round it.` };
      // Of minus zero the embedded engine keeps zero.
      return { value: value + 0 };
    }
  }
}

/** A property's value as {@link readValue} reads it; empty where there is none. */
export function writeValue(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return joinList(value.map(writeValue));
  return `${value as string | number | boolean}`;
}

/** Reads a cell that is not empty as a property's value. */
export function readValue(property: Property, text: string): Parsed {
  if (!property.list) return scalar(property, text);
  const items = splitList(text).map((item) =>
    item === ""
      ? {
          message: `expected items joined by ; but one of ${quoted(text)} is empty; leave out the ; beside it.`,
        }
      : scalar(property, item),
  );
  const broken = items.find((item) => "message" in item);
  return broken ?? { value: items.map((item) => (item as { value: unknown }).value) };
}
