import { existsSync } from "node:fs";
import { join } from "node:path";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { PACKAGE_ROOT } from "../config.js";
import type { Engine } from "../engine/engine.js";
import { Layouts } from "../graph/layout/layouts.js";
import { contextOf, type AppParts, type Shared } from "./context.js";
import { answerError, errorFormatter } from "./errors.js";
import { compilingPlugin, costPlugin, type ServerContext } from "./execution.js";
import { addExports } from "./export/index.js";
import { checkRequest } from "./request.js";

declare module "fastify" {
  interface FastifyRequest {
    /** What the parts of a request's answer share; made before its body is read, so that refused ones are logged too. */
    shared: ServerContext;
  }
}

/** Most tokens of a document; parsing stops there. */
const MAX_TOKENS = 20_000;

/** The folder of the web pages, as the build leaves it. */
const PAGES = join(PACKAGE_ROOT, "dist", "explorer");

/** Builds the application without listening. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const { engine, limits, log } = parts;
  const refuse = (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
    answerError(error, reply, limits, log);
  };
  const app = Fastify({
    bodyLimit: limits.maxBodyBytes,
    forceCloseConnections: "idle",
    frameworkErrors: refuse,
  });
  app.removeContentTypeParser("text/plain");
  app.setErrorHandler(refuse);
  app.setNotFoundHandler(({ method, url }, reply) =>
    reply.code(404).send({
      errors: [
        {
          message: `${method} ${url}: expected GET or POST /graphql, GET /export/graphml, /export/gexf or /export/csv, GET /health/live or GET /health/ready but got something else; post queries to /graphql.`,
          extensions: { code: "NOT_FOUND" },
        },
      ],
    }),
  );
  addHealth(app, engine);
  await addPages(app);
  const shared: Shared = { ...parts, layouts: new Layouts() };
  app.addHook("onClose", () => shared.layouts.close());
  await app.register((scope) => addGraphQL(scope, shared));
  await app.register((scope, _options, done) => {
    addExports(scope, shared);
    done();
  });
  return app;
}

async function addGraphQL(app: FastifyInstance, parts: Shared): Promise<void> {
  const { built, limits, log } = parts;
  const formatError = errorFormatter(log);
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
      costPlugin(built.schema, limits),
      compilingPlugin(built.schema, formatError),
    ],
  });
  await apollo.start();
  app.addHook("onClose", () => apollo.stop());
  app.addHook("onRequest", (request, reply, done) => {
    request.shared = contextOf(parts, request, reply);
    done();
  });
  const answer = fastifyApolloHandler(apollo, { context: ({ shared }) => Promise.resolve(shared) });
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    handler: async (request, reply) => {
      checkRequest(request);
      const body: unknown = await answer.call(app, request, reply);
      // GraphQL over HTTP, section 6.4.1: as application/json, whatever became of a well-formed request is answered with 200.
      if (reply.statusCode === 400 && /^application\/json/.test(String(reply.getHeader("content-type"))))
        reply.code(200);
      return body;
    },
  });
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
