import { Conflict, LiantuError, TimedOut, TooCostly, Unavailable } from "../errors.js";

/** A kind of failure of the driver or of Neo4j: how it is recognised, and how whoever asked is told. */
interface Failure {
  /** Found in the code, or in the message where the driver gives no code. */
  readonly pattern: RegExp;
  /** Whether the same statement may succeed when it is sent again at once. */
  readonly retry?: boolean;
  /** @param code the code to be shown. */
  readonly explain: (where: string, code: string, cause: Error) => LiantuError;
}

const unreachable: Failure["explain"] = (where, code, cause) =>
  new Unavailable(
    `${where}: expected Neo4j to answer but it cannot be reached (${code}); check that it runs and that NEO4J_URI is right, then ask again.`,
    cause,
  );

/** The first that fits holds. What fits none is a defect of ours, as a mistake in a statement. */
const FAILURES: readonly Failure[] = [
  { pattern: /Security\.AuthorizationExpired/, retry: true, explain: unreachable },
  {
    pattern: /\.Security\./,
    explain: (where, code, cause) =>
      new Unavailable(
        `${where}: expected Neo4j to accept the service's user but it answered ${code}; set NEO4J_USER and NEO4J_PASSWORD.`,
        cause,
      ),
  },
  {
    pattern: /TransactionTimedOut|LockClientStopped|LockAcquisitionTimeout/,
    explain: (where, code, cause) =>
      new TimedOut(
        `${where}: expected the statement to end in time but it did not (${code}); ask for less, or have LIANTU_STATEMENT_TIMEOUT_MS raised.`,
        cause,
      ),
  },
  {
    pattern: /OutOfMemory|StackOverFlow/i,
    explain: (where, code, cause) =>
      new TooCostly(
        `${where}: expected the statement to fit into Neo4j's memory but it does not (${code}); ask for less.`,
        {},
        cause,
      ),
  },
  {
    pattern: /Database\.DatabaseNotFound/,
    explain: (where, _code, cause) =>
      new Unavailable(
        `${where}: expected a database of the configured name but there is none; set NEO4J_DATABASE.`,
        cause,
      ),
  },
  {
    pattern: /Schema\.ConstraintValidationFailed/,
    explain: (where, code, cause) =>
      new Conflict(
        `${where}: expected ids that nothing else in the graph has but one is taken (${code}); write again.`,
        cause,
      ),
  },
  {
    pattern: /Transaction\.Terminated/,
    explain: (where, code, cause) =>
      new Unavailable(
        `${where}: expected Neo4j to run the statement but it was ended there (${code}); ask again.`,
        cause,
      ),
  },
  { pattern: /^(ServiceUnavailable|SessionExpired)$|\.TransientError\./, retry: true, explain: unreachable },
  {
    pattern:
      /^ProtocolError$|\.Cluster\.|\.ClientError\.Database\.|ForbiddenOnReadOnlyDatabase|InvalidBookmark|\.DatabaseError\.(Database|Transaction)\.|StorageDamageDetected/,
    explain: unreachable,
  },
  {
    pattern:
      /Connection acquisition timed out|Pool is closed|No connection available|closed session|Connection was closed/,
    explain: unreachable,
  },
];

/** The driver's error without a code. */
const NO_CODE = "N/A";

function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = NO_CODE } = error as { code?: string };
  const told = code === NO_CODE ? error.message : code;
  return FAILURES.find(({ pattern }) => pattern.test(told));
}

/** Whether a statement that failed so may succeed when it is sent again at once. */
export function mayRetry(error: unknown): boolean {
  return failureOf(error)?.retry ?? false;
}

/**
 * Puts an error of the driver into words for whoever asks or runs the service. Nothing of the driver's own words is repeated, for
 * they name addresses, routing tables and users; they are the cause.
 * @param where the message begins with.
 */
export function explain(error: unknown, where: string): unknown {
  const failure = failureOf(error);
  if (!failure || error instanceof LiantuError) return error;
  return failure.explain(where, shownCode(error as Error), error as Error);
}

/** A code that may be shown: the system's, as ECONNREFUSED, where the driver only quotes it, else the driver's or Neo4j's. */
function shownCode(error: Error): string {
  const { code = NO_CODE } = error as { code?: string };
  const [system] = /\b(E[A-Z]{4,}|[A-Z]+_[A-Z_]*CERT[A-Z_]*|CERT_[A-Z_]+)\b/.exec(error.message) ?? [];
  return system ?? (code === NO_CODE ? "no connection is free" : code);
}
