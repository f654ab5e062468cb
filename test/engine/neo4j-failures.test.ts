import neo4j from "neo4j-driver";
import { describe, expect, it } from "vitest";
import { explain, mayRetry } from "../../src/engine/neo4j-failures.js";
import { LiantuError, type ErrorCode } from "../../src/errors.js";

const DRIVER = "N/A";

/** Codes of Neo4j and of the driver, what they are told as, and whether the statement is sent again. */
const TABLE: readonly (readonly [code: string, told: ErrorCode | "DEFECT", retried: boolean])[] = [
  ["ServiceUnavailable", "UNAVAILABLE", true],
  ["SessionExpired", "UNAVAILABLE", true],
  ["ProtocolError", "UNAVAILABLE", false],
  ["Neo.TransientError.General.DatabaseUnavailable", "UNAVAILABLE", true],
  ["Neo.TransientError.Database.DatabaseUnavailable", "UNAVAILABLE", true],
  ["Neo.TransientError.Transaction.DeadlockDetected", "UNAVAILABLE", true],
  ["Neo.TransientError.Transaction.LeaseExpired", "UNAVAILABLE", true],
  ["Neo.TransientError.Transaction.BookmarkTimeout", "UNAVAILABLE", true],
  ["Neo.TransientError.Cluster.ReplicationFailure", "UNAVAILABLE", true],
  ["Neo.TransientError.Request.NoThreadsAvailable", "UNAVAILABLE", true],
  ["Neo.ClientError.Cluster.NotALeader", "UNAVAILABLE", false],
  ["Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "UNAVAILABLE", false],
  ["Neo.ClientError.Transaction.InvalidBookmark", "UNAVAILABLE", false],
  ["Neo.ClientError.Transaction.Terminated", "UNAVAILABLE", false],
  ["Neo.ClientError.Database.DatabaseNotFound", "UNAVAILABLE", false],
  ["Neo.DatabaseError.Database.UnableToStartDatabase", "UNAVAILABLE", false],
  ["Neo.DatabaseError.Transaction.TransactionStartFailed", "UNAVAILABLE", false],
  ["Neo.DatabaseError.General.StorageDamageDetected", "UNAVAILABLE", false],
  ["Neo.ClientError.Security.Unauthorized", "UNAVAILABLE", false],
  ["Neo.ClientError.Security.AuthenticationRateLimit", "UNAVAILABLE", false],
  ["Neo.ClientError.Security.CredentialsExpired", "UNAVAILABLE", false],
  ["Neo.ClientError.Security.TokenExpired", "UNAVAILABLE", false],
  ["Neo.ClientError.Security.Forbidden", "UNAVAILABLE", false],
  ["Neo.ClientError.Security.AuthorizationExpired", "UNAVAILABLE", true],
  ["Neo.ClientError.Transaction.TransactionTimedOut", "TIMEOUT", false],
  ["Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "TIMEOUT", false],
  ["Neo.ClientError.Transaction.LockClientStopped", "TIMEOUT", false],
  ["Neo.TransientError.Transaction.LockAcquisitionTimeout", "TIMEOUT", false],
  ["Neo.TransientError.General.MemoryPoolOutOfMemoryError", "QUERY_TOO_COSTLY", false],
  ["Neo.TransientError.General.TransactionOutOfMemoryError", "QUERY_TOO_COSTLY", false],
  ["Neo.TransientError.General.OutOfMemoryError", "QUERY_TOO_COSTLY", false],
  ["Neo.ClientError.Schema.ConstraintValidationFailed", "CONFLICT", false],
  ["Neo.ClientError.Statement.SyntaxError", "DEFECT", false],
  ["Neo.ClientError.Statement.ParameterMissing", "DEFECT", false],
  ["Neo.DatabaseError.Statement.ExecutionFailed", "DEFECT", false],
];

/** What the driver says without a code of its own. */
const WITHOUT_CODE = [
  "Connection acquisition timed out in 10000 ms. Pool status: Active conn count = 100, Idle conn count = 0.",
  "Pool is closed, it is no more able to serve requests.",
  "No connection available",
  "You cannot run more transactions on a closed session.",
] as const;

/** What the driver and Neo4j put into their messages. */
const SECRETS = ["db-7.internal.example:7687", "RoutingTable[", "secret-user", "/var/lib/secret", "10.9.8.7"];
const MESSAGE = `Could not reach ${SECRETS[0]} (10.9.8.7): ${SECRETS[1]}database=x] for user '${SECRETS[2]}' in ${SECRETS[3]}: connect ECONNREFUSED 10.9.8.7:7687`;

const failed = (message: string, code: string): Error => new neo4j.Neo4jError(message, code, "", "", {} as never);

function toldOf(error: Error): string {
  const told = explain(error, "Database");
  return told instanceof LiantuError ? told.code : "DEFECT";
}

describe("a failure of Neo4j or of its driver", () => {
  it.each(TABLE)("%s is %s, and sent again: %s", (code, told, retried) => {
    const error = failed(MESSAGE, code);
    expect(toldOf(error)).toBe(told);
    expect(mayRetry(error)).toBe(retried);
  });

  it.each(WITHOUT_CODE)("%s is UNAVAILABLE", (message) => {
    expect(toldOf(failed(message, DRIVER))).toBe("UNAVAILABLE");
  });

  it("is told without an address, a routing table, a user or a path", () => {
    for (const [code, told] of TABLE.filter(([, kind]) => kind !== "DEFECT")) {
      const { message } = explain(failed(MESSAGE, code), "Database") as LiantuError;
      expect(message, told).toMatch(/^Database: expected .* but .*; .*\.$/);
      for (const secret of SECRETS) expect(message).not.toContain(secret);
    }
  });

  it("names the system's code that the driver quotes", () => {
    expect(explain(failed(MESSAGE, "ServiceUnavailable"), "Database")).toMatchObject({
      message: expect.stringContaining("(ECONNREFUSED)") as string,
    });
  });
});
