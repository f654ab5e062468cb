import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { missingTools } from "../../src/cli/neo4j/installation.js";
import { PACKAGE_ROOT } from "../../src/config.js";
import { isRequired } from "./engines.js";

const run = promisify(execFile);
const READERS = join(PACKAGE_ROOT, "test", "readers");

/** The release of Gephi's toolkit that files are opened with. */
const GEPHI = "0.10.1";
const JARS = join(PACKAGE_ROOT, "data", "gephi", `lib-${GEPHI}`);
/** A Python that has NetworkX and igraph. */
const PYTHON = process.env["LIANTU_TEST_PYTHON"] ?? join(PACKAGE_ROOT, "data", "python", "bin", "python");

/** A node or an edge as another program holds it. */
export interface ReadElement {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly label?: string;
}

/** An edge as another program holds it; Gephi has a kind and a weight too. */
export interface ReadEdge extends ReadElement {
  readonly from: string;
  readonly to: string;
  readonly kind?: string;
  readonly weight?: number;
}

/** A node as another program holds it; Gephi has its place, its size and its colour too. */
export interface ReadNode extends ReadElement {
  readonly x?: number;
  readonly y?: number;
  readonly size?: number;
  readonly colour?: string;
}

/** What another program holds of a file. */
export interface ReadNetwork {
  readonly nodes: readonly ReadNode[];
  readonly edges: readonly ReadEdge[];
}

/** Another program that opens exports. */
export interface Reader {
  readonly name: string;
  readonly forms: readonly ("gexf" | "graphml")[];
  /** Whether it is here, or must be. */
  readonly present: boolean;
  read(files: readonly string[]): Promise<readonly ReadNetwork[]>;
}

async function lines(command: string, args: readonly string[]): Promise<readonly ReadNetwork[]> {
  const { stdout } = await run(command, args, { maxBuffer: 1e9 });
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ReadNetwork);
}

/** Fetches Gephi's toolkit by Maven, once (83 MB); from what Maven already has unless it is required. */
async function fetchGephi(): Promise<void> {
  if (existsSync(JARS)) return;
  await run("mvn", [
    "--batch-mode",
    "--quiet",
    ...(isRequired("jdk") ? [] : ["--offline"]),
    `--file=${join(READERS, "pom.xml")}`,
    `-Dgephi.version=${GEPHI}`,
    `-DoutputDirectory=${JARS}`,
    "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies",
  ]);
}

/** Whether what a reader needs is here; says what is missing where it is not required. */
async function isHere(name: string, part: string, prepare: () => Promise<unknown>): Promise<boolean> {
  try {
    await prepare();
    return true;
  } catch (error) {
    const message = `${name}: expected it to be here but it is not; set LIANTU_REQUIRE=${part} to see why this fails.`;
    if (isRequired(part)) throw new Error(message, { cause: error });
    console.warn(`${message} Exports are not tested with it.`);
    return false;
  }
}

const hasGephi = await isHere("Gephi", "jdk", async () => {
  const missing = await missingTools(JARS);
  if (missing.length > 0) throw new Error(missing.join("\n"));
  await fetchGephi();
});
const hasPython = await isHere("NetworkX and igraph", "python", () => run(PYTHON, ["-c", "import networkx, igraph"]));

const java = ["-Djava.awt.headless=true", "-cp", join(JARS, "*"), join(READERS, "OpenInGephi.java")];
const python = (library: string) => (files: readonly string[]) =>
  lines(PYTHON, [join(READERS, "read.py"), library, ...files]);

/** The programs that exports are for. */
export const readers: readonly Reader[] = [
  { name: "Gephi", forms: ["gexf", "graphml"], present: hasGephi, read: (files) => lines("java", [...java, ...files]) },
  { name: "NetworkX", forms: ["gexf", "graphml"], present: hasPython, read: python("networkx") },
  { name: "igraph", forms: ["graphml"], present: hasPython, read: python("igraph") },
];
