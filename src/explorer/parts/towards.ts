import type { Placed } from "../state/picture.js";

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The next node in the direction of an arrow key, nearest first; undefined for any other key and where there is none. */
export function towards(key: string, nodes: readonly Placed[], from: string | null): string | undefined {
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  const start = nodes.find(({ id }) => id === from);
  if (!start) return nodes[0]?.id;
  const [across, up] = direction;
  let best: string | undefined;
  let least = Infinity;
  for (const { id, x, y } of nodes) {
    const [dx, dy] = [x - start.x, y - start.y];
    const ahead = dx * across + dy * up;
    const aside = Math.abs(dx * up) + Math.abs(dy * across);
    if (ahead <= 0 || aside > 2 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) [best, least] = [id, cost];
  }
  return best;
}
