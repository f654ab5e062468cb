import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Plugin } from "vite";

const ROOT = join(import.meta.dirname, "..", "..");
const host = process.env["HOST"] ?? "127.0.0.1";
const port = Number(process.env["PORT"] ?? 4000);
const target = `http://127.0.0.1:${port + 1}`;

/** In development: the service from its sources, started again after each change of one, behind the pages on one port. */
export const service: Plugin = {
  name: "service",
  apply: "serve",
  config: () => ({
    base: "/",
    // Its workers are found by Vite alone, not by what bundles dependencies ahead.
    optimizeDeps: { exclude: ["graphiql/setup-workers/vite", "@graphiql/react/setup-workers/vite"] },
    server: {
      host,
      port,
      strictPort: true,
      proxy: {
        "^/(graphql(\\?|$)|export/|health/)": {
          target,
          changeOrigin: true,
          headers: { origin: target },
          bypass: ({ method, headers }) =>
            method === "GET" && headers.accept?.includes("text/html") ? "/graphql.html" : undefined,
        },
      },
    },
  }),
  configureServer({ httpServer }) {
    const running = spawn("tsx", ["watch", "--clear-screen=false", join("src", "index.ts")], {
      cwd: ROOT,
      env: { ...process.env, HOST: "127.0.0.1", PORT: String(port + 1) },
      stdio: ["ignore", "inherit", "inherit"],
    });
    const stop = (): void => void running.kill();
    httpServer?.once("close", stop);
    process.once("exit", stop);
  },
};
