import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import { Readable } from "node:stream";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Answers } from "../../src/server/answers.js";

const MINUTE = { timeout: 60_000 };
const PIECE = Buffer.alloc(65_536, "a");
const LARGE = 8_000_000;

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield await Promise.resolve(PIECE);
}

describe("an answer", () => {
  const answers = new Answers({ maxUnreadBytes: 2.5 * LARGE, minReadRate: 1_000_000 });
  let app: FastifyInstance;

  beforeAll(async () => {
    app = Fastify();
    app.addHook("onSend", (_request, reply, payload, done) => {
      const refusal = answers.hold(reply, typeof payload === "string" ? payload.length : 0);
      if (refusal) done(refusal);
      else done(null, payload);
    });
    app.get("/stream", (_request, reply) => reply.send(Readable.from(answers.pace(reply, endless()))));
    app.get("/large", () => "a".repeat(LARGE));
    app.get("/small", () => "a");
    await app.listen({ host: "127.0.0.1", port: 0 });
  });

  afterAll(() => app.close());

  function ask(path: string): Socket {
    const { port } = app.server.address() as AddressInfo;
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
    return socket;
  }

  const connections = (): Promise<number> =>
    new Promise((resolve) => {
      app.server.getConnections((_error, count) => {
        resolve(count);
      });
    });

  it.each([
    ["nothing", 0],
    ["a little at a time", 2000],
  ])("that streams is cut when its client reads %s", MINUTE, async (_what, bytes) => {
    const socket = ask("/stream");
    socket.pause();
    const timer = setInterval(() => {
      if (bytes > 0) socket.read(bytes);
    }, 100);
    await vi.waitFor(async () => {
      expect(await connections()).toBe(1);
    });
    await vi.waitFor(async () => {
      expect(await connections()).toBe(0);
    }, 40_000);
    clearInterval(timer);
    socket.destroy();
  });

  it("that streams goes on while its client reads", MINUTE, async () => {
    const socket = ask("/stream");
    socket.resume();
    await new Promise((resolve) => setTimeout(resolve, 12_000));
    expect(await connections()).toBe(1);
    socket.destroy();
    await once(socket, "close");
  });

  it(
    "that is large is refused while too much is unread, small ones are not, and room is made again",
    MINUTE,
    async () => {
      const status = async (path: string): Promise<number> => (await app.inject(path)).statusCode;
      const idle = [ask("/large"), ask("/large")];
      for (const socket of idle) socket.pause();
      await vi.waitFor(async () => {
        expect(await status("/large")).toBe(500);
      });
      expect(await status("/small")).toBe(200);
      await vi.waitFor(async () => {
        expect(await connections()).toBe(0);
      }, 40_000);
      expect(await status("/large")).toBe(200);
      for (const socket of idle) socket.destroy();
    },
  );
});
