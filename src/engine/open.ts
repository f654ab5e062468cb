import { join, resolve } from "node:path";
import type { Config } from "../config.js";
import { IN_MEMORY, openEmbedded } from "./embedded.js";
import type { Engine } from "./engine.js";
import { openNeo4j } from "./neo4j.js";

/** The longest that a transaction of the importer may run: what a paused importer has locked is free again after it. */
const WRITE_TIMEOUT_MS = 60_000;

/** Where the embedded engine keeps its file; undefined when it keeps none. */
export function embeddedFolder(config: Config): string | undefined {
  return config.data === IN_MEMORY ? undefined : resolve(config.data, "embedded");
}

/** The embedded engine's file within its folder. */
export function embeddedFile(folder: string): string {
  return join(folder, "graph");
}

/** Opens the engine that the configuration names. */
export async function openEngine(config: Config): Promise<Engine> {
  const timeoutMs = config.limits.statementTimeoutMs;
  if (config.neo4j) return openNeo4j(config.neo4j, { timeoutMs, writeTimeoutMs: WRITE_TIMEOUT_MS });
  const folder = embeddedFolder(config);
  return openEmbedded(folder === undefined ? IN_MEMORY : embeddedFile(folder), timeoutMs);
}
