import { expect } from "vitest";
import { distinct, sorted, type Rows } from "../../support/folded.js";
import { rowIds, type PlainWeb } from "./stakes-oracle.js";

const sumOf = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

/** From the least to the most. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Something that is answered with its id. */
export interface Named {
  readonly id: string;
}

/** An entity and what joins it to a fund. */
export interface Joined {
  readonly entity: Named;
  readonly relationship: Named;
}

/** Money given as it is answered. */
export interface Reached extends Joined {
  readonly giver: Named;
  readonly relationships: readonly Named[];
  readonly share: Range;
  readonly attributableCny: Range | null;
  readonly paths: readonly { readonly relationships: readonly Named[]; readonly nodes: readonly Named[] }[];
}

/** What is around a fund, by passes over all rows. */
export class FoldedFund {
  /** The fund, then those below it. */
  readonly funds: readonly string[];

  constructor(
    private readonly rows: Rows,
    private readonly web: PlainWeb,
    private readonly fund: string,
  ) {
    this.funds = [
      fund,
      ...this.ends("holdings")
        .filter((id) => id.startsWith("fund:"))
        .sort(),
    ];
  }

  /** Everybody at the far end of a path, the nearest first. */
  ends(side: "holders" | "holdings"): readonly string[] {
    const paths = this.web.paths(this.fund, side);
    return [...new Set(paths.map((path) => (side === "holders" ? path[0]?.holder : path.at(-1)?.held) ?? ""))];
  }

  /** What a type joins to funds: the far end and the relationship, fund by fund. */
  around(type: string, near: "from" | "to", funds: readonly string[]): readonly (readonly [string, string])[] {
    const far = near === "from" ? "to" : "from";
    return funds.flatMap((fund) =>
      this.rows
        .joins(type)
        .filter((row) => row[near] === fund)
        .map((row) => [row[far], row.id] as const)
        .sort(([one], [other]) => (one === other ? 0 : one < other ? -1 : 1)),
    );
  }

  /**
   * Amounts between each two: rows of one form from the largest to the sum, forms together, and one without a form may be
   * any of the others over again.
   */
  total(type: string, near: "from" | "to", funds: readonly string[], stated: unknown = null): object {
    const its = this.rows.joins(type).filter((row) => funds.includes(row[near]));
    const pairs = distinct(its.map(({ from, to }) => `${from} ${to}`)).map((pair) => {
      const rows = its.filter(({ from, to }) => `${from} ${to}` === pair);
      const amountsOf = (form: unknown): readonly number[] =>
        rows.filter((row) => row["form"] === form).flatMap((row) => (row["amountCny"] ?? []) as number[]);
      const forms = distinct(rows.flatMap((row) => (row["form"] ?? []) as string[]));
      const largest = (form: unknown): number => Math.max(0, ...amountsOf(form));
      const known = [...forms, undefined].filter((form) => amountsOf(form).length > 0).length;
      return {
        of: Math.max(1, forms.length),
        known: Math.min(known, Math.max(1, forms.length)),
        recorded: Math.max(sumOf(forms.map(largest)), largest(undefined)),
        most: sumOf([...forms, undefined].flatMap(amountsOf)),
      };
    });
    const all = (field: "of" | "known" | "recorded" | "most"): number => sumOf(pairs.map((pair) => pair[field]));
    const known = all("known");
    const range = known === 0 ? { recorded: null, most: null } : { recorded: all("recorded"), most: all("most") };
    return { ...range, known, of: all("of"), stated };
  }

  /** Rows of money given that may be one payment, by giver and receiver. */
  repeated(): readonly (readonly string[])[] {
    const rows = this.rows.joins("funds").filter(({ from }) => this.funds.includes(from));
    const alike = (one: (typeof rows)[number], other: (typeof rows)[number]): boolean =>
      one.from === other.from &&
      one.to === other.to &&
      (one["form"] === other["form"] ||
        rows.some((row) => row.from === one.from && row.to === one.to && row["form"] === undefined));
    const groups = rows.map((row) => sorted(rows.filter((other) => alike(row, other)).map(({ id }) => id)));
    return distinct(groups.filter(({ length }) => length > 1).map((group) => group.join())).map((group) =>
      group.split(","),
    );
  }

  /** Of money given: the ways to who gave it, the fund's share in that, and of the amount. */
  checkReached({ entity, giver, relationship, relationships, share, attributableCny, paths }: Reached): void {
    const { web, fund } = this;
    const ways =
      giver.id === fund ? [[]] : web.paths(fund, "holdings").filter((path) => path.at(-1)?.held === giver.id);
    expect(paths.map(({ relationships }) => relationships.map(({ id }) => id))).toEqual(
      ways.map((way) => [...rowIds(way), ...relationships.map(({ id }) => id)]),
    );
    for (const { nodes } of paths) expect(nodes[0]?.id).toBe(fund);
    expect(share.least).toBeCloseTo(
      ways.reduce((sum, way) => sum + web.least(way), 0),
      6,
    );
    expect(share.most).toBeGreaterThan(web.mostOver(ways) - 1e-6);
    expect(share.most).toBeLessThan(ways.reduce((sum, way) => sum + web.most(way), 0) + 1e-6);
    const told = this.rows.at(relationship.id);
    const rows = this.rows
      .joins("funds")
      .filter(({ from, to, ...row }) => from === giver.id && to === entity.id && row["form"] === told["form"]);
    expect(relationships.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    const amounts = rows.flatMap((row) => (row["amountCny"] ?? []) as number[]);
    if (amounts.length === 0) expect(attributableCny).toBeNull();
    else {
      expect(told["amountCny"]).toBe(Math.max(...amounts));
      expect(attributableCny?.least).toBeCloseTo((Math.max(...amounts) * share.least) / 100, 6);
      expect(attributableCny?.most).toBeCloseTo((sumOf(amounts) * share.most) / 100, 6);
    }
  }
}
