import type { GraphQLResolveInfo } from "graphql";
import type { Row, Statement } from "../../engine/engine.js";
import { BadInput } from "../../errors.js";
import type { RequestContext } from "../../graph/context.js";
import type { Graph } from "../../graph/graph.js";
import { selectionOf } from "../../graph/selection.js";
import type { GraphObject } from "../../graph/statements/columns.js";
import { fillOnce } from "../../graph/statements/id-sets.js";
import { byCodePoint } from "../../graph/text-order.js";
import { sizeOf } from "../shared/cut.js";
import { knownEntities } from "../shared/entities.js";
import { Figures } from "../shared/figures.js";
import { idOf } from "../shared/subject.js";
import { SUMMED } from "../shared/sums.js";
import { countTotal, type Total } from "../shared/total.js";
import { told, type Truncation } from "../shared/truncation.js";
import type {
  Conditions,
  Counted,
  Dimension,
  Statistics,
  StatisticsArgs,
  StatisticsFilter,
  StatisticsKey,
  StatisticsRow,
} from "./statistics-schema.js";
import { statedTotals, statisticsOf } from "./statistics-statements.js";

/** What is counted, in this order. */
const KINDS: readonly Counted[] = ["COMPANY", "PROJECT", "PARTNERSHIP"];
const METRICS: Readonly<Record<Counted, string>> = {
  COMPANY: "companies",
  PROJECT: "projects",
  PARTNERSHIP: "partnerships",
};
/** The dimensions whose keys are entities. */
const ENTITIES: ReadonlySet<Dimension> = new Set<Dimension>([
  "ZONE",
  "PROVINCE",
  "PREFECTURE",
  "COUNTY",
  "CHAIN",
  "INDUSTRY",
]);

type Request = Pick<Statistics, "kinds" | "conditions">;

/** Counts and totals by one or two dimensions: one statement for each kind that is counted. */
export async function statistics(context: RequestContext, args: StatisticsArgs): Promise<Statistics> {
  const conditions = conditionsOf(args.filter ?? {});
  check(context, args, conditions);
  const { groupBy, first } = args;
  const kinds = KINDS.filter((kind) => args.kinds?.includes(kind) ?? true);
  const named = [conditions.within, conditions.chain, conditions.industry].filter((id) => id !== null);
  if (named.length > 0) await knownEntities(context, named, "statistics(filter)");
  const found = await grouped(context.graph, { kinds, conditions }, groupBy, first + 1);
  const reason = `There are more than ${first} rows; the rest is left out. Ask for more, or filter.`;
  const kept = found.slice(0, first);
  const stated = await statedOfRows(context.graph, groupBy, conditions, kept);
  const rows = kept.map(({ values, group }): StatisticsRow => {
    const keys = groupBy.map((dimension, index): StatisticsKey => ({ dimension, value: values[index] ?? null }));
    return { keys, totals: group.totals(stated.get(values[0] ?? "")) };
  });
  const truncation: Truncation | null = found.length > first ? { code: "ROWS", limit: first, reason } : null;
  return { kinds, conditions, rows, ...told(truncation) };
}

function conditionsOf(filter: StatisticsFilter): Conditions {
  const { within = null, chain = null, industry = null, status = null, yearFrom = null, yearTo = null } = filter;
  return { within, chain, industry, status, yearFrom, yearTo };
}

/** Totals over everything that fits, each once. */
export async function overall(context: RequestContext, { kinds, conditions }: Request): Promise<Total[]> {
  const { graph } = context;
  const [[only], stated] = await Promise.all([
    grouped(graph, { kinds, conditions }, [], 1),
    statedOfAll(context, conditions),
  ]);
  return (only?.group ?? new Group(graph, kinds)).totals(stated);
}

/** The entity of a key; null where it has none. */
export async function keyEntity(
  { graph }: RequestContext,
  { dimension, value }: StatisticsKey,
  info: GraphQLResolveInfo,
): Promise<GraphObject | null> {
  if (value === null || !ENTITIES.has(dimension)) return null;
  return (await graph.entitiesById([value], selectionOf(info)))[0] ?? null;
}

type Stated = Readonly<Record<string, number | null>>;

/** What is counted under one key. */
class Group {
  private readonly counts: Map<Counted, number>;
  private readonly figures: Figures;

  constructor(graph: Graph, kinds: readonly Counted[]) {
    this.counts = new Map(kinds.map((kind) => [kind, 0]));
    this.figures = new Figures(graph.model);
  }

  add(kind: Counted, row: Row): void {
    const items = row[2] as number;
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + items);
    if (kind !== "PROJECT") return;
    const sums = row.slice(3, 3 + 2 * SUMMED.length);
    this.figures.add(items, null, [...sums, 0, 0], 0);
    const [units, amounts, known] = row.slice(3 + sums.length) as [string[], number[], number[]];
    const none = sums.map(() => 0);
    units.forEach((unit, index) => {
      this.figures.add(0, unit, [...none, amounts[index], known[index]], 0);
    });
  }

  totals(stated: Stated = {}): Total[] {
    const counts = [...this.counts].map(([kind, count]) =>
      countTotal(METRICS[kind], count, stated[METRICS[kind]] ?? null),
    );
    return this.counts.has("PROJECT") ? [...counts, ...this.figures.totals(stated)] : counts;
  }
}

interface Found {
  readonly values: readonly (string | null)[];
  readonly group: Group;
}

/** The first groups in the order of their keys; each kind's own first ones hold all of them. */
async function grouped(
  graph: Graph,
  { kinds, conditions }: Request,
  dimensions: readonly Dimension[],
  most: number,
): Promise<Found[]> {
  const answers = await Promise.all(kinds.map((kind) => counted(graph, kind, conditions, dimensions, most)));
  const groups = new Map<string, Found>();
  answers.forEach((rows, index) => {
    for (const row of rows) {
      const values = row.slice(0, 2) as (string | null)[];
      const key = JSON.stringify(values);
      const found = groups.get(key) ?? { values, group: new Group(graph, kinds) };
      groups.set(key, found);
      found.group.add(kinds[index] as Counted, row);
    }
  });
  return [...groups.values()].sort((a, b) => compareKeys(a.values, b.values)).slice(0, most);
}

async function counted(
  graph: Graph,
  kind: Counted,
  conditions: Conditions,
  dimensions: readonly Dimension[],
  most: number,
): Promise<Row[]> {
  const { sets, statements } = statisticsOf(kind, dimensions, conditions, most, graph.capabilities);
  const read = (statement: Statement): Promise<readonly Row[]> => graph.read(statement);
  await fillOnce(sets, read)();
  return (await Promise.all(statements().map(read))).flat();
}

function compareKeys(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index] ?? null;
    if (one === other) continue;
    if (one === null) return 1;
    return other === null ? -1 : byCodePoint(one, other);
  }
  return 0;
}

/** Which filters can leave a zone or a chain whole. */
const WHOLES: Readonly<Partial<Record<Dimension, readonly (keyof Conditions)[]>>> = {
  ZONE: ["within"],
  CHAIN: ["chain", "industry"],
};

/** What sources state of zones or of chains, by id, as far as a filter leaves them whole. */
async function statedOf(
  graph: Graph,
  dimension: Dimension,
  conditions: Conditions,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Stated>> {
  const wholes = WHOLES[dimension] ?? [];
  const given = (Object.keys(conditions) as (keyof Conditions)[]).filter((name) => conditions[name] !== null);
  if (wholes.length === 0 || !given.every((name) => wholes.includes(name))) return new Map();
  const stated = await graph.read(statedTotals(ids, conditions));
  return new Map(
    (stated as readonly (readonly [string, ...(number | null)[]])[]).map(
      ([id, projects = null, investmentCny = null, installedMw = null]) => [
        id,
        { projects, investmentCny, installedMw },
      ],
    ),
  );
}

/** What sources state of the keys: only where a row is all of a zone or of a chain. */
async function statedOfRows(
  graph: Graph,
  groupBy: readonly Dimension[],
  conditions: Conditions,
  rows: readonly Found[],
): Promise<ReadonlyMap<string, Stated>> {
  const [dimension, second] = groupBy;
  if (dimension === undefined || second !== undefined) return new Map();
  return statedOf(
    graph,
    dimension,
    conditions,
    rows.flatMap(({ values }) => values[0] ?? []),
  );
}

/** What a source states of everything that fits: where that is all of one zone or of one chain. */
async function statedOfAll({ graph }: RequestContext, conditions: Conditions): Promise<Stated | undefined> {
  const { within, chain } = conditions;
  const id = chain ?? within;
  if (id === null) return undefined;
  return (await statedOf(graph, chain === null ? "ZONE" : "CHAIN", conditions, [id])).get(id);
}

function check(context: RequestContext, { groupBy, kinds, first }: StatisticsArgs, conditions: Conditions): void {
  const { model } = context.graph;
  sizeOf(context, "statistics(first)", first);
  if (groupBy.length < 1 || groupBy.length > 2 || new Set(groupBy).size < groupBy.length)
    throw new BadInput(
      `statistics(groupBy): expected one or two different dimensions but got ${JSON.stringify(groupBy)}; name each once.`,
    );
  if (kinds?.length === 0)
    throw new BadInput("statistics(kinds): expected at least one kind but got none; leave it out to count all.");
  const { within, chain, industry, yearFrom, yearTo } = conditions;
  if (within !== null) idOf(model, "statistics(filter.within)", within, ["Region", "Zone"]);
  if (chain !== null) idOf(model, "statistics(filter.chain)", chain, ["Chain"]);
  if (industry !== null) idOf(model, "statistics(filter.industry)", industry, ["Industry"]);
  for (const [label, year] of Object.entries({ yearFrom, yearTo }))
    if (year !== null && (year < 1000 || year > 9998))
      throw new BadInput(`statistics(filter.${label}): expected a year of four digits but got ${year}; write 2024.`);
  if (yearFrom !== null && yearTo !== null && yearFrom > yearTo)
    throw new BadInput(
      `statistics(filter.yearTo): expected a year from ${yearFrom} on but got ${yearTo}; put the later one last.`,
    );
}
