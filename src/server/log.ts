import type { FastifyReply, FastifyRequest } from "fastify";
import { pino, type Logger } from "pino";
import type { ServerContext } from "./execution.js";

/** A structured log on standard error, so that what a command prints stays readable. */
export function createLog(level: string): Logger {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: false }));
}

/** One line a request: operation, time, statements, cost. */
export function logRequest(
  log: Logger,
  request: FastifyRequest,
  reply: FastifyReply,
  context: ServerContext,
  milliseconds: number,
): void {
  const { operation, cost } = context.report;
  log.info(
    {
      requestId: request.id,
      operation: operation ?? null,
      status: reply.statusCode,
      milliseconds: Math.round(milliseconds * 10) / 10,
      statements: context.graph.statements,
      cost: cost?.cost ?? null,
    },
    "request",
  );
}
