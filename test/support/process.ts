import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../src/config.js";

/** A command of the build, running. */
export interface Running {
  readonly child: ChildProcess;
  /** What it said so far. */
  readonly said: { stdout: string; stderr: string };
  /** Its exit code; null where a signal ended it. */
  readonly exit: Promise<number | null>;
  /** Waits until it says what fits, on either stream; fails when it ends without. */
  until(words: RegExp): Promise<RegExpExecArray>;
}

type Settings = Readonly<Record<string, string>>;

/** Starts `node dist/index.js`, as `npm start` does, with these settings and no others. */
export function startService(settings: Settings, args: readonly string[] = []): Running {
  return startCommand("index.js", settings, args);
}

/** Starts `node dist/cli/import.js`, as `npm run import` does, with these settings and no others. */
export function startImport(settings: Settings, folder: string): Running {
  return startCommand(join("cli", "import.js"), settings, [folder]);
}

function startCommand(script: string, settings: Settings, args: readonly string[]): Running {
  const child = spawn(process.execPath, [join(PACKAGE_ROOT, "dist", script), ...args], {
    env: { PATH: process.env["PATH"], NODE_ENV: "production", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  let ended = false;
  child.stdout.on("data", (text: Buffer) => (said.stdout += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said.stderr += text.toString()));
  const exit = once(child, "close").then(([code]) => {
    ended = true;
    return code as number | null;
  });
  const heard = (words: RegExp) => words.exec(said.stdout) ?? words.exec(said.stderr);
  return {
    child,
    said,
    exit,
    async until(words) {
      for (;;) {
        const found = heard(words);
        if (found) return found;
        if (ended) throw new Error(`${script}: expected it to say ${words} but it ended with ${JSON.stringify(said)}`);
        await Promise.race([once(child.stdout, "data"), once(child.stderr, "data"), exit]);
      }
    },
  };
}
