import { Readable, type Transform } from "node:stream";
import zlib from "node:zlib";
import compress from "@fastify/compress";
import type { FastifyInstance } from "fastify";
import { varyBy } from "./cross-origin.js";

const { constants } = zlib;
/** Node 22.15 and newer have it. */
const { createZstdCompress } = zlib as { createZstdCompress?: (options: { readonly flush: number }) => Transform };
const ZSTD_FLUSH = 1;

/** The codings of answers; of those that a client likes equally the first is taken. */
const ENCODINGS = ["br", ...(createZstdCompress ? (["zstd"] as const) : []), "gzip"] as const;
/** Shorter answers, in bytes, fit into one packet as they are. */
const LEAST = 1024;
/** Longer answers, in bytes, are compressed beside the thread of the requests; for these handing over takes longer. */
const MOST_AT_ONCE = 8192;

/** Whatever is written is sent, so that a reader sees an export grow. */
const streams = {
  createGzip: () => zlib.createGzip({ flush: constants.Z_SYNC_FLUSH }),
  createBrotliCompress: (options?: zlib.BrotliOptions) =>
    zlib.createBrotliCompress({ ...options, flush: constants.BROTLI_OPERATION_FLUSH }),
  ...(createZstdCompress && { createZstdCompress: () => createZstdCompress({ flush: ZSTD_FLUSH }) }),
};

/** How much a client likes each coding, as its header says: 0 for what it refuses. */
function weightsOf(header: string): (coding: string) => number | undefined {
  const stated = header
    .toLowerCase()
    .split(",")
    .map((entry): [string, number] => {
      const [name = "", weight = "1"] = entry.replace(/\s/g, "").split(";q=");
      return [name, Number(weight)];
    });
  const weights = new Map(stated);
  return (coding) => weights.get(coding) ?? weights.get("*");
}

/** Compresses what is computed as the client accepts it (RFC 9110, section 12.5.3). */
export async function addCompression(app: FastifyInstance): Promise<void> {
  app.addHook("onRequest", (request, reply, done) => {
    varyBy(reply, "accept-encoding");
    const accepted = request.headers["accept-encoding"] ?? "";
    const weight = weightsOf(accepted);
    if (weight("identity") !== 0 || ENCODINGS.some((coding) => (weight(coding) ?? 0) > 0)) done();
    else {
      const message = `Request(accept-encoding): expected one of ${ENCODINGS.join(", ")}, identity to be accepted but got ${JSON.stringify(accepted.slice(0, 200))}; accept one.`;
      done(Object.assign(new Error(message), { statusCode: 406 }));
    }
  });
  // A stream is compressed however short it is.
  app.addHook("onSend", (request, _reply, payload, done) => {
    const refused = weightsOf(request.headers["accept-encoding"] ?? "")("identity") === 0;
    done(null, refused && typeof payload === "string" ? Readable.from([Buffer.from(payload)]) : payload);
  });
  await app.register(compress, {
    encodings: [...ENCODINGS, "identity"],
    threshold: LEAST,
    syncThreshold: MOST_AT_ONCE,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
    zlib: { ...zlib, ...streams },
    globalDecompression: false,
  });
}
