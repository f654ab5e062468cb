import { openEmbedded, IN_MEMORY } from "../../src/engine/embedded.js";
import type { Engine } from "../../src/engine/engine.js";
import { openNeo4j } from "../../src/engine/neo4j.js";

/** An engine that a specification runs on. */
export interface EngineUnderTest {
  readonly name: string;
  /** Opens it with nothing in it. */
  readonly open: () => Promise<Engine>;
}

const LIMITS = { timeoutMs: 30_000, writeTimeoutMs: 120_000 };

const required = new Set((process.env["LIANTU_REQUIRE"] ?? "").split(","));

/** Whether a part of the machine that a test needs may not be missing: `neo4j`, `browser`, `jdk`, `python`. */
export function isRequired(part: string): boolean {
  return required.has(part);
}

const given = process.env["LIANTU_TEST_NEO4J_URI"];
if (given === undefined && isRequired("neo4j"))
  throw new Error(
    "LIANTU_TEST_NEO4J_URI: expected the address of a Neo4j that tests may empty but it is not set; set it, or drop neo4j from LIANTU_REQUIRE.",
  );

/** The engine that the project of these tests runs on. */
const engine = process.env["LIANTU_TEST_ENGINE"];

/** The Neo4j that tests may empty, in its own project; its URI is given so that nobody's database is emptied by accident. */
export const neo4jUri = engine === "neo4j" ? given : undefined;

async function openEmptyNeo4j(uri: string): Promise<Engine> {
  const engine = await openNeo4j({ uri }, LIMITS);
  for (;;) {
    const rows = await engine.write([
      { text: "MATCH (n) WITH n LIMIT 20000 DETACH DELETE n RETURN count(n)", parameters: {} },
    ]);
    if (rows[0]?.[0]?.[0] === 0) return engine;
  }
}

/** The engines that every specification runs on, in the project of each: the embedded one always, Neo4j wherever one is reachable. */
export const engines: readonly EngineUnderTest[] =
  neo4jUri === undefined
    ? [{ name: "embedded", open: () => Promise.resolve(openEmbedded(IN_MEMORY)) }]
    : [{ name: "neo4j", open: () => openEmptyNeo4j(neo4jUri) }];
