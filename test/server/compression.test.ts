import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import zlib from "node:zlib";
import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servedSeed } from "../support/server.js";

const served = servedSeed();
const INTROSPECTION = { method: "POST", url: "/graphql", payload: { query: getIntrospectionQuery() } } as const;
const SMALL = { method: "POST", url: "/graphql", payload: { query: "{ __typename }" } } as const;
const FULL = {
  method: "POST",
  url: "/graphql",
  payload: { query: "{ companies { nodes { id name nameEn citations { article paragraph } } } }" },
} as const;
const GEXF = { url: "/export/gexf" } as const;
const { zstdDecompressSync } = zlib as { zstdDecompressSync?: (bytes: Buffer) => Buffer };

const DECODE: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  identity: (bytes) => bytes,
  gzip: (bytes) => zlib.gunzipSync(bytes),
  br: (bytes) => zlib.brotliDecompressSync(bytes),
  ...(zstdDecompressSync && { zstd: zstdDecompressSync }),
};

type Asked = typeof INTROSPECTION | typeof SMALL | typeof FULL | typeof GEXF | { readonly url: string };

async function asked(request: Asked, accepted?: string) {
  const headers = accepted === undefined ? {} : { "accept-encoding": accepted };
  const { statusCode, headers: answered, rawPayload } = await served.service.app.inject({ ...request, headers });
  const coding = answered["content-encoding"] ?? "identity";
  return { statusCode, headers: answered, coding, bytes: rawPayload, content: DECODE[coding]?.(rawPayload).toString() };
}

/** What clients accept, and the coding that they are to get. */
const ACCEPTED: readonly (readonly [string | undefined, string])[] = [
  [undefined, "identity"],
  ["", "identity"],
  ["identity", "identity"],
  ["deflate, compress", "identity"],
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["GZIP", "gzip"],
  ["br", "br"],
  ["gzip, deflate, br", "br"],
  ["gzip, deflate, br, zstd", "br"],
  ["*", "gzip"],
  ["gzip;q=1.0, br;q=0.1", "gzip"],
  ["gzip;q=0.2,br;q=0.9", "br"],
  ["gzip;q=0, br;q=0", "identity"],
  ["gzip;q=0", "identity"],
  ["br;q=0, gzip", "gzip"],
  ["identity;q=1, gzip;q=0.5", "identity"],
  ["identity;q=0, gzip", "gzip"],
  ["gzip, *;q=0", "gzip"],
  ...(zstdDecompressSync
    ? ([
        ["zstd", "zstd"],
        ["gzip;q=0.5, zstd", "zstd"],
      ] as const)
    : []),
];

describe.each([
  ["the whole schema", INTROSPECTION],
  ["an answer of some kilobytes", FULL],
  ["an export", GEXF],
] as const)("%s", (_name, request) => {
  it.each(ACCEPTED)("for a client that accepts %j comes as %s, the same content", async (accepted, coding) => {
    const plain = await asked(request);
    const answer = await asked(request, accepted);
    expect([answer.statusCode, answer.coding]).toEqual([200, coding]);
    expect(plain.bytes.length).toBeGreaterThan(1024);
    expect(answer.content).toBe(plain.content);
    expect(answer.headers["vary"]).toMatch(/\baccept-encoding\b/);
    expect(answer.headers["content-type"]).toBe(plain.headers["content-type"]);
    const length = answer.headers["content-length"];
    if (length !== undefined) expect(Number(length)).toBe(answer.bytes.length);
    if (coding !== "identity") expect(answer.bytes.length).toBeLessThan(plain.bytes.length / 2);
  });
});

describe("an answer that fits into a packet", () => {
  it("is sent as it is, and says what it depends on", async () => {
    const { coding, headers, content } = await asked(SMALL, "gzip, br");
    expect([coding, content]).toEqual(["identity", '{"data":{"__typename":"Query"}}\n']);
    expect(headers["vary"]).toMatch(/accept, |, accept$/);
    expect(Number(headers["content-length"])).toBe(content?.length);
  });

  it.each([
    ["gzip, identity;q=0", "gzip"],
    ["br;q=0.5, *;q=0", "br"],
  ])("is compressed where %j refuses it as it is", async (accepted, expected) => {
    const { coding, content } = await asked(SMALL, accepted);
    expect([coding, content]).toEqual([expected, '{"data":{"__typename":"Query"}}\n']);
  });

  it.each(["identity;q=0", "*;q=0", "compress, identity;q=0.0"])(
    "is refused where %j accepts nothing",
    async (accepted) => {
      const { statusCode, content } = await asked(SMALL, accepted);
      expect(statusCode).toBe(406);
      expect(content).toContain("Request(accept-encoding): expected one of ");
    },
  );
});

describe("an archive", () => {
  it("is not compressed again", async () => {
    const { coding, headers, bytes } = await asked({ url: "/export/csv" }, "gzip, br");
    expect(coding).toBe("identity");
    expect(headers).toMatchObject({ "content-type": "application/zip" });
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
  });
});

describe("a compressed request", () => {
  it("is not unpacked: a small one could hold more than may be sent", async () => {
    const { statusCode } = await served.service.app.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", "content-encoding": "gzip" },
      payload: zlib.gzipSync(JSON.stringify({ query: "{ __typename }" })),
    });
    expect(statusCode).toBe(400);
  });
});

describe("an export that is compressed", () => {
  let origin: string;

  beforeAll(async () => {
    origin = await served.service.app.listen({ port: 0 });
  });
  afterAll(() => {
    served.service.app.server.closeAllConnections();
  });

  it.each([
    ["gzip", zlib.createGunzip],
    ["br", zlib.createBrotliDecompress],
  ])("as %s shows what is written while the rest is not read yet", async (coding, decoder) => {
    const { engine } = served;
    const read = engine.read.bind(engine);
    let open = (): void => undefined;
    let reads = 0;
    const gate = new Promise<void>((done) => {
      open = done;
    });
    // The first statement tells what is there; the next ones wait.
    engine.read = async (...asked) => {
      reads += 1;
      if (reads > 1) await gate;
      return read(...asked);
    };
    const request = get(`${origin}/export/gexf`, { agent: false, headers: { "accept-encoding": coding } });
    const [response] = (await once(request, "response")) as [IncomingMessage];
    const stream = response.pipe(decoder());
    const [begun] = (await once(stream, "data")) as [Buffer];
    expect(begun.toString()).toContain("<nodes>");
    open();
    let rest = "";
    for await (const piece of stream as AsyncIterable<Buffer>) rest += piece.toString();
    engine.read = read;
    expect(rest.trimEnd().endsWith("</gexf>")).toBe(true);
  });
});
