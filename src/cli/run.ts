import { LiantuError } from "../errors.js";

/** Names and codes as `Neo4jError`, `ERR_ASSERTION`, `Neo.ClientError.Statement.SyntaxError`; an address is none. */
const CODE = /^\w[\w.-]{0,99}$/;
/** The embedded database tells its code in its message alone: `GRAFEO-Q001`. */
const CODE_IN_MESSAGE = /\bGRAFEO-[A-Z]\d+\b/;

/** Runs a command: an expected error is told in its own words, any other by its name and code; exit code 1 for both. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exitCode = 1;
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return defect("something that is no error");
  const { address, port, syscall, path } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  const code = (error as { code?: string | number }).code?.toString();
  if (error instanceof LiantuError) return error.message;
  if (code === "EADDRINUSE")
    return `PORT: expected a free port but ${address ?? ""}:${port ?? ""} is in use; stop what listens there, or set PORT to another.`;
  if (syscall === "listen")
    return `HOST, PORT: expected an address to listen on but got: ${error.message}; set HOST to one of this machine, and PORT to one that this user may take.`;
  if (code === "ENOSPC" || code === "EDQUOT")
    return `Disk: expected room for a file but got ${code}; free some space, then try again.`;
  if (syscall !== undefined && path !== undefined)
    return `${path}: expected a path that this user may use but got: ${error.message}; correct the path, or what may be done there.`;
  if (code?.startsWith("ERR_PARSE_ARGS")) return `${error.message} Ask for --help.`;
  const told = [error.name, code, CODE_IN_MESSAGE.exec(error.message)?.[0]].filter((word) => CODE.test(word ?? ""));
  return defect(told.join(" ") || "an error", error.stack);
}

/** What an error says of itself may name addresses and people, so it is shown only to who asks for it. */
function defect(what: string, stack?: string): string {
  const words = "Liantu: expected the command to come to its end but";
  return process.env["LOG_LEVEL"] === "debug" && stack !== undefined
    ? `${words} got ${what}; this is a defect of Liantu, report it with these lines.\n${stack}`
    : `${words} got ${what}; this is a defect of Liantu, run it again with LOG_LEVEL=debug and report what it says.`;
}
