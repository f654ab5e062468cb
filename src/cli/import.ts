import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readConfig, type Config } from "../config.js";
import { IN_MEMORY } from "../engine/embedded.js";
import { embeddedFolder, openEngine } from "../engine/open.js";
import { BadInput } from "../errors.js";
import { prepareGraph } from "../graph/prepare.js";
import { importDataset, type Changes, type ImportReport, type Progress } from "../import/index.js";
import { buildModel } from "../schema.js";
import { runCommand } from "./run.js";

const HELP = `Brings a dataset folder into the graph.

  npm run import -- FOLDER          replaces exactly what this dataset stated before
  npm run import -- FOLDER --check  validates, says what would change, and writes nothing

FOLDER holds dataset.json, nodes/*.csv, relationships/*.csv, facts.csv and terms.csv; schema/model.md lists kinds,
relationships and their columns. The graph is the one that npm start serves: the embedded engine's under LIANTU_DATA
(stop the service first), or the Neo4j that NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE name.
`;

/** Runs the command. */
export async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const options = { check: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0)
    throw new BadInput(
      `import: expected one dataset folder but got ${positionals.length}; name it: npm run import -- FOLDER.`,
    );
  const config = readConfig(env);
  const { model } = buildModel();
  const check = values.check ?? false;
  const engine = await openEngine(check ? withoutTraces(config) : config);
  try {
    if (!check) await prepareGraph(engine, model);
    const onProgress = progressOn(process.stderr);
    const report = await importDataset({ folder, engine, model, check, onProgress });
    process.stdout.write(`${describeReport(report)}\n`);
  } finally {
    await engine.close();
  }
}

/** A graph that is not there yet is as empty as one in memory, and a check does not make it. */
function withoutTraces(config: Config): Config {
  const folder = embeddedFolder(config);
  return folder === undefined || existsSync(folder) ? config : { ...config, data: IN_MEMORY };
}

/** How often a terminal is told. */
const EVERY_MS = 200;

/** Tells a terminal how far an import is: rows, rate, time left. Nothing where nobody watches. */
function progressOn(stream: NodeJS.WriteStream): (progress: Progress) => void {
  const started = performance.now();
  let phaseStarted = started;
  let phase = "";
  let told = 0;
  return (progress) => {
    const now = performance.now();
    if (progress.phase !== phase) [phase, phaseStarted] = [progress.phase, now];
    const done = progress.rows === progress.total;
    if (!stream.isTTY || (now - told < EVERY_MS && !done)) return;
    told = now;
    const rate = progress.rows / Math.max((now - phaseStarted) / 1000, 0.001);
    const left = progress.total === undefined ? "" : `, ${Math.ceil((progress.total - progress.rows) / rate)} s left`;
    const of = progress.total === undefined ? "" : ` of ${progress.total}`;
    stream.write(
      `\r\x1b[K${progress.phase} ${progress.rows}${of} rows, ${Math.round(rate)} a second${left}${done ? "\n" : ""}`,
    );
  };
}

/** An import's report, for people. */
function describeReport({ dataset, checked, milliseconds, items, total }: ImportReport): string {
  const line = (name: string, { added, changed, removed, unchanged }: Changes): string =>
    `  ${name.padEnd(16)} ${[added, changed, removed, unchanged].map((count) => String(count).padStart(10)).join("")}`;
  const head = checked
    ? `${dataset}: would change (nothing was written)`
    : `${dataset}: imported in ${(milliseconds / 1000).toFixed(1)} s`;
  const titles = ["added", "changed", "removed", "unchanged"].map((title) => title.padStart(10)).join("");
  return [
    head,
    `  ${" ".repeat(16)} ${titles}`,
    ...[...items].map(([name, changes]) => line(name, changes)),
    line("in all", total),
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runCommand(() => main(process.argv.slice(2), process.env));
