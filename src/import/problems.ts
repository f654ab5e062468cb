import { LiantuError } from "../errors.js";

/** How many problems a report holds; the rest are counted. */
const MOST = 100;

/** Most characters that a message repeats of a value, and of the name of a file or column. */
const MOST_OF_VALUE = 80;
const MOST_OF_NAME = 50;
const MOST_OF_PATH = 200;
/** What a terminal obeys, or shows in another place than it stands. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The beginning of a text, in which nothing is unprintable. */
export function shown(text: string, most = MOST_OF_NAME): string {
  const start = Array.from(text.slice(0, 2 * most + 2))
    .slice(0, most)
    .join("");
  const visible = start.replace(
    UNPRINTABLE,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
  return start.length < text.length ? `${visible}…` : visible;
}

/** A value as messages repeat it, in quotes where it is a text. */
export function quoted(value: unknown): string {
  return typeof value === "string"
    ? shown(JSON.stringify(value.slice(0, 2 * MOST_OF_VALUE)), MOST_OF_VALUE)
    : shown(JSON.stringify(value), MOST_OF_VALUE);
}

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
        `  ${[file, line, column].flatMap((part) => (part === undefined ? [] : shown(String(part)))).join(":")}: ${message}`,
    );
    const more = count > problems.length ? [`  … and ${count - problems.length} more`] : [];
    const head = `${shown(folder, MOST_OF_PATH)}: expected a dataset without problems but got ${count}; nothing was written. Correct and import again.`;
    super("BAD_USER_INPUT", [head, ...lines, ...more].join("\n"));
  }
}
