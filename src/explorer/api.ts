import type { TypedDocumentString } from "./operations.js";

/** What can go wrong with a request, as a reader is told of it. */
export type TroubleKind = "away" | "slow" | "costly" | "busy" | "refused";

/** A request that came to nothing: what kind of trouble it is, and the service's own words where it has any. */
export class Trouble extends Error {
  constructor(
    readonly kind: TroubleKind,
    message: string,
  ) {
    super(message);
  }
}

/** How long an answer is waited for. */
const PATIENCE_MS = 30_000;

const KINDS: Readonly<Record<string, TroubleKind>> = {
  QUERY_TOO_COSTLY: "costly",
  TIMEOUT: "slow",
  UNAVAILABLE: "busy",
};

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Asks the service that this page came from. */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  let response: Response;
  let answer: Answer<Result>;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: { accept: "application/graphql-response+json", "content-type": "application/json" },
      body: JSON.stringify({ query: document.toString(), variables }),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    answer = (await response.json()) as Answer<Result>;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Trouble(patience.aborted ? "slow" : "away", String(error));
  }
  const { data, errors = [] } = answer;
  if (errors.length > 0 || !data) throw troubleIn(errors, response);
  return data;
}

function troubleIn([first]: NonNullable<Answer<never>["errors"]>, { status, statusText }: Response): Trouble {
  if (first) return new Trouble(KINDS[first.extensions?.code ?? ""] ?? "refused", first.message);
  return new Trouble("refused", `${status} ${statusText}`);
}

/** A file of what is shown, as the service writes it. */
export async function networkFile(form: "gexf" | "graphml", shown: object): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(`/export/${form}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(shown),
    });
    if (response.ok) return await response.blob();
  } catch (error) {
    throw new Trouble("away", String(error));
  }
  const { errors = [] } = (await response.json()) as Answer<never>;
  throw troubleIn(errors, response);
}

/** The playground's address with a query in it. */
export function playgroundLink(document: { toString(): string }, variables: object): string {
  const query = document
    .toString()
    .trim()
    .replace(/^ +(?=(query|fragment) )/gm, "");
  const parts = new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) });
  return `/graphql#${parts.toString()}`;
}
