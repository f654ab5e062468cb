import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { Problem } from "./problems.js";

/** One row as it is written: where it begins, and its cells. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const LINE_FEED = 10;

class NotUtf8 extends Error {
  constructor(readonly line: number) {
    super("not UTF-8");
  }
}

/** Decodes a file, and tells the line where it is not UTF-8. */
async function* decoded(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      throw new NotUtf8(line + brokenLine(chunk));
    }
    line += chunk.reduce((sum, byte) => sum + (byte === LINE_FEED ? 1 : 0), 0);
    yield text;
  }
  try {
    decoder.decode();
  } catch {
    throw new NotUtf8(line);
  }
}

/** How many lines of a chunk come before the one that breaks off. */
function brokenLine(chunk: Buffer): number {
  let start = 0;
  for (let line = 0; ; line += 1) {
    const end = chunk.indexOf(LINE_FEED, start);
    const last = end === -1;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(chunk.subarray(start, last ? chunk.length : end));
    } catch {
      // A chunk may begin within a character: only its first line can break for that reason alone.
      if (line > 0 || last) return line;
    }
    if (last) return line;
    start = end + 1;
  }
}

/**
 * Reads a CSV file (RFC 4180, UTF-8) row by row, the header among them; a ragged row comes as it is. What cannot be read
 * ends the file with a problem.
 */
export async function* readCsv(path: string, file: string, problem: (problem: Problem) => void): AsyncGenerator<Row> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  const source = Readable.from(decoded(path));
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let last = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      // The parser counts to a row's end; only a row with a line break within a cell begins earlier.
      yield { line: record.some((cell) => cell.includes("\n")) ? last + 1 : info.lines, cells: record };
      last = info.lines;
    }
  } catch (error) {
    if (error instanceof NotUtf8) {
      problem({
        file,
        line: error.line,
        message: "expected UTF-8 but got bytes that are not; save the file as UTF-8.",
      });
    } else if (error instanceof CsvError) {
      problem({
        file,
        line: last + 1,
        message: `expected CSV as in RFC 4180 but it cannot be read (${error.message}); correct the quotes.`,
      });
    } else {
      throw error;
    }
  }
}
