import { hash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { BadInput } from "../errors.js";
import { checkDocument, readJson } from "./nesting.js";

type Sent = Readonly<Record<string, unknown>>;

/**
 * Refuses what is not one GraphQL request, by POST or GET.
 * @throws BadInput
 */
export function checkRequest({ method, query: search, body }: FastifyRequest): void {
  const sent = method === "GET" ? ofSearch(search as Sent) : body;
  if (Array.isArray(sent))
    throw new BadInput(
      `Request: expected one operation but got a batch of ${sent.length}; send each in a request of its own.`,
    );
  if (!isMap(sent))
    throw new BadInput(
      `Request: expected a JSON object with a query but got ${nameOf(sent)}; send {"query": "…"} as application/json.`,
    );
  const { query, operationName, variables, extensions } = sent;
  const persisted = isMap(extensions) ? extensions["persistedQuery"] : undefined;
  const isPersisted = query === undefined && persisted !== undefined;
  if (!isPersisted && (typeof query !== "string" || query.trim() === ""))
    throw new BadInput(`Request.query: expected a GraphQL text but got ${nameOf(query)}; send {"query": "…"}.`);
  if (typeof query === "string") checkDocument("Request.query", query);
  if (operationName !== undefined && operationName !== null && typeof operationName !== "string")
    throw new BadInput(
      `Request.operationName: expected the name of an operation but got ${nameOf(operationName)}; send a text, or leave it out.`,
    );
  for (const [part, value] of Object.entries({ variables, extensions }))
    if (value !== undefined && value !== null && !isMap(value))
      throw new BadInput(
        `Request.${part}: expected an object of names and values but got ${nameOf(value)}; send a JSON object, or leave it out.`,
      );
  if (isMap(persisted)) checkPersisted(persisted, query);
}

/** Apollo refuses these without a code, so that they would count as errors of the server. */
function checkPersisted({ version, sha256Hash }: Sent, query: unknown): void {
  if (version !== 1)
    throw new BadInput(
      `Request.extensions.persistedQuery.version: expected 1 but got ${nameOf(version)}; send 1, or the query alone.`,
    );
  if (typeof query === "string" && sha256Hash !== hash("sha256", query))
    throw new BadInput(
      `Request.extensions.persistedQuery.sha256Hash: expected the SHA-256 of the query in hexadecimal but got ${nameOf(sha256Hash)} that is not; correct it, or send the query alone.`,
    );
}

/** A search holds texts only: those of variables and extensions are JSON. */
function ofSearch(search: Sent): Sent {
  const { variables, extensions } = search;
  return { ...search, variables: parsed("variables", variables), extensions: parsed("extensions", extensions) };
}

function parsed(part: string, value: unknown): unknown {
  try {
    return typeof value === "string" ? readJson(`Request.${part}`, value) : value;
  } catch (error) {
    if (error instanceof BadInput) throw error;
    return value;
  }
}

/**
 * Reads a body. Names as `__proto__` are names like others: nothing here writes what was sent into objects by name.
 * @throws BadInput
 */
export function readBody(text: string): unknown {
  const expected = "Request: expected a JSON body with a query but it is";
  const send = 'send {"query": "…"}.';
  if (text.trim() === "") throw new BadInput(`${expected} empty; ${send}`);
  try {
    return readJson("Request", text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw error instanceof BadInput ? error : new BadInput(`${expected} not JSON; ${send}`);
  }
}

function isMap(value: unknown): value is Sent {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (isMap(value)) return "an object";
  if (typeof value === "string") return value.trim() === "" ? "an empty text" : "a text";
  return JSON.stringify(value);
}
