import { BadInput, Conflict, LiantuError, Unavailable } from "../errors.js";

/** A kind of failure of the embedded engine: how it is recognised, and how whoever asked is told. */
interface Failure {
  readonly pattern: RegExp;
  readonly explain: (code: string, cause: unknown) => LiantuError;
}

/** What the engine says of the operating system's answer. */
const systemError = (...numbers: readonly number[]): RegExp => new RegExp(`\\(os error (${numbers.join("|")})\\)`);
const [EPERM, EACCES, EEXIST, EISDIR, EFBIG, ENOSPC, EROFS, EDQUOT] = [1, 13, 17, 21, 27, 28, 30, 122];

/** The first that fits holds. What fits none is a defect of ours, as a mistake in a statement. */
const FAILURES: readonly Failure[] = [
  {
    pattern: /\bcannot be locked\b/,
    explain: (_code, cause) =>
      new Conflict(
        "LIANTU_DATA: expected to open the embedded database alone but another process holds it; stop that process, or set LIANTU_DATA to another folder.",
        cause,
      ),
  },
  {
    pattern: systemError(EFBIG, ENOSPC, EDQUOT),
    explain: (code, cause) =>
      new Unavailable(
        `LIANTU_DATA: expected room for the embedded database but its disk is full (${code}); what was written before is kept. Free some space, then try again.`,
        cause,
      ),
  },
  {
    pattern: systemError(EPERM, EACCES, EROFS),
    explain: (code, cause) =>
      new Unavailable(
        `LIANTU_DATA: expected a folder that this user may read and write but it is not (${code}); correct its permissions, or set LIANTU_DATA to another folder.`,
        cause,
      ),
  },
  {
    pattern: /\bGRAFEO-S002\b|\bis damaged\b/,
    explain: (code, cause) =>
      new Unavailable(
        `LIANTU_DATA: expected a sound embedded database but its file is damaged (${code}); put back a copy of the folder, or move it away and import again.`,
        cause,
      ),
  },
  {
    pattern: new RegExp(`not a Grafeo database|not a database file|${systemError(EEXIST, EISDIR).source}`),
    explain: (_code, cause) =>
      new BadInput(
        "LIANTU_DATA: expected an embedded database but its file is something else or has lost its beginning; put back a copy of the folder, move it away and import again, or set LIANTU_DATA to another folder.",
        {},
        cause,
      ),
  },
  {
    pattern: /\(os error \d+\)|\bI\/O error\b/,
    explain: (code, cause) =>
      new Unavailable(
        `LIANTU_DATA: expected the disk of the embedded database to serve but it failed (${code}); check it, then try again.`,
        cause,
      ),
  },
];

/** Puts an error of the embedded engine into words for whoever asks or runs the service; its own words, which name paths, are the cause. */
export function explainEmbedded(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof LiantuError) return error;
  const [code = "no code"] =
    /\bos error \d+|\bGRAFEO-[A-Z]\d+/.exec(error.message.replace(/.*\((os error \d+)\).*/s, "$1")) ?? [];
  return FAILURES.find(({ pattern }) => pattern.test(error.message))?.explain(code, error) ?? error;
}
