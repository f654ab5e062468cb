import type { GraphModel, Property, RelationshipType, Side } from "../../src/graph/model.js";
import type { Dataset, EntityRow, FactRow, RelationshipRow, Values } from "./dataset.js";

/** A relationship as it is met from one of its ends. */
export interface Met {
  readonly relationship: RelationshipRow;
  /** The end that the entity which asks stands at. */
  readonly side: Side;
  readonly far: EntityRow;
}

/** A dataset with what a reader needs to find his way in it. */
export class Memory {
  readonly entities: ReadonlyMap<string, EntityRow>;
  readonly relationships: ReadonlyMap<string, RelationshipRow>;
  private readonly met = new Map<string, Met[]>();
  private readonly places = new Map<string, ReadonlySet<string>>();

  constructor(
    readonly model: GraphModel,
    readonly dataset: Dataset,
  ) {
    this.entities = new Map(dataset.entities.map((row) => [row.id, row]));
    this.relationships = new Map(dataset.relationships.map((row) => [row.id, row]));
    for (const relationship of dataset.relationships) {
      this.meet(relationship.from, { relationship, side: "from", far: this.entity(relationship.to) });
      this.meet(relationship.to, { relationship, side: "to", far: this.entity(relationship.from) });
    }
  }

  private meet(id: string, met: Met): void {
    this.met.set(id, [...(this.met.get(id) ?? []), met]);
  }

  entity(id: string): EntityRow {
    return this.entities.get(id) as EntityRow;
  }

  /** Every relationship that ends at an entity; a self-loop is met from both sides. */
  around(id: string): readonly Met[] {
    return this.met.get(id) ?? [];
  }

  /** What a field of a kind follows: its relationships, to what the field's type says. */
  along(owner: string, field: string, id: string): readonly Met[] {
    const end = this.model.kinds.get(owner)?.ends.get(field);
    if (!end) return [];
    const { rollUp } = end;
    const near = rollUp?.side === end.side ? this.reached(id, rollUp.over, "to") : [id];
    return near
      .flatMap((each) => this.around(each))
      .filter(({ relationship, side }) => relationship.type === end.relationship && side === end.side)
      .flatMap((met) =>
        rollUp && rollUp.side !== end.side
          ? this.reached(met.far.id, rollUp.over, "from").map((whole) => ({ ...met, far: this.entity(whole) }))
          : [met],
      )
      .filter(({ far }) => far.kind.labels.includes(end.far));
  }

  /** An entity, and what relationships of a type that it stands at an end of lead to, at any depth, each once. */
  private reached(id: string, type: RelationshipType, side: Side): readonly string[] {
    const known = new Set([id]);
    for (const each of known)
      for (const met of this.around(each))
        if (met.relationship.type === type && met.side === side) known.add(met.far.id);
    return [...known];
  }

  factsOf(id: string): readonly FactRow[] {
    return this.dataset.facts.filter(({ subject }) => subject === id);
  }

  /** The places that an entity lies in, at any depth. */
  placesOf(id: string): ReadonlySet<string> {
    const known = this.places.get(id);
    if (known) return known;
    const own = this.around(id).filter(({ relationship: { type }, side }) => type.placement && side === "from");
    const places = new Set(own.flatMap(({ far }) => [far.id, ...this.placesOf(far.id)]));
    this.places.set(id, places);
    return places;
  }
}

/** Reads a property; undefined where it is missing. */
export function valueOf({ id, values }: { readonly id: string; readonly values: Values }, name: string): unknown {
  return name === "id" ? id : values[name];
}

/** The order of code points, written as plainly as it can be. */
export function compareTexts(one: string, other: string): number {
  const [left, right] = [one, other].map((text) => Array.from(text, (character) => character.codePointAt(0) as number));
  for (const [index, point] of (left as number[]).entries()) {
    const against = right?.[index];
    if (against === undefined) return 1;
    if (point !== against) return point - against;
  }
  return one.length - other.length;
}

/** The order of two values of one property; a missing one counts as the largest. */
export function compareValues(one: unknown, other: unknown): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  if (typeof one === "string") return compareTexts(one, other as string);
  return Number(one) - Number(other);
}

/** Whether a property is a date, whose operators read `2023` as the whole year. */
export function isDate(property: Property | undefined): boolean {
  return property?.type === "PartialDate";
}
