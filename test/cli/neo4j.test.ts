import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchJars, missingTools } from "../../src/cli/neo4j/installation.js";
import { canStartNeo4j, type OwnNeo4j, ownNeo4j } from "../support/neo4j.js";

let bin: string;

beforeEach(async () => {
  bin = await mkdtemp(join(tmpdir(), "liantu-test-bin-"));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(bin, { recursive: true, maxRetries: 5 });
});

/** Puts a command on a PATH that holds nothing else. */
async function command(name: string, commands: string): Promise<void> {
  vi.stubEnv("PATH", bin);
  const file = join(bin, name);
  await writeFile(file, `#!/bin/sh\n${commands}\n`);
  await chmod(file, 0o755);
}

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const script = ["--import", "tsx", "src/cli/neo4j.ts"];

function cli(args: readonly string[], path = process.env["PATH"]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...script, ...args],
      { env: { ...process.env, PATH: path } },
      (error, stdout, stderr) => {
        resolve({ code: Number(error?.code ?? 0), stdout, stderr });
      },
    );
  });
}

const jdk = (version: string) =>
  `case $1 in -version) echo 'openjdk version "${version}"' >&2;; *) echo 'jdk.compiler@${version}';; esac`;
const jre = `case $1 in -version) echo 'openjdk version "17.0.1"' >&2;; *) echo 'jdk.compiler not found'; exit 1;; esac`;
const maven = (version: string) => `echo 'Apache Maven ${version}'`;

describe("the tools it needs", () => {
  it.each([
    [
      "nothing",
      {},
      [/^java: expected a JDK 17 .* no such command; .*jdk/, /^mvn: .*3\.6\.3 .* no such command; .*maven/],
    ],
    ["no Maven", { java: jdk("17.0.1") }, [/^mvn: .* no such command/]],
    ["no JDK", { mvn: maven("3.8.7") }, [/^java: .* no such command/]],
    ["Java 8", { java: jdk("1.8.0_292"), mvn: maven("3.8.7") }, [/^java: .* got 8\.0; install/]],
    ["a JRE", { java: jre, mvn: maven("3.8.7") }, [/^java: .* not a JRE, .* got "jdk.compiler not found"; install/]],
    ["old ones", { java: jdk("11.0.2"), mvn: maven("3.6.0") }, [/^java: .* got 11\.0\.2;/, /^mvn: .* got 3\.6\.0;/]],
    ["new ones", { java: jdk("25"), mvn: maven("3.10.0") }, []],
  ] as const)("are told apart: %s", async (_, commands: Record<string, string>, lines) => {
    vi.stubEnv("PATH", bin);
    for (const [name, script] of Object.entries(commands)) await command(name, script);
    expect(await missingTools(join(bin, "jars"))).toEqual(lines.map((line) => expect.stringMatching(line) as string));
  });

  it("do not include Maven once the jars are there", async () => {
    await command("java", jdk("21.0.2"));
    expect(await missingTools(bin)).toEqual([]);
  });

  it("leave nothing half fetched when Maven fails", async () => {
    await command("mvn", "echo '[ERROR] Could not transfer artifact'; exit 1");
    const fetching = fetchJars(join(bin, "jars"), () => undefined);
    await expect(fetching).rejects.toThrow(/^mvn: expected the jars .*Could not transfer artifact; check the network/);
    expect(await readdir(bin)).toEqual(["mvn"]);
  });
});

describe("the command", () => {
  it("explains itself", async () => {
    const { code, stdout } = await cli(["--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/--port[^]*--data[^]*--memory[^]*--password[^]*--heap/);
  });

  it.each([
    [["--port", "high"], '--port: expected a number from 0 to 65535 but got "high"'],
    [["--memory", "--data", "here"], '--memory: expected no --data beside it but got "here"'],
    [["--password", "short"], "password: expected at least 8 characters but got 5"],
    [["--colour"], "--colour"],
  ])("refuses %s", async (args, message) => {
    const { code, stderr } = await cli(args);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it("says that the JDK is missing", async () => {
    const { code, stderr } = await cli([], bin);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^java: expected a JDK 17 or newer but got no such command; install one/);
  });
});

describe.skipIf(!canStartNeo4j)("a Neo4j of one's own", () => {
  let server: OwnNeo4j;

  beforeAll(async () => {
    server = await ownNeo4j();
  }, 120_000);

  afterAll(() => server.remove(), 60_000);

  async function ask(query: string, password = server.password): Promise<unknown> {
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, password));
    try {
      // Not executeQuery, which would try for half a minute to reach a server that is stopped.
      const { records } = await driver.session().run(query);
      return records[0]?.get(0);
    } finally {
      await driver.close();
    }
  }

  it("lets in whoever has the password, and nobody else", async () => {
    expect(await ask("RETURN 'yes'")).toBe("yes");
    await expect(ask("RETURN 1", "another-one")).rejects.toMatchObject({
      code: "Neo.ClientError.Security.Unauthorized",
    });
  });

  it("keeps its graph from one start to the next, and leaves no process behind", async () => {
    await ask("CREATE (:Zone { id: 'zone:zuoyun' })");
    const before = server.pid();
    await server.stop();
    expect(() => process.kill(before, 0)).toThrow("ESRCH");
    await expect(ask("RETURN 1")).rejects.toMatchObject({ code: "ServiceUnavailable" });
    await server.start();
    expect(await ask("MATCH (z:Zone) RETURN z.id")).toBe("zone:zuoyun");
  }, 60_000);

  it.each(["SIGTERM", "SIGKILL"] as const)(
    "ends when %s ends the command that started it",
    async (signal) => {
      const command = spawn(process.execPath, [...script, "--memory", "--port", "0"], {
        env: { ...process.env, TMPDIR: bin },
      });
      const port = await new Promise<number>((resolve) => {
        let said = "";
        command.stdout.on("data", (chunk: Buffer) => {
          said += chunk.toString();
          const uri = /NEO4J_URI=neo4j:\/\/127\.0\.0\.1:(\d+) npm start/.exec(said);
          if (uri) resolve(Number(uri[1]));
        });
      });
      expect(await answers(port)).toBe(true);
      command.kill(signal);
      const [code] = (await once(command, "exit")) as [number | null];
      expect(code).toBe(signal === "SIGTERM" ? 0 : null);
      await expect.poll(() => answers(port), { timeout: 15_000 }).toBe(false);
    },
    60_000,
  );
});

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
