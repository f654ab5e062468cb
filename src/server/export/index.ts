import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { NotFound, Overloaded } from "../../errors.js";
import { RETRY_AFTER, type Answers } from "../answers.js";
import { contextOf, type Shared } from "../context.js";
import { contentOf } from "./content.js";
import { FORMATS, type Format } from "./formats.js";
import { readAsked } from "./parameters.js";

type Body = AsyncGenerator<string | Uint8Array>;

/** `/export/…`: the graph, or a part of it, as a file; written while it is read. */
export function addExports(app: FastifyInstance, parts: Shared, answers: Answers): void {
  // Each reads page after page for as long as it lasts, and the others have to be answered too.
  const { maxExports, exportTimeoutMs } = parts.limits;
  let running = 0;
  app.addHook("onRequest", (request, reply, done) => {
    request.shared = contextOf(parts, request, reply);
    done();
  });
  const method = ["GET", "POST"];
  app.route<{ Params: { name: string } }>({ method, url: "/export/:name", handler });

  async function handler(request: FastifyRequest<{ Params: { name: string } }>, reply: FastifyReply) {
    const { name } = request.params;
    const context = request.shared;
    const isPosted = request.method === "POST";
    const where = `${isPosted ? "POST" : "GET"} /export/${name}`;
    const format = formatOf(name);
    context.report.operation = `export ${name}`;
    const asked = readAsked(where, isPosted ? request.body : request.query, context.graph.model);
    if (running === maxExports)
      throw new Overloaded(
        `${where}: expected at most ${maxExports} exports at once but as many run; ask again in ${RETRY_AFTER} seconds.`,
        RETRY_AFTER,
      );
    running += 1;
    const end = setTimeout(() => reply.raw.destroy(), exportTimeoutMs);
    reply.raw.once("close", () => {
      clearTimeout(end);
      running -= 1;
    });
    const body = logged(format.write(await contentOf(context, asked, where)), request, parts);
    const first = await body.next();
    return send(format, request.method === "HEAD" ? ended(body) : answers.pace(reply, begun(first, body)), reply);
  }
}

function formatOf(name: string): Format {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format) return format;
  const names = Object.keys(FORMATS).join(", ");
  throw new NotFound(
    `GET /export/${name}: expected one of ${names} but got ${JSON.stringify(name)}; name one of them.`,
  );
}

function send({ contentType, file }: Format, body: Body, reply: FastifyReply): FastifyReply {
  return reply
    .header("content-type", contentType)
    .header("content-disposition", `attachment; filename="${file}"`)
    .send(Readable.from(body));
}

/** A body whose first piece was waited for, so that what fails at once is still answered with an error. */
async function* begun(first: IteratorResult<string | Uint8Array>, body: Body): Body {
  try {
    if (!first.done) yield first.value;
    yield* body;
  } finally {
    await body.return(undefined);
  }
}

/** What a HEAD needs of a body: that it began. */
async function* ended(body: Body): Body {
  await body.return(undefined);
}

/** What breaks a file off is logged; the connection ends with it, so that half a file is never taken for a whole one. */
async function* logged(body: Body, request: FastifyRequest, { log }: Shared): Body {
  try {
    yield* body;
  } catch (error) {
    if (!request.shared.graph.signal?.aborted) log.error({ err: error, requestId: request.id }, "export broken off");
    throw error;
  }
}
