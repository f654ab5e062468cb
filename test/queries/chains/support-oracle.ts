import { distinct, prefixOf, sumsOf, type Line, type Rows } from "../../support/folded.js";

const NEARNESS = ["SAME_ZONE", "SAME_PREFECTURE", "SAME_PROVINCE", "BEYOND", "UNKNOWN"] as const;
const AREAS = ["ZONE", "PREFECTURE", "PROVINCE"] as const;

type Places = Readonly<Record<(typeof AREAS)[number], readonly string[]>>;

/** Supporters of one stage or of all: by nearness companies, projects and sums; by area numerator, denominator, unknown, percent, reason. */
export interface FoldedFigures {
  readonly stage: string | undefined;
  readonly byNearness: readonly (readonly [string, number, number, readonly Line[]])[];
  readonly rates: readonly (readonly [string, number, number, number, number | null, string | null])[];
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

  /** Whether it supports the leader: it stands in a chain that the leader leads, or supplies it, and is neither another leader nor its own. */
  private supports(member: string): boolean {
    const { rows, leader, chains } = this;
    if (this.own.includes(member) || rows.to(member, "leads").some((id) => chains.includes(id))) return false;
    return this.stands(member, chains) || rows.to(member, "supplies").includes(leader);
  }

  private stands(member: string, among: readonly string[]): boolean {
    return this.rows.chainsOf(member).some((chain) => among.includes(chain));
  }

  /** The leader, a leading project's builders, and whatever of theirs is built, owned, a phase, or what has them as one. */
  private get own(): readonly string[] {
    const { rows } = this;
    const firms = rows.from(this.leader, "builds").filter((id) => prefixOf(id) === "company");
    const found = new Set([this.leader, ...firms]);
    for (let before = 0; before < found.size;) {
      before = found.size;
      for (const { id, from, to } of rows.joins("builds", "owns", "part-of")) {
        if (found.has(from) && (prefixOf(id) !== "part-of" || prefixOf(to) === "project")) found.add(to);
        if (found.has(to) && prefixOf(id) === "part-of" && prefixOf(from) === "project") found.add(from);
      }
    }
    return [...found];
  }

  /** As whom a supporter counts. */
  private unitOf(member: string): string {
    const builders = this.rows.from(member, "builds").filter((id) => prefixOf(id) === "company");
    const supporting = builders.filter(
      (id) => this.stands(id, this.chains) || this.rows.to(id, "supplies").includes(this.leader),
    );
    return supporting[0] ?? builders[0] ?? member;
  }

  /** The chains of which every member lies in an area by definition. */
  private local(area: (typeof AREAS)[number]): readonly string[] {
    const { rows, leader } = this;
    return this.chains.filter((chain) =>
      [chain, ...rows.above(chain, "part-of")]
        .filter((id) => prefixOf(id) === "chain")
        .flatMap((id) => rows.from(id, "develops"))
        .some((zone) =>
          [zone, ...rows.above(zone, "located-in")].some((place) => this.places(leader)[area].includes(place)),
        ),
    );
  }

  /** The relationship that is named for it: the least of those to a chain or to the leader. */
  because(member: string): string | undefined {
    const supplies = this.rows.joins("supplies").filter(({ from, to }) => from === member && to === this.leader);
    const [chain] = this.rows.chainsOf(member).filter((id) => this.chains.includes(id));
    return chain === undefined ? supplies[0]?.id : `stands-in:${member}~${chain}`;
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

  /** Of each area from small to large whether one of some is known to lie in the leader's, all with one in others, or neither. */
  private comparisons(members: readonly string[]): readonly (boolean | undefined)[] {
    const own = this.places(this.leader);
    const its = members.map((member) => this.places(member));
    return AREAS.map((area) => {
      const places = its.flatMap((of) => of[area]);
      if (own[area].some((place) => places.includes(place))) return true;
      return own[area].length > 0 && places.length > 0 ? false : undefined;
    });
  }

  /** Whether some, taken as one, lie in an area: the same smaller one says yes, a different one or a different larger one says no. */
  private liesIn(members: readonly string[], area: number): boolean | undefined {
    const compared = this.comparisons(members);
    if (compared.slice(0, area + 1).includes(true)) return true;
    const larger = compared.slice(area);
    // What is the same in a larger area says nothing of this one, and hides what lies beyond it.
    const same = larger.indexOf(true);
    return (same === -1 ? larger : larger.slice(0, same)).includes(false) ? false : undefined;
  }

  nearness(member: string): string {
    const compared = this.comparisons([member]);
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
        const units = distinct(members.map((id) => this.unitOf(id)));
        const answers = units.map((unit) =>
          this.liesIn(
            members.filter((id) => this.unitOf(id) === unit),
            index,
          ),
        );
        const [yes, no] = [true, false].map((answer) => answers.filter((one) => one === answer).length) as [
          number,
          number,
        ];
        const given = members.some((id) => this.stands(id, this.local(area)));
        const reason = given ? "OWN_CHAIN" : yes + no === 0 ? "NONE_KNOWN" : null;
        const percent = reason === null ? (100 * yes) / (yes + no) : null;
        return [area, yes, yes + no, answers.length - yes - no, percent, reason];
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
