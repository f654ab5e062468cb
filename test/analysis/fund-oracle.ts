import { expect } from "vitest";
import type { Rows } from "./folded.js";
import type { PlainWeb } from "./stakes-oracle.js";

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

  total(type: string, near: "from" | "to", funds: readonly string[], stated: unknown = null): object {
    const its = this.rows.joins(type).filter((row) => funds.includes(row[near]));
    const amounts = its.flatMap((row) => (row["amountCny"] ?? []) as number[]);
    const recorded = amounts.length === 0 ? null : amounts.reduce((one, other) => one + other, 0);
    return { recorded, known: amounts.length, of: its.length, stated };
  }

  /** Of money given: the ways to who gave it, the fund's share in that, and of the amount. */
  checkReached({ giver, relationship, share, attributableCny, paths }: Reached): void {
    const { web, fund } = this;
    const ways =
      giver.id === fund ? [[]] : web.paths(fund, "holdings").filter((path) => path.at(-1)?.held === giver.id);
    expect(paths.map(({ relationships }) => relationships.map(({ id }) => id))).toEqual(
      ways.map((way) => [...way.map(({ id }) => id), relationship.id]),
    );
    for (const { nodes } of paths) expect(nodes[0]?.id).toBe(fund);
    expect(share.least).toBeCloseTo(
      ways.reduce((sum, way) => sum + web.least(way), 0),
      6,
    );
    expect(share.most).toBeGreaterThan(web.mostOver(ways) - 1e-6);
    expect(share.most).toBeLessThan(ways.reduce((sum, way) => sum + web.most(way), 0) + 1e-6);
    const amount = this.rows.at(relationship.id)["amountCny"] as number | undefined;
    if (amount === undefined) expect(attributableCny).toBeNull();
    else {
      expect(attributableCny?.least).toBeCloseTo((amount * share.least) / 100, 6);
      expect(attributableCny?.most).toBeCloseTo((amount * share.most) / 100, 6);
    }
  }
}
