import { beneath, beside } from "./arrange.js";
import { joined, type Picture } from "./picture.js";
import { between } from "./reading.js";
import { viewport } from "./viewport.js";

/**
 * What a picture gains with an entity that it does not show yet, which is placed near a neighbour of it if one is drawn; nothing
 * where the graph has no such entity.
 */
export async function placing(
  picture: Picture,
  id: string,
  signal: AbortSignal,
): Promise<(now: Picture) => Parameters<typeof joined>> {
  const { nodes, relationships } = await between([...picture.nodes.keys(), id], signal);
  const found = nodes.filter((node) => node.id === id);
  return (now) => {
    const fresh = found.filter((node) => !now.nodes.has(node.id));
    const joining = relationships.find(({ from, to }) => from === id || to === id);
    const near = joining && now.nodes.get(joining.from === id ? joining.to : joining.from);
    const placed = near ? beside(now, near, fresh, viewport().unitsAPixel) : beneath(now, fresh);
    return [now, placed, relationships];
  };
}
