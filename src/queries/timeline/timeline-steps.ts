import type { GraphObject } from "../../graph/statements/columns.js";
import { byCodePoint } from "../../graph/text-order.js";

/** A milestone that was reached, as it was read. */
export interface Step {
  readonly id: string;
  readonly date: string | null;
  /** Its place among those of its project or fund; null where none is recorded. */
  readonly step: number | null;
  readonly relationship: GraphObject;
}

/** Where something stands in a timeline: what is smaller comes first. */
export interface Position {
  /** Its own date, or that of the milestone that it stands next to; after every date where there is none. */
  readonly date: string;
  /** 0 for what has that date itself; what stands before it is below, what stands after it above. */
  readonly rank: number;
  readonly step: number;
  readonly owner: string;
  readonly property: string;
}

/** After every date: for milestones of which only the order is known. */
const AFTER_ALL = "~";

/**
 * Compares two positions. As text, partial dates are in the order of their beginnings, and of one beginning the coarser
 * comes first.
 */
export function comparePositions(one: Position, other: Position): number {
  return (
    byCodePoint(one.date, other.date) ||
    one.rank - other.rank ||
    one.step - other.step ||
    byCodePoint(one.owner, other.owner) ||
    byCodePoint(one.property, other.property)
  );
}

/**
 * Where a milestone without a date stands: right after the nearest earlier step that has one, or before the first; after
 * everything dated where no step has any.
 */
function besides(all: readonly Step[], step: number): Pick<Position, "date" | "rank"> {
  const dated = all.filter((other) => other.date !== null && other.step !== null);
  const earlier = dated.filter((other) => (other.step as number) < step).at(-1);
  if (earlier) return { date: earlier.date as string, rank: 1 };
  const later = dated.find((other) => (other.step as number) >= step);
  return later ? { date: later.date as string, rank: -1 } : { date: AFTER_ALL, rank: 1 };
}

/** The milestones that have a step and no date, each where it stands. */
export function placeUndated(all: readonly Step[]): { readonly milestone: Step; readonly at: Position }[] {
  return all
    .filter(({ date, step }) => date === null && step !== null)
    .map((milestone) => {
      const step = milestone.step as number;
      return { milestone, at: { ...besides(all, step), step, owner: milestone.id, property: "step" } };
    });
}
