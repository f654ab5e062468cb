const endpoint = "/graphql";

interface FetcherOptions {
  readonly headers?: Readonly<Record<string, unknown>>;
}

/** Posts an operation to the service that this page came from; what goes wrong on the way is told as GraphQL tells it. */
export async function fetcher(operation: unknown, options?: FetcherOptions): Promise<object> {
  const headers = new Headers({ accept: "application/graphql-response+json", "content-type": "application/json" });
  for (const [name, value] of Object.entries(options?.headers ?? {})) headers.set(name, String(value));
  const where = `${location.origin}${endpoint}`;
  let response: Response;
  try {
    response = await fetch(endpoint, { method: "POST", headers, body: JSON.stringify(operation) });
  } catch {
    return failure(
      `${where}: expected an answer but the service cannot be reached; see that it runs (npm start), then try again.`,
    );
  }
  const text = await response.text();
  try {
    return JSON.parse(text) as object;
  } catch {
    const got = `${response.status} ${response.statusText}: ${text.slice(0, 200)}`;
    return failure(`${where}: expected JSON but got ${got}; see what stands between the service and this browser.`);
  }
}

function failure(message: string): object {
  return { errors: [{ message }] };
}
