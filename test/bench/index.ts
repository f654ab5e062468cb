import "./production.js";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runCommand } from "../../src/cli/run.js";
import { BadInput } from "../../src/errors.js";
import { buildModel, type Built } from "../../src/schema.js";
import { ARRAYS, measureArrays } from "./arrays.js";
import { extentName, writeDataset, type Extent } from "./dataset.js";
import { load, type Loaded } from "./load.js";
import { measure, type Measured } from "./measure.js";
import { chains } from "./operations/chains.js";
import { conditions } from "./operations/conditions.js";
import { lists } from "./operations/lists.js";
import { money } from "./operations/money.js";
import { pages } from "./operations/pages.js";
import { views } from "./operations/views.js";
import { paths } from "./operations/paths.js";
import { searches } from "./operations/search.js";
import { describeHead, describeLoads, describeMeasured } from "./report.js";
import { takeSamples } from "./samples.js";
import { startService } from "./service.js";
import { BENCH_DATA, holds, openTarget, type Place } from "./target.js";

const OPERATIONS = [...lists, ...pages, ...paths, ...conditions, ...searches, ...views, ...money, ...chains];
const IMPORT = "import";

const HELP = `Measures the API beside hand-written Cypher on a synthetic graph.

  npm run bench -- --engine neo4j --size 100000              all operations
  npm run bench -- --engine embedded --size 10000 --only point
  npm run bench -- --engine neo4j --size 100000 --only import  imports anew
  npm run bench -- --engine neo4j --size 10000 --hub 100000 --only hub

  --engine      neo4j (NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD name it; it must hold nothing else) or embedded
  --size        entities, 10000 or more; there are about 1.5 relationships to each
  --hub         as many companies more, all in the busiest zone (0)
  --only        operations whose name contains this: ${[IMPORT, ...OPERATIONS.map(({ name }) => name), ARRAYS].join(", ")}
  --iterations  timed runs of each (200)
  --json        a file for the figures
`;

interface Options {
  readonly place: Place;
  readonly extent: Extent;
  readonly only: string;
  readonly iterations: number;
  readonly json: string | undefined;
}

/** Below this there are too few zones to ask at. */
const LEAST_SIZE = 10_000;

function count(name: string, value: string, least: number): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new BadInput(
    `bench --${name}: expected a whole number from ${least} but got ${value}; write --${name} ${least}.`,
  );
}

function placeOf(engine: string, extent: Extent, env: NodeJS.ProcessEnv): Place {
  if (engine === "embedded") return { kind: "embedded", file: join(BENCH_DATA, `embedded-${extentName(extent)}`) };
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } = env;
  if (engine !== "neo4j")
    throw new BadInput(`bench --engine: expected neo4j or embedded but got ${engine}; write --engine embedded.`);
  if (!uri)
    throw new BadInput("NEO4J_URI: expected the address of a Neo4j of the benchmark's own but it is not set; set it.");
  return {
    kind: "neo4j",
    uri,
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
  };
}

function readOptions(argv: readonly string[], env: NodeJS.ProcessEnv): Options | undefined {
  const text = { type: "string" } as const;
  const options = {
    engine: text,
    size: text,
    hub: text,
    only: text,
    iterations: text,
    json: text,
    help: { type: "boolean" },
  } as const;
  const { values } = parseArgs({ args: [...argv], options });
  if (values.help) return undefined;
  const extent = {
    size: count("size", values.size ?? "100000", LEAST_SIZE),
    hub: count("hub", values.hub ?? "0", 0),
  };
  return {
    place: placeOf(values.engine ?? "embedded", extent, env),
    extent,
    only: values.only ?? "",
    iterations: count("iterations", values.iterations ?? "200", 1),
    json: values.json,
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Brings the graph there where it is not; the importer is measured where it was asked for by name. */
async function fill({ model }: Built, { place, extent, only }: Options): Promise<readonly Loaded[]> {
  const measured = only === IMPORT;
  if (!measured && (await holds(place, extent))) return [];
  const folder = join(BENCH_DATA, `dataset-${extentName(extent)}`);
  await mkdir(BENCH_DATA, { recursive: true });
  if (!existsSync(folder)) await writeDataset(folder, model, extent);
  const raw = measured ? await load({ place, folder, extent, way: "raw" }) : undefined;
  const imported = await load({ place, folder, extent, way: "import" });
  say(describeLoads(imported, raw));
  return raw ? [imported, raw] : [imported];
}

async function measureAll(built: Built, { place, only, iterations }: Options): Promise<readonly Measured[]> {
  const wanted = OPERATIONS.filter(({ name }) => name.includes(only));
  const arrays = ARRAYS.includes(only);
  if (wanted.length === 0 && !arrays) return [];
  const target = await openTarget(place);
  const service = await startService(built, target);
  const samples = await takeSamples(built.model, service, target);
  say(describeHead());
  const measured: Measured[] = [];
  for (const operation of wanted) {
    const result = await measure(operation, samples, service, target.engine, iterations);
    say(describeMeasured(result));
    measured.push(result);
  }
  if (arrays) {
    const result = await measureArrays(built, samples, service, target.engine, iterations);
    say(describeMeasured(result));
    measured.push(result);
  }
  await service.close();
  await target.close();
  return measured;
}

async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const options = readOptions(argv, env);
  if (!options) {
    process.stdout.write(HELP);
    return;
  }
  const built = buildModel();
  const loads = await fill(built, options);
  const operations = await measureAll(built, options);
  const { place, extent, json } = options;
  const figures = { engine: place.kind, ...extent, node: process.version, loads, operations };
  if (json !== undefined) await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
}

await runCommand(() => main(process.argv.slice(2), process.env));
