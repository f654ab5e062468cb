import {
  entityOf,
  relationshipOf,
  type EndOptions,
  type EntityDefinition,
  type Membership,
  type ModelClass,
  type RelationshipDefinition,
} from "../decorators.js";
import { EntityNode } from "../interfaces.js";
import { refuseDoubleNames } from "./names.js";

/** A field that follows a relationship, as one kind gains it. */
export interface Endpoint {
  readonly owner: EntityDefinition;
  readonly field: string;
  readonly side: "from" | "to";
  /** The class at the far end, a kind or an interface. */
  readonly far: ModelClass;
  readonly relationship: RelationshipDefinition;
  /** The type from parts to wholes, and the end at which wholes stand for their parts. */
  readonly rollUp: { readonly over: string; readonly side: "from" | "to" } | undefined;
}

const listOf = (of: EndOptions["of"]): readonly ModelClass[] =>
  (Array.isArray(of) ? of : [of]) as readonly ModelClass[];

/** What the decorators declared, in the order of declaration, with the fields that relationships give to kinds. */
export class Declared {
  readonly entities: readonly EntityDefinition[];
  readonly relationships: readonly RelationshipDefinition[];
  readonly endpoints: readonly Endpoint[];

  /**
   * @param classes entities and relationships; anything else is ignored.
   * @throws Error when a name follows from two of them.
   */
  constructor(classes: readonly ModelClass[]) {
    this.entities = classes.flatMap((target) => entityOf(target) ?? []).sort((a, b) => a.position - b.position);
    this.relationships = classes
      .flatMap((target) => relationshipOf(target) ?? [])
      .sort((a, b) => a.position - b.position);
    this.endpoints = this.relationships.flatMap((relationship) => [
      ...this.endpointsOf(relationship, "from"),
      ...this.endpointsOf(relationship, "to"),
    ]);
    refuseDoubleNames(this);
  }

  /** The kinds that stand at an end, interfaces resolved. */
  kindsAt(end: EndOptions): EntityDefinition[] {
    return this.entities.filter((entity) =>
      listOf(end.of).some((of) => of === entity.target || entity.interfaces.includes(of)),
    );
  }

  /** Whether a kind lies in places: the filter `within` is for those. */
  isPlaced(entity: EntityDefinition): boolean {
    return this.relationships.some(({ placement, from }) => placement && this.kindsAt(from).includes(entity));
  }

  /** A rule by the types that it names. */
  membership({ joins, sections, parts }: Membership) {
    const typeOf = (target: ModelClass): string => {
      const found = this.relationships.find((item) => item.target === target);
      if (!found) throw new Error(`${target.name}: expected a relationship of the model; export its class.`);
      return found.type;
    };
    return { joins: joins.map(typeOf), sections: typeOf(sections), parts: typeOf(parts) };
  }

  private endpointsOf(relationship: RelationshipDefinition, side: "from" | "to"): Endpoint[] {
    const near = relationship[side];
    const [only = EntityNode, ...others] = listOf(relationship[side === "from" ? "to" : "from"].of);
    const fields: [string, ModelClass][] = Object.entries(near.fields ?? {});
    if (near.field) fields.push([near.field, others.length === 0 ? only : EntityNode]);
    return this.kindsAt({ of: near.on ?? near.of }).flatMap((owner) =>
      fields.map(([field, far]) => ({ owner, field, side, far, relationship, rollUp: this.rollUpOf(relationship) })),
    );
  }

  /** @throws Error where it is not one relationship of the model at one end. */
  private rollUpOf({ name, from, to }: RelationshipDefinition): Endpoint["rollUp"] {
    if (!from.rollsUp && !to.rollsUp) return undefined;
    const over = this.relationships.find(({ target }) => target === (from.rollsUp ?? to.rollsUp));
    if (!over || (from.rollsUp && to.rollsUp))
      throw new Error(
        `${name}.rollsUp: expected a relationship of the model at one end but got ${over ? "both ends" : "another class"}; correct the declaration.`,
      );
    return { over: over.type, side: from.rollsUp ? "from" : "to" };
  }
}
