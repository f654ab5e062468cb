import { randomUUID } from "node:crypto";
import type { FastifyError, FastifyReply } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import type { Limits } from "../config.js";
import { type ErrorCode, LiantuError, Overloaded, shortened, visible } from "../errors.js";
import { RETRY_AFTER } from "./answers.js";

/** Longest message that is not ours: GraphQL's own repeat what was sent. */
const LONGEST = 200;

/** Codes of GraphQL's and Apollo's own refusals: they speak of what was sent and hide nothing. */
const PROTOCOL = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "BAD_REQUEST",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** Makes the server's formatError: what is meant for the client passes, anything else is masked with an id that the log carries. */
export function errorFormatter(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const extensions = { ...formatted.extensions };
    delete extensions["http"];
    delete extensions["stacktrace"];
    if (original instanceof LiantuError) {
      logCause(log, original);
      return { ...formatted, extensions: { ...extensions, ...original.extensions } };
    }
    if (PROTOCOL.has(String(extensions["code"])))
      return { ...formatted, message: brief(formatted.message), extensions };
    const { locations, path } = formatted;
    return { ...masked(log, original, path), ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  };
}

function brief(message: string): string {
  return visible(shortened(message, LONGEST));
}

/** What the message leaves out, as the database's own words, is for whoever runs the service. */
export function logCause(log: Logger, { code, cause }: LiantuError): void {
  if (cause !== undefined) log.warn({ err: cause, code }, "database");
}

/** Answers a request that never became an operation: 4xx with what is wrong with it, or 500 with an id that the log carries. */
export function answerError(error: FastifyError | LiantuError, reply: FastifyReply, limits: Limits, log: Logger): void {
  const [status, message] = explain(error, limits);
  if (error instanceof LiantuError) logCause(log, error);
  if (status === 503) void reply.header("retry-after", error instanceof Overloaded ? error.retryAfter : RETRY_AFTER);
  const formatted =
    error instanceof LiantuError
      ? { message, extensions: error.extensions }
      : status < 500
        ? { message, extensions: { code: "BAD_USER_INPUT" } }
        : masked(log, error, undefined);
  void reply.code(status).send({ errors: [formatted] });
}

function masked(log: Logger, error: unknown, path: unknown): GraphQLFormattedError {
  const errorId = randomUUID();
  log.error({ err: error, errorId, path }, "unexpected error");
  return {
    message: `Internal error: something went wrong on the server; its log has the details under ${errorId}.`,
    extensions: { code: "INTERNAL_SERVER_ERROR", errorId },
  };
}

/** The status of what is answered without GraphQL; 400 for every other code. */
const STATUS: Partial<Readonly<Record<ErrorCode, number>>> = {
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNAVAILABLE: 503,
  OVERLOADED: 503,
  TIMEOUT: 504,
  MISDIRECTED_REQUEST: 421,
};

/** Fastify's refusals in our words, with their status. */
function explain(error: FastifyError | LiantuError, limits: Limits): readonly [number, string] {
  if (error instanceof LiantuError) return [STATUS[error.code] ?? 400, error.message];
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return [413, `Request: expected a body of at most ${limits.maxBodyBytes} bytes but got a larger one; send less.`];
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return [415, "Request: expected the content type application/json but got another; set the header."];
    case "FST_ERR_BAD_URL":
      return [400, "Request: expected a URL whose escapes can be read but got one that cannot; write % itself as %25."];
    default:
      if (error.statusCode === 403)
        return [403, "Request: expected the path of a page's file but got one that leads elsewhere; open /."];
      return [error.statusCode ?? 500, brief(error.message)];
  }
}
