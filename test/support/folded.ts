import type { Row } from "./rows.js";

/** The kind of an entity or the type of a relationship, as it is written in ids. */
export function prefixOf(id: string): string {
  return id.slice(0, id.indexOf(":"));
}

/** Rows of stored entities and relationships, for oracles to read in plain passes over all of them. */
export class Rows {
  constructor(readonly all: readonly Row[]) {}

  /** An entity. */
  at(id: string): Row {
    return this.all.find((row) => row.id === id) as Row;
  }

  /** The ids of a kind, in order. */
  ids(kind: string): readonly string[] {
    return this.all.map(({ id }) => id).filter((id) => prefixOf(id) === kind);
  }

  /** Relationships of some types, by the order of ids. */
  joins(...types: readonly string[]): readonly (Row & { readonly from: string; readonly to: string })[] {
    return this.all
      .filter((row): row is Row & { from: string; to: string } => types.includes(prefixOf(row.id)))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** Distinct entities that relationships of some types lead to. */
  to(from: string, ...types: readonly string[]): readonly string[] {
    return distinct(
      this.joins(...types)
        .filter((row) => row.from === from)
        .map(({ to }) => to),
    );
  }

  /** Distinct entities that they come from. */
  from(to: string, ...types: readonly string[]): readonly string[] {
    return distinct(
      this.joins(...types)
        .filter((row) => row.to === to)
        .map(({ from }) => from),
    );
  }

  /** Whatever a type leads to in any number of steps, at least one. */
  above(id: string, type: string): readonly string[] {
    const found = new Set<string>();
    for (let before = -1; before < found.size;) {
      before = found.size;
      for (const { from, to } of this.joins(type)) if (from === id || found.has(from)) found.add(to);
    }
    return sorted([...found]);
  }

  /** The chains in which somebody stands, by what it joins or leads. */
  chainsOf(member: string): readonly string[] {
    const wholes = (chain: string): readonly string[] => [chain, ...this.above(chain, "part-of")];
    const stands = this.to(member, "joins", "leads").map((id) =>
      prefixOf(id) === "stage" ? this.from(id, "has-stage").map(wholes) : [wholes(id)],
    );
    return this.ids("chain").filter((chain) =>
      stands.some((ways) => ways.length > 0 && ways.every((way) => way.includes(chain))),
    );
  }
}

/** In the order of ids. */
export function sorted(ids: readonly string[]): readonly string[] {
  return [...ids].sort();
}

/** Each once, in the order of ids. */
export function distinct(ids: readonly string[]): readonly string[] {
  return sorted([...new Set(ids)]);
}

/** A total as it is answered, without what is stated: metric, unit, sum, known, of. */
export type Line = readonly [metric: string, unit: string | null, recorded: number | null, known: number, of: number];

const FIGURES = [
  ["investmentCny", "CNY"],
  ["installedMw", "MW"],
  ["areaMu", "mu"],
] as const;

/** The sums over projects, added one by one, output for each unit by itself. */
export function sumsOf(projects: readonly Row[]): readonly Line[] {
  const sum = (metric: string, unit: string | null, of: readonly Row[]): Line => {
    const known = of.map((row) => row[metric] as number | undefined).filter((value) => value !== undefined);
    const total = known.length === 0 ? null : known.reduce((one, other) => one + other, 0);
    return [metric, unit, total, known.length, projects.length];
  };
  // By code point: what lies beyond the basic plane comes last, which is not the order of UTF-16.
  const units = ["", "GW", "ｔ", "𠮷"];
  return [
    ...FIGURES.map(([metric, unit]) => sum(metric, unit, projects)),
    ...units
      .map((unit) => [unit, projects.filter((row) => (row["annualOutputUnit"] ?? "") === unit)] as const)
      .map(([unit, its]) => sum("annualOutput", unit === "" ? null : unit, its))
      .filter(([, , , known]) => known > 0),
  ];
}
