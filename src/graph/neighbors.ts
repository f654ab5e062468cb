import type { Plan } from "./batches.js";
import type { ConnectionOptions } from "./joined-pages.js";
import type { Kind } from "./model.js";
import { neighborCounts } from "./statements/neighbors.js";
import { walksFrom } from "./walks.js";

/** How many relationships of a type join an entity to others of a kind. */
export interface NeighborCount {
  readonly type: string;
  readonly direction: "IN" | "OUT";
  readonly kind: string;
  readonly count: number;
}

/**
 * What one kind's entities are joined to: counts above 0, by type in the model's order, into the entity before out of it, then by
 * kind in the model's order.
 */
export function planSummary(
  { model, batches, capabilities }: ConnectionOptions,
  kind: Kind,
): Plan<readonly NeighborCount[]> {
  const walks = walksFrom(model, kind, {});
  const loader = batches.grouped(
    `neighbours of ${kind.name}`,
    (parents) => neighborCounts(parents, walks, capabilities),
    (row) => row,
  );
  return async (parent) => {
    if (walks.length === 0) return [];
    const totals = new Map((await loader.load(parent)).map((row) => [`${String(row[1])} ${String(row[2])}`, row[3]]));
    return walks.flatMap(({ relationship, side, kinds }, index) =>
      kinds.flatMap(({ prefix, value }): NeighborCount[] => {
        const count = totals.get(`${index} ${prefix}`) as number | undefined;
        return count ? [{ type: relationship.type, direction: side === "to" ? "IN" : "OUT", kind: value, count }] : [];
      }),
    );
  };
}
