import { join } from "node:path";
import { isPartialDate } from "../model/scalars.js";
import { readCsv } from "./csv.js";
import { quoted, shown, type Problems } from "./problems.js";
import { regularFile } from "./regular-file.js";
import { isCitation } from "./rows.js";

/** One figure about a subject, and where it stands. */
export interface Fact {
  readonly line: number;
  /** As it is stored. */
  readonly text: string;
}

/** Facts are held in memory while a folder is imported: they are for what is stated once, not for bulk. */
const MOST_FACTS = 200_000;

/** The columns of facts.csv. */
export const FACT_COLUMNS = [
  "subject",
  "property",
  "value",
  "unit",
  "qualifier",
  "planned",
  "asOf",
  "citation",
] as const;
/** Columns that facts.csv may have: what the property of this one fact is called, where terms.csv has other words for it. */
export const FACT_WORDS = ["label", "labelEn"] as const;
/** Whether a value is a number or a text, where its unit does not tell; a column that facts.csv may have. */
export const FACT_TYPE = "type";
/** The columns of terms.csv. */
export const TERM_COLUMNS = ["property", "zh", "en"] as const;
const QUALIFIERS = ["EXACT", "ABOUT", "OVER", "AT_MOST", "ILLEGIBLE"];
/** Digits as a number writes them: a code such as 0351 is none. */
const PLAIN_NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/;
const PROPERTY = /^[a-z][A-Za-z0-9]*$/;

type Cells<Name extends string> = Readonly<Record<Name, string>>;
type FactCells = Cells<(typeof FACT_COLUMNS)[number] | (typeof FACT_WORDS)[number] | typeof FACT_TYPE>;

/** Reads a small file with fixed columns; a cell of an optional column that is not there is empty. */
async function* readTable<Name extends string, Optional extends string = never>(
  folder: string,
  file: string,
  names: readonly Name[],
  problems: Problems,
  optional: readonly Optional[] = [],
): AsyncGenerator<{ line: number; cells: Cells<Name | Optional> }> {
  const known: readonly string[] = [...names, ...optional];
  const absent = Object.fromEntries(optional.map((name) => [name, ""]));
  const content = await regularFile(folder, join(folder, file), (message) => {
    problems.add({ file, message });
  });
  if (!content) return;
  let header: readonly string[] | undefined;
  for await (const { line, cells } of readCsv(content, file, (problem) => {
    problems.add(problem);
  })) {
    if (!header) {
      header = cells.map((cell) => cell.trim());
      const missing = names.filter((name) => !header?.includes(name));
      const unknown = header.filter((name) => !known.includes(name));
      if (missing.length === 0 && unknown.length === 0) continue;
      problems.add({
        file,
        line,
        message: `expected the columns ${names.join(", ")} but ${[...missing.map((name) => `${name} is missing`), ...unknown.slice(0, 3).map((name) => `${shown(name)} is unknown`)].join(", ")}; correct the header.`,
      });
      return;
    }
    if (cells.length === header.length)
      yield {
        line,
        cells: { ...absent, ...Object.fromEntries(header.map((name, index) => [name, cells[index]])) } as Cells<
          Name | Optional
        >,
      };
    else
      problems.add({
        file,
        line,
        message: `expected ${header.length} cells as in the header but got ${cells.length}; check commas and quotes.`,
      });
  }
}

/** Reads `facts.csv` and the words of `terms.csv`: facts by subject, as they are stored. */
export async function readFacts(folder: string, problems: Problems): Promise<Map<string, Fact[]>> {
  const terms = new Map<string, Cells<(typeof TERM_COLUMNS)[number]>>();
  for await (const { cells } of readTable(folder, "terms.csv", TERM_COLUMNS, problems))
    terms.set(cells.property, cells);
  const facts = new Map<string, Fact[]>();
  const file = "facts.csv";
  let count = 0;
  for await (const { line, cells } of readTable(folder, file, FACT_COLUMNS, problems, [...FACT_WORDS, FACT_TYPE])) {
    count += 1;
    if (count > MOST_FACTS) {
      problems.add({
        file,
        line,
        message: `expected at most ${MOST_FACTS} facts but got more; give what is in bulk a property of its own.`,
      });
      break;
    }
    const mistakes = mistakesOf(cells);
    for (const [column, message] of mistakes) problems.add({ file, line, column, message });
    if (mistakes.length > 0) continue;
    const known = facts.get(cells.subject) ?? [];
    known.push({ line, text: stored(cells, terms.get(cells.property)) });
    facts.set(cells.subject, known);
  }
  return facts;
}

function mistakesOf(cells: FactCells): [string, string][] {
  const { subject, property, value, qualifier, planned, asOf, citation, type } = cells;
  const rules: [boolean, string, string][] = [
    [subject !== "", "subject", "expected the id of an entity or relationship but the cell is empty; name one."],
    [
      PROPERTY.test(property),
      "property",
      `expected a name as headcountTrained but got ${quoted(property)}; use letters and digits.`,
    ],
    [
      QUALIFIERS.includes(qualifier),
      "qualifier",
      `expected one of ${QUALIFIERS.join(", ")} but got ${quoted(qualifier)}; write one of them.`,
    ],
    [
      (value === "") === (qualifier === "ILLEGIBLE"),
      "value",
      "expected a value, or none with the qualifier ILLEGIBLE; give one or change the qualifier.",
    ],
    [
      ["true", "false"].includes(planned),
      "planned",
      `expected true or false but got ${quoted(planned)}; write one of them.`,
    ],
    [
      asOf === "" || isPartialDate(asOf),
      "asOf",
      `expected a date as 2023, 2023-03 or 2023-03-10 but got ${quoted(asOf)}; write it so.`,
    ],
    [
      isCitation(citation),
      "citation",
      `expected source-id|article|paragraph but got ${quoted(citation)}; leave article or paragraph empty where there is none.`,
    ],
    [
      type === "" || type === "text" || (type === "number" && (value === "" || PLAIN_NUMBER.test(value))),
      FACT_TYPE,
      `expected number beside a plain number, text, or nothing but got ${quoted(type)} beside ${quoted(value)}; correct one of them.`,
    ],
  ];
  return rules.filter(([holds]) => !holds).map(([, column, message]) => [column, message]);
}

/** Whether a value is a number: only where a unit or its declared type says so, as codes and years are written in digits too. */
export function isNumber(value: string, unit: string, type: string): boolean {
  return PLAIN_NUMBER.test(value) && (type === "number" || (type === "" && unit !== ""));
}

function stored(
  { property, value, unit, qualifier, planned, asOf, citation, label, labelEn, type }: FactCells,
  term: Cells<(typeof TERM_COLUMNS)[number]> | undefined,
): string {
  const words = label === "" ? { zh: term?.zh, en: term?.en } : { zh: label, en: labelEn };
  return JSON.stringify({
    property,
    label: words.zh || property,
    labelEn: words.en || null,
    value: value === "" ? null : isNumber(value, unit, type) ? Number(value) : value,
    unit: unit || null,
    qualifier,
    planned: planned === "true",
    asOf: asOf || null,
    citation,
  });
}
