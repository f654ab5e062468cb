import type { EntityKind, RelationshipType } from "../operations.js";

/** An entity as lists and pictures name it. */
export interface Entity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly nameEn: string | null;
}

/** A relationship as pictures draw it. */
export interface Relationship {
  readonly id: string;
  readonly type: RelationshipType;
  readonly from: string;
  readonly to: string;
}

/** On which side of its symbol a label stands. */
export type Side = "left" | "right" | "below";

/** A point of the picture: a unit is a pixel where the picture is drawn at its own size; y grows upwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An entity at its place in the picture. */
export interface Placed extends Entity, Point {
  readonly side?: Side;
}

/** A heading above a group of nodes; its words are a key of the page's. */
export interface Heading extends Point {
  readonly words: "universities" | "institutes" | "zones" | "chains" | "industries" | "leaders" | "funds";
}

/** What a picture began as; it can be asked for again, so that an address need only tell what changed since. */
export type Origin =
  | { readonly name: "empty" }
  | {
      readonly name: "overview";
      /** The height of its rows; undefined where it has no columns. */ readonly row?: number;
    }
  | { readonly name: "around"; readonly ids: readonly string[]; readonly depth: number; readonly maxNodes: number };

/** What is drawn. Every relationship between its nodes is in it, so nodes tell relationships. */
export interface Picture {
  readonly origin: Origin;
  /** The nodes of the origin, at their first places. */
  readonly first: ReadonlyMap<string, Placed>;
  readonly headings: readonly Heading[];
  readonly nodes: ReadonlyMap<string, Placed>;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly pinned: ReadonlySet<string>;
  readonly offKinds: ReadonlySet<EntityKind>;
  readonly offTypes: ReadonlySet<RelationshipType>;
  /** Why not everything is there that was asked for; null where it is. */
  readonly cut: "NODES" | "RELATIONSHIPS" | null;
}

/** Nothing yet. */
export const EMPTY: Picture = {
  origin: { name: "empty" },
  first: new Map(),
  headings: [],
  nodes: new Map(),
  relationships: new Map(),
  pinned: new Set(),
  offKinds: new Set(),
  offTypes: new Set(),
  cut: null,
};

/** By id. */
export function byId<T extends { readonly id: string }>(items: Iterable<T>): Map<string, T> {
  return new Map(Array.from(items, (item) => [item.id, item]));
}

/** The picture with more nodes and relationships; what is there already stays where it is. */
export function joined(picture: Picture, nodes: Iterable<Placed>, relationships: Iterable<Relationship>): Picture {
  const all = new Map(picture.nodes);
  for (const node of nodes) if (!all.has(node.id)) all.set(node.id, node);
  const lines = new Map(picture.relationships);
  for (const line of relationships) if (all.has(line.from) && all.has(line.to)) lines.set(line.id, line);
  return { ...picture, nodes: all, relationships: lines };
}

/** The picture without some nodes. */
export function without(picture: Picture, ids: ReadonlySet<string>): Picture {
  const keep = (id: string): boolean => !ids.has(id);
  return {
    ...picture,
    nodes: new Map([...picture.nodes].filter(([id]) => keep(id))),
    relationships: new Map([...picture.relationships].filter(([, { from, to }]) => keep(from) && keep(to))),
    pinned: new Set([...picture.pinned].filter(keep)),
  };
}

/** The neighbours of a node that nothing else joins to the picture: what collapsing it takes away. */
export function dependants(picture: Picture, id: string): Set<string> {
  const others = new Map<string, Set<string>>();
  for (const { from, to } of picture.relationships.values()) {
    others.set(from, (others.get(from) ?? new Set()).add(to));
    others.set(to, (others.get(to) ?? new Set()).add(from));
  }
  const alone = [...(others.get(id) ?? [])].filter(
    (other) =>
      other !== id &&
      !picture.pinned.has(other) &&
      [...(others.get(other) ?? [])].every((far) => far === id || far === other),
  );
  return new Set(alone);
}

/** Whether the legend leaves an entity out. */
export function isHidden({ offKinds }: Picture, { kind }: Pick<Entity, "kind">): boolean {
  return offKinds.has(kind);
}

/** The nodes and relationships that the legend leaves in. */
export function visible(picture: Picture): {
  readonly nodes: readonly Placed[];
  readonly relationships: readonly Relationship[];
} {
  const { nodes, relationships, offKinds, offTypes } = picture;
  const shown = (id: string): boolean => {
    const node = nodes.get(id);
    return node !== undefined && !offKinds.has(node.kind);
  };
  return {
    nodes: [...nodes.values()].filter(({ kind }) => !offKinds.has(kind)),
    relationships: [...relationships.values()].filter(
      ({ type, from, to }) => !offTypes.has(type) && shown(from) && shown(to),
    ),
  };
}

/** Kinds and types that the legend leaves out. */
export interface Filters {
  readonly kinds: readonly EntityKind[];
  readonly types: readonly RelationshipType[];
}

/** The legend's filters, and how many entities or relationships each leaves out. */
export function hiddenBy({ nodes, relationships, offKinds, offTypes }: Picture): {
  readonly kinds: readonly (readonly [EntityKind, number])[];
  readonly types: readonly (readonly [RelationshipType, number])[];
} {
  const [entities, lines] = [[...nodes.values()], [...relationships.values()]];
  return {
    kinds: [...offKinds].map((off) => [off, entities.filter(({ kind }) => kind === off).length] as const),
    types: [...offTypes].map((off) => [off, lines.filter(({ type }) => type === off).length] as const),
  };
}

/** The filters that leave out one entity, or one relationship or its ends. */
export function filtersOn(picture: Picture, id: string): Filters {
  const { nodes, relationships, offKinds, offTypes } = picture;
  const line = relationships.get(id);
  const kinds = (line ? [line.from, line.to] : [id]).flatMap((end) => nodes.get(end)?.kind ?? []);
  return {
    kinds: [...new Set(kinds.filter((kind) => offKinds.has(kind)))],
    types: line && offTypes.has(line.type) ? [line.type] : [],
  };
}
