import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fetchJars, jarsFolder, launcher, missingTools } from "./neo4j/installation.js";

const host = "127.0.0.1";
// Neo4j's own lower bound, checked here because it would be refused only after the start.
const shortestPassword = 8;

/** How a Neo4j of one's own is started. */
export interface Neo4jOptions {
  /** The port on 127.0.0.1; 0 is any free one. */
  readonly port: number;
  /** The folder of the graph; without one it is temporary, and removed at the end. */
  readonly data?: string | undefined;
  /** The password of the user neo4j; without one, whoever is on this machine may connect. */
  readonly password?: string | undefined;
  /** The most memory of the Java heap, as -Xmx takes it: 512m, 2g. */
  readonly heap?: string | undefined;
  /** Ends the start, or Neo4j once it runs. */
  readonly signal?: AbortSignal | undefined;
  /** Hears of what takes long. */
  readonly log?: ((line: string) => void) | undefined;
}

/** A Neo4j that answers Bolt. */
export interface Neo4jServer {
  readonly uri: string;
  readonly port: number;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** The process that runs it. */
  readonly pid: number;
  /** Settles once Neo4j has ended and its temporary graph is removed, whoever ended it. */
  readonly ended: Promise<void>;
  /** Stops Neo4j and waits for its end. */
  stop(): Promise<void>;
}

/** Starts Neo4j Community on 127.0.0.1, fetching it first where that was never done, and waits until it answers Bolt. */
export async function startNeo4j(options: Neo4jOptions): Promise<Neo4jServer> {
  const { data, password, signal, log = () => undefined } = options;
  if (password !== undefined && password.length < shortestPassword) {
    const got = `${password.length}`;
    throw new Error(`password: expected at least ${shortestPassword} characters but got ${got}; choose a longer one`);
  }
  const missing = await missingTools();
  if (missing.length > 0) throw new Error(missing.join("\n"));
  await fetchJars(jarsFolder, log, signal);
  const port = await freePort(options.port);
  // From here to the listener nothing waits, so that an abort is never missed.
  signal?.throwIfAborted();
  const folder = data ?? mkdtempSync(join(tmpdir(), "liantu-neo4j-"));
  const java = launch(options, folder, port);
  signal?.addEventListener("abort", () => void java.stop());
  if (!(await java.ready)) {
    signal?.throwIfAborted();
    const said = (await java.complaint).trim() || "its end without a word";
    throw new Error(`Neo4j on ${folder}: expected it to start but got: ${said}; put that right and start again`);
  }
  const user = password === undefined ? undefined : "neo4j";
  return { uri: `neo4j://${host}:${port}`, port, user, password, pid: java.pid, ended: java.ended, stop: java.stop };
}

function launch({ data, password = "", heap }: Neo4jOptions, folder: string, port: number) {
  const args = [
    // Neo4j asks for this on its direct memory, and is slower without.
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    ...(heap === undefined ? [] : [`-Xmx${heap}`]),
    ...["-cp", join(jarsFolder, "*"), launcher, folder, `${port}`],
  ];
  // The password goes by the environment, where no list of processes shows it.
  const child = spawn("java", args, { env: { ...process.env, NEO4J_PASSWORD: password } });
  const ended = once(child, "close").then(() =>
    data === undefined ? rm(folder, { recursive: true, force: true }) : undefined,
  );
  const stop = (): Promise<void> => {
    child.stdin.end();
    const last = setTimeout(() => child.kill("SIGKILL"), 60_000);
    return ended.finally(() => {
      clearTimeout(last);
    });
  };
  const saysReady = new Promise<true>((resolve) => {
    // The JVM may have warnings to print before.
    createInterface(child.stdout).on("line", (line) => {
      if (line === "ready") resolve(true);
    });
  });
  const ready = Promise.race([saysReady, ended.then(() => false)]);
  return { pid: child.pid ?? 0, ready, ended, stop, complaint: text(child.stderr) };
}

/** The port wanted, or any for 0, after a look whether it is free: Neo4j itself would tell only after its start. */
async function freePort(wanted: number): Promise<number> {
  const probe = createServer().listen(wanted, host);
  try {
    await once(probe, "listening");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const advice = "stop what listens there, or choose another port (0: any free one)";
    throw new Error(`port ${wanted} on ${host}: expected it to be free but got ${code}; ${advice}`, { cause });
  }
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
