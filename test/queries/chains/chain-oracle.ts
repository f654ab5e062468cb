import { distinct, prefixOf, sorted, sumsOf, type Line, type Rows } from "../../support/folded.js";
import type { Row } from "../../support/rows.js";

const STATUSES = ["PLANNED", "SIGNED", "UNDER_CONSTRUCTION", "AWAITING_PRODUCTION", "IN_PRODUCTION", undefined];

/** Whether stages feed each other through any number of others. */
function reaches(feeds: readonly (readonly [string, string])[], from: string, to: string): boolean {
  const reached = new Set([from]);
  for (let round = 0; round <= feeds.length; round += 1)
    for (const [one, other] of feeds) if (reached.has(one)) reached.add(other);
  return feeds.some(([one, other]) => reached.has(one) && other === to);
}

/** The longest walk down to a stage, stages of one circle taken as one. */
function longest(feeds: readonly (readonly [string, string])[], id: string): number {
  const together = (one: string, other: string): boolean =>
    one === other || (reaches(feeds, one, other) && reaches(feeds, other, one));
  return feeds
    .filter(([from, to]) => together(to, id) && !together(from, id))
    .reduce((layer, [from]) => Math.max(layer, 1 + longest(feeds, from)), 1);
}

/** The stages of chains taken as one, in order, each with its layer; and how many circles of FEEDS there are. */
export function stagesOf(
  rows: Rows,
  chains: readonly string[],
): { readonly stages: readonly (readonly [string, number])[]; readonly cycles: number } {
  const having = rows.joins("has-stage").filter(({ from }) => chains.includes(from));
  // Of a stage that several have, the first chain tells, and of several relationships the first.
  const first = new Map<string, Row>();
  for (const chain of chains)
    for (const row of having) if (row.from === chain && !first.has(row.to)) first.set(row.to, row);
  const ids = sorted([...first.keys()]);
  const feeds = rows
    .joins("feeds")
    .filter(({ from, to }) =>
      chains.some((chain) => [from, to].every((end) => rows.to(chain, "has-stage").includes(end))),
    )
    .map(({ from, to }) => [from, to] as const);
  const rank = (id: string): number => (first.get(id)?.["rank"] as number | undefined) ?? 1e9;
  const stages = ids
    .map((id) => [id, longest(feeds, id)] as const)
    .sort(([one, layer], [other, below]) => layer - below || rank(one) - rank(other));
  const circles = ids
    .filter((id) => reaches(feeds, id, id))
    .map((id) => ids.find((other) => other === id || (reaches(feeds, id, other) && reaches(feeds, other, id))));
  return { stages, cycles: new Set(circles).size };
}

/** What one group of a chain's map holds. */
export interface FoldedGroup {
  readonly leaders: readonly string[];
  readonly companies: readonly string[];
  readonly projects: readonly string[];
  readonly products: readonly string[] | null;
  readonly totals: readonly Line[];
  readonly byStatus: readonly (readonly [string | null, number, readonly Line[]])[];
}

const ofKind = (ids: readonly string[], kind: string): readonly string[] => ids.filter((id) => prefixOf(id) === kind);

function totalled(rows: Rows, standing: readonly string[]): Pick<FoldedGroup, "totals" | "byStatus"> {
  const count = (metric: string, ids: readonly string[]): Line => {
    const { size } = new Set(ids);
    return [metric, null, size, size, size];
  };
  const projects = distinct(ofKind(standing, "project")).map((id) => rows.at(id));
  return {
    totals: [
      count("companies", ofKind(standing, "company")),
      count("projects", ofKind(standing, "project")),
      ...sumsOf(projects),
    ],
    byStatus: STATUSES.map((status) => [status ?? null, projects.filter((row) => row["status"] === status)] as const)
      .filter(([, its]) => its.length > 0)
      .map(([status, its]) => [status, its.length, sumsOf(its)] as const),
  };
}

/** A chain's map as its description has it, by a pass over all rows for each thing that it says. */
export class FoldedMap {
  readonly chains: readonly string[];
  readonly stages: readonly (readonly [string, number])[];
  readonly cycles: number;
  private readonly stageIds: readonly string[];

  constructor(
    private readonly rows: Rows,
    private readonly chain: string,
  ) {
    this.chains = rows.ids("chain").filter((id) => id === chain || rows.above(id, "part-of").includes(chain));
    const { stages, cycles } = stagesOf(rows, [chain]);
    [this.stages, this.cycles] = [stages, cycles];
    this.stageIds = stages.map(([id]) => id);
  }

  /** Who joined a stage for this chain, once for each relationship. */
  private at(stage: string): readonly string[] {
    return this.rows
      .joins("joins")
      .filter(({ from, to }) => to === stage && this.rows.chainsOf(from).includes(this.chain))
      .map(({ from }) => from);
  }

  /** Who stands in the chain. */
  private get members(): readonly string[] {
    const { rows } = this;
    return [...rows.ids("company"), ...rows.ids("project")].filter((id) => rows.chainsOf(id).includes(this.chain));
  }

  private leads(member: string): boolean {
    return this.rows.to(member, "leads").some((id) => this.chains.includes(id));
  }

  stage(stage: string): FoldedGroup {
    const joined = this.at(stage);
    return {
      leaders: sorted(joined.filter((id) => this.leads(id))),
      companies: sorted(ofKind(joined, "company")),
      projects: sorted(ofKind(joined, "project")),
      products: sorted(
        this.rows
          .joins("produces")
          .filter(({ from }) => from === stage)
          .map(({ to }) => to),
      ),
      ...totalled(this.rows, joined),
    };
  }

  withoutStage(): FoldedGroup {
    const atNone = (member: string): boolean => !this.rows.to(member, "joins").some((id) => this.stageIds.includes(id));
    const leading = this.rows
      .joins("leads")
      .filter(({ from, to }) => this.chains.includes(to) && atNone(from))
      .map(({ from }) => from);
    const standing = this.members.filter(atNone);
    return {
      leaders: sorted(leading),
      companies: sorted(ofKind(standing, "company")),
      projects: sorted(ofKind(standing, "project")),
      products: null,
      ...totalled(this.rows, standing),
    };
  }

  /** The whole chain with its parts, each once. */
  whole(): Pick<FoldedGroup, "totals" | "byStatus"> {
    return totalled(this.rows, this.members);
  }

  /** Who leads the chain or a part of it: the leader, the chain, where it lies. */
  leaders(): readonly (readonly [string, string, readonly string[]])[] {
    return this.rows
      .joins("leads")
      .filter(({ to }) => this.chains.includes(to))
      .sort((one, other) => (one.from === other.from ? 0 : one.from < other.from ? -1 : 1))
      .map(({ from, to }) => [
        from,
        to,
        this.rows
          .joins("located-in")
          .filter((row) => row.from === from)
          .map((row) => row.to)
          .sort(),
      ]);
  }
}
