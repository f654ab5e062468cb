import type { AddressInfo } from "node:net";
import { describeEnvironment, readConfig } from "../config.js";
import type { Engine } from "../engine/engine.js";
import { BadInput } from "../errors.js";
import { contents } from "../graph/statements/contents.js";
import type { GraphModel, Kind } from "../graph/model.js";
import { buildModel } from "../schema.js";
import { createApp } from "../server/app.js";
import { createLog } from "../server/log.js";
import { runCommand } from "./run.js";
import { openSeeded } from "./seed.js";

const HELP = `Liantu serves a knowledge graph of development zones, firms, projects, chains, universities and funds over GraphQL.

  npm start                 serves the embedded engine's graph, the seed on the first start
  npm run import -- FOLDER  brings a dataset folder into the graph
  npm run neo4j             starts a real Neo4j Community for trying it out (needs a JDK and Maven)

Settings, by environment variable (default, meaning):
${describeEnvironment()}
`;

/** How long a shutdown waits for what runs. */
const GRACE_MS = 10_000;

/** Starts the service; answers when it listens. `--help` prints the settings instead. */
export async function start(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  if (argv.includes("--help") || argv.includes("-h")) {
    process.stdout.write(HELP);
    return;
  }
  if (argv.length > 0)
    throw new BadInput(
      `npm start: expected no arguments but got ${argv.join(" ")}; settings are environment variables, which npm start -- --help lists.`,
    );
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const config = readConfig(env);
  const log = createLog(config.logLevel);
  const built = buildModel();
  const engine = await openSeeded(config, built.model, say);
  const app = await createApp({ built, engine, limits: config.limits, access: config.access, log });
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    await runCommand(async () => {
      await app.close();
      await engine.close();
    });
    process.exit();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop(signal));
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    // Connections that stay open would keep the process alive.
    await app.close();
    await engine.close();
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  say(
    await greeting(
      engine,
      built.model,
      `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`,
    ),
  );
}

async function greeting(engine: Engine, model: GraphModel, url: string): Promise<string> {
  const rows = (await engine.read(contents(model))) as readonly (readonly [string, number])[];
  const counts = new Map(rows);
  const kinds = [...model.kinds.values()].map((kind) => counted(kind, counts.get(kind.name) ?? 0)).join(", ");
  const joins = [...model.relationships.keys()].reduce((sum, type) => sum + (counts.get(type) ?? 0), 0);
  return [
    `Liantu serves ${engine.address}`,
    `  holds       ${kinds}`,
    `              ${joins} relationships`,
    `  look at it  ${url}/  (the explorer, in a browser)`,
    `  playground  ${url}/graphql  (open it in a browser; clients post queries there)`,
    `  health      ${url}/health/ready`,
    engine.address.startsWith("embedded:")
      ? "  Neo4j       NEO4J_URI=neo4j://host:7687 NEO4J_USER=neo4j NEO4J_PASSWORD=… npm start"
      : `  import      npm run import -- <folder>, with the same NEO4J_ variables`,
  ].join("\n");
}

function counted({ prefix, plural }: Kind, count: number): string {
  const words = plural.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${count} ${count === 1 ? prefix.replaceAll("-", " ") : words}`;
}
