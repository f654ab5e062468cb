import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Neo4jServer, startNeo4j } from "./neo4j-server.js";
import { graphFolder, jarsFolder, neo4jVersion } from "./neo4j/installation.js";

const help = `Usage: npm run neo4j -- [options]

Starts Neo4j Community ${neo4jVersion} on 127.0.0.1, without Docker, and says how to point Liantu at it. It needs a JDK (17 or
newer) and, for the first time, Maven, which fetches Neo4j (123 MB) into
${jarsFolder}

  --port <n>         port of Bolt; 0 is any free one (default: 7687)
  --data <folder>    where the graph stays (default: ${graphFolder})
  --memory           a temporary graph instead, removed at the end
  --password <text>  of the user neo4j (default: none, and whoever is on this machine may connect)
  --heap <size>      most memory of the Java heap: 512m, 2g (default: a quarter of the machine's)
  --help             this text

Ctrl-C or SIGTERM stops it.`;

function readArgs(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string", default: "7687" },
      data: { type: "string" },
      memory: { type: "boolean", default: false },
      password: { type: "string" },
      heap: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const { port, data, memory, password, heap } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new Error(`--port: expected a number from 0 to 65535 but got "${port}"; leave it out for 7687`);
  }
  if (memory && data !== undefined) {
    throw new Error(`--memory: expected no --data beside it but got "${data}"; leave one of them out`);
  }
  const folder = memory ? undefined : resolve(data ?? graphFolder);
  return { help: values.help, port: Number(port), data: folder, password, heap };
}

function welcome({ uri, port, user, password }: Neo4jServer, data: string | undefined): string {
  const login = user === undefined ? "" : ` NEO4J_USER=${user} NEO4J_PASSWORD=${quoted(password ?? "")}`;
  return [
    `Neo4j ${neo4jVersion} answers Bolt on port ${port}; its graph is ${data === undefined ? "temporary" : `in ${data}`}.`,
    `Point Liantu at it:  NEO4J_URI=${uri}${login} npm start`,
    "Ctrl-C stops it.",
  ].join("\n");
}

function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

async function main(): Promise<void> {
  const { help: asked, ...options } = readArgs(process.argv.slice(2));
  if (asked) {
    console.log(help);
    return;
  }
  const interruption = new AbortController();
  const interrupt = () => {
    interruption.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  const { signal } = interruption;
  try {
    const neo4j = await startNeo4j({ ...options, signal, log: console.log });
    console.log(welcome(neo4j, options.data));
    await neo4j.ended;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  if (!signal.aborted) throw new Error("Neo4j: expected it to run until it is stopped but it ended; start it again");
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
