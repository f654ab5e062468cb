import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { BadInput } from "./errors.js";

/** The folder that holds package.json, from the sources and from wherever they are built to. */
export const PACKAGE_ROOT = rootAbove(import.meta.dirname);

function rootAbove(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : rootAbove(dirname(folder));
}

const whole = (fallback: number, least: number, most: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback);

/** What browsers call an origin (RFC 6454), with nothing in it that a header could take for more. */
const ORIGIN = /^https?:\/\/(\[[\da-f:.]+\]|[^\s/\\?#@*:;,'"[\]]+)(:\d+)?$/i;

/** Origins joined with commas, read as browsers write them; or one of some words alone. */
const origins = (...words: readonly string[]) =>
  z.string().transform((text, context): readonly string[] => {
    const entries = text.split(/[\s,]+/).filter((entry) => entry !== "");
    if (entries.length === 1 && words.includes(entries[0] as string)) return entries;
    const wrong = entries.find((entry) => !ORIGIN.test(entry) || !URL.canParse(entry));
    if (entries.length > 0 && wrong === undefined) return [...new Set(entries.map((entry) => new URL(entry).origin))];
    const not = wrong === undefined ? "" : `, which ${JSON.stringify(wrong)} is not,`;
    context.addIssue({
      code: "custom",
      message: `${words.join(" or ")}, or origins joined with commas, each as https://example.org or http://localhost:5173 with nothing behind it${not}`,
    });
    return z.NEVER;
  });

/**
 * An address is told in messages and on the terminal, so nothing that is secret may stand in it: no user, no password, and of
 * the parameters of a cluster's routing only its policy.
 */
function isNeo4jAddress(text: string): boolean {
  if (!/^(neo4j|bolt)(\+s|\+ssc)?:\/\/[^\s/?#@\\]+\/?(\?policy=[\w.-]+)?$/.test(text) || !URL.canParse(text))
    return false;
  return text.startsWith("neo4j") || !text.includes("?");
}

/** Names or addresses of hosts joined with commas; `*` for any. */
const hosts = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ""))
  .refine(
    (entries) => entries.every((entry) => entry === "*" || /^(\[[\da-f:.]+\]|[^\s/\\?#@*:,[\]]+)$/i.test(entry)),
    "names or addresses of hosts joined with commas, without ports, each as graph.example.org, 192.0.2.1 or [2001:db8::1]; or *",
  );

/** Every variable that is read, with its default and meaning; the one home of both. */
const environment = z.object({
  HOST: z.string().min(1).default("127.0.0.1").describe("address to listen on"),
  PORT: whole(4000, 0, 65535).describe("port to listen on; 0 takes any free one"),
  NEO4J_URI: z
    .string()
    .refine(
      isNeo4jAddress,
      "neo4j://host:7687, neo4j+s://… or bolt://…, with no user or password in it (NEO4J_USER, NEO4J_PASSWORD)",
    )
    .optional()
    .describe("a Neo4j to serve from, alone or a cluster; the embedded engine unless set"),
  NEO4J_USER: z.string().optional().describe("its user"),
  NEO4J_PASSWORD: z.string().optional().describe("its password"),
  NEO4J_DATABASE: z.string().optional().describe("its database; the user's home database unless set"),
  LIANTU_DATA: z.string().min(1).default("data").describe("folder of the embedded engine; :memory: keeps nothing"),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .describe("least level that is logged"),
  LIANTU_PAGE_SIZE: whole(20, 1, 10_000).describe("entries of a page that does not say how many"),
  LIANTU_MAX_PAGE_SIZE: whole(1000, 1, 100_000).describe("most entries of a page"),
  LIANTU_MAX_DEPTH: whole(12, 1, 100).describe("deepest nesting of fields in a query, connections counted once"),
  LIANTU_MAX_FIELDS: whole(2000, 1, 1_000_000).describe("most fields of a query, fragments spread out"),
  LIANTU_MAX_COST: whole(200_000, 1, 1_000_000_000).describe(
    "most that a query may cost: objects that its answer could hold, and what is read for it",
  ),
  LIANTU_MAX_COST_IN_FLIGHT: whole(1_000_000, 1, 1_000_000_000).describe("most cost of all queries that run at once"),
  LIANTU_MAX_STATEMENTS: whole(500, 1, 1_000_000).describe("most statements that a query may send to the database"),
  LIANTU_MAX_CONDITIONS: whole(200, 1, 100_000).describe(
    "most conditions in a query's filters; 20 values of a list count as one, a condition on related nodes as four",
  ),
  LIANTU_MAX_FILTER_DEPTH: whole(4, 1, 20).describe("deepest nesting of a filter"),
  LIANTU_VIEW_NODES: whole(500, 1, 100_000).describe("nodes of a view that does not say how many"),
  LIANTU_MAX_VIEW_NODES: whole(10_000, 1, 100_000).describe(
    "most nodes of a view, and most that an expansion may be told are shown",
  ),
  LIANTU_MAX_PATH_LENGTH: whole(8, 1, 20).describe("longest path that is searched for, in relationships"),
  LIANTU_MAX_BODY_BYTES: whole(1_000_000, 1000, 100_000_000).describe("largest request body, in bytes"),
  LIANTU_REQUEST_TIMEOUT_MS: whole(30_000, 100, 3_600_000).describe(
    "longest time until a request has arrived whole, in milliseconds; its connection is closed then",
  ),
  LIANTU_MIN_READ_RATE: whole(32_768, 1, 1_000_000_000).describe(
    "least rate at which a client has to read its answer, in bytes a second; it is cut off after ten seconds below",
  ),
  LIANTU_MAX_UNREAD_BYTES: whole(268_435_456, 65_536, 1_000_000_000_000).describe(
    "most bytes of answers that clients have not read yet, together; further large ones are refused",
  ),
  LIANTU_MAX_EXPORTS: whole(4, 1, 1000).describe("exports that run at once; further ones are refused"),
  LIANTU_EXPORT_TIMEOUT_MS: whole(1_800_000, 100, 86_400_000).describe(
    "longest time of an export, in milliseconds; it is broken off then",
  ),
  LIANTU_HOSTS: hosts
    .optional()
    .describe(
      "hosts that requests may name, joined with commas, or * for any; unless set, any, but only localhost, *.localhost and loopback addresses where HOST is one",
    ),
  LIANTU_ORIGINS: origins("*")
    .optional()
    .describe("origins whose pages may read answers (CORS), joined with commas; * for every page; none unless set"),
  LIANTU_FRAME_ANCESTORS: origins("none", "self", "*")
    .prefault("none")
    .describe("origins whose pages may frame the web pages, joined with commas; or none, self or *"),
  LIANTU_STATEMENT_TIMEOUT_MS: whole(30_000, 1, 3_600_000).describe(
    "longest time of one statement, waiting for its turn included, in milliseconds",
  ),
});

/** The settings of a running service. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly neo4j:
    | {
        readonly uri: string;
        readonly user: string | undefined;
        readonly password: string | undefined;
        readonly database: string | undefined;
      }
    | undefined;
  readonly data: string;
  readonly logLevel: string;
  readonly access: Access;
  readonly limits: Limits;
}

/** What pages of other origins and of other hosts may do. */
export interface Access {
  /** The origins whose pages may read answers; `*` alone for all. */
  readonly origins: readonly string[];
  /** The origins whose pages may frame the web pages; `none`, `self` or `*` alone. */
  readonly frameAncestors: readonly string[];
  /** The hosts that requests may name; `*` for any; none for those that the address listened on suggests. */
  readonly hosts: readonly string[];
  /** The address that is listened on. */
  readonly listening: string;
}

/** What a request may ask for. */
export interface Limits {
  readonly defaultPageSize: number;
  readonly maxPageSize: number;
  readonly maxDepth: number;
  readonly maxFields: number;
  readonly maxCost: number;
  readonly maxCostInFlight: number;
  readonly maxStatements: number;
  readonly maxConditions: number;
  readonly maxFilterDepth: number;
  readonly defaultViewNodes: number;
  readonly maxViewNodes: number;
  readonly maxPathLength: number;
  readonly maxBodyBytes: number;
  readonly statementTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly minReadRate: number;
  readonly maxUnreadBytes: number;
  readonly maxExports: number;
  readonly exportTimeoutMs: number;
}

/** What an issue of the check says was expected. */
function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return "a whole number";
    case "too_small":
      return issue.origin === "string" ? "a text" : `at least ${issue.minimum}`;
    case "too_big":
      return `at most ${issue.maximum}`;
    case "invalid_value":
      return `one of ${issue.values.join(", ")}`;
    default:
      return issue.message;
  }
}

/** A setting's value as a message may repeat it: an address that could hold a user and a password is not shown. */
function shown(name: string, value: string): string {
  return name === "NEO4J_URI" && /[@?#%]/.test(value)
    ? "one that is not shown, for it may hold a password"
    : JSON.stringify(value);
}

/**
 * Reads the environment once.
 * @throws BadInput that lists every mistake.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in environment.shape && value !== ""),
  );
  const result = environment.safeParse(given);
  if (!result.success) {
    const mistakes = result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `  ${name}: expected ${expectation(issue)} but got ${shown(name, given[name] ?? "")}`;
    });
    throw new BadInput(
      `Configuration: expected every variable to be valid but ${mistakes.length} ${mistakes.length === 1 ? "is" : "are"} not; ` +
        `correct or unset (npm start -- --help lists all).\n${mistakes.join("\n")}`,
    );
  }
  const read = result.data;
  for (const [size, most] of [
    ["LIANTU_PAGE_SIZE", "LIANTU_MAX_PAGE_SIZE"],
    ["LIANTU_VIEW_NODES", "LIANTU_MAX_VIEW_NODES"],
    ["LIANTU_MAX_COST", "LIANTU_MAX_COST_IN_FLIGHT"],
  ] as const)
    if (read[size] > read[most])
      throw new BadInput(
        `Configuration: expected ${size} to be at most ${most} (${read[most]}) but got ${read[size]}; lower it.`,
      );
  return {
    host: read.HOST,
    port: read.PORT,
    neo4j:
      read.NEO4J_URI === undefined
        ? undefined
        : { uri: read.NEO4J_URI, user: read.NEO4J_USER, password: read.NEO4J_PASSWORD, database: read.NEO4J_DATABASE },
    data: read.LIANTU_DATA,
    logLevel: read.LOG_LEVEL,
    access: {
      origins: read.LIANTU_ORIGINS ?? [],
      frameAncestors: read.LIANTU_FRAME_ANCESTORS,
      hosts: read.LIANTU_HOSTS ?? [],
      listening: read.HOST,
    },
    limits: {
      defaultPageSize: read.LIANTU_PAGE_SIZE,
      maxPageSize: read.LIANTU_MAX_PAGE_SIZE,
      maxDepth: read.LIANTU_MAX_DEPTH,
      maxFields: read.LIANTU_MAX_FIELDS,
      maxCost: read.LIANTU_MAX_COST,
      maxCostInFlight: read.LIANTU_MAX_COST_IN_FLIGHT,
      maxStatements: read.LIANTU_MAX_STATEMENTS,
      maxConditions: read.LIANTU_MAX_CONDITIONS,
      maxFilterDepth: read.LIANTU_MAX_FILTER_DEPTH,
      defaultViewNodes: read.LIANTU_VIEW_NODES,
      maxViewNodes: read.LIANTU_MAX_VIEW_NODES,
      maxPathLength: read.LIANTU_MAX_PATH_LENGTH,
      maxBodyBytes: read.LIANTU_MAX_BODY_BYTES,
      statementTimeoutMs: read.LIANTU_STATEMENT_TIMEOUT_MS,
      requestTimeoutMs: read.LIANTU_REQUEST_TIMEOUT_MS,
      minReadRate: read.LIANTU_MIN_READ_RATE,
      maxUnreadBytes: read.LIANTU_MAX_UNREAD_BYTES,
      maxExports: read.LIANTU_MAX_EXPORTS,
      exportTimeoutMs: read.LIANTU_EXPORT_TIMEOUT_MS,
    },
  };
}

/** The variables, their defaults and meanings, for `--help`. */
export function describeEnvironment(): string {
  const rows = Object.entries(environment.shape).map(([name, type]) => {
    const fallback = type.safeParse(undefined).data;
    return [name, fallback === undefined ? "" : String(fallback), type.description ?? ""] as const;
  });
  return rows.map(([name, fallback, meaning]) => `  ${name.padEnd(28)} ${fallback.padEnd(10)} ${meaning}`).join("\n");
}
