import cors from "@fastify/cors";
import type { FastifyInstance, FastifyReply } from "fastify";

/** What a page of another origin may read of an answer beside its body and type. */
const EXPOSED = ["Content-Disposition", "Content-Encoding", "ETag", "Retry-After"];
/** How long a browser may keep what it was told before it sent a request, in seconds; Chromium keeps nothing longer. */
const PREFLIGHT_SECONDS = 7200;

/** Adds to the headers of a request that an answer depends on. */
export function varyBy(reply: FastifyReply, ...names: readonly string[]): void {
  const known = String(reply.getHeader("vary") ?? "")
    .split(/,\s*/)
    .filter((name) => name !== "");
  void reply.header("vary", [...new Set([...known, ...names])].join(", "));
}

/**
 * Lets pages of other origins read answers, errors among them (https://fetch.spec.whatwg.org/#http-cors-protocol). Credentials
 * are not allowed: the service has none, and what stands before it may.
 */
export async function addCrossOrigin(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: [...origins],
    methods: ["GET", "HEAD", "POST"],
    exposedHeaders: EXPOSED,
    maxAge: PREFLIGHT_SECONDS,
  });
}
