import { once } from "node:events";
import { connect, type AddressInfo, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { buildModel } from "../../src/schema.js";
import { seededEngine, serve, type Service } from "../support/server.js";

const HOST = "host: localhost\r\n";
const JSON_TYPE = "content-type: application/json\r\n";
const WHOLE = `GET /health/live HTTP/1.1\r\n${HOST}\r\n`;

/** What a client sends, and then no more. */
const ENDLESS: Readonly<Record<string, string>> = {
  "a body with a length": `POST /graphql HTTP/1.1\r\n${HOST}${JSON_TYPE}content-length: 100\r\n\r\n{"query"`,
  "a chunked body": `POST /graphql HTTP/1.1\r\n${HOST}${JSON_TYPE}transfer-encoding: chunked\r\n\r\n5\r\n{"que\r\n`,
  "a body of a path that is not there": `POST /nothing HTTP/1.1\r\n${HOST}${JSON_TYPE}content-length: 100\r\n\r\n{`,
  "a body of another kind": `POST /graphql HTTP/1.1\r\n${HOST}content-type: text/xml\r\ncontent-length: 100\r\n\r\n<`,
  headers: `POST /graphql HTTP/1.1\r\n${HOST}x-more: `,
  "a body behind a whole request": `${WHOLE}POST /graphql HTTP/1.1\r\n${HOST}${JSON_TYPE}content-length: 100\r\n\r\n{`,
};

describe("a request that never ends", () => {
  const built = buildModel();
  let engine: Engine;
  let service: Service;

  beforeAll(async () => {
    engine = await seededEngine(built);
    service = await serve(built, engine, { requestTimeoutMs: 500 });
    await service.app.listen({ host: "127.0.0.1", port: 0 });
  });

  afterAll(async () => {
    await service.app.close();
    await engine.close();
  });

  function open(text: string): Socket {
    const { port } = service.app.server.address() as AddressInfo;
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined).resume();
    socket.write(text);
    return socket;
  }

  it.each(Object.keys(ENDLESS))("is closed: %s", async (name) => {
    const sockets = Array.from({ length: 20 }, () => open(ENDLESS[name] ?? ""));
    await Promise.all(sockets.map((socket) => once(socket, "close")));
    expect((await service.post({ query: "{ __typename }" })).status).toBe(200);
  });
});
