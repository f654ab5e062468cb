import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { PACKAGE_ROOT } from "../../src/config.js";

/** A port that is free, as is the one after it. */
async function freePort(): Promise<number> {
  const [one, next] = [createServer(), createServer()];
  try {
    await once(one.listen(0, "127.0.0.1"), "listening");
    const { port } = one.address() as AddressInfo;
    await once(next.listen(port + 1, "127.0.0.1"), "listening");
    return port;
  } catch {
    return await freePort();
  } finally {
    one.close();
    next.close();
  }
}

describe("the development server", () => {
  let running: ChildProcess;
  let origin: string;

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    running = spawn(join(PACKAGE_ROOT, "node_modules", ".bin", "vite"), ["--config", "src/explorer/vite.config.ts"], {
      cwd: PACKAGE_ROOT,
      env: {
        ...process.env,
        PORT: String(port),
        LIANTU_DATA: ":memory:",
        LOG_LEVEL: "silent",
        NODE_ENV: "development",
      },
      stdio: "ignore",
    });
    const ready = async (): Promise<void> => {
      expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
    };
    await vi.waitFor(ready, { timeout: 60_000, interval: 200 });
  });

  afterAll(async () => {
    const ended = once(running, "exit");
    running.kill();
    await ended;
  });

  it("answers queries on the port of the pages", async () => {
    const body = JSON.stringify({ query: "{ zones { totalCount } }" });
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${origin}/graphql`, { method: "POST", headers, body });
    expect(await answer.json()).toEqual({ data: { zones: { totalCount: 10 } } });
  });

  it.each([
    ["/", "explorer.tsx"],
    ["/graphql", "playground.tsx"],
  ])("serves the page at %s from its sources, to be replaced as they are saved", async (path, script) => {
    const page = await (await fetch(`${origin}${path}`, { headers: { accept: "text/html" } })).text();
    expect(page).toContain("/@vite/client");
    expect(page).toContain(script);
  });
});
