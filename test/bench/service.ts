import { Agent, request } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { readConfig } from "../../src/config.js";
import type { Statement } from "../../src/engine/engine.js";
import type { Built } from "../../src/schema.js";
import { createApp } from "../../src/server/app.js";
import type { Operation } from "./operations/operation.js";
import type { Target } from "./target.js";

type Values = Readonly<Record<string, unknown>>;

/** A hand-written statement, to be run in two ways; the text of both answers is the data of the API's. */
export interface Hand {
  /** By the driver, in this process. */
  run(parameters: Values): Promise<string>;
  /** Behind a route of the same server. */
  serve(parameters: Values): Promise<string>;
}

/** The application as it runs, listening on the loopback, and what it is compared with. */
export interface Service {
  /** Posts a question; answers the body. */
  ask(query: string, variables: Values): Promise<string>;
  hand(operation: Operation): Hand;
  /** The statements that the application sent for a question. */
  statementsOf(query: string, variables: Values): Promise<readonly Statement[]>;
  close(): Promise<void>;
}

const BENCH_ROUTE = "/hand-written";

/** Starts the application on a target. */
export async function startService(built: Built, target: Target): Promise<Service> {
  let sent: Statement[] = [];
  const { engine } = target;
  const recording: typeof engine = Object.assign(Object.create(engine) as typeof engine, {
    read: (...read: Parameters<typeof engine.read>) => {
      sent.push(read[0]);
      return engine.read(...read);
    },
  });
  const app = await createApp({
    built,
    engine: recording,
    limits: readConfig({}).limits,
    access: readConfig({}).access,
    log: pino({ level: "error" }, pino.destination(2)),
  });
  const hands = new Map<string, (parameters: Values) => Promise<string>>();
  app.post<{ Body: { name: string; parameters: Values } }>(BENCH_ROUTE, async ({ body }, reply) =>
    reply.type("application/json").send(await hands.get(body.name)?.(body.parameters)),
  );
  await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const post = (path: string, body: unknown): Promise<string> => send(agent, port, path, JSON.stringify(body));
  const ask = (query: string, variables: Values): Promise<string> => post("/graphql", { query, variables });
  return {
    ask,
    hand: (operation) => {
      const { name, answer } = operation;
      const text = target.kind === "embedded" ? (operation.handEmbedded ?? operation.hand) : operation.hand;
      const run = async (parameters: Values): Promise<string> =>
        JSON.stringify(answer(await target.run(text, parameters)));
      hands.set(name, run);
      return { run, serve: (parameters) => post(BENCH_ROUTE, { name, parameters }) };
    },
    statementsOf: async (query, variables) => {
      sent = [];
      await ask(query, variables);
      return [...sent];
    },
    close: async () => {
      agent.destroy();
      await app.close();
    },
  };
}

function send(agent: Agent, port: number, path: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request({ agent, host: "127.0.0.1", port, path, method: "POST", headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        if (response.statusCode === 200 && !text.startsWith('{"errors"')) resolve(text);
        else reject(new Error(`${path}: expected an answer but got ${response.statusCode ?? 0} ${text}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
