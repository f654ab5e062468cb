import { describe, expect, it } from "vitest";
import { servedSeed } from "../support/server.js";

/** What is asked for, and whether it is a page, which may load its scripts. */
const PATHS: readonly (readonly [path: string, accept: string, page: boolean])[] = [
  ["/", "text/html", true],
  ["/?x=1", "text/html", true],
  ["/graphql", "text/html", true],
  ["/assets/index.html", "text/html", true],
  ["/assets/graphql.html", "*/*", true],
  ["/assets/%69ndex.html", "text/html", true],
  ["/assets/nothing.html", "text/html", true],
  ["/assets/", "text/html", true],
  ["/nothing", "text/html", false],
  ["/graphql", "application/json", false],
  ["/health/live", "*/*", false],
  ["/export/nothing", "*/*", false],
];

describe("every answer keeps a policy", () => {
  const served = servedSeed();

  it.each(PATHS)("%s as %s; it may load what belongs to it: %s", async (url, accept, page) => {
    for (const method of ["GET", "HEAD"] as const) {
      const { headers } = await served.service.app.inject({ method, url, headers: { accept } });
      expect(headers["content-security-policy"]).toContain(page ? "default-src 'self'" : "default-src 'none'");
      expect(headers).toMatchObject({
        "content-security-policy": expect.stringContaining("frame-ancestors 'none'") as string,
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
      });
    }
  });

  it("the playground's file has its own under every path", async () => {
    const { headers: page } = await served.service.app.inject({ url: "/graphql", headers: { accept: "text/html" } });
    const { headers: file } = await served.service.app.inject({ url: "/assets/graphql.html" });
    expect(file["content-security-policy"]).toBe(page["content-security-policy"]);
  });
});
