import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readConfig, type Access } from "../../src/config.js";
import { Unavailable } from "../../src/errors.js";
import type { Engine } from "../../src/engine/engine.js";
import { buildModel } from "../../src/schema.js";
import { launch, withoutBrowser } from "../support/browser.js";
import { seededEngine, serve, type Service } from "../support/server.js";

const built = buildModel();
const OTHER = "http://127.0.0.1:5173";
const QUERY = "{ zones { totalCount } }";
const GET = `/graphql?query=${encodeURIComponent(QUERY)}`;

let engine: Engine;
let service: Service | undefined;

beforeAll(async () => {
  engine = await seededEngine(built);
});
afterAll(() => engine.close());
afterEach(() => service?.app.close());

async function serving(access: Partial<Access>, over = engine): Promise<Service> {
  service = await serve(built, over, {}, access);
  return service;
}

describe("settings of who may read and frame", () => {
  it.each([
    ["LIANTU_ORIGINS", "*", ["*"]],
    ["LIANTU_ORIGINS", "http://localhost:5173", ["http://localhost:5173"]],
    [
      "LIANTU_ORIGINS",
      " HTTPS://Example.org , http://a.example:80\thttp://[::1]:5173,",
      ["https://example.org", "http://a.example", "http://[::1]:5173"],
    ],
    ["LIANTU_ORIGINS", "https://链图.example,https://链图.example", ["https://xn--wcst65l.example"]],
    ["LIANTU_FRAME_ANCESTORS", "none", ["none"]],
    ["LIANTU_FRAME_ANCESTORS", "self", ["self"]],
    ["LIANTU_FRAME_ANCESTORS", "https://a.example, https://b.example", ["https://a.example", "https://b.example"]],
  ])("%s=%s is read as browsers write it", (name, value, expected) => {
    const { origins, frameAncestors } = readConfig({ [name]: value }).access;
    expect(name === "LIANTU_ORIGINS" ? origins : frameAncestors).toEqual(expected);
  });

  it("allow nobody unless they are set", () => {
    expect(readConfig({}).access).toMatchObject({ origins: [], frameAncestors: ["none"] });
  });

  it.each([
    "http://localhost:5173/",
    "http://localhost:5173/app",
    "https://a.example?x",
    "https://a.example#x",
    "https://user@a.example",
    "localhost:5173",
    "a.example",
    "http//a.example",
    "http:/a.example",
    "htp://a.example",
    "file://",
    "null",
    "https://*.example.org",
    "https://a.example:99999",
    "https://a.example:port",
    "https://a.example;script-src",
    "https://a.example'",
    "http://a\\b",
    "https://",
    "true",
    "*, https://a.example",
    "https://a.example, https://b.example/",
    "none, https://a.example",
    " ",
  ])("refuse %j with a word on what an origin is", (value) => {
    for (const name of ["LIANTU_ORIGINS", "LIANTU_FRAME_ANCESTORS"])
      expect(() => readConfig({ [name]: value })).toThrow(
        new RegExp(`^Configuration: .* correct or unset .*\n  ${name}: expected .*https://example\\.org .* but got "`),
      );
  });

  it("name the entry that is wrong", () => {
    expect(() => readConfig({ LIANTU_ORIGINS: "https://a.example, https://b.example/app" })).toThrow(
      'each as https://example.org or http://localhost:5173 with nothing behind it, which "https://b.example/app" is not, but got',
    );
  });
});

/** Requests of every kind of answer, with their status. */
const REQUESTS = [
  ["a GET of a query", { url: GET }, 200],
  ["an answer", { method: "POST", url: "/graphql", payload: { query: QUERY } }, 200],
  ["a query that is none", { method: "POST", url: "/graphql", payload: { query: "{" } }, 200],
  [
    "a body that is none",
    { method: "POST", url: "/graphql", payload: "{", headers: { "content-type": "application/json" } },
    400,
  ],
  ["a wrong type", { method: "POST", url: "/graphql", payload: "x", headers: { "content-type": "text/plain" } }, 415],
  ["a body that is too large", { method: "POST", url: "/graphql", payload: { query: " ".repeat(1_000_001) } }, 413],
  ["an export", { url: "/export/gexf?from=zone:zuoyun" }, 200],
  ["an export that is refused", { url: "/export/gexf?from=none" }, 400],
  ["a probe", { url: "/health/ready" }, 200],
  ["no such path", { url: "/nowhere" }, 404],
  ["a page", { url: "/" }, 200],
] as const;

describe("an answer to a page of another origin", () => {
  it.each(REQUESTS)("can be read where the origin is listed: %s", async (_name, request, status) => {
    const { app } = await serving({ origins: ["https://a.example", OTHER] });
    const { statusCode, headers } = await app.inject({
      ...request,
      headers: { ...("headers" in request && request.headers), origin: OTHER },
    });
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({
      "access-control-allow-origin": OTHER,
      vary: expect.stringMatching(/\borigin\b/i) as string,
    });
    expect(headers["access-control-expose-headers"]).toContain("Retry-After");
    expect(headers).not.toHaveProperty("access-control-allow-credentials");
  });

  it.each(REQUESTS)("cannot where it is not listed, and caches are told: %s", async (_name, request, status) => {
    const { app } = await serving({ origins: ["https://a.example"] });
    for (const origin of [{ origin: OTHER }, { origin: "null" }, {}]) {
      const { statusCode, headers } = await app.inject({
        ...request,
        headers: { ...("headers" in request && request.headers), ...origin },
      });
      expect(statusCode).toBe(status);
      expect(headers).not.toHaveProperty("access-control-allow-origin");
      expect(headers["vary"]).toMatch(/\borigin\b/i);
    }
  });

  it.each(REQUESTS)("can be read by all where * is set, whoever asks: %s", async (_name, request, status) => {
    const { app } = await serving({ origins: ["*"] });
    const { statusCode, headers } = await app.inject(request);
    expect(statusCode).toBe(status);
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["vary"] ?? "").not.toMatch(/\borigin\b/i);
  });

  it.each(REQUESTS)("says nothing of origins unless any is set: %s", async (_name, request) => {
    const { app } = await serving({});
    const { headers } = await app.inject({
      ...request,
      headers: { ...("headers" in request && request.headers), origin: OTHER },
    });
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(headers["vary"] ?? "").not.toMatch(/\borigin\b/i);
  });

  it("can be read where the service cannot answer now", async () => {
    const away: Engine = {
      ...engine,
      read: () => Promise.reject(new Unavailable("The engine: expected it to run but it is away; try again.")),
    };
    const { app } = await serving({ origins: [OTHER] }, away);
    for (const url of ["/export/gexf", "/health/ready"]) {
      const { statusCode, headers } = await app.inject({ url, headers: { origin: OTHER } });
      expect([statusCode, headers["access-control-allow-origin"]]).toEqual([503, OTHER]);
    }
  });
});

describe("what a browser asks before a request of another origin", () => {
  const ask = { "access-control-request-method": "POST", "access-control-request-headers": "content-type" };

  it.each(["/graphql", "/export/gexf", "/health/live"])(
    "is answered for %s where the origin is listed",
    async (url) => {
      const { app } = await serving({ origins: [OTHER] });
      const { statusCode, headers, body } = await app.inject({
        method: "OPTIONS",
        url,
        headers: { ...ask, origin: OTHER },
      });
      expect([statusCode, body]).toEqual([204, ""]);
      expect(headers).toMatchObject({
        "access-control-allow-origin": OTHER,
        "access-control-allow-methods": "GET, HEAD, POST",
        "access-control-allow-headers": "content-type",
        "access-control-max-age": "7200",
      });
      expect(headers["vary"]).toMatch(/origin/i);
    },
  );

  it("is answered without leave where it is not", async () => {
    const { app } = await serving({ origins: ["https://a.example"] });
    const { headers } = await app.inject({ method: "OPTIONS", url: "/graphql", headers: { ...ask, origin: OTHER } });
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  });

  it("is no such path unless an origin is set", async () => {
    const { app } = await serving({});
    const { statusCode } = await app.inject({ method: "OPTIONS", url: "/graphql", headers: { ...ask, origin: OTHER } });
    expect(statusCode).toBe(404);
  });
});

describe("a HEAD", () => {
  it.each([
    [GET, 200],
    ["/graphql", 400],
    ["/health/live", 200],
    ["/health/ready", 200],
    ["/export/gexf", 200],
    ["/export/csv?from=zone:zuoyun", 200],
    ["/export/gexf?from=none", 400],
    ["/export/pdf", 404],
  ])("of %s has the headers of the GET and no body", async (url, status) => {
    const { app } = await serving({ origins: [OTHER] });
    for (const accepted of ["identity", "gzip"]) {
      const headers = { origin: OTHER, "accept-encoding": accepted };
      const [head, get] = [await app.inject({ method: "HEAD", url, headers }), await app.inject({ url, headers })];
      expect([head.statusCode, head.body]).toEqual([status, ""]);
      for (const name of ["content-type", "vary", "content-disposition", "access-control-allow-origin"])
        expect(head.headers[name]).toBe(get.headers[name]);
      // It may be left out, but never be another.
      if (head.headers["content-length"] !== undefined)
        expect(head.headers["content-length"]).toBe(get.headers["content-length"]);
    }
  });
});

describe("the pages", () => {
  it.each([
    [["none"], "'none'", "DENY"],
    [["self"], "'self'", "SAMEORIGIN"],
    [["*"], "*", undefined],
    [["https://a.example", "https://b.example"], "https://a.example https://b.example", undefined],
  ])("may be framed by %j", async (frameAncestors, sources, header) => {
    const { app } = await serving({ frameAncestors });
    for (const url of ["/", "/graphql"]) {
      const { headers } = await app.inject({ url, headers: { accept: "text/html" } });
      expect(String(headers["content-security-policy"]).split("; ")).toContain(`frame-ancestors ${sources}`);
      expect(headers["x-frame-options"]).toBe(header);
    }
  });
});

/** What a page of another origin gets, as it sees it. */
const ASKED = `async (service) => {
  const tried = async (work) => { try { return await work(); } catch (error) { return error.constructor.name; } };
  const json = { "content-type": "application/json" };
  const body = JSON.stringify({ query: ${JSON.stringify(QUERY)} });
  return {
    post: await tried(async () => (await fetch(service + "/graphql", { method: "POST", headers: json, body })).json()),
    get: await tried(async () => (await fetch(service + ${JSON.stringify(GET)})).json()),
    refused: await tried(async () => (await fetch(service + "/graphql", { method: "POST", headers: json, body: "{" })).status),
    file: await tried(async () => {
      const response = await fetch(service + "/export/gexf?from=zone:zuoyun");
      return [response.headers.get("content-disposition"), (await response.text()).includes("</gexf>")];
    }),
    ready: await tried(async () => (await (await fetch(service + "/health/ready")).json()).status),
    withCredentials: await tried(async () => (await fetch(service + ${JSON.stringify(GET)}, { credentials: "include" })).json()),
    framed: await new Promise((resolve) => {
      const frame = document.body.appendChild(document.createElement("iframe"));
      frame.onload = () => { resolve(frame.contentDocument === null); };
      frame.src = service + "/";
    }),
  };
}`;

describe.skipIf(withoutBrowser)("in a browser, a page of another port", () => {
  const ANSWER = { data: { zones: { totalCount: 10 } } };
  let other: Server;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    other = createServer((_request, response) =>
      response.setHeader("content-type", "text/html").end("<!doctype html><title>other</title>"),
    );
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  });
  afterEach(() => other.close());

  async function seen(
    access: Partial<Access>,
  ): Promise<{ readonly got: Record<string, unknown>; readonly complaints: readonly string[] }> {
    const { app } = await serving(access);
    const address = await app.listen({ host: "127.0.0.1", port: 0 });
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(origin);
    const got = await page.evaluate<Record<string, unknown>>(`(${ASKED})(${JSON.stringify(address)})`);
    await page.close();
    return { got, complaints };
  }
  const ALLOWED = {
    post: ANSWER,
    get: ANSWER,
    refused: 400,
    file: ['attachment; filename="liantu.gexf"', true],
    ready: "ready",
    withCredentials: "TypeError",
  };

  it("reads answers, errors and files where its origin is listed", async () => {
    expect((await seen({ origins: [origin] })).got).toMatchObject(ALLOWED);
  });

  it("reads them where * is set", async () => {
    expect((await seen({ origins: ["*"] })).got).toMatchObject(ALLOWED);
  });

  it.each([[[]], [["https://a.example"]]])("reads nothing where %j are listed", async (origins) => {
    const { got } = await seen({ origins });
    for (const name of Object.keys(ALLOWED)) expect([name, got[name]]).toEqual([name, "TypeError"]);
  });

  it("frames the explorer where it may, and nowhere else", async () => {
    const framing = /frame-ancestors|X-Frame-Options/i;
    expect((await seen({})).complaints.join()).toMatch(framing);
    expect((await seen({ frameAncestors: [origin] })).complaints.join()).not.toMatch(framing);
  });
});
