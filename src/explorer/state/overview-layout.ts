import type { Entity, Heading, Placed, Relationship, Side } from "./picture.js";

/** A group of the overview: a column, or a part of one. */
export interface Group {
  readonly words: Heading["words"];
  readonly column: number;
  readonly side: Side;
  readonly members: readonly Entity[];
}

/** The places of the overview's columns, from left to right. */
const COLUMNS = [-600, -400, -165, 85, 335, 575] as const;
/** How much higher than wide the room for a picture is where nobody says. */
const SHAPE = 0.75;

/** From one row to the next where a column is full: as the room has it, within what names need. */
function rowOf(rows: number, shape: number): number {
  const width = COLUMNS[5] - COLUMNS[0];
  return Math.round(Math.max(46, Math.min(124, (width * shape - TITLE) / rows)));
}

/** How many rows the longest group has. */
function rowsOf(groups: readonly Group[]): number {
  return Math.max(1, ...groups.map(({ members }) => members.length));
}

/** From one row to the next where the room for the picture has this shape, its height over its width. */
export function rowFor(groups: readonly Group[], shape = SHAPE): number {
  return rowOf(rowsOf(groups), shape);
}
const TITLE = 30;

const rank = <T>(items: readonly T[], key: (item: T, index: number) => number): T[] =>
  items
    .map((item, index) => ({ item, index, key: key(item, index) }))
    .sort((one, other) => one.key - other.key || one.index - other.index)
    .map(({ item }) => item);

function neighbours(relationships: Iterable<Relationship>): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const { from, to } of relationships) {
    all.set(from, [...(all.get(from) ?? []), to]);
    all.set(to, [...(all.get(to) ?? []), from]);
  }
  return all;
}

/** Orders each group so that what hangs together stands at a height: a few rounds of averages over neighbours. */
function ordered(groups: readonly Group[], relationships: Iterable<Relationship>): Group[] {
  const near = neighbours(relationships);
  let current = [...groups];
  for (let round = 0; round < 8; round += 1) {
    const height = new Map(
      current.flatMap(({ members }) => members.map(({ id }, index) => [id, (index + 0.5) / members.length] as const)),
    );
    current = current.map((group) => ({
      ...group,
      members: rank(group.members, ({ id }) => {
        const heights = (near.get(id) ?? []).flatMap((other) => height.get(other) ?? []);
        return heights.length === 0
          ? (height.get(id) ?? 0)
          : heights.reduce((sum, value) => sum + value, 0) / heights.length;
      }),
    }));
  }
  return current;
}

/** Lays the overview out in columns under headings, neighbours at about one height. */
export function columns(
  groups: readonly Group[],
  relationships: Iterable<Relationship>,
  row: number,
): { readonly nodes: Placed[]; readonly headings: Heading[] } {
  const filled = ordered(
    groups.filter(({ members }) => members.length > 0),
    relationships,
  );
  const tallest = rowsOf(filled) * row;
  const nodes: Placed[] = [];
  const headings: Heading[] = [];
  COLUMNS.forEach((x, column) => {
    const stack = filled.filter((group) => group.column === column);
    const inStack = stack.reduce((sum, { members }) => sum + members.length, 0);
    const spare = tallest - inStack * row - (stack.length - 1) * (TITLE + row);
    const step = row + Math.max(0, spare) / Math.max(1, inStack);
    const gap = Math.min(step, row * 2.2);
    let y = tallest / 2 - Math.max(0, tallest - inStack * gap - (stack.length - 1) * (TITLE + row)) / 2;
    for (const { words, members, side } of stack) {
      headings.push({ words, x, y: Math.round(y + TITLE) });
      for (const member of members) {
        nodes.push({ ...member, x, y: Math.round(y - gap / 2), side });
        y -= gap;
      }
      y -= TITLE + row;
    }
  });
  return { nodes, headings };
}
