import fc from "fast-check";
import { isAt, Memberships, type Stated } from "../../src/graph/memberships.js";
import {
  derivedTypes,
  statedTypes,
  type GraphModel,
  type Kind,
  type Property,
  type RelationshipType,
} from "../../src/graph/model.js";
import { csv, described, type Files } from "../support/datasets.js";

type Value = string | number | boolean | readonly string[];

/** Property values by name, as a reader of the files understands them; a missing value has no entry. */
export type Values = Readonly<Record<string, Value>>;

/** One entity as its file states it. */
export interface EntityRow {
  readonly kind: Kind;
  readonly id: string;
  readonly values: Values;
}

/** One relationship as its file states it. */
export interface RelationshipRow {
  readonly type: RelationshipType;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly values: Values;
}

/** One row of facts.csv. */
export type FactRow = Readonly<Record<(typeof FACT_COLUMNS)[number], string>>;

/** Everything that a dataset folder states. */
export interface Dataset {
  readonly entities: readonly EntityRow[];
  readonly relationships: readonly RelationshipRow[];
  readonly facts: readonly FactRow[];
}

const FACT_COLUMNS = ["subject", "property", "value", "unit", "qualifier", "planned", "asOf", "citation"] as const;
const SEED = 20241;

/** Kinds and types that get many rows, so that orders have ties and pages have length; all others get a few. */
const BUSY = new Set(["Region", "Zone", "Company", "Project", "Fund", "Stage"]);
const BUSY_TYPES = new Set(["LocatedIn", "PartnersWith", "Funds", "Supplies", "PartOf", "Feeds", "Owns", "Subscribes"]);

/** Texts that engines, quoting and comparisons are known to disagree on. */
const TEXTS = [
  ..."甲 乙 甲乙 a A Z é 1000 1e3 0010 -5 true null 𠮷野家 😀 （甲）甲 甲（乙） 甲😀 \ue000 \ud7ff ' \" \\ \\n $p0 `n` % a'b\"c\\d".split(
    " ",
  ),
  "two words",
  "line\nbreak",
  "a,b",
];
const ITEMS = ["新能源", "a", "A", "1", "1.0", "𠮷", 'quo"te', "back\\slash", "it's", "x y"];
const DATES = [
  "2021",
  "2022",
  "2022-12",
  "2022-12-31",
  "2023",
  "2023-01",
  "2023-01-01",
  "2023-03",
  "2023-03-10",
  "2024",
];
const FLOATS = [0, -1.5, 0.1, 0.3, 1e-7, 3, 3, 100, 8_545_000_000, 9_007_199_254_740_991, 1e21, -1e300];
const INTS = [0, -3, 1, 7, 7, 12, 2_147_483_647];
const SLUGS = ["a", "A", "a-1", "a.1", "a_1", "10", "9", "甲", "晋", "龥", "z"];

const pools: Readonly<Record<Property["type"], readonly Value[]>> = {
  String: TEXTS,
  PartialDate: DATES,
  Float: FLOATS,
  Int: INTS,
  Boolean: [true, false],
  Enum: [],
};

function valueOf({ type, terms, list }: Property): fc.Arbitrary<Value> {
  const named = terms && Object.keys(terms.values);
  if (!list) return fc.constantFrom(...(named ?? pools[type]));
  return fc.uniqueArray(fc.constantFrom(...(named ?? ITEMS)), { minLength: 1, maxLength: 3 });
}

/** What is required is there, everything else as often as not. */
function valuesOf(properties: ReadonlyMap<string, Property>): fc.Arbitrary<Values> {
  const all = [...properties.values()];
  return fc.record(Object.fromEntries(all.map((property) => [property.name, valueOf(property)])), {
    requiredKeys: all.filter(({ required }) => required).map(({ name }) => name),
  });
}

function sample<T>(arbitrary: fc.Arbitrary<T>, count: number, salt: string): T[] {
  const seed = Array.from(salt).reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) | 0, SEED);
  return fc.sample(arbitrary, { numRuns: count, seed });
}

function entitiesOf(kind: Kind): EntityRow[] {
  const count = BUSY.has(kind.name) ? 16 : 5;
  return sample(valuesOf(kind.properties), count, kind.name).map((values, index) => ({
    kind,
    id: `${kind.prefix}:${SLUGS[index] ?? `n${index}`}`,
    values,
  }));
}

/**
 * Rows of a type, with parallel ones and self-loops wherever its ends allow them. Placement alone always leads to an
 * earlier row, so that places lie in each other without circles, several deep.
 */
function relationshipsOf(type: RelationshipType, entities: readonly EntityRow[]): RelationshipRow[] {
  const standing = (names: ReadonlySet<string>) => entities.filter(({ kind }) => names.has(kind.name));
  const [from, to] = [standing(type.from), standing(type.to)];
  const busy = BUSY_TYPES.has(type.name);
  const both = to.filter((row) => from.includes(row));
  const nested = both.slice(1).map((row, index) => [row, both[index >> 1] as EntityRow] as const);
  const loops = both.slice(0, 2).map((row) => [row, row] as const);
  const pairs = sample(fc.tuple(fc.constantFrom(...from), fc.constantFrom(...to)), busy ? 40 : 6, type.name);
  const fitting = pairs.filter(([a, b]) => !type.placement || entities.indexOf(a) > entities.indexOf(b));
  const ends = [...fitting, ...fitting.slice(0, busy ? 6 : 2), ...(type.placement ? nested : loops)];
  return sample(valuesOf(type.properties), ends.length, `${type.name} values`).map((values, index) => {
    const [a, b] = ends[index] as readonly [EntityRow, EntityRow];
    return { type, id: `${type.prefix}:${SLUGS[index] ?? `n${index}`}`, from: a.id, to: b.id, values };
  });
}

/** Cites sources on every third row. */
function cited<Row extends EntityRow | RelationshipRow>(rows: readonly Row[], sources: readonly string[]): Row[] {
  return rows.map((row, index) => {
    const source = sources[index % sources.length] as string;
    const citations = [`${source}|A1|${index + 1}`, `${source}||`];
    return index % 3 === 0 ? { ...row, values: { ...row.values, citations } } : row;
  });
}

/** What follows from stated rows. */
function following(model: GraphModel, type: RelationshipType, rows: readonly RelationshipRow[]): RelationshipRow[] {
  const { joins = [], sections, parts } = type.derived ?? {};
  const ofTypes = (...types: readonly (string | undefined)[]): Stated[] =>
    rows
      .filter((row) => types.includes(row.type.type))
      .map(({ id, from, to, values }) => ({ id, from, to, citations: (values["citations"] ?? []) as string[] }));
  const between = ofTypes(parts).filter(({ from, to }) => isAt(model, type, from) && isAt(model, type, to));
  const memberships = new Memberships(model, type, ofTypes(sections), between);
  const joined = ofTypes(...joins);
  return [...new Set(joined.map(({ from }) => from))].flatMap((member) =>
    memberships.of(joined.filter(({ from }) => from === member)).map(({ id, from, to, derivedFrom, citations }) => ({
      ...{ type, id, from, to },
      values: { derivedFrom, ...(citations ? { citations } : {}) },
    })),
  );
}

/** A small graph in which everything is that tells engines apart; every kind and type of the model is in it. */
export function makeDataset(model: GraphModel): Dataset {
  const bare = [...model.kinds.values()].flatMap(entitiesOf);
  const sources = bare.filter(({ kind }) => kind.name === "Source").map(({ id }) => id);
  const entities = cited(bare, sources);
  const stated = cited(
    statedTypes(model).flatMap((type) => relationshipsOf(type, entities)),
    sources,
  );
  const relationships = [...stated, ...derivedTypes(model).flatMap((type) => following(model, type, stated))];
  const subjects = [...entities, ...stated].filter((_, index) => index % 20 === 0);
  const facts = subjects.flatMap(({ id }, index) => [
    fact(id, "headcount", "12.5", { unit: "人", qualifier: "OVER", planned: "true", asOf: "2023-05" }, sources[0]),
    fact(id, "motto", `a'b"c\\d ${index}`, { qualifier: "EXACT", planned: "false" }, sources[1]),
  ]);
  return { entities, relationships, facts };
}

function fact(subject: string, property: string, value: string, rest: Partial<FactRow>, source = ""): FactRow {
  return {
    unit: "",
    qualifier: "",
    planned: "",
    asOf: "",
    ...rest,
    subject,
    property,
    value,
    citation: `${source}|A2|3`,
  };
}

function cell(value: Value = ""): string {
  const text = typeof value === "object" ? value.join(";") : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The dataset as the files of a folder that the importer reads. */
export function filesOf(model: GraphModel, dataset: Dataset): Files {
  const table = (header: readonly string[], rows: readonly (readonly (Value | undefined)[])[]) =>
    csv(...[header, ...rows].map((row) => row.map(cell).join(",")));
  const nodes = [...model.kinds.values()].map((kind) => {
    const columns = [...kind.properties.keys(), "citations"];
    const rows = dataset.entities.filter((row) => row.kind === kind);
    const cells = rows.map(({ id, values }) => [id, ...columns.map((column) => values[column])]);
    return [`nodes/${kind.prefix}.csv`, table(["id:ID", ...columns], cells)] as const;
  });
  const relationships = statedTypes(model).map((type) => {
    const columns = [...type.properties.keys(), "citations"];
    const rows = dataset.relationships.filter((row) => row.type === type);
    const cells = rows.map(({ id, from, to, values }) => [id, from, to, ...columns.map((column) => values[column])]);
    return [`relationships/${type.prefix}.csv`, table(["id", ":START_ID", ":END_ID", ...columns], cells)] as const;
  });
  const facts = dataset.facts.map((row) => FACT_COLUMNS.map((column) => row[column]));
  return {
    "dataset.json": described("generated"),
    ...Object.fromEntries([...nodes, ...relationships]),
    "facts.csv": table(FACT_COLUMNS, facts),
  };
}
