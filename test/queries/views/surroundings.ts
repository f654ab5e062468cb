import type { Edge, Generated } from "../../support/generated.js";

/** What narrows a walk; as the API takes it. */
export interface Narrowed {
  readonly types?: readonly string[];
  readonly direction?: "IN" | "OUT" | "BOTH";
  readonly kinds?: readonly string[];
}

const kindOf = (id: string): string => (id.split(":")[0] ?? "").toUpperCase();

/** How many relationships end at an entity, a self-loop twice. */
export function degreeOf({ edges }: Generated, id: string): number {
  return edges.filter(({ from }) => from === id).length + edges.filter(({ to }) => to === id).length;
}

/** The distinct entities one step away. */
export function neighboursOf(
  { edges }: Generated,
  id: string,
  { types, direction = "BOTH", kinds }: Narrowed,
): string[] {
  const along = edges.filter(({ type }) => types?.includes(type) ?? true);
  const far = [
    ...(direction === "IN" ? [] : along.filter(({ from }) => from === id).map(({ to }) => to)),
    ...(direction === "OUT" ? [] : along.filter(({ to }) => to === id).map(({ from }) => from)),
  ];
  return [...new Set(far)].filter((other) => kinds?.includes(kindOf(other)) ?? true);
}

/** A textbook search in breadth: every entity within a depth with its distance, in the documented order. */
export function within(graph: Generated, starts: readonly string[], depth: number, narrowed: Narrowed): string[] {
  const distances = new Map(starts.map((id) => [id, 0]));
  const queue = [...new Set(starts)];
  for (const id of queue) {
    const distance = distances.get(id) as number;
    if (distance === depth) continue;
    for (const other of neighboursOf(graph, id, narrowed))
      if (!distances.has(other)) {
        distances.set(other, distance + 1);
        queue.push(other);
      }
  }
  return queue.sort(
    (one, other) =>
      (distances.get(one) as number) - (distances.get(other) as number) ||
      degreeOf(graph, other) - degreeOf(graph, one) ||
      (one < other ? -1 : 1),
  );
}

/** The relationships between entities of two lists, by id. */
export function between({ edges }: Generated, ids: readonly string[], among: readonly string[]): Edge[] {
  return edges
    .filter(({ from, to }) => (ids.includes(from) && among.includes(to)) || (ids.includes(to) && among.includes(from)))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}
