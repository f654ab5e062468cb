import { existsSync } from "node:fs";
import { join } from "node:path";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import fastifyApollo, { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { PACKAGE_ROOT, type Limits } from "../config.js";
import type { Engine } from "../engine/engine.js";
import { Graph } from "../graph/graph.js";
import type { Built } from "../schema.js";
import { errorFormatter, refusal } from "./errors.js";
import { compilingPlugin, costPlugin, type ServerContext } from "./execution.js";
import { logRequest } from "./log.js";

/** What the application is made of. */
export interface AppParts {
  readonly built: Built;
  readonly engine: Engine;
  readonly limits: Limits;
  readonly log: Logger;
}

/** Most tokens of a document; parsing stops there. */
const MAX_TOKENS = 20_000;

/** The folder of the web pages, as the build leaves it. */
const PAGES = join(PACKAGE_ROOT, "dist", "explorer");

/** Builds the application without listening. */
export async function createApp({ built, engine, limits, log }: AppParts): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: limits.maxBodyBytes, forceCloseConnections: "idle" });
  const formatError = errorFormatter(log);
  const apollo = new ApolloServer<ServerContext>({
    schema: built.schema,
    introspection: true,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    logger: log,
    formatError,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      fastifyApolloDrainPlugin(app),
      costPlugin(limits),
      compilingPlugin(formatError),
    ],
  });
  await apollo.start();
  app.setErrorHandler((error: FastifyError, _request, reply) => answerError(error, reply, limits, log));
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(
        refusal(
          `${request.url}: expected /graphql, /health/live or /health/ready but got another path; post queries to /graphql.`,
          "NOT_FOUND",
        ),
      ),
  );
  addHealth(app, engine);
  await addPages(app);
  await app.register(fastifyApollo(apollo), {
    path: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    context: (request, reply) => Promise.resolve(contextOf({ built, engine, limits, log }, request, reply)),
  });
  return app;
}

/** A request's own graph; nothing more is sent to the engine once the client has gone. */
function contextOf(
  { built, engine, limits, log }: AppParts,
  request: FastifyRequest,
  reply: FastifyReply,
): ServerContext {
  const abort = new AbortController();
  const graph = new Graph({ model: built.model, engine, limits, signal: abort.signal });
  const context: ServerContext = { graph, report: {} };
  const started = performance.now();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) abort.abort(new Error("the client has gone"));
    logRequest(log, request, reply, context, performance.now() - started);
  });
  return context;
}

/** A browser that opens /graphql gets the playground; a client gets GraphQL over HTTP. */
async function addPages(app: FastifyInstance): Promise<void> {
  if (!existsSync(PAGES)) return;
  await app.register(fastifyStatic, { root: PAGES, prefix: "/assets/", decorateReply: true });
  app.addHook("onRequest", async (request, reply) => {
    const path = request.url.split("?")[0];
    const wantsPage = request.method === "GET" && /\btext\/html\b/.test(request.headers.accept ?? "");
    if (path === "/") return reply.redirect("/graphql");
    if (path === "/graphql" && wantsPage) return reply.header("vary", "accept").sendFile("graphql.html");
  });
}

function addHealth(app: FastifyInstance, engine: Engine): void {
  app.get("/health/live", () => ({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    try {
      await engine.read({ text: "RETURN 1", parameters: {} }, { timeoutMs: 2000 });
      return { status: "ready", engine: engine.address };
    } catch (error) {
      return reply.code(503).send({ status: "unavailable", engine: engine.address, reason: (error as Error).message });
    }
  });
}

function answerError(error: FastifyError, reply: FastifyReply, limits: Limits, log: Logger): FastifyReply {
  const known: Readonly<Record<string, readonly [number, string]>> = {
    FST_ERR_CTP_BODY_TOO_LARGE: [
      413,
      `Request: expected a body of at most ${limits.maxBodyBytes} bytes but got a larger one; send less.`,
    ],
    FST_ERR_CTP_INVALID_JSON_BODY: [
      400,
      `Request: expected a JSON body with a query but it is not JSON (${error.message}); send {"query": "…"}.`,
    ],
    FST_ERR_CTP_EMPTY_JSON_BODY: [
      400,
      'Request: expected a JSON body with a query but it is empty; send {"query": "…"}.',
    ],
    FST_ERR_CTP_INVALID_MEDIA_TYPE: [
      415,
      "Request: expected the content type application/json but got another; set the header.",
    ],
  };
  const [status, message] = known[error.code] ?? [error.statusCode ?? 500, ""];
  if (message) return reply.code(status).send(refusal(message, "BAD_USER_INPUT"));
  if (status < 500) return reply.code(status).send(refusal(error.message, "BAD_USER_INPUT"));
  log.error({ err: error }, "unexpected error");
  return reply
    .code(status)
    .send(refusal("Internal error: something went wrong on the server; see its log.", "INTERNAL_SERVER_ERROR"));
}
