import { randomUUID } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { LiantuError } from "../errors.js";

/** Codes of GraphQL's and Apollo's own refusals: they speak of what was sent and hide nothing. */
const PROTOCOL = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_USER_INPUT",
  "BAD_REQUEST",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** Makes the server's formatError: what is meant for the client passes, anything else is masked with an id that the log carries. */
export function errorFormatter(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const { http: _status, stacktrace: _trace, ...extensions } = formatted.extensions ?? {};
    if (original instanceof LiantuError) return { ...formatted, extensions: { ...extensions, ...original.extensions } };
    if (PROTOCOL.has(String(extensions["code"]))) return { ...formatted, extensions };
    const errorId = randomUUID();
    log.error({ err: original, errorId, path: formatted.path }, "unexpected error");
    const { locations, path } = formatted;
    return {
      message: `Internal error: something went wrong on the server; its log has the details under ${errorId}.`,
      ...(locations ? { locations } : {}),
      ...(path ? { path } : {}),
      extensions: { code: "INTERNAL_SERVER_ERROR", errorId },
    };
  };
}

/** An answer in GraphQL's form for a request that never became an operation. */
export function refusal(message: string, code: string): { readonly errors: readonly GraphQLFormattedError[] } {
  return { errors: [{ message, extensions: { code } }] };
}
