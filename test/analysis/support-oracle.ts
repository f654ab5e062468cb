import { distinct, prefixOf, sumsOf, type Line, type Rows } from "./folded.js";

const NEARNESS = ["SAME_ZONE", "SAME_PREFECTURE", "SAME_PROVINCE", "BEYOND", "UNKNOWN"] as const;
const AREAS = ["ZONE", "PREFECTURE", "PROVINCE"] as const;

type Places = Readonly<Record<(typeof AREAS)[number], readonly string[]>>;

/** Supporters of one stage or of all: by nearness companies, projects and sums; by area numerator, denominator, unknown, percent. */
export interface FoldedFigures {
  readonly stage: string | undefined;
  readonly byNearness: readonly (readonly [string, number, number, readonly Line[]])[];
  readonly rates: readonly (readonly [string, number, number, number, number | null])[];
}

/** Whom a leader draws around it, by a pass over all rows for each firm and project. */
export class FoldedSupport {
  readonly supporters: readonly string[];
  private readonly chains: readonly string[];

  constructor(
    private readonly rows: Rows,
    private readonly leader: string,
  ) {
    this.chains = rows.to(leader, "leads");
    this.supporters = [...rows.ids("company"), ...rows.ids("project")].filter((id) => this.supports(id)).sort();
  }

  /** Whether it supports the leader: by joining its chain, by a stage that only its chains have, or by supplying it. */
  private supports(member: string): boolean {
    const { rows, leader, chains } = this;
    if (member === leader || rows.to(member, "leads").some((id) => chains.includes(id))) return false;
    const joined = rows.to(member, "joins").some((id) => {
      if (prefixOf(id) !== "stage") return chains.includes(id);
      const having = rows.from(id, "has-stage");
      return having.length > 0 && having.every((chain) => chains.includes(chain));
    });
    return joined || rows.to(member, "supplies").includes(leader);
  }

  /** The relationship that is named for it: the least of those to a chain, to a stage of these chains alone, or to the leader. */
  because(member: string): string | undefined {
    const { rows, leader, chains } = this;
    const reasons = rows.joins("joins", "supplies").filter(({ id, from, to }) => {
      if (from !== member) return false;
      if (prefixOf(id) === "supplies") return to === leader;
      const having = rows.from(to, "has-stage");
      return chains.includes(to) || (having.length > 0 && having.every((chain) => chains.includes(chain)));
    });
    return reasons[0]?.id;
  }

  private places(id: string): Places {
    const above = this.rows.above(id, "located-in");
    const level = (wanted: string): readonly string[] =>
      above.filter((place) => this.rows.at(place)["level"] === wanted);
    return {
      ZONE: above.filter((place) => prefixOf(place) === "zone"),
      PREFECTURE: level("PREFECTURE"),
      PROVINCE: level("PROVINCE"),
    };
  }

  /** Of each area from small to large whether both are known to lie in the same one, in different ones, or neither. */
  private comparisons(member: string): readonly (boolean | undefined)[] {
    const [own, its] = [this.places(this.leader), this.places(member)];
    return AREAS.map((area) => {
      if (own[area].some((place) => its[area].includes(place))) return true;
      return own[area].length > 0 && its[area].length > 0 ? false : undefined;
    });
  }

  /** Whether it lies in an area: the same smaller one says yes, a different one or a different larger one says no. */
  private liesIn(member: string, area: number): boolean | undefined {
    const compared = this.comparisons(member);
    if (compared.slice(0, area + 1).includes(true)) return true;
    const larger = compared.slice(area);
    // What is the same in a larger area says nothing of this one, and hides what lies beyond it.
    const same = larger.indexOf(true);
    return (same === -1 ? larger : larger.slice(0, same)).includes(false) ? false : undefined;
  }

  nearness(member: string): string {
    const compared = this.comparisons(member);
    const first = compared.indexOf(true);
    return NEARNESS[first === -1 ? (compared[2] === false ? 3 : 4) : first] as string;
  }

  figures(stage: string | undefined, members: readonly string[]): FoldedFigures {
    const count = (ids: readonly string[], kind: string): number => ids.filter((id) => prefixOf(id) === kind).length;
    return {
      stage,
      byNearness: NEARNESS.map((nearness) => {
        const near = members.filter((id) => this.nearness(id) === nearness);
        const projects = near.filter((id) => prefixOf(id) === "project").map((id) => this.rows.at(id));
        return [nearness, count(near, "company"), count(near, "project"), sumsOf(projects)];
      }),
      rates: AREAS.map((area, index) => {
        const answers = members.map((id) => this.liesIn(id, index));
        const [yes, no] = [true, false].map((answer) => answers.filter((one) => one === answer).length) as [
          number,
          number,
        ];
        const percent = yes + no === 0 ? null : (100 * yes) / (yes + no);
        return [area, yes, yes + no, answers.length - yes - no, percent];
      }),
    };
  }

  /** The stages of these chains and of wider ones at which somebody stands, and those who stand at none of them. */
  byStage(): readonly FoldedFigures[] {
    const { rows, chains, supporters } = this;
    const wide = distinct(chains.flatMap((chain) => [chain, ...rows.above(chain, "part-of")]));
    const stages = distinct(wide.flatMap((chain) => rows.to(chain, "has-stage")));
    const at = (member: string): readonly string[] => rows.to(member, "joins").filter((id) => stages.includes(id));
    const groups = stages.map((stage) => [stage, supporters.filter((id) => at(id).includes(stage))] as const);
    const none = supporters.filter((id) => at(id).length === 0);
    return [...groups, [undefined, none] as const]
      .filter(([, members]) => members.length > 0)
      .map(([stage, members]) => this.figures(stage, members));
  }
}
