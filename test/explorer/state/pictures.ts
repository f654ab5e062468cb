import fc from "fast-check";
import { byId, EMPTY, type Picture, type Placed, type Relationship } from "../../../src/explorer/state/picture.js";
import type { EntityKind, RelationshipType } from "../../../src/explorer/operations.js";

const KINDS: readonly EntityKind[] = ["ZONE", "COMPANY", "PROJECT"];
const TYPES: readonly RelationshipType[] = ["LOCATED_IN", "OWNS"];

/** A node for tests, its kind from its id. */
export function node(id: string, x = 0, y = 0): Placed {
  return { id, kind: id.split(":")[0]?.toUpperCase() as EntityKind, name: id, nameEn: null, x, y };
}

/** A relationship for tests. */
export function line(from: string, to: string, type: RelationshipType = "OWNS"): Relationship {
  return { id: `${type} ${from} ${to}`, type, from, to };
}

/** A picture of these nodes and relationships, as it was first drawn. */
export function pictureOf(nodes: readonly Placed[], lines: readonly Relationship[] = []): Picture {
  const first = byId(nodes);
  return { ...EMPTY, origin: { name: "overview", row: 50 }, first, nodes: first, relationships: byId(lines) };
}

const place = fc.integer({ min: -2000, max: 2000 });

/** Pictures of a few nodes, some of which are pinned and some left out by the legend. */
export const pictures: fc.Arbitrary<Picture> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...KINDS), fc.nat(20), place, place), {
    maxLength: 12,
    selector: ([kind, slug]) => `${kind}:${slug}`,
  })
  .chain((drawn) => {
    const nodes = drawn.map(([kind, slug, x, y]) => node(`${kind.toLowerCase()}:${slug}`, x, y));
    const ids = nodes.map(({ id }) => id);
    const id = ids.length === 0 ? fc.constant("zone:0") : fc.constantFrom(...ids);
    const lines = fc.array(fc.tuple(id, id, fc.constantFrom(...TYPES)), { maxLength: ids.length === 0 ? 0 : 20 });
    return fc
      .record({
        lines,
        pinned: fc.subarray(ids),
        offKinds: fc.subarray([...KINDS]),
        offTypes: fc.subarray([...TYPES]),
        firsts: fc.subarray(ids),
      })
      .map(({ lines, pinned, offKinds, offTypes, firsts }): Picture => {
        const all = byId(nodes);
        const first = byId(nodes.filter((item) => firsts.includes(item.id)));
        return {
          ...pictureOf(
            nodes,
            lines.map(([from, to, type]) => line(from, to, type)),
          ),
          first,
          nodes: all,
          pinned: new Set(pinned),
          offKinds: new Set(offKinds),
          offTypes: new Set(offTypes),
        };
      });
  });
