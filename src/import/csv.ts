import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { CsvError, parse, type Options } from "csv-parse";
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

/** A file in blocks of whole lines, so that no character is torn between two. */
async function* blocks(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) yield Buffer.concat([rest, chunk.subarray(0, end)]);
    rest = end > 0 ? chunk.subarray(end) : Buffer.concat([rest, chunk]);
  }
  yield rest;
}

/** A file as it is, as long as it is UTF-8. */
async function* utf8(path: string): AsyncGenerator<Buffer> {
  let line = 1;
  for await (const block of blocks(path)) {
    const broken = !isUtf8(block);
    for (let start = 0, end = 0; start < block.length; start = end) {
      end = block.indexOf(LINE_FEED, start) + 1 || block.length;
      if (broken && !isUtf8(block.subarray(start, end))) throw new NotUtf8(line);
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
export async function* readCsv(path: string, file: string, problem: (problem: Problem) => void): AsyncGenerator<Row> {
  let last = 0;
  let twice = 0;
  const options: Options<Row, string[]> = {
    bom: true,
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true,
    skip_empty_lines: true,
    // Here and not where rows arrive: an error overtakes the rows that wait to be read.
    on_record(cells: string[], { lines }: { readonly lines: number }): Row {
      // The parser counts to a row's end, and a line break of two characters within a cell as two.
      const breaks = cells.join().match(LINE_BREAK) ?? [];
      twice += breaks.filter((text) => text.length > 1).length;
      last = lines - twice;
      return { line: last - breaks.length, cells };
    },
  };
  // The types know other rows than lists only where the header names their keys.
  const parser = parse(options as unknown as Options);
  const source = Readable.from(utf8(path));
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    yield* parser as AsyncIterable<Row>;
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
