import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { GraphModel, Kind, Property, RelationshipType, ScalarType } from "../../src/graph/model.js";
import { nameOf, shortOf, textOf } from "./names.js";
import { Random } from "./random.js";
import { countsOf, entityId, flowsOf, type Flow } from "./shape.js";

/** Which share of the optional values is there. */
const STATED = 0.6;
/** Which share of the relationships has a second one beside it, between the same two entities. */
const PARALLEL = 0.02;
/** Which share of the entities has a fact. */
const WITH_FACT = 0.002;

const COLUMN_TYPES: Readonly<Record<ScalarType, string>> = {
  String: "string",
  PartialDate: "string",
  Enum: "string",
  Float: "float",
  Int: "int",
  Boolean: "boolean",
};

const VALUES: Readonly<Record<ScalarType, (random: Random, property: Property) => string>> = {
  String: textOf,
  Float: (random) => String(Math.round(10 ** (1 + 8 * random.next()))),
  Int: (random) => String(random.below(100, 2)),
  Boolean: (random) => String(random.chance(0.5)),
  PartialDate: (random) => {
    const digits = (value: number): string => String(value + 1).padStart(2, "0");
    const parts = [String(2015 + random.below(12)), digits(random.below(12)), digits(random.below(28))];
    return parts.slice(0, 1 + random.below(3)).join("-");
  },
  Enum: (random, { terms }) => random.pick(Object.keys(terms?.values ?? {}), 1.5),
};

type Counts = ReadonlyMap<string, number>;

function cell(random: Random, property: Property): string {
  if (!property.required && !random.chance(STATED)) return "";
  const value = (): string => VALUES[property.type](random, property);
  return property.list ? Array.from({ length: 1 + random.below(3) }, value).join(";") : value();
}

function header(property: Property): string {
  return `${property.name}:${COLUMN_TYPES[property.type]}${property.list ? "[]" : ""}`;
}

/** The properties that are made by their type; names have words of their own. */
function plain(item: Kind | RelationshipType): Property[] {
  return [...item.properties.values()].filter(({ name }) => !["name", "nameEn", "aliases"].includes(name));
}

function citation(model: GraphModel, counts: Counts, random: Random): string {
  const source = model.kinds.get("Source") as Kind;
  return `${entityId(source, random.below(counts.get("Source") ?? 1))}|A${1 + random.below(4)}|${1 + random.below(20)}`;
}

function* nodes(model: GraphModel, kind: Kind, counts: Counts): Generator<string> {
  const properties = plain(kind);
  yield `id:ID,name:string,nameEn:string,aliases:string[],${properties.map((item) => `${header(item)},`).join("")}citations:string[]\n`;
  for (let rank = 0; rank < (counts.get(kind.name) ?? 0); rank += 1) {
    const random = new Random(`${kind.name} ${rank}`);
    const id = entityId(kind, rank);
    const nameEn = random.chance(STATED) ? `${kind.en} ${id.split(":")[1] ?? ""}` : "";
    const aliases = random.chance(STATED) ? shortOf(random) : "";
    const cells = properties.map((property) => cell(random, property));
    yield `${[id, nameOf(kind, random), nameEn, aliases, ...cells, citation(model, counts, random)].join(",")}\n`;
  }
}

function* farRanks(random: Random, flow: Flow, rank: number, targets: number): Generator<number> {
  if (flow.tree) {
    if (rank > 0) yield Math.floor((rank - 1) / 10);
    return;
  }
  const wanted = flow.steady ? flow.mean : Math.min(random.count(flow.mean), targets >> 1);
  const ranks = new Set(Array.from({ length: wanted }, () => random.below(targets, flow.skew)));
  if (flow.from === flow.to) ranks.delete(rank);
  yield* ranks;
}

function* relationships(model: GraphModel, type: RelationshipType, counts: Counts): Generator<string> {
  const properties = plain(type);
  yield `id,:START_ID,:END_ID,${properties.map((item) => `${header(item)},`).join("")}citations:string[]\n`;
  for (const flow of flowsOf(type)) {
    const [from, to] = [model.kinds.get(flow.from), model.kinds.get(flow.to)] as [Kind, Kind];
    for (let rank = 0; rank < (counts.get(flow.from) ?? 0); rank += 1) {
      const random = new Random(`${type.type} ${flow.from} ${flow.to} ${rank}`);
      for (const far of farRanks(random, flow, rank, counts.get(flow.to) ?? 0)) {
        const ends = [entityId(from, rank), entityId(to, far)];
        const row = (id: string): string =>
          `${[id, ...ends, ...properties.map((property) => cell(random, property)), citation(model, counts, random)].join(",")}\n`;
        yield row("");
        if (properties.length > 0 && random.chance(PARALLEL)) yield row(`${type.prefix}:${ends.join("~")}~2`);
      }
    }
  }
}

function* facts(model: GraphModel, counts: Counts): Generator<string> {
  yield "subject,property,value,unit,qualifier,planned,asOf,citation\n";
  for (const kind of model.kinds.values())
    for (let rank = 0; rank < (counts.get(kind.name) ?? 0); rank += 1) {
      const random = new Random(`fact ${kind.name} ${rank}`);
      if (random.chance(WITH_FACT))
        yield `${entityId(kind, rank)},jobs,${random.below(5000)},人,ABOUT,${random.chance(0.5)},2024,${citation(model, counts, random)}\n`;
    }
}

/** Rows are gathered, because a stream of single lines is slow. */
function* gathered(lines: Iterable<string>): Generator<string> {
  let text = "";
  for (const line of lines) {
    text += line;
    if (text.length > 1 << 18) {
      yield text;
      text = "";
    }
  }
  yield text;
}

async function write(file: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(gathered(lines)), createWriteStream(file));
}

/** The dataset's id in the graph. */
export function datasetId(size: number): string {
  return `bench-${size}`;
}

/**
 * Writes a dataset folder that follows a model, the same for the same model and size: skewed as real data are, with values
 * missing. It is renamed into its place when it is whole.
 * @param size how many entities.
 */
export async function writeDataset(folder: string, model: GraphModel, size: number): Promise<void> {
  const counts = countsOf(model, size);
  const making = `${folder}.writing`;
  await rm(making, { recursive: true, force: true });
  await mkdir(join(making, "nodes"), { recursive: true });
  await mkdir(join(making, "relationships"));
  for (const kind of model.kinds.values())
    await write(join(making, "nodes", `${kind.prefix}.csv`), nodes(model, kind, counts));
  for (const type of model.relationships.values())
    await write(join(making, "relationships", `${type.prefix}.csv`), relationships(model, type, counts));
  await write(join(making, "facts.csv"), facts(model, counts));
  await writeFile(join(making, "terms.csv"), "property,zh,en\njobs,就业岗位,jobs\n");
  const described = { id: datasetId(size), title: `Synthetic graph of ${size} entities (合成数据)`, date: "2024" };
  await writeFile(join(making, "dataset.json"), `${JSON.stringify(described, null, 2)}\n`);
  await rename(making, folder);
}
