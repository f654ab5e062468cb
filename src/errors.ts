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
  | "CONFLICT";

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
    super(message, { cause: options.cause });
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
