import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { openNeo4j } from "../../src/engine/neo4j.js";
import { canStartNeo4j, ownNeo4j, type OwnNeo4j } from "../support/neo4j.js";
import { startService, type Running } from "../support/process.js";
import type { Answer } from "../support/server.js";

const TWO_MINUTES = { timeout: 120_000 };
const LISTENS = /playground {2}(http:\/\/\S+)\/graphql/;

it("a Neo4j that is away at the start is told in words, and nothing is served", TWO_MINUTES, async () => {
  const nobody = createServer().listen(0, "127.0.0.1");
  await once(nobody, "listening");
  const { port } = nobody.address() as AddressInfo;
  nobody.close();
  await once(nobody, "close");
  for (const scheme of ["neo4j", "bolt"]) {
    const service = startService({ NEO4J_URI: `${scheme}://127.0.0.1:${port}`, PORT: "0" });
    expect(await service.exit).toBe(1);
    expect(service.said.stderr).toMatch(
      new RegExp(
        `^${scheme}://127.0.0.1:${port}: expected Neo4j to answer but .*; check that it runs and that NEO4J_URI`,
      ),
    );
    expect(service.said.stderr).not.toMatch(/\n {4}at /);
    expect(service.said.stdout).toBe("");
  }
});

describe.skipIf(!canStartNeo4j)("over a Neo4j of its own (needs a JDK and Maven)", () => {
  let neo4j: OwnNeo4j;
  let engine: Engine;
  let settings: Readonly<Record<string, string>>;
  const services: Running[] = [];

  beforeAll(async () => {
    neo4j = await ownNeo4j();
    const { uri, user, password } = neo4j;
    settings = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, PORT: "0" };
    engine = await openNeo4j({ uri, user, password }, { timeoutMs: 30_000, writeTimeoutMs: 30_000 });
  }, 120_000);

  afterEach(async () => {
    for (const { child, exit } of services.splice(0)) {
      child.kill("SIGKILL");
      await exit;
    }
  });

  afterAll(async () => {
    await engine.close();
    await neo4j.remove();
  }, 120_000);

  function start(others: Readonly<Record<string, string>> = {}): Running {
    const service = startService({ ...settings, ...others });
    services.push(service);
    return service;
  }

  async function ask(origin: string): Promise<Answer> {
    const response = await fetch(`${origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ vocabulary { value } zones { totalCount } }" }),
    });
    return (await response.json()) as Answer;
  }

  it("a wrong password is told in words, and not repeated", TWO_MINUTES, async () => {
    const service = start({ NEO4J_PASSWORD: "not-the-password" });
    expect(await service.exit).toBe(1);
    expect(service.said.stderr).toMatch(
      /: expected Neo4j to accept the service's user but .*; set NEO4J_USER and NEO4J_PASSWORD/,
    );
    expect(service.said.stderr).not.toMatch(/not-the-password|\n {4}at /);
  });

  it("a database that is not there is told in words", TWO_MINUTES, async () => {
    const service = start({ NEO4J_DATABASE: "elsewhere" });
    expect(await service.exit).toBe(1);
    expect(service.said.stderr).toMatch(/\/elsewhere: expected .* but .*; .*NEO4J_DATABASE/);
    expect(service.said.stderr).not.toMatch(/\n {4}at /);
  });

  it("somebody else's database is left alone", TWO_MINUTES, async () => {
    await engine.write([{ text: "CREATE (:Somebody {name: 'else'})-[:KNOWS]->(:Somebody)", parameters: {} }]);
    const service = start();
    expect(await service.exit).toBe(1);
    expect(service.said.stderr).toMatch(
      /: expected an empty database or one that Liantu imported into, but it holds 2 nodes and no dataset of ours; nothing was changed\..*npm run import/,
    );
    const left = { text: "MATCH (n) RETURN labels(n), properties(n).name ORDER BY properties(n).name", parameters: {} };
    expect(await engine.read(left)).toEqual([
      [["Somebody"], "else"],
      [["Somebody"], null],
    ]);
    expect(await engine.read({ text: "SHOW CONSTRAINTS YIELD name RETURN name", parameters: {} })).toEqual([]);
    await engine.write([{ text: "MATCH (n) DETACH DELETE n", parameters: {} }]);
  });

  it("a port in use ends the start, connections to Neo4j and all", TWO_MINUTES, async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await once(holder, "listening");
    const { port } = holder.address() as AddressInfo;
    const service = start({ PORT: String(port) });
    expect(await service.exit).toBe(1);
    expect(service.said.stderr).toContain(`PORT: expected a free port but 127.0.0.1:${port} is in use`);
    holder.close();
  });

  it("while it stands still requests end in their time, and as before when it goes on", TWO_MINUTES, async () => {
    const service = start({ LIANTU_STATEMENT_TIMEOUT_MS: "4000" });
    const [, origin = ""] = await service.until(LISTENS);
    const whole = await ask(origin);
    process.kill(neo4j.pid(), "SIGSTOP");
    try {
      const asked = Promise.all(Array.from({ length: 20 }, () => ask(origin)));
      const unready = await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(3000) });
      expect(unready.status).toBe(503);
      for (const { errors } of await asked)
        expect(errors?.map(({ extensions }) => extensions.code)).toEqual([
          expect.stringMatching(/^(TIMEOUT|UNAVAILABLE)$/),
        ]);
    } finally {
      process.kill(neo4j.pid(), "SIGCONT");
    }
    await vi.waitFor(async () => {
      expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
    }, 30_000);
    const many = await Promise.all(Array.from({ length: 150 }, () => ask(origin)));
    expect(many).toEqual(many.map(() => whole));
    service.child.kill("SIGTERM");
    expect(await service.exit).toBe(0);
  });

  it("while it is away requests are answered UNAVAILABLE, and as before when it is back", TWO_MINUTES, async () => {
    const service = start();
    const [, origin = ""] = await service.until(LISTENS);
    const whole = await ask(origin);
    expect(whole).toMatchObject({ data: { zones: { totalCount: 10 } } });

    await neo4j.stop();
    for (let time = 1; time <= 3; time += 1) {
      const { data, errors } = await ask(origin);
      expect(data).toEqual({ ...whole.data, zones: null });
      expect(errors).toHaveLength(1);
      expect(errors?.[0]).toMatchObject({ path: ["zones"], extensions: { code: "UNAVAILABLE" } });
      expect(errors?.[0]?.message).toMatch(
        /: expected Neo4j to answer but it cannot be reached .*; check that it runs/,
      );
    }
    const unready = await fetch(`${origin}/health/ready`);
    expect(unready.status).toBe(503);
    expect(await unready.json()).toMatchObject({ status: "unavailable" });
    expect((await fetch(`${origin}/health/live`)).status).toBe(200);

    await neo4j.start();
    await vi.waitFor(async () => {
      expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
    }, 60_000);
    expect(await ask(origin)).toEqual(whole);
    expect(service.child.exitCode).toBeNull();
    service.child.kill("SIGTERM");
    expect(await service.exit).toBe(0);
  });
});
