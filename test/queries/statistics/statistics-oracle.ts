import { Rows } from "../../support/folded.js";
import { joining, type Row } from "../../support/rows.js";

/** A graph of places, chains, firms, projects and partnerships as rows, which an oracle folds. */
export interface Industry {
  readonly rows: readonly Row[];
}

const STATUSES = ["PLANNED", "SIGNED", "IN_PRODUCTION"];
const UNITS = ["GW", "万吨"];

/** Numbers that look random and are the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

/** Three levels of regions, zones that lie at any of them or nowhere, and what stands in them. */
export function randomIndustry(seed: number): Industry {
  const below = numbers(seed);
  const rows: Row[] = [];
  const add = (id: string, more: Readonly<Record<string, unknown>> = {}): void => {
    rows.push({ id, name: id, ...more });
  };
  const joins = new Map<string, Row>();
  const join = (prefix: string, from: string, to: string, more = {}): void => {
    joins.set(`${prefix} ${from} ${to}`, joining(prefix, from, to, more));
  };
  for (let index = 0; index < 2; index += 1) add(`region:p${index}`, { level: "PROVINCE" });
  for (let index = 0; index < 3; index += 1) {
    add(`region:q${index}`, { level: "PREFECTURE" });
    join("located-in", `region:q${index}`, `region:p${index % 2}`);
    add(`region:c${index}`, { level: "COUNTY" });
    join("located-in", `region:c${index}`, `region:q${below(3)}`);
  }
  const places = ["region:p0", "region:q1", "region:c0", "region:c1", "region:c2"];
  for (let index = 0; index < 5; index += 1) {
    add(`zone:z${index}`);
    if (index > 0) join("located-in", `zone:z${index}`, places[below(5)] ?? "");
  }
  for (let index = 0; index < 2; index += 1) add(`industry:i${index}`);
  join("part-of", "industry:i1", "industry:i0");
  for (let index = 0; index < 4; index += 1) {
    add(`chain:c${index}`);
    if (index > 1) join("part-of", `chain:c${index}`, index === 2 ? "chain:c0" : "industry:i1");
    add(`stage:s${index}`);
    join("has-stage", `chain:c${index}`, `stage:s${index}`);
  }
  join("has-stage", "chain:c0", "stage:s3");
  // Two statements that one chain has a stage do not make it the stage of two.
  joins.set("again", { ...joining("has-stage", "chain:c1", "stage:s1"), id: "has-stage:again" });
  add("university:u");
  const somewhere = [...places, "zone:z0", "zone:z1", "zone:z2", "zone:z3", "zone:z4"];
  const something = [
    "chain:c0",
    "chain:c1",
    "chain:c2",
    "stage:s0",
    "stage:s1",
    "stage:s3",
    "industry:i0",
    "industry:i1",
  ];
  for (let index = 0; index < 60; index += 1) {
    const id = `${index % 3 === 0 ? "company" : "project"}:x${index}`;
    const maybe = <T>(value: T): T | undefined => (below(3) === 0 ? undefined : value);
    add(
      id,
      id.startsWith("company")
        ? {}
        : {
            status: maybe(STATUSES[below(3)]),
            statusAsOf: maybe(`202${below(3)}-0${1 + below(9)}`),
            investmentCny: maybe(1000 * below(100)),
            installedMw: maybe(below(50)),
            areaMu: maybe(below(50)),
            annualOutput: maybe(below(9)),
            annualOutputUnit: maybe(UNITS[below(2)]),
          },
    );
    for (let place = below(3); place > 0; place -= 1) join("located-in", id, somewhere[below(10)] ?? "");
    for (let far = below(3); far > 0; far -= 1) join("joins", id, something[below(8)] ?? "");
    if (below(4) === 0) join("leads", id, `chain:c${below(4)}`);
  }
  for (let index = 0; index < 5; index += 1)
    join("partners-with", `zone:z${index}`, "university:u", index === 4 ? {} : { date: `202${index}` });
  return { rows: [...rows, ...joins.values()].map(stated) };
}

/** Without what is not recorded. */
function stated(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row;
}

type Key = string | null;
type Line = readonly [metric: string, unit: string | null, recorded: number | null, known: number, of: number];

const METRICS = { company: "companies", project: "projects", "partners-with": "partnerships" } as const;
const FIGURES = [
  ["investmentCny", "CNY"],
  ["installedMw", "MW"],
  ["areaMu", "mu"],
] as const;

/** The rows of `statistics` over everything, by hand: each key with the totals that are about something. */
export function counted(
  { rows }: Industry,
  groupBy: readonly string[],
): readonly (readonly [readonly Key[], readonly Line[]])[] {
  const groups = new Map<string, { keys: readonly Key[]; items: Row[] }>();
  for (const item of rows) {
    if (!(kindOf(item) in METRICS)) continue;
    const [first = [], second = [undefined]] = groupBy.map((dimension) => keysOf(rows, item, dimension));
    for (const one of first)
      for (const other of second) {
        const keys = other === undefined ? [one] : [one, other];
        const key = JSON.stringify(keys);
        const group = groups.get(key) ?? { keys, items: [] };
        groups.set(key, { keys, items: [...group.items, item] });
      }
  }
  const last = (key: Key): string => key ?? "\u{10FFFF}";
  const order = (a: readonly Key[], b: readonly Key[]): number => {
    const index = a[0] === b[0] ? 1 : 0;
    const [one, other] = [last(a[index] ?? null), last(b[index] ?? null)];
    return one < other ? -1 : one > other ? 1 : 0;
  };
  return [...groups.values()]
    .sort((a, b) => order(a.keys, b.keys))
    .map(({ keys, items }) => [keys, linesOf(items)] as const);
}

function kindOf({ id }: Row): string {
  return id.slice(0, id.indexOf(":"));
}

function linesOf(items: readonly Row[]): readonly Line[] {
  const counts = Object.entries(METRICS).map(([kind, metric]): Line => {
    const count = items.filter((item) => kindOf(item) === kind).length;
    return [metric, null, count, count, count];
  });
  const projects = items.filter((item) => kindOf(item) === "project");
  const sum = (metric: string, unit: string | null, of: readonly Row[]): Line => {
    const known = of.flatMap((item) => (item[metric] === undefined ? [] : [item[metric] as number]));
    const total = known.length === 0 ? null : known.reduce((one, other) => one + other, 0);
    return [metric, unit, total, known.length, projects.length];
  };
  const units = [...new Set(projects.map((item) => (item["annualOutputUnit"] ?? "") as string))].sort();
  const outputs = units.map((unit) =>
    sum(
      "annualOutput",
      unit || null,
      projects.filter((item) => (item["annualOutputUnit"] ?? "") === unit),
    ),
  );
  return [
    ...counts.filter(([, , , known]) => known > 0),
    ...FIGURES.map(([metric, unit]) => sum(metric, unit, projects)).filter(([, , , , of]) => of > 0),
    ...outputs.filter(([, , , known]) => known > 0),
  ];
}

/** Where relationships of a type lead from an entity. */
function far(rows: readonly Row[], id: string, ...prefixes: readonly string[]): readonly string[] {
  return rows.filter((row) => row["from"] === id && prefixes.includes(kindOf(row))).map((row) => row["to"] as string);
}

function above(rows: readonly Row[], id: string, prefix: string): readonly string[] {
  return far(rows, id, prefix).flatMap((next) => [next, ...above(rows, next, prefix)]);
}

/** The keys of one item in a dimension; null alone where there is none. */
function keysOf(rows: readonly Row[], item: Row, dimension: string): readonly Key[] {
  const partnership = kindOf(item) === "partners-with";
  const zone = item["from"] as string;
  const places = partnership ? [zone, ...above(rows, zone, "located-in")] : above(rows, item.id, "located-in");
  const chains = partnership ? [] : new Rows(rows).chainsOf(item.id);
  const joined = partnership ? [] : far(rows, item.id, "joins");
  const whole = [...chains, ...joined].flatMap((id) => [id, ...above(rows, id, "part-of")]);
  const level = (id: string): unknown => rows.find((row) => row.id === id)?.["level"];
  const year = (partnership ? item["date"] : item["statusAsOf"]) as string | undefined;
  const found: Readonly<Record<string, () => readonly (string | undefined)[]>> = {
    ZONE: () => places.filter((id) => id.startsWith("zone:")),
    CHAIN: () => chains,
    INDUSTRY: () => whole.filter((id) => id.startsWith("industry:")),
    STATUS: () => [item["status"] as string | undefined],
    YEAR: () => [year?.slice(0, 4)],
    KIND: () => [{ company: "COMPANY", project: "PROJECT" }[kindOf(item)] ?? "PARTNERSHIP"],
  };
  const keys = found[dimension]?.() ?? places.filter((id) => level(id) === dimension);
  const known = [...new Set(keys.filter((key) => key !== undefined))];
  return known.length === 0 ? [null] : known;
}
