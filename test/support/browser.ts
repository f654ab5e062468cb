import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { isRequired } from "./engines.js";

const executable = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const missing = !existsSync(executable);
if (missing)
  console.warn(`${executable}: expected Chromium but found none; install it or set CHROMIUM_PATH to test the pages.`);

/** Whether tests of the pages are left out: no browser is here, and none is required. */
export const withoutBrowser = missing && !isRequired("browser");

/** Nothing but the service is reached, neither by the page nor by the browser itself; pictures are drawn without a graphics card. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** Starts the browser. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: executable, args: FLAGS });
}

/** A reader's window, and what should not have happened in it. */
export interface Reader {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Requests to anybody but the service. */
  readonly foreign: string[];
  /** Errors of the page: uncaught ones, and what the browser complains of, a breach of the content policy for one. */
  readonly complaints: string[];
}

/** Opens a window in which nothing but the service is reached. */
export async function reader(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Reader> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN", ...options });
  const foreign: string[] = [];
  const complaints: string[] = [];
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(origin)) return route.continue();
    foreign.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return { context, page, foreign, complaints };
}
