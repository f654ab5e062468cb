import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { Engine } from "../engine/engine.js";
import { LiantuError, NotFound } from "../errors.js";
import { importsOf } from "../queries/service/imports.js";
import { Layouts } from "../graph/layout/layouts.js";
import { SizesCache } from "../graph/sizes.js";
import { addCompression } from "./compression.js";
import { Answers } from "./answers.js";
import { contextOf, type AppParts, type Shared } from "./context.js";
import { addCrossOrigin, varyBy } from "./cross-origin.js";
import { answerError, errorFormatter, logCause } from "./errors.js";
import { compilingPlugin, costPlugin, type ServerContext } from "./execution.js";
import { addExports } from "./export/index.js";
import { addPages } from "./pages.js";
import { hostCheck, pathOf } from "./hosts.js";
import { checkRequest, readBody } from "./request.js";

declare module "fastify" {
  interface FastifyRequest {
    /** What the parts of a request's answer share; made before its body is read, so that refused ones are logged too. */
    shared: ServerContext;
  }
}

/** Most tokens of a document; parsing stops there. */
const MAX_TOKENS = 20_000;

/** How long a start waits for the sizes of the graph, in milliseconds; estimates do without them until they are read. */
const SIZES_MS = 1_000;
/** How often connections are looked at that may be too slow, in milliseconds. */
const CHECKING_MS = 1000;
/** How long the database may take to show that it is there, in milliseconds. */
const READY_MS = 2000;

/** Builds the application without listening. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const { engine, limits, log, access } = parts;
  const refuse = (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
    answerError(error, reply, limits, log);
  };
  const app = Fastify({
    bodyLimit: limits.maxBodyBytes,
    forceCloseConnections: "idle",
    requestTimeout: limits.requestTimeoutMs,
    // Node takes the lesser of the two for headers, whichever it is.
    http: { headersTimeout: limits.requestTimeoutMs, connectionsCheckingInterval: CHECKING_MS },
    rewriteUrl: pathOf,
    frameworkErrors: refuse,
  });
  endSilent(app);
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request: FastifyRequest, body: string) =>
    Promise.resolve(body).then(readBody),
  );
  app.setErrorHandler(refuse);
  app.setNotFoundHandler(({ method, url }) => {
    throw new NotFound(
      `${method} ${url}: expected GET or POST /graphql, GET /export/graphml, /export/gexf or /export/csv, GET /health/live or GET /health/ready but got something else; post queries to /graphql.`,
    );
  });
  const misdirected = hostCheck(access);
  app.addHook("onRequest", (request, _reply, done) => {
    done(misdirected(request));
  });
  const answers = new Answers(limits);
  // Before they are compressed: until then a text is held whole.
  app.addHook("onSend", (_request, reply, payload, done) => {
    const held = typeof payload === "string" || Buffer.isBuffer(payload) ? Buffer.byteLength(payload) : 0;
    const refusal = answers.hold(reply, held);
    if (refusal) done(refusal);
    else done(null, payload);
  });
  await addCrossOrigin(app, access.origins);
  await addCompression(app);
  addHealth(app, engine, log);
  await addPages(app, access.frameAncestors);
  const shared: Shared = { ...parts, layouts: new Layouts() };
  app.addHook("onClose", () => shared.layouts.close());
  await app.register((scope) => addGraphQL(scope, shared));
  await app.register((scope, _options, done) => {
    addExports(scope, shared, answers);
    done();
  });
  return app;
}

/**
 * Ends connections that have sent nothing when the service stops. Browsers open them ahead, and Node holds one that was never
 * used for busy until its headers are overdue.
 */
function endSilent(app: FastifyInstance): void {
  const open = new Set<Socket>();
  app.server.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  app.addHook("preClose", (done) => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    done();
  });
}

async function addGraphQL(app: FastifyInstance, parts: Shared): Promise<void> {
  const { built, limits, log } = parts;
  const formatError = errorFormatter(log);
  const sizes = new SizesCache(parts.engine, built.model);
  const apollo = new ApolloServer<ServerContext>({
    schema: built.schema,
    introspection: true,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    logger: log,
    formatError,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      costPlugin(built, limits, sizes),
      compilingPlugin(built.schema, formatError),
    ],
  });
  await apollo.start();
  app.addHook("onClose", () => sizes.stop());
  app.addHook("onReady", () => Promise.race([sizes.refresh(), sleep(SIZES_MS, undefined, { ref: false })]));
  app.addHook("onClose", () => apollo.stop());
  app.addHook("onRequest", (request, reply, done) => {
    request.shared = contextOf(parts, request, reply, limits.maxStatements);
    done();
  });
  const answer = fastifyApolloHandler(apollo, { context: ({ shared }) => Promise.resolve(shared) });
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    handler: async (request, reply) => {
      // Browsers that accept HTML get the playground here.
      varyBy(reply, "accept");
      const asked = request.method === "HEAD" ? asGet(request) : request;
      checkRequest(asked);
      const body: unknown = await answer.call(app, asked, reply);
      // GraphQL over HTTP, section 6.4.1: as application/json, whatever became of a well-formed request is answered with 200.
      if (reply.statusCode === 400 && /^application\/json/.test(String(reply.getHeader("content-type"))))
        reply.code(200);
      return body;
    },
  });
}

/** A HEAD is answered with the headers of the GET: Fastify leaves the body out. */
function asGet(request: FastifyRequest): FastifyRequest {
  return Object.create(request, { method: { value: "GET" } }) as FastifyRequest;
}

function addHealth(app: FastifyInstance, engine: Engine, log: Logger): void {
  app.get("/health/live", () => ({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    try {
      const imports = await importsOf((statement) => engine.read(statement, { timeoutMs: READY_MS }));
      return { status: "ready", imports };
    } catch (error) {
      if (error instanceof LiantuError) logCause(log, error);
      const reason = error instanceof LiantuError ? error.message : "Database: it answered with an error.";
      return reply.code(503).send({ status: "unavailable", reason });
    }
  });
}
