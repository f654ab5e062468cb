import type { GraphModel, Kind, RelationshipType } from "../../src/graph/model.js";

/** What share of all entities is of a kind; the rest are companies. A kind that is not here gets {@link OTHER_SHARE}. */
const SHARES: Readonly<Record<string, number>> = {
  Project: 0.2,
  Person: 0.08,
  Milestone: 0.05,
  Product: 0.03,
  Measure: 0.03,
  Policy: 0.02,
  Source: 0.02,
  Platform: 0.015,
  Institute: 0.01,
  Agency: 0.01,
  Fund: 0.01,
  Chain: 0.005,
  Stage: 0.005,
  Region: 0.004,
  University: 0.003,
  TaskForce: 0.003,
  Designation: 0.002,
  Zone: 0.001,
  Industry: 0.001,
};
const OTHER_SHARE = 0.002;
const REST = "Company";

/** Relationships of one type from the entities of one kind to those of another. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  /** How many an entity of the first kind has: `steady` means each as many, otherwise a few have very many. */
  readonly mean: number;
  readonly steady?: boolean;
  /** Above 1: the far ends are few, with hubs among them. */
  readonly skew?: number;
  /** Joins entities of one kind to a tree, every ten under one. */
  readonly tree?: boolean;
}

/** A place that one in `2 * sqrt(places)` of all that lie somewhere lies in. */
const lies = (from: string, to: string): Flow => ({ from, to, mean: 1, steady: true, skew: 2 });

/** How dense each type is: together about 1.5 relationships an entity. A type that is not here gets {@link OTHER_MEAN}. */
const FLOWS: Readonly<Record<string, readonly Flow[]>> = {
  LOCATED_IN: [
    { from: "Region", to: "Region", mean: 1, tree: true },
    lies("Company", "Zone"),
    lies("Project", "Zone"),
    lies("Platform", "Zone"),
    lies("Institute", "Zone"),
    ...["Zone", "University", "Agency", "Fund"].map((from) => lies(from, "Region")),
  ],
  BUILDS: [{ from: "Company", to: "Project", mean: 0.3 }],
  SUPPLIES: [{ from: "Company", to: "Company", mean: 0.16, skew: 1.5 }],
  JOINS: [
    { from: "Company", to: "Chain", mean: 0.1, skew: 1.5 },
    { from: "Project", to: "Chain", mean: 0.3, skew: 1.5 },
    { from: "Company", to: "Stage", mean: 0.02, skew: 1.5 },
    { from: "Project", to: "Stage", mean: 0.05, skew: 1.5 },
  ],
  REACHED: [{ from: "Project", to: "Milestone", mean: 0.25 }],
  FUNDS: [
    { from: "Fund", to: "Project", mean: 3 },
    { from: "Company", to: "Project", mean: 0.02 },
  ],
  OWNS: [
    { from: "Company", to: "Company", mean: 0.06 },
    { from: "Person", to: "Company", mean: 0.3 },
  ],
  HOLDS_OFFICE: [{ from: "Person", to: "Company", mean: 0.4 }],
  PRODUCES: [
    { from: "Project", to: "Product", mean: 0.15, skew: 1.5 },
    { from: "Company", to: "Product", mean: 0.05, skew: 1.5 },
  ],
  LEADS: [{ from: "Company", to: "Chain", mean: 0.01 }],
  DEVELOPS: [{ from: "Zone", to: "Chain", mean: 5 }],
  HAS_STAGE: [{ from: "Chain", to: "Stage", mean: 2 }],
  FEEDS: [{ from: "Stage", to: "Stage", mean: 1 }],
  PARTNERS_WITH: [
    { from: "Zone", to: "University", mean: 5 },
    { from: "Zone", to: "Institute", mean: 5 },
  ],
  SUPPORTS: [{ from: "Agency", to: "Project", mean: 2 }],
  ISSUED: [
    { from: "Agency", to: "Policy", mean: 1 },
    { from: "Agency", to: "Measure", mean: 1 },
  ],
  APPLIES_TO: [
    { from: "Policy", to: "Company", mean: 1 },
    { from: "Measure", to: "Project", mean: 0.5 },
  ],
  AUTHORED: [{ from: "Person", to: "Source", mean: 0.15 }],
  PART_OF: [
    { from: "Source", to: "Source", mean: 1, tree: true },
    { from: "Chain", to: "Industry", mean: 1, steady: true },
  ],
  ATTENDED: [{ from: "Person", to: "Milestone", mean: 0.2 }],
  AWARDED: [{ from: "Designation", to: "Company", mean: 5 }],
};
const OTHER_MEAN = 0.02;

/** How many entities of each kind a graph of a size has; at least one of each. */
export function countsOf(model: GraphModel, size: number): ReadonlyMap<string, number> {
  const counts = new Map(
    [...model.kinds.keys()].map((kind) => [kind, Math.max(1, Math.round(size * (SHARES[kind] ?? OTHER_SHARE)))]),
  );
  counts.set(REST, 0);
  const others = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return counts.set(REST, Math.max(1, size - others));
}

/** The flows of a type: its rows of the table, or a few between all the kinds that it may join. */
export function flowsOf(type: RelationshipType): readonly Flow[] {
  return (
    FLOWS[type.type] ?? [...type.from].flatMap((from) => [...type.to].map((to) => ({ from, to, mean: OTHER_MEAN })))
  );
}

const SCRAMBLE = 99_999_989;
const SLUGS = 36 ** 6;

/** The id of a kind's entity by its rank; hubs have low ranks, and ids are in no order of them. */
export function entityId(kind: Kind, rank: number): string {
  return `${kind.prefix}:${(((rank + 1) * SCRAMBLE) % SLUGS).toString(36).padStart(6, "0")}`;
}
