import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.js";
import { IN_MEMORY, openEmbedded } from "../../src/engine/embedded.js";
import type { Engine } from "../../src/engine/engine.js";
import { buildModel } from "../../src/schema.js";
import { serve, type Answer, type Service } from "../support/server.js";

const built = buildModel();

/** The name that a request gives, as it is sent, and whether a service knows it by default and with names of its own. */
const NAMES: readonly (readonly [host: string | undefined, loopback: boolean, named: boolean])[] = [
  ["localhost", true, false],
  ["LocalHost:4000", true, false],
  ["localhost.", true, false],
  ["graph.localhost:1", true, false],
  ["127.0.0.1", true, false],
  ["127.8.9.1:4000", true, false],
  ["[::1]", true, false],
  ["[::1]:4000", true, false],
  ["[0:0:0:0:0:0:0:1]:4000", true, false],
  ["graph.example", false, true],
  ["GRAPH.example.:443", false, true],
  ["[2001:db8::1]:80", false, true],
  ["[2001:DB8:0::1]", false, true],
  ["attacker.example", false, false],
  ["localhost.attacker.example", false, false],
  ["notlocalhost", false, false],
  ["127.0.0.1.attacker.example", false, false],
  ["graph.example.attacker.example", false, false],
  ["localhost@attacker.example", false, false],
  ["192.0.2.1", false, false],
  ["128.0.0.1", false, false],
  ["[::2]", false, false],
  ["localhost:4000:80", false, false],
  ["localhost, attacker.example", false, false],
  ["", false, false],
  [undefined, false, false],
];

describe("the host that a request names", () => {
  let engine: Engine;
  const services: Record<string, Service> = {};

  beforeAll(async () => {
    engine = openEmbedded(IN_MEMORY);
    services["loopback"] = await serve(built, engine);
    services["named"] = await serve(
      built,
      engine,
      {},
      readConfig({ LIANTU_HOSTS: "graph.example,[2001:db8::1]" }).access,
    );
    services["open"] = await serve(built, engine, {}, readConfig({ HOST: "0.0.0.0" }).access);
    services["any"] = await serve(built, engine, {}, readConfig({ LIANTU_HOSTS: "*" }).access);
    for (const { app } of Object.values(services)) await app.listen({ host: "127.0.0.1", port: 0 });
  });

  afterAll(async () => {
    for (const { app } of Object.values(services)) await app.close();
    await engine.close();
  });

  /** Sends a request head as it is. */
  async function asked(service: string, head: string): Promise<string> {
    const { port } = services[service]?.app.server.address() as AddressInfo;
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    socket.end(`${head}\r\nconnection: close\r\n\r\n`);
    return text(socket);
  }

  const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
  const headOf = (host: string | undefined, path = "/health/live"): string =>
    `GET ${path} HTTP/1.0${host === undefined ? "" : `\r\nhost: ${host}`}`;

  it.each(NAMES)("%j is one of this machine: %s, one that was named: %s", async (host, loopback, named) => {
    expect(statusOf(await asked("loopback", headOf(host)))).toBe(loopback ? 200 : 421);
    expect(statusOf(await asked("named", headOf(host)))).toBe(named ? 200 : 421);
    for (const service of ["open", "any"]) expect(statusOf(await asked(service, headOf(host)))).toBe(200);
  });

  it.each(["/", "/graphql", "/export/csv", "/health/ready", "/assets/index.html", "/nothing"])(
    "is checked under %s, and told in the form of every error",
    async (path) => {
      const answer = await asked("loopback", headOf("attacker.example", path));
      expect(statusOf(answer)).toBe(421);
      const { errors } = JSON.parse(answer.slice(answer.indexOf("\r\n\r\n"))) as Answer;
      expect(errors).toEqual([
        {
          message: expect.stringMatching(
            /^Request\(host\): expected .* but got "attacker.example"; .*LIANTU_HOSTS\.$/,
          ) as string,
          extensions: { code: "MISDIRECTED_REQUEST" },
        },
      ]);
    },
  );

  it("is that of a whole URL in the request line, whatever the header says", async () => {
    const wholeUrl = (host: string, header: string): string =>
      `GET http://${host}/health/live HTTP/1.1\r\nhost: ${header}`;
    expect(statusOf(await asked("loopback", wholeUrl("localhost:4000", "attacker.example")))).toBe(200);
    expect(statusOf(await asked("loopback", wholeUrl("attacker.example", "localhost")))).toBe(421);
  });

  it("is none where there are two", async () => {
    expect(statusOf(await asked("loopback", `${headOf("localhost")}\r\nhost: localhost`))).toBe(421);
  });
});

describe("LIANTU_HOSTS", () => {
  it.each(["graph.example:80", "http://graph.example", "a/b", "user@graph.example", "[zz]"])("refuses %s", (given) => {
    expect(() => readConfig({ LIANTU_HOSTS: given })).toThrow(/LIANTU_HOSTS: expected names or addresses of hosts/);
  });
});
