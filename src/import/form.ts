import { derivedId, isKind, type Kind, type RelationshipType } from "../graph/model.js";
import type { Stored, StoredRelationship } from "../graph/stored.js";
import { CITATIONS_HEADER, headerOf, idHeaders, joinList, writeValue } from "./columns.js";
import { FACT_COLUMNS, FACT_TYPE, FACT_WORDS, isNumber, TERM_COLUMNS } from "./facts.js";

/** The cells of a file's first row. */
export function headerCells(owner: Kind | RelationshipType): string[] {
  return [...idHeaders(owner), ...[...owner.properties.values()].map(headerOf), CITATIONS_HEADER];
}

/**
 * The cells of a row, as the importer reads them. A relationship's id that follows from its ends is left empty.
 * @throws Error for a value that no cell can hold.
 */
export function rowCells(owner: Kind | RelationshipType, item: Stored | StoredRelationship): string[] {
  const names = [...owner.properties.keys()];
  item.values.forEach((value, index) => {
    if (typeof value === "number" && !Number.isFinite(value))
      throw new Error(
        `${item.id}.${names[index] ?? ""}: expected a finite number but got ${value}; correct it in the graph.`,
      );
  });
  return [...idCells(owner, item), ...item.values.map(writeValue), joinList(item.citations)];
}

function idCells(owner: Kind | RelationshipType, item: Stored | StoredRelationship): string[] {
  if (isKind(owner) || !("from" in item)) return [item.id];
  const { id, from, to } = item;
  return [id === derivedId(owner, from, to) ? "" : id, from, to];
}

interface StoredFact {
  readonly property: string;
  readonly label: string;
  readonly labelEn: string | null;
  readonly value: string | number | null;
  readonly unit: string | null;
  readonly qualifier: string;
  readonly planned: boolean;
  readonly asOf: string | null;
  readonly citation: string;
}

/** Facts as rows of facts.csv, and the words of their properties as those of terms.csv. */
export class FactForm {
  readonly header: readonly string[] = [...FACT_COLUMNS, ...FACT_WORDS, FACT_TYPE];
  readonly termsHeader: readonly string[] = TERM_COLUMNS;
  private readonly words = new Map<string, readonly [string, string]>();

  /** A property is called as its first fact says; a fact that says otherwise carries its own words. */
  cells(subject: string, text: string): string[] {
    const fact = JSON.parse(text) as StoredFact;
    const { property, value, unit, qualifier, planned, asOf, citation } = fact;
    const own = [fact.label, fact.labelEn ?? ""] as const;
    const common = this.words.get(property) ?? own;
    this.words.set(property, common);
    const differs = common[0] !== own[0] || common[1] !== own[1];
    const number = typeof value === "number" ? plainNumber(value) : (value ?? "");
    const asRead = isNumber(number, unit ?? "", "");
    const type = asRead === (typeof value === "number") ? "" : asRead ? "text" : "number";
    const words = differs ? own : ["", ""];
    return [subject, property, number, unit ?? "", qualifier, String(planned), asOf ?? "", citation, ...words, type];
  }

  /** The words of the properties of all facts that were written; a property without any calls itself. */
  terms(): string[][] {
    return [...this.words].flatMap(([property, [zh, en]]) =>
      zh === property && en === "" ? [] : [[property, zh === property ? "" : zh, en]],
    );
  }
}

/** A number without an exponent: a fact's value with one would be read as a text. */
function plainNumber(value: number): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(String(value));
  if (!match) return String(value);
  const [, sign = "", first = "", rest = "", exponent = ""] = match;
  return `${sign}0.${"0".repeat(Number(exponent) - 1)}${first}${rest}`;
}
