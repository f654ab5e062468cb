import type { EntityKind, RelationshipType } from "../operations.js";
import type { Origin, Picture, Placed, Point } from "./picture.js";

type At = readonly [id: string, x: number, y: number];

/** What of a picture differs from its origin: what an address has to carry. */
export interface Packed {
  readonly origin?: Origin;
  readonly added?: readonly At[];
  readonly moved?: readonly At[];
  readonly removed?: readonly string[];
  readonly pinned?: readonly string[];
  readonly offKinds?: readonly EntityKind[];
  readonly offTypes?: readonly RelationshipType[];
  readonly trail?: readonly string[];
  /** Set where the origin's headings are gone. */
  readonly bare?: true;
}

const at = ({ id, x, y }: Placed): At => [id, Math.round(x), Math.round(y)];

/** What an address has to carry of a picture; what is as in a plain overview is left out. */
export function pack(picture: Picture, trail: ReadonlySet<string>): Packed {
  const { origin, first, nodes, headings } = picture;
  const moved = [...nodes.values()].filter(({ id, x, y }) => {
    const before = first.get(id);
    return before !== undefined && (Math.round(before.x) !== Math.round(x) || Math.round(before.y) !== Math.round(y));
  });
  const all: Packed = {
    added: [...nodes.values()].filter(({ id }) => !first.has(id)).map(at),
    moved: moved.map(at),
    removed: [...first.keys()].filter((id) => !nodes.has(id)),
    pinned: [...picture.pinned],
    offKinds: [...picture.offKinds],
    offTypes: [...picture.offTypes],
    trail: [...trail],
    ...(origin.name === "overview" && origin.row !== undefined && headings.length === 0 && { bare: true }),
  };
  const changes = Object.entries(all).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  if (origin.name === "overview" && changes.length === 0) return {};
  return { origin, ...Object.fromEntries(changes) };
}

/** The picture that is as its origin but for what was packed; nodes that were added are still to be read. */
export function unpack(base: Picture, packed: Packed, added: ReadonlyMap<string, Omit<Placed, "x" | "y">>): Picture {
  const removed = new Set(packed.removed);
  const places = new Map<string, Point>((packed.moved ?? []).map(([id, x, y]) => [id, { x, y }]));
  const kept = [...base.first.values()]
    .filter(({ id }) => !removed.has(id))
    .map((node): Placed => {
      const place = places.get(node.id);
      return place ? { id: node.id, kind: node.kind, name: node.name, nameEn: node.nameEn, ...place } : node;
    });
  const more = (packed.added ?? []).flatMap(([id, x, y]): Placed[] => {
    const node = added.get(id);
    return node ? [{ ...node, x, y }] : [];
  });
  const nodes = new Map([...kept, ...more].map((node) => [node.id, node]));
  return {
    ...base,
    nodes,
    headings: packed.bare ? [] : base.headings,
    relationships: new Map([...base.relationships].filter(([, { from, to }]) => nodes.has(from) && nodes.has(to))),
    pinned: new Set(packed.pinned?.filter((id) => nodes.has(id))),
    offKinds: new Set(packed.offKinds),
    offTypes: new Set(packed.offTypes),
  };
}

/** A text made short enough for an address. */
export async function squeeze(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The text that was squeezed. */
export async function unsqueeze(short: string): Promise<string> {
  const binary = atob(short.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}
