/** Every code that a client may find in `extensions.code`, beside those of GraphQL's own parse and validation errors. */
export type ErrorCode =
  | "BAD_USER_INPUT"
  | "NOT_FOUND"
  | "QUERY_TOO_COSTLY"
  | "TIMEOUT"
  | "UNAVAILABLE"
  | "OVERLOADED"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "CONFLICT"
  | "MISDIRECTED_REQUEST";

/** Most characters that a line of a message repeats of what was sent, within quotes and outside of them. */
const MOST_REPEATED = 100;
const LONGEST_LINE = 2000;
const QUOTED = /"(?:[^"\\]|\\.)*"?/g;
const UNBROKEN = new RegExp(`\\S{${MOST_REPEATED + 1},}`, "g");
/** Controls, and what turns the direction of writing round or is not seen (Unicode categories Cc, Cf, Zl, Zp, Cs). */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A text shortened in its middle; its end often tells most. */
export function shortened(text: string, most: number): string {
  const end = Math.floor(most / 4);
  if (text.length <= most) return text;
  // A character of two units is left out whole.
  const first = text.slice(0, most - end - 1).replace(/[\uD800-\uDBFF]$/, "");
  return `${first}…${text.slice(text.length - end).replace(/^[\uDC00-\uDFFF]/, "")}`;
}

/** A text in which nothing is unseen: what would be is written as its code. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`);
}

/**
 * A message that repeats little of what was sent, whatever stands in it: quoted texts are shortened, together to
 * {@link MOST_REPEATED} characters a line, and so is what has no space in it.
 */
function bounded(message: string): string {
  return message
    .split("\n")
    .map((line) => {
      let left = MOST_REPEATED;
      const quoted = visible(shortened(line, LONGEST_LINE)).replace(QUOTED, (text) => {
        const short = shortened(text, Math.max(left, 1));
        left -= short.length;
        return short;
      });
      return quoted.replace(UNBROKEN, (text) => shortened(text, MOST_REPEATED));
    })
    .join("\n");
}

/**
 * An error that is meant for whoever asked: its message says where, what was expected, what came and what to do. Every
 * other error is masked before it leaves the server.
 */
export class LiantuError extends Error {
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(bounded(message), { cause: options.cause });
    this.name = "LiantuError";
    this.extensions = { code, ...options.details };
  }
}

/** What was sent cannot be understood or is out of bounds. */
export class BadInput extends LiantuError {
  constructor(message: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super("BAD_USER_INPUT", message, { details, cause });
  }
}

/** Nothing has this address. */
export class NotFound extends LiantuError {
  constructor(message: string) {
    super("NOT_FOUND", message);
  }
}

/** The answer could be larger than the server is set to give. */
export class TooCostly extends LiantuError {
  constructor(message: string, details: Readonly<Record<string, unknown>>, cause?: unknown) {
    super("QUERY_TOO_COSTLY", message, { details, cause });
  }
}

/** The database cannot be reached or refuses to serve for now. */
export class Unavailable extends LiantuError {
  constructor(message: string, cause?: unknown) {
    super("UNAVAILABLE", message, { cause });
  }
}

/** The service answers as much as it may at once; `retryAfter` is in seconds. */
export class Overloaded extends LiantuError {
  constructor(
    message: string,
    readonly retryAfter: number,
  ) {
    super("OVERLOADED", message, { details: { retryAfter } });
  }
}

/** A statement or a request ran longer than it may. */
export class TimedOut extends LiantuError {
  constructor(message: string, cause?: unknown) {
    super("TIMEOUT", message, { cause });
  }
}

/** Somebody else holds or states what was to be written. */
export class Conflict extends LiantuError {
  constructor(message: string, cause?: unknown) {
    super("CONFLICT", message, { cause });
  }
}

/** The request names a host that this service is not (RFC 9110, section 15.5.20). */
export class Misdirected extends LiantuError {
  constructor(message: string) {
    super("MISDIRECTED_REQUEST", message);
  }
}
