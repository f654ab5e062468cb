import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  statedTypes,
  type GraphModel,
  type Kind,
  type Property,
  type RelationshipType,
  type ScalarType,
} from "../../src/graph/model.js";
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

/** What more companies are joined to: the first zone, which is the busiest anyway. */
const HUB = { from: "Company", type: "LOCATED_IN", to: "Zone" } as const;

function* nodes(model: GraphModel, kind: Kind, counts: Counts, more: number): Generator<string> {
  const properties = plain(kind);
  yield `id:ID,name:string,nameEn:string,aliases:string[],${properties.map((item) => `${header(item)},`).join("")}citations:string[]\n`;
  for (let rank = 0; rank < (counts.get(kind.name) ?? 0) + more; rank += 1) {
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

function* relationships(model: GraphModel, type: RelationshipType, counts: Counts, more: number): Generator<string> {
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
  const [from, to] = [model.kinds.get(HUB.from), model.kinds.get(HUB.to)] as [Kind, Kind];
  const known = counts.get(HUB.from) ?? 0;
  for (let rank = known; rank < known + more; rank += 1) {
    const ends = [entityId(from, rank), entityId(to, 0)];
    yield `${["", ...ends, ...properties.map(() => ""), citation(model, counts, new Random(`hub ${rank}`))].join(",")}\n`;
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

/** How large a graph is: how many entities it has, and how many companies more, all in its busiest zone. */
export interface Extent {
  readonly size: number;
  readonly hub: number;
}

/** What tells graphs of different extent apart, in the names of files too. */
export function extentName({ size, hub }: Extent): string {
  return hub > 0 ? `${size}-hub-${hub}` : String(size);
}

/** The dataset's id in the graph. */
export function datasetId(extent: Extent): string {
  return `bench-${extentName(extent)}`;
}

/**
 * Writes a dataset folder that follows a model, the same for the same model and extent: skewed as real data are, with values
 * missing. It is renamed into its place when it is whole.
 */
export async function writeDataset(folder: string, model: GraphModel, extent: Extent): Promise<void> {
  const counts = countsOf(model, extent.size);
  const companies = model.kinds.get(HUB.from) as Kind;
  const making = `${folder}.writing`;
  await rm(making, { recursive: true, force: true });
  await mkdir(join(making, "nodes"), { recursive: true });
  await mkdir(join(making, "relationships"));
  for (const kind of model.kinds.values())
    await write(
      join(making, "nodes", `${kind.prefix}.csv`),
      nodes(model, kind, counts, kind === companies ? extent.hub : 0),
    );
  for (const type of statedTypes(model))
    await write(
      join(making, "relationships", `${type.prefix}.csv`),
      relationships(model, type, counts, type.type === HUB.type ? extent.hub : 0),
    );
  await write(join(making, "facts.csv"), facts(model, counts));
  await writeFile(join(making, "terms.csv"), "property,zh,en\njobs,就业岗位,jobs\n");
  const described = {
    id: datasetId(extent),
    title: `Synthetic graph of ${extentName(extent)} entities (合成数据)`,
    date: "2024",
  };
  await writeFile(join(making, "dataset.json"), `${JSON.stringify(described, null, 2)}\n`);
  await rename(making, folder);
}
