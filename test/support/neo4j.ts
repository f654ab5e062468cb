import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Neo4jServer, startNeo4j } from "../../src/cli/neo4j-server.js";
import { missingTools } from "../../src/cli/neo4j/installation.js";

const mandatory = (process.env["LIANTU_REQUIRE"] ?? "").split(",").includes("jdk");

/** Whether tests may start a Neo4j of their own; LIANTU_REQUIRE=jdk lets them fail where they would be skipped. */
export const canStartNeo4j = mandatory || (await missingTools()).length === 0;

/** A Neo4j that belongs to one test, with a password, to be stopped and started again on the same port and data. */
export interface OwnNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The process that runs it now, or ran it last. */
  pid(): number;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** Starts a Neo4j of the test's own on a free port; allow it half a minute. */
export async function ownNeo4j(password = "kept-by-the-test"): Promise<OwnNeo4j> {
  const data = await mkdtemp(join(tmpdir(), "liantu-test-neo4j-"));
  const options = { data, password, heap: "512m" };
  let server: Neo4jServer = await startNeo4j({ ...options, port: 0 });
  const { uri, port } = server;
  const stop = () => server.stop();
  return {
    uri,
    user: "neo4j",
    password,
    pid: () => server.pid,
    start: async () => {
      server = await startNeo4j({ ...options, port });
    },
    stop,
    remove: async () => {
      await stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
