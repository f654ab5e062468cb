import { LiantuError } from "../errors.js";

/** Runs a command: an expected error is told in its own words, any other with its stack; exit code 1 for both. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exitCode = 1;
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, address, port, syscall, path } = error as NodeJS.ErrnoException & { address?: string; port?: number };
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
  return `Internal error: this is a defect of Liantu; report it with these lines.\n${error.stack ?? error.message}`;
}
