import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { request, type IncomingMessage } from "node:http";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { describeEnvironment } from "../../src/config.js";
import { startService, type Running } from "../support/process.js";
import { servedSeed } from "../support/server.js";

const MINUTE = { timeout: 60_000 };
/** What a service says when it listens. */
const LISTENS = /playground {2}(http:\/\/\S+)\/graphql/;

describe("the log", () => {
  const served = servedSeed();

  it("has one line for each request, with operation, time, statements and cost", async () => {
    const query =
      "query Some($n: Int) { zones(first: $n) { totalCount nodes { projects(first: 2) { nodes { name } } } } }";
    const { line } = await served.service.post({ query, variables: { n: 3 } });
    expect(line).toMatchObject({ msg: "request", operation: "Some", status: 200, statements: 3, cost: 3 * (1 + 2) });
    expect(line["milliseconds"]).toBeGreaterThan(0);
    expect(served.service.log.filter(({ requestId }) => requestId === line["requestId"])).toHaveLength(1);
  });

  it("names no operation and no cost where there are none", async () => {
    expect((await served.service.post("{")).line).toMatchObject({
      operation: null,
      status: 400,
      statements: 0,
      cost: null,
    });
  });
});

describe("settings", () => {
  it("that are wrong are all listed, and nothing is started", MINUTE, async () => {
    const service = startService({
      PORT: "high",
      NEO4J_URI: "http://127.0.0.1",
      LOG_LEVEL: "loud",
      LIANTU_MAX_DEPTH: "0",
      LIANTU_MAX_COST: "1.5",
    });
    expect(await service.exit).toBe(1);
    expect(service.said.stdout).toBe("");
    expect(service.said.stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^Configuration: expected .* but 5 are not; correct or unset .*--help lists all/),
      '  PORT: expected a whole number but got "high"',
      expect.stringMatching(/^ {2}NEO4J_URI: expected neo4j:\/\/.* but got "http:\/\/127.0.0.1"$/),
      expect.stringMatching(/^ {2}LOG_LEVEL: expected one of fatal, .* but got "loud"$/),
      '  LIANTU_MAX_DEPTH: expected at least 1 but got "0"',
      '  LIANTU_MAX_COST: expected a whole number but got "1.5"',
    ]);
  });

  it("that contradict each other are refused", MINUTE, async () => {
    const service = startService({ LIANTU_PAGE_SIZE: "30", LIANTU_MAX_PAGE_SIZE: "20" });
    expect(await service.exit).toBe(1);
    expect(service.said.stderr).toBe(
      "Configuration: expected LIANTU_PAGE_SIZE to be at most LIANTU_MAX_PAGE_SIZE (20) but got 30; lower it.\n",
    );
  });

  it("are no arguments", MINUTE, async () => {
    const service = startService({}, ["--port", "5000"]);
    expect(await service.exit).toBe(1);
    expect(service.said.stderr).toBe(
      "npm start: expected no arguments but got --port 5000; settings are environment variables, which npm start -- --help lists.\n",
    );
  });

  it("are all explained by --help", MINUTE, async () => {
    const service = startService({}, ["--help"]);
    expect(await service.exit).toBe(0);
    expect(service.said.stdout).toContain(describeEnvironment());
    for (const name of ["HOST", "PORT", "NEO4J_URI", "LIANTU_DATA", "LOG_LEVEL", "LIANTU_MAX_COST"])
      expect(service.said.stdout).toContain(`  ${name} `);
  });
});

describe("the service over a folder of its own", () => {
  let data: string;
  let services: Running[];

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), "liantu-test-data-"));
    services = [];
  });

  afterEach(async () => {
    for (const { child, exit } of services) {
      child.kill("SIGKILL");
      await exit;
    }
    await rm(data, { recursive: true, force: true });
  });

  function start(settings: Readonly<Record<string, string>> = {}): Running {
    const service = startService({ LIANTU_DATA: data, PORT: "0", ...settings });
    services.push(service);
    return service;
  }

  async function zonesOf(origin: string): Promise<unknown> {
    const answer = await fetch(`${origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ zones { totalCount } }" }),
    });
    return answer.json();
  }

  it("imports the seed once, says what it holds, and serves it again at once", MINUTE, async () => {
    const first = start();
    const [, origin = ""] = await first.until(LISTENS);
    expect(first.said.stdout).toMatch(/^First start: importing the seed/);
    expect(first.said.stdout).toMatch(
      / {2}holds {7}\d+ regions, 10 zones, .* 1 fund, .* \d+ sources\n {14}\d+ relationships\n/,
    );
    expect(first.said.stdout).toContain("NEO4J_URI=neo4j://host:7687");
    expect(await zonesOf(origin)).toEqual({ data: { zones: { totalCount: 10 } } });
    expect(await (await fetch(`${origin}/health/live`)).json()).toEqual({ status: "live" });
    expect(await (await fetch(`${origin}/health/ready`)).json()).toMatchObject({ status: "ready" });
    // The engine's log stands beside its file until it is closed.
    expect(await readdir(join(data, "embedded"))).toEqual(["graph", "graph.wal"]);
    first.child.kill("SIGTERM");
    expect(await first.exit).toBe(0);
    expect(await readdir(join(data, "embedded"))).toEqual(["graph"]);

    const second = start();
    await second.until(LISTENS);
    expect(second.said.stdout).not.toContain("importing");
    expect(second.said.stdout.replace(/http.*/g, "")).toBe(
      first.said.stdout.replace(/http.*/g, "").replace(/^First start.*\n/, ""),
    );
  });

  it("finishes what runs before it ends", MINUTE, async () => {
    const service = start();
    const [, origin = ""] = await service.until(LISTENS);
    const body = JSON.stringify({ query: "{ zones { totalCount } }" });
    const running = request(`${origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "content-length": body.length, expect: "100-continue" },
    });
    running.flushHeaders();
    await once(running, "continue");
    running.write(body.slice(0, 10));
    service.child.kill("SIGTERM");
    await service.until(/"msg":"stopping"/);
    await vi.waitFor(async () => {
      await expect(fetch(`${origin}/health/live`)).rejects.toThrow();
    });
    running.end(body.slice(10));
    const [response] = (await once(running, "response")) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    expect(JSON.parse(await text(response))).toEqual({ data: { zones: { totalCount: 10 } } });
    expect(await service.exit).toBe(0);
  });

  it("ends although a connection is open that asked nothing, as browsers open them ahead", MINUTE, async () => {
    const service = start();
    const [, origin = ""] = await service.until(LISTENS);
    const silent = connect(Number(new URL(origin).port), "127.0.0.1");
    await once(silent, "connect");
    expect(await zonesOf(origin)).toEqual({ data: { zones: { totalCount: 10 } } });
    service.child.kill("SIGTERM");
    await once(silent, "close");
    expect(await service.exit).toBe(0);
  });

  it("leaves nothing half done when its first start is killed", MINUTE, async () => {
    const killed = start();
    await vi.waitFor(async () => {
      expect(await readdir(data)).not.toEqual([]);
    }, 30_000);
    killed.child.kill("SIGKILL");
    await killed.exit;
    expect(existsSync(join(data, "embedded"))).toBe(false);

    const [, origin = ""] = await start().until(LISTENS);
    expect(await zonesOf(origin)).toEqual({ data: { zones: { totalCount: 10 } } });
    expect(await readdir(data)).toEqual(["embedded"]);
  });

  it("lets no second process at the folder, and says so", MINUTE, async () => {
    const [, origin = ""] = await start().until(LISTENS);
    const second = start();
    expect(await second.exit).toBe(1);
    expect(second.said.stderr).toMatch(
      /expected to open the embedded database alone but another process holds it; stop that process, or set LIANTU_DATA/,
    );
    expect(second.said.stderr).not.toMatch(/\n {4}at /);
    expect(await zonesOf(origin)).toEqual({ data: { zones: { totalCount: 10 } } });
  });

  it("says that its port is in use, and ends", MINUTE, async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await once(holder, "listening");
    const { port } = holder.address() as AddressInfo;
    const service = start({ PORT: String(port), LIANTU_DATA: ":memory:" });
    expect(await service.exit).toBe(1);
    expect(service.said.stderr).toBe(
      `PORT: expected a free port but 127.0.0.1:${port} is in use; stop what listens there, or set PORT to another.\n`,
    );
    holder.close();
  });

  it("says that its address is none of this machine, and ends", MINUTE, async () => {
    const service = start({ HOST: "192.0.2.1", LIANTU_DATA: ":memory:" });
    expect(await service.exit).toBe(1);
    expect(service.said.stderr).toBe(
      "HOST, PORT: expected an address to listen on but got: listen EADDRNOTAVAIL: address not available 192.0.2.1; set HOST to one of this machine, and PORT to one that this user may take.\n",
    );
  });
});
