import { setMaxListeners } from "node:events";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { Access, Limits } from "../config.js";
import type { Engine } from "../engine/engine.js";
import { Unavailable } from "../errors.js";
import { Graph } from "../graph/graph.js";
import type { Layouts } from "../graph/layout/layouts.js";
import type { Built } from "../schema.js";
import type { ServerContext } from "./execution.js";
import { logRequest } from "./log.js";

/** What the application is made of. */
export interface AppParts {
  readonly built: Built;
  readonly engine: Engine;
  readonly limits: Limits;
  readonly access: Access;
  readonly log: Logger;
}

/** What requests share. */
export interface Shared extends AppParts {
  readonly layouts: Layouts;
}

/** What the statements of a request that nobody waits for end in; it is no error of the server. */
const GONE = new Unavailable("Request: expected the client to wait for its answer but it has gone; ask again.");

/** A request's own graph; nothing more is sent to the engine once the client has gone. */
export function contextOf(
  { built, engine, limits, log, layouts }: Shared,
  request: FastifyRequest,
  reply: FastifyReply,
  maxStatements = Infinity,
): ServerContext {
  const abort = new AbortController();
  // One listener a statement that runs.
  setMaxListeners(0, abort.signal);
  const graph = new Graph({ model: built.model, engine, limits, signal: abort.signal, maxStatements });
  const context: ServerContext = { graph, limits, layouts, report: {} };
  const started = performance.now();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) abort.abort(GONE);
    logRequest(log, request, reply, context, performance.now() - started);
  });
  return context;
}
