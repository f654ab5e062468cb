import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { PACKAGE_ROOT } from "../config.js";

/** The folder of the web pages, as the build leaves it. */
const PAGES = join(PACKAGE_ROOT, "dist", "explorer");

/** A page by its path: its file, and what it may load beside what came with it. */
interface Page {
  readonly file: string;
  readonly policy: string;
}

function policy(directives: Readonly<Record<string, string>>): string {
  const all = {
    "default-src": "'self'",
    "img-src": "'self' data: blob:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
    ...directives,
  };
  return Object.entries(all)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}

const ROUTES: Readonly<Record<string, Page>> = {
  "/": { file: "index.html", policy: policy({}) },
  // The playground's editor writes its own style sheets and brings its font inside one.
  "/graphql": {
    file: "graphql.html",
    policy: policy({ "style-src": "'self' 'unsafe-inline'", "font-src": "'self' data:", "worker-src": "'self' blob:" }),
  },
};

/** For what the build names after its content: it never changes. */
const FOR_GOOD = "public, max-age=31536000, immutable";

/** Serves the web pages: the explorer at `/`, the playground to browsers that open `/graphql`, their files under `/assets/`. */
export async function addPages(app: FastifyInstance): Promise<void> {
  if (!existsSync(PAGES)) return;
  await app.register(fastifyStatic, {
    root: PAGES,
    prefix: "/assets/",
    decorateReply: true,
    // A page is served at its own path alone, with its policy.
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      reply.setHeader("cache-control", /\.html(\.gz)?$/.test(path) ? "no-cache" : FOR_GOOD);
      reply.setHeader("x-content-type-options", "nosniff");
    },
  });
  app.addHook("onRequest", async (request, reply) => {
    const path = request.url.split("?")[0] ?? "";
    const page = ["GET", "HEAD"].includes(request.method) ? ROUTES[path] : undefined;
    if (!page || (path !== "/" && !/\btext\/html\b/.test(request.headers.accept ?? ""))) return;
    return reply
      .header("vary", "accept, accept-encoding")
      .header("content-security-policy", page.policy)
      .header("referrer-policy", "no-referrer")
      .header("cross-origin-opener-policy", "same-origin")
      .sendFile(page.file);
  });
}
