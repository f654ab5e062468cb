import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Engine } from "../../../src/engine/engine.js";
import { Unavailable } from "../../../src/errors.js";
import { prepareGraph } from "../../../src/graph/prepare.js";
import { createEntities, createRelationships } from "../../../src/graph/statements/upsert.js";
import type { Kind, RelationshipType } from "../../../src/graph/model.js";
import { buildModel } from "../../../src/schema.js";
import { engines } from "../../support/engines.js";
import { exported } from "../../support/exports.js";
import { DEFAULT_LIMITS, HOUSE_FORM, serve, type Answer, type Service } from "../../support/server.js";

const built = buildModel();
const { model } = built;
const MANY = 6000;
/** Forms with how they are sent. */
const SENT = [
  ["graphml", "identity"],
  ["gexf", "identity"],
  ["csv", "identity"],
  ["graphml", "gzip"],
  ["gexf", "br"],
] as const;

/** A real engine whose reads a test can hold up, or let fail from some on. */
interface Held extends Engine {
  sent: number;
  failAt: number;
  gate: Promise<void>;
}

function hold(engine: Engine): Held {
  const held: Held = {
    address: engine.address,
    capabilities: engine.capabilities,
    exclusive: engine.exclusive,
    sent: 0,
    failAt: Infinity,
    gate: Promise.resolve(),
    async read(statement, options) {
      // What the service reads for itself has a time limit of its own.
      if (options?.timeoutMs !== undefined) return engine.read(statement, options);
      held.sent += 1;
      if (held.sent >= held.failAt)
        throw new Unavailable("the engine: expected it to answer but it is away; try again.");
      await held.gate;
      return engine.read(statement, options);
    },
    write: (statements) => engine.write(statements),
    prepare: (plan) => engine.prepare(plan),
    checkpoint: () => engine.checkpoint(),
    close: () => engine.close(),
  };
  return held;
}

async function fill(engine: Engine): Promise<void> {
  const [company, owns] = [model.kinds.get("Company") as Kind, model.relationships.get("OWNS") as RelationshipType];
  const numbers = Array.from({ length: MANY }, (_, index) => index);
  await prepareGraph(engine, model);
  // Long names that cannot be packed, so that what is written does not fit into the buffers of a connection.
  const rows = numbers.map((index) => ({ id: `company:${index}`, name: randomBytes(3000).toString("base64") }));
  await engine.write([createEntities(company, rows)]);
  const ends = numbers
    .slice(1)
    .map((index) => ({ from: `company:${index % 2 === 0 ? 0 : index}`, to: `company:${index}` }));
  await engine.write([
    createRelationships(
      owns,
      ends.map(({ from, to }) => ({ id: `owns:${from}~${to}`, from, to })),
    ),
  ]);
}

describe.each(engines)("a request for an export, on $name", ({ open }) => {
  let filled: Engine;
  let engine: Held;
  let service: Service;
  let origin: string;

  beforeAll(async () => {
    filled = await open();
    await fill(filled);
  });
  afterAll(() => filled.close());
  beforeEach(async () => {
    engine = hold(filled);
    service = await serve(built, engine);
    origin = await service.app.listen({ port: 0 });
  });
  afterEach(() => service.app.close());

  const ask = async (path: string, accepted = "identity"): Promise<IncomingMessage> => {
    const asked = get(`${origin}/export/${path}`, { agent: false, headers: { "accept-encoding": accepted } });
    const [response] = (await once(asked, "response")) as [IncomingMessage];
    return response;
  };
  const ended = async () => {
    while (!service.log.some(({ msg }) => msg === "request")) await new Promise((done) => setTimeout(done, 5));
    return service.log.find(({ msg }) => msg === "request");
  };

  it.each([
    ["graphml", "application/graphml+xml; charset=utf-8", "liantu.graphml"],
    ["gexf", "application/gexf+xml; charset=utf-8", "liantu.gexf"],
    ["csv", "application/zip", "liantu.zip"],
  ])(
    "for %s says what the file is and is called, page by page, and leaves a line in the log",
    async (form, type, file) => {
      const { status, headers } = await exported(service.app, form);
      expect(status).toBe(200);
      expect(headers).toMatchObject({ "content-type": type, "content-disposition": `attachment; filename="${file}"` });
      expect(await ended()).toMatchObject({ operation: `export ${form}`, status: 200, cost: null });
      expect(engine.sent).toBeLessThan(26);
    },
  );

  it.each([
    ["pdf", 404, "GET /export/pdf"],
    ["toString", 404, "GET /export/toString"],
    ["csv?nodes=5", 400, "GET /export/csv(nodes)"],
    ["csv?depth=1", 400, "GET /export/csv(depth)"],
    ["gexf?from=company:1&depth=-1", 400, "GET /export/gexf(depth)"],
    ["gexf?from=company:1&depth=1&depth=2", 400, "GET /export/gexf(depth)"],
    ["gexf?from=company:1&depth=99", 400, "GET /export/gexf(depth)"],
    ["gexf?from=company:1&types=LIKES", 400, "GET /export/gexf(types)"],
    ["gexf?from=company:1&kinds=", 400, "GET /export/gexf(kinds)"],
    ["gexf?from=company:1&direction=UP", 400, "GET /export/gexf(direction)"],
    ["gexf?from=company:1&maxNodes=0", 400, "GET /export/gexf(maxNodes)"],
    ["gexf?from=company:1&maxNodes=10001", 400, "GET /export/gexf(maxNodes)"],
    ["graphml?from=", 400, "GET /export/graphml(from)"],
    ["graphml?from=company:1&from=company:none", 400, "GET /export/graphml(from)"],
  ])("%s is refused before a byte is sent", async (path, status, where) => {
    const { status: answered, bytes } = await exported(service.app, path);
    const { errors } = JSON.parse(bytes.toString()) as Answer;
    expect(answered).toBe(status);
    expect(errors?.[0]?.message).toMatch(HOUSE_FORM);
    expect(errors?.[0]?.message.startsWith(`${where}: `)).toBe(true);
    expect(errors?.[0]?.extensions.code).toBe(status === 404 ? "NOT_FOUND" : "BAD_USER_INPUT");
  });

  it("is answered with an error where the engine is away from the start", async () => {
    engine.failAt = engine.sent + 1;
    const { status, bytes } = await exported(service.app, "graphml");
    expect(status).toBe(503);
    expect(JSON.parse(bytes.toString())).toMatchObject({ errors: [{ extensions: { code: "UNAVAILABLE" } }] });
  });

  it.each(SENT)(
    "for %s as %s ends its connection where the engine goes away, and the log says why",
    async (form, accepted) => {
      engine.failAt = engine.sent + 9;
      const response = await ask(form, accepted);
      expect(response.statusCode).toBe(200);
      await expect(text(response)).rejects.toThrow("aborted");
      expect(service.log.map(({ msg }) => msg)).toContain("export broken off");
    },
  );

  it.each(SENT)(
    "for %s as %s sends no more statements when its client has gone, nor while it does not read",
    async (form, accepted) => {
      await exported(service.app, form);
      const all = engine.sent;
      engine.sent = 0;
      service.log.length = 0;
      const response = await ask(form, accepted);
      await once(response, "readable");
      await new Promise((done) => setTimeout(done, 300));
      const before = engine.sent;
      expect(before).toBeLessThan(all / 2);
      response.destroy();
      await ended();
      await new Promise((done) => setTimeout(done, 100));
      expect(engine.sent).toBeLessThanOrEqual(before + 1);
      expect(service.log.map(({ msg }) => msg)).not.toContain("export broken off");
    },
  );

  it("waits for its turn where too many run", async () => {
    let open_ = (): void => undefined;
    engine.gate = new Promise((done) => {
      open_ = done;
    });
    const running = Array.from({ length: DEFAULT_LIMITS.maxExports }, () => exported(service.app, "graphml"));
    while (engine.sent < running.length) await new Promise((done) => setTimeout(done, 5));
    const { status, headers, bytes } = await exported(service.app, "csv");
    expect(status).toBe(503);
    expect(headers["retry-after"]).toBe("10");
    expect((JSON.parse(bytes.toString()) as Answer).errors?.[0]?.message).toMatch(HOUSE_FORM);
    open_();
    expect((await Promise.all(running)).map(({ status: each }) => each)).toEqual(running.map(() => 200));
    expect((await exported(service.app, "csv")).status).toBe(200);
  });
});
