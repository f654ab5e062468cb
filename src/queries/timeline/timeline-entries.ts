import type { Row } from "../../engine/engine.js";
import {
  type GraphModel,
  isKind,
  type Kind,
  ownerOf,
  type Property,
  type RelationshipType,
  statedTypes,
  type Words,
} from "../../graph/model.js";
import type { Columns, GraphObject } from "../../graph/statements/columns.js";
import type { ProjectRecord } from "./project-progress.js";
import type { TimelineEntry } from "./timeline-schema.js";
import type { DatedBranch } from "./timeline-statements.js";
import { placeUndated, type Position, type Step } from "./timeline-steps.js";

/** One entry, as far as it is known before its entity is read. */
export interface Entry extends Omit<TimelineEntry, "entity" | "daysSincePrevious"> {
  readonly at: Position;
  /** Whose date it is, or the far end of the relationship that is dated. */
  readonly entityId: string;
}

/** What is dated around a kind, as the model has it. */
export interface DatedKind {
  readonly kind: Kind;
  /** Its own dates. */
  readonly own: readonly string[];
  /** Those of the relationships that end at it, and of the entities at their far ends. */
  readonly branches: readonly DatedBranch[];
  readonly types: readonly RelationshipType[];
}

function datesOf(properties: ReadonlyMap<string, Property>): string[] {
  return [...properties.values()].filter(({ type, list }) => type === "PartialDate" && !list).map(({ name }) => name);
}

/** The dates of what a type of relationship leads to from a kind. */
function datesAcross(model: GraphModel, { name }: Kind, { from, to }: RelationshipType): string[] {
  const far = [...(from.has(name) ? to : []), ...(to.has(name) ? from : [])];
  return far.flatMap((item) => datesOf((model.kinds.get(item) as Kind).properties));
}

/** Reads from the model what is dated around a kind. */
export function datedKind(model: GraphModel, kind: Kind): DatedKind {
  const types = statedTypes(model).filter(({ from, to }) => from.has(kind.name) || to.has(kind.name));
  const branches = (["relationship", "neighbour"] as const).flatMap((on) => {
    const dated = types.flatMap((type) => {
      const properties = on === "relationship" ? datesOf(type.properties) : datesAcross(model, kind, type);
      return properties.length > 0 ? [{ type: type.type, properties }] : [];
    });
    const properties = [...new Set(dated.flatMap((item) => item.properties))];
    return dated.length > 0 ? [{ on, properties, types: dated.map(({ type }) => type) }] : [];
  });
  return { kind, own: datesOf(kind.properties), branches, types };
}

function labelled(owner: Words | undefined, property: Property | undefined): Pick<Entry, "label" | "labelEn"> {
  const { zh = "", en = "" } = property?.words ?? {};
  return { label: owner ? `${owner.zh}·${zh}` : zh, labelEn: owner ? `${owner.en}: ${en}` : en };
}

function dated(date: string, owner: string, property: string): Position {
  return { date, rank: 0, step: 0, owner, property };
}

/** The entity's own dates. */
export function ownEntries(id: string, { kind, own }: DatedKind, record: ProjectRecord): Entry[] {
  return own.flatMap((name) => {
    const date = record[name];
    const property = kind.properties.get(name);
    if (!date || !property) return [];
    return {
      at: dated(date, id, name),
      origin: "OWN" as const,
      date,
      step: null,
      property: name,
      ...labelled(undefined, property),
      planned: property.planned,
      entityId: id,
      relationship: null,
    };
  });
}

/** The milestones without a date, by their step. */
export function undatedEntries(model: GraphModel, steps: readonly Step[]): Entry[] {
  const reached = model.relationships.get("REACHED");
  return placeUndated(steps).map(({ milestone, at }) => ({
    at,
    origin: "NEIGHBOUR",
    date: null,
    step: milestone.step,
    property: "step",
    ...labelled(model.kinds.get("Milestone"), reached?.properties.get("step")),
    planned: false,
    entityId: milestone.id,
    relationship: milestone.relationship,
  }));
}

/** A row of what is dated around an entity. */
export function entryOf(
  model: GraphModel,
  row: Row,
  columns: Columns,
  steps: ReadonlyMap<string, number | null>,
): Entry {
  const [date, owner, property, neighbour, far, only, fromId, toId] = row as readonly [
    string,
    string,
    string,
    boolean,
    string,
    boolean | null,
    string,
    string,
  ];
  const relationship: GraphObject = { ...columns.at(row, 8), fromId, toId };
  const item = ownerOf(model, neighbour ? far : relationship.id) as Kind | RelationshipType;
  const declared = item.properties.get(property);
  return {
    at: dated(date, owner, property),
    origin: neighbour ? "NEIGHBOUR" : "RELATIONSHIP",
    date,
    step: isKind(item) ? (steps.get(far) ?? null) : null,
    property,
    ...labelled(item, declared),
    planned: (declared?.planned ?? false) || (!neighbour && only === true),
    entityId: far,
    relationship,
  };
}
