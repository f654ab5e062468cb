import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { CsvError, parse, type Options } from "csv-parse";
import { shown, type Problem } from "./problems.js";
import type { RegularFile } from "./regular-file.js";

/** One row as it is written: where it begins, and its cells. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const LINE_FEED = 10;
/** The longest row in bytes, and what a row may hold. */
const LONGEST_ROW = 4_000_000;
const LONGEST_CELL = 250_000;
const MOST_CELLS = 1000;

/** Why a file is not read on, and where. */
class Unreadable extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

const TOO_LONG = `expected rows of at most ${LONGEST_ROW} bytes but got a longer one; see that quotes are closed and that it is a CSV file.`;
const NOT_UTF8 = "expected UTF-8 but got bytes that are not; save the file as UTF-8.";
const TABS = "expected cells separated by commas but they are separated by tabs; save the file as CSV with commas.";

/** A file in blocks of whole lines, so that no character is torn between two; what is written behind its end meanwhile is left. */
async function* blocks({ path, size }: RegularFile): AsyncGenerator<Buffer> {
  if (size === 0) return;
  let rest: Buffer[] = [];
  let held = 0;
  const chunks = createReadStream(path, { highWaterMark: 1 << 18, end: size - 1 }) as AsyncIterable<Buffer>;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) yield Buffer.concat([...rest, chunk.subarray(0, end)]);
    rest = end > 0 ? [chunk.subarray(end)] : [...rest, chunk];
    held = end > 0 ? chunk.length - end : held + chunk.length;
    // The parser tells at which row.
    if (held > LONGEST_ROW) break;
  }
  yield Buffer.concat(rest);
}

/** A file as it is, as long as it is UTF-8. */
async function* utf8(file: RegularFile): AsyncGenerator<Buffer> {
  let line = 1;
  for await (const block of blocks(file)) {
    const broken = !isUtf8(block);
    for (let start = 0, end = 0; start < block.length; start = end) {
      end = block.indexOf(LINE_FEED, start) + 1 || block.length;
      if (broken && !isUtf8(block.subarray(start, end))) throw new Unreadable(line, NOT_UTF8);
      line += 1;
    }
    yield block;
  }
}

const LINE_BREAK = /\r\n|[\r\n]/g;

/**
 * Reads a CSV file (RFC 4180, UTF-8) row by row, the header among them; a ragged row comes as it is. What cannot be read
 * ends the file with a problem.
 */
export async function* readCsv(
  content: RegularFile,
  file: string,
  problem: (problem: Problem) => void,
): AsyncGenerator<Row> {
  let last = 0;
  let twice = 0;
  const header = { tabs: false };
  const options: Options<Row, string[]> = {
    bom: true,
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    // Here and not where rows arrive: an error overtakes the rows that wait to be read.
    on_record(cells: string[], { lines }: { readonly lines: number }): Row {
      // The parser counts to a row's end, and a line break of two characters within a cell as two.
      const breaks = cells.join().match(LINE_BREAK) ?? [];
      twice += breaks.filter((text) => text.length > 1).length;
      if (last === 0) header.tabs = cells.length === 1 && cells[0]?.includes("\t") === true;
      last = lines - twice;
      return { line: last - breaks.length, cells };
    },
  };
  // The types know other rows than lists only where the header names their keys.
  const parser = parse(options as unknown as Options);
  const source = Readable.from(utf8(content));
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const row of parser as AsyncIterable<Row>) {
      if (header.tabs) throw new Unreadable(row.line, TABS);
      const message = tooMuch(row.cells);
      if (message === undefined) yield row;
      else problem({ file, line: row.line, message });
    }
  } catch (error) {
    if (!(error instanceof Unreadable || error instanceof CsvError)) throw error;
    problem({ file, ...whyNot(error, last + 1, header.tabs) });
  }
}

function whyNot(error: Unreadable | CsvError, line: number, tabs: boolean): Pick<Problem, "line" | "message"> {
  if (error instanceof Unreadable) return { line: error.line, message: error.message };
  if (tabs) return { line: 1, message: TABS };
  if (error.code === "CSV_MAX_RECORD_SIZE") return { line, message: TOO_LONG };
  const why = shown(error.message, 120);
  return { line, message: `expected CSV as in RFC 4180 but it cannot be read (${why}); correct the quotes.` };
}

function tooMuch(cells: readonly string[]): string | undefined {
  if (cells.length > MOST_CELLS)
    return `expected at most ${MOST_CELLS} cells in a row but got ${cells.length}; remove some.`;
  const long = cells.find((cell) => cell.length > LONGEST_CELL);
  if (long === undefined) return undefined;
  return `expected at most ${LONGEST_CELL} characters in a cell but got ${long.length}; shorten it, or close its quotes.`;
}
