import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { PACKAGE_ROOT } from "../../config.js";

const run = promisify(execFile);
// tsc copies neither the POM nor the launcher, so from dist/ too they are read where they are written.
const pom = join(PACKAGE_ROOT, "src/cli/neo4j/pom.xml");

/** The release that is fetched: of the 5.26 line, which has long-term support. */
export const neo4jVersion = "5.26.30";

/** The Java program that runs Neo4j. */
export const launcher = join(PACKAGE_ROOT, "src/cli/neo4j/Launcher.java");

/** Where the jars stay once they are fetched. */
export const jarsFolder = join(PACKAGE_ROOT, `data/neo4j/lib-${neo4jVersion}`);

/** Where the graph stays when no other folder is named. */
export const graphFolder = join(PACKAGE_ROOT, "data/neo4j/graph");

interface Tool {
  readonly command: string;
  readonly asked: readonly string[];
  readonly version: RegExp;
  readonly atLeast: string;
  readonly expected: string;
  readonly advice: string;
}

const getJdk =
  "install one (Debian: apt-get install default-jdk-headless; macOS: brew install openjdk; others: https://adoptium.net) " +
  "and put its bin folder first on the PATH";

const java: Tool = {
  command: "java",
  asked: ["-version"],
  version: /version "(?:1\.)?([\d.]+)/,
  atLeast: "17",
  expected: "a JDK",
  advice: getJdk,
};

const javaCompiler: Tool = {
  ...java,
  asked: ["--describe-module", "jdk.compiler"],
  version: /^jdk\.compiler@([\d.]+)/,
  expected: "a JDK, not a JRE, of version",
};

const maven: Tool = {
  command: "mvn",
  asked: ["--version"],
  version: /Apache Maven ([\d.]+)/,
  atLeast: "3.6.3",
  expected: "Maven",
  advice:
    "install it, for it fetches Neo4j once (Debian: apt-get install maven; macOS: brew install maven; others: " +
    "https://maven.apache.org/install.html), and put its bin folder first on the PATH",
};

/** What is missing or too old of a JDK, and of Maven as long as it has to fetch the jars: one line each. */
export async function missingTools(jars: string = jarsFolder): Promise<string[]> {
  const [noJava, noCompiler, noMaven] = await Promise.all([
    problem(java),
    problem(javaCompiler),
    existsSync(jars) ? undefined : problem(maven),
  ]);
  return [noJava ?? noCompiler, noMaven].filter((line) => line !== undefined);
}

async function problem({ command, asked, version, atLeast, expected, advice }: Tool): Promise<string | undefined> {
  const said = await answer(command, asked);
  const found = version.exec(said ?? "")?.[1];
  if (found !== undefined && found.localeCompare(atLeast, "en", { numeric: true }) >= 0) return undefined;
  const got = said === undefined ? "no such command" : (found ?? JSON.stringify(said.trim().split("\n")[0]));
  return `${command}: expected ${expected} ${atLeast} or newer but got ${got}; ${advice}`;
}

/** What a command prints, also where it fails; undefined where there is none. */
async function answer(command: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run(command, args);
    return stdout + stderr;
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string };
    return code === "ENOENT" ? undefined : `${stdout ?? ""}${stderr ?? ""}`;
  }
}

/** Fetches the jars of Neo4j by Maven where they are not there yet: all of them or, if that is cut short, none. */
export async function fetchJars(jars: string, log: (line: string) => void, signal?: AbortSignal): Promise<void> {
  if (existsSync(jars)) return;
  log(`Fetching Neo4j ${neo4jVersion} by Maven, once (123 MB), into ${jars}`);
  await mkdir(dirname(jars), { recursive: true });
  const partial = await mkdtemp(`${jars}.partial-`);
  try {
    await run(
      "mvn",
      [
        "--batch-mode",
        "--quiet",
        `--file=${pom}`,
        `-Dneo4j.version=${neo4jVersion}`,
        "-DincludeScope=runtime",
        `-DoutputDirectory=${partial}`,
        "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies",
      ],
      { signal },
    );
    await rename(partial, jars);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Two processes may fetch at once; the first to finish serves both.
    if (existsSync(jars)) return;
    signal?.throwIfAborted();
    const said = (error as { stdout?: string }).stdout?.trim().split("\n")[0] ?? String(error);
    throw new Error(
      `mvn: expected the jars of Neo4j ${neo4jVersion} but got: ${said}; check the network, or name a mirror of ` +
        "Maven Central in ~/.m2/settings.xml",
      { cause: error },
    );
  }
}
