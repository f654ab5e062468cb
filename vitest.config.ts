import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => `test/${file}`);

/** The specifications that run on every engine. */
const ofEngines = files.filter((file) => readFileSync(file, "utf8").includes("/support/engines.js"));

const embedded = { name: "embedded", include: files, env: { LIANTU_TEST_ENGINE: "embedded" }, maxWorkers: "100%" };

/** They share one database, so that each file waits for the one before. */
const neo4j = {
  name: "neo4j",
  include: ofEngines,
  env: { LIANTU_TEST_ENGINE: "neo4j" },
  fileParallelism: false,
  testTimeout: 120_000,
};

const projects = process.env["LIANTU_TEST_NEO4J_URI"] === undefined ? [embedded] : [embedded, neo4j];

export default defineConfig({
  resolve: {
    // graphql checks that its classes come from one copy: packages of both module systems must meet in the same file.
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve("graphql/index.js")) }],
  },
  test: {
    globalSetup: ["test/support/build.ts"],
    setupFiles: ["test/support/setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    server: { deps: { inline: ["type-graphql", "graphql-scalars", "@apollo/server", "graphql-jit"] } },
    projects: projects.map((test) => ({ extends: true, test })),
  },
});
