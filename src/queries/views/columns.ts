import type { RequestContext } from "../../graph/context.js";
import type { Layout, Placed } from "../../graph/layout/drawing.js";
import type { Kind, RelationshipType } from "../../graph/model.js";
import type { GraphColumns } from "./graph-columns.js";
import { type Ends, RANK, type View } from "./views.js";

/** The type that leads from one layer of a drawing to the next: a stage feeds the one behind it. */
const FLOW = "FEEDS";

/** What ids belong to, in the model's order, and the position there of each id's owner. */
interface Owned<Owner> {
  readonly owners: readonly Owner[];
  readonly positions: readonly number[];
}

/** Where a run of ids that begin alike ends. */
type RunEnd = (ids: readonly string[], start: number, beginning: string) => number;

const nextOther: RunEnd = (ids, start, beginning) => {
  let end = start + 1;
  while (end < ids.length && (ids[end] as string).startsWith(beginning)) end += 1;
  return end;
};

/** In ids that are in order, those that begin alike stand together: a few of thousands tell where they end. */
const nextInOrder: RunEnd = (ids, start, beginning) => {
  let [within, end] = [start, ids.length];
  while (end - within > 1) {
    const middle = (within + end) >> 1;
    if ((ids[middle] as string).startsWith(beginning)) within = middle;
    else end = middle;
  }
  return end;
};

/** Tells what ids belong to, run by run; owners of none are left out. */
function ownedBy<Owner extends Kind | RelationshipType>(
  ids: readonly string[],
  all: Iterable<Owner>,
  runEnd: RunEnd,
): Owned<Owner> {
  const owners = [...all];
  const places = new Map(owners.map(({ prefix }, place) => [prefix, place]));
  const positions = new Array<number>(ids.length);
  const used = new Set<number>();
  for (let start = 0, end = 0; start < ids.length; start = end) {
    const id = ids[start] as string;
    const prefix = id.slice(0, id.indexOf(":"));
    const place = places.get(prefix) as number;
    used.add(place);
    end = runEnd(ids, start, `${prefix}:`);
    positions.fill(place, start, end);
  }
  let next = 0;
  const numbers = owners.map((_, place) => (used.has(place) ? next++ : -1));
  for (let index = 0; index < positions.length; index += 1)
    positions[index] = numbers[positions[index] as number] as number;
  return { owners: owners.filter((_, place) => used.has(place)), positions };
}

/** A view as arrays; with a layout, laid out in a thread beside. */
export async function columnsOf(
  { graph, layouts }: RequestContext,
  { ids, degrees, names, namesEn }: View,
  ends: Ends,
  layout: Layout | "NONE",
): Promise<GraphColumns> {
  const { id, from, to } = ends;
  const kinds = ownedBy(ids, graph.model.kinds.values(), nextOther);
  const types = ownedBy(id, graph.model.relationships.values(), nextInOrder);
  const placed =
    layout === "NONE" ? undefined : await layouts.place(drawing(layout, ids.length, ends, types), graph.signal);
  return {
    kinds: kinds.owners.map(({ value }) => value),
    types: types.owners.map(({ type }) => type),
    nodes: {
      id: ids,
      kind: kinds.positions,
      name: names,
      nameEn: namesEn,
      degree: degrees,
      x: listed(placed, "x"),
      y: listed(placed, "y"),
      community: listed(placed, "community"),
    },
    relationships: { id, type: types.positions, from, to },
  };
}

function listed(placed: Placed | undefined, column: keyof Placed): readonly number[] | null {
  return placed ? Array.from(placed[column]) : null;
}

function drawing(
  layout: Layout,
  nodes: number,
  { from, to, rank }: Ends,
  { owners, positions }: Owned<RelationshipType>,
) {
  const typeAt = (index: number): string | undefined => owners[positions[index] as number]?.type;
  const ranks = new Int32Array(nodes);
  rank.forEach((place, index) => {
    const stage = to[index] as number;
    if (typeAt(index) === RANK.type) ranks[stage] = Math.max(ranks[stage] as number, place);
  });
  const flows = Uint8Array.from(positions, (_, index) => (typeAt(index) === FLOW ? 1 : 0));
  return { layout, nodes, from: Int32Array.from(from), to: Int32Array.from(to), flows, ranks };
}
