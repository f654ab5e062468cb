import { LiantuError } from "../errors.js";

/** How many problems a report holds; the rest are counted. */
const MOST = 100;

/** One thing that is wrong with a dataset folder, and where. */
export interface Problem {
  /** Relative to the folder: `nodes/zone.csv`. */
  readonly file: string;
  /** Counted from 1; undefined for the whole file. */
  readonly line?: number | undefined;
  readonly column?: string | undefined;
  /** What was expected, what came and what to do. */
  readonly message: string;
}

/** Collects all problems of a folder, so that they come in one report. */
export class Problems {
  readonly first: Problem[] = [];
  count = 0;

  add(problem: Problem): void {
    this.count += 1;
    if (this.first.length < MOST) this.first.push(problem);
  }
}

/** A folder that was not imported; nothing was written. */
export class ImportRefused extends LiantuError {
  constructor(
    folder: string,
    readonly problems: readonly Problem[],
    readonly count: number,
  ) {
    const lines = problems.map(
      ({ file, line, column, message }) =>
        `  ${[file, line, column].filter((part) => part !== undefined).join(":")}: ${message}`,
    );
    const more = count > problems.length ? [`  … and ${count - problems.length} more`] : [];
    const head = `${folder}: expected a dataset without problems but got ${count}; nothing was written. Correct and import again.`;
    super("BAD_USER_INPUT", [head, ...lines, ...more].join("\n"));
  }
}
