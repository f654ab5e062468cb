import type { Graph } from "../../graph/graph.js";
import type { RelationshipType } from "../../graph/model.js";
import type { Selection } from "../../graph/selection.js";
import { Columns, type GraphObject } from "../../graph/statements/columns.js";
import { sumTotal, type Total } from "../shared/total.js";
import type { FundLookThrough } from "./fund-look-through-schema.js";
import { AROUND, aroundFunds, givenByFunds, subscribedToFund } from "./fund-statements.js";
import { MOST_STAKES } from "./stakes.js";

/** A relationship around one of the funds. */
export interface Around {
  readonly fund: string;
  readonly far: string;
  readonly amount: number | null;
  /** In what form money was given. */
  readonly form: string | null;
  readonly relationship: GraphObject;
}

/** What is subscribed to a fund and what was given, where it is asked for. */
export type FundTotals = Pick<FundLookThrough, "subscribed" | "given">;

/** Reads what is joined to some funds and is no stake; one row more than may be told says that there is more. */
export async function readAround(
  graph: Graph,
  funds: readonly string[],
  selection: Selection,
): Promise<readonly Around[]> {
  const types = Object.keys(AROUND).map((type) => graph.model.relationships.get(type) as RelationshipType);
  const columns = Columns.for(graph.model, types, selection);
  const rows = await graph.read(aroundFunds(funds, columns, MOST_STAKES + 1));
  return rows.map((row) => {
    const [fund, far, amount, form] = row as readonly [string, string, number | null, string | null];
    const object = columns.at(row, 4);
    const [fromId, toId] = AROUND[object["type"] as string] ? [fund, far] : [far, fund];
    return { fund, far, amount, form, relationship: { ...object, fromId, toId } };
  });
}

const AMOUNT = { metric: "amountCny", unit: "CNY" };

/** Reads the totals that a query asks for. */
export async function readTotals(
  graph: Graph,
  root: string,
  funds: readonly string[],
  selection: Selection,
): Promise<FundTotals> {
  const [subscribed, given] = await Promise.all([
    selection.has("subscribed") ? graph.read(subscribedToFund(root)) : [],
    selection.has("given") ? graph.read(givenByFunds(funds)) : [],
  ]);
  const total = ([row]: typeof given): Total | null => {
    if (!row) return null;
    const [of, known, sum, most, stated] = row as readonly (number | null)[];
    // Of nothing at all the embedded engine sums null.
    return sumTotal(AMOUNT, { sum: sum ?? 0, most: most ?? 0, known: known ?? 0, of: of ?? 0 }, stated);
  };
  return { subscribed: total(subscribed), given: total(given) };
}
