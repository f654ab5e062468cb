import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { PACKAGE_ROOT, type Access } from "../config.js";
import { varyBy } from "./cross-origin.js";

/** The folder of the web pages, as the build leaves it. */
const PAGES = join(PACKAGE_ROOT, "dist", "explorer");

type Directives = Readonly<Record<string, string>>;

/** A page by its path: its file, and what it may load beside what came with it. */
interface Page {
  readonly file: string;
  readonly policy: Directives;
}

function policy(directives: Directives): string {
  const all = {
    "default-src": "'self'",
    "img-src": "'self' data: blob:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    ...directives,
  };
  return Object.entries(all)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}

const ROUTES: Readonly<Record<string, Page>> = {
  "/": { file: "index.html", policy: {} },
  // The playground's editor writes its own style sheets and brings its font inside one.
  "/graphql": {
    file: "graphql.html",
    policy: { "style-src": "'self' 'unsafe-inline'", "font-src": "'self' data:", "worker-src": "'self' blob:" },
  },
};

const PAGE_FILES = new Map(Object.values(ROUTES).map((page) => [page.file, page]));

/** Who may frame the pages, as an older header says it; it has no lists. */
const FRAME_OPTIONS: Readonly<Record<string, string>> = { none: "DENY", self: "SAMEORIGIN" };

/** The words of the setting stand in quotes in a policy, origins do not. */
function frameSources(ancestors: Access["frameAncestors"]): string {
  return ancestors.map((each) => (each in FRAME_OPTIONS ? `'${each}'` : each)).join(" ");
}

/** For what the build names after its content: it never changes. */
const FOR_GOOD = "public, max-age=31536000, immutable";

const ASSETS = "/assets/";
const NOTHING: Directives = { "default-src": "'none'", "img-src": "'none'" };

/** Has every answer keep a policy; the page's where its file is served, and that of a worker's file, which it keeps to. */
function addPolicy(app: FastifyInstance, frames: Directives, frameOptions: string | undefined): void {
  app.addHook("onRequest", ({ url }, reply, done) => {
    const path = url.split("?")[0] ?? "";
    const own = path.startsWith(ASSETS) ? PAGE_FILES.get(basename(path).replace(/\.(br|gz)$/, ""))?.policy : NOTHING;
    void reply
      .header("content-security-policy", policy({ ...own, ...frames }))
      .header("referrer-policy", "no-referrer")
      .header("cross-origin-opener-policy", "same-origin")
      .header("x-content-type-options", "nosniff");
    if (frameOptions) void reply.header("x-frame-options", frameOptions);
    done();
  });
}

/** Serves the web pages: the explorer at `/`, the playground to browsers that open `/graphql`, their files under `/assets/`. */
export async function addPages(app: FastifyInstance, frameAncestors: Access["frameAncestors"]): Promise<void> {
  const frames = { "frame-ancestors": frameSources(frameAncestors) };
  addPolicy(app, frames, FRAME_OPTIONS[String(frameAncestors)]);
  if (!existsSync(PAGES)) return;
  await app.register(fastifyStatic, {
    root: PAGES,
    prefix: ASSETS,
    decorateReply: true,
    // A page is served at its own path alone, with its policy.
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      reply.setHeader("cache-control", /\.html(\.(br|gz))?$/.test(path) ? "no-cache" : FOR_GOOD);
    },
  });
  app.addHook("onRequest", async (request, reply) => {
    const path = request.url.split("?")[0] ?? "";
    const page = ["GET", "HEAD"].includes(request.method) ? ROUTES[path] : undefined;
    if (!page || (path !== "/" && !/\btext\/html\b/.test(request.headers.accept ?? ""))) return;
    varyBy(reply, "accept");
    return reply.header("content-security-policy", policy({ ...page.policy, ...frames })).sendFile(page.file);
  });
}
