import { Writable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { afterAll, beforeAll } from "vitest";
import { SEED } from "../../src/cli/seed.js";
import { readConfig, type Access, type Limits } from "../../src/config.js";
import { IN_MEMORY, openEmbedded } from "../../src/engine/embedded.js";
import type { Engine } from "../../src/engine/engine.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { buildModel, type Built } from "../../src/schema.js";
import { createApp } from "../../src/server/app.js";

/** The limits of a service that is not told any. */
export const { limits: DEFAULT_LIMITS, access: DEFAULT_ACCESS } = readConfig({});

/** Asks for answers whose status tells the mistake, as GraphQL over HTTP has it. */
export const STRICT = { accept: "application/graphql-response+json" };

/** What every message of ours says: where, what was expected, what came, what to do. */
export const HOUSE_FORM = /^\S.*: expected .* but .*; .*\.$/;

/** A GraphQL answer as a client reads it. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly locations?: readonly unknown[];
    readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
  }[];
}

/** What a posted query came to. */
export interface Response {
  readonly status: number;
  readonly body: string;
  readonly answer: Answer;
  /** The log's line on this request. */
  readonly line: Readonly<Record<string, unknown>>;
}

/** The whole HTTP application over an engine, with its log kept. */
export interface Service {
  readonly app: FastifyInstance;
  readonly log: Readonly<Record<string, unknown>>[];
  /** Posts a query, or any other body as it is. */
  readonly post: (body: string | object, headers?: Readonly<Record<string, string>>) => Promise<Response>;
}

/** An embedded engine in memory that holds the seed. */
export async function seededEngine({ model }: Built): Promise<Engine> {
  const engine = openEmbedded(IN_MEMORY);
  await prepareGraph(engine, model);
  await importDataset({ folder: SEED, engine, model });
  return engine;
}

/** Builds the application as the start command does, not listening. */
export async function serve(
  built: Built,
  engine: Engine,
  limits: Partial<Limits> = {},
  access: Partial<Access> = {},
): Promise<Service> {
  const log: Record<string, unknown>[] = [];
  const keep = new Writable({
    write(line: Buffer, _encoding, done) {
      log.push(JSON.parse(line.toString()) as Record<string, unknown>);
      done();
    },
  });
  const app = await createApp({
    built,
    engine,
    limits: { ...DEFAULT_LIMITS, ...limits },
    access: { ...DEFAULT_ACCESS, ...access },
    log: pino({ level: "info", base: null }, keep),
  });
  // What is read of the graph once is read before anything is counted.
  await app.ready();
  return {
    app,
    log,
    async post(body, headers = {}) {
      const before = log.length;
      const { statusCode, body: text } = await app.inject({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json", accept: "application/json", ...headers },
        payload: body,
      });
      const line = log.slice(before).find(({ msg }) => msg === "request") ?? {};
      return { status: statusCode, body: text, answer: JSON.parse(text) as Answer, line };
    },
  };
}

/** The seed, served to a test file from its start to its end. */
export interface ServedSeed {
  readonly built: Built;
  engine: Engine;
  service: Service;
}

/** Serves the seed to the tests of a file. */
export function servedSeed(): ServedSeed {
  const served = { built: buildModel() } as ServedSeed;
  beforeAll(async () => {
    served.engine = await seededEngine(served.built);
    served.service = await serve(served.built, served.engine);
  });
  afterAll(async () => {
    await served.service.app.close();
    await served.engine.close();
  });
  return served;
}
