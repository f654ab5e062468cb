import type { GraphModel, Property } from "./model.js";

/** One value of an enum and its words. */
export interface VocabularyTerm {
  readonly enum: string;
  readonly value: string;
  readonly zh: string;
  readonly en: string;
  readonly inverseZh?: string;
  readonly inverseEn?: string;
}

type Terms = NonNullable<Property["terms"]>;

function ofEnum({ name, values }: Terms): VocabularyTerm[] {
  return Object.entries(values).map(([value, { zh, en }]) => ({ enum: name, value, zh, en }));
}

/**
 * The words of a model: kinds, relationship types, then the values of every enum that a property has, each once.
 * @param others enums that no property has: those of questions and answers, last.
 */
export function vocabularyOf(model: GraphModel, others: readonly Terms[] = []): VocabularyTerm[] {
  const kinds = [...model.kinds.values()];
  const types = [...model.relationships.values()];
  const enums = [...kinds, ...types].flatMap(({ properties }) => [...properties.values()].map(({ terms }) => terms));
  const values = [...enums.filter((terms) => terms !== undefined), ...others].flatMap(ofEnum);
  return [
    ...kinds.map(({ value, zh, en }) => ({ enum: "EntityKind", value, zh, en })),
    ...types.map(({ type, zh, en, inverseZh, inverseEn }) => ({
      enum: "RelationshipType",
      value: type,
      zh,
      en,
      inverseZh,
      inverseEn,
    })),
    ...new Map(values.map((term) => [`${term.enum}.${term.value}`, term])).values(),
  ];
}

/** The words of one property of a kind or of a relationship type. */
export interface PropertyTerm {
  readonly of: string;
  readonly property: string;
  readonly zh: string;
  readonly en: string;
  /** The scalar or the enum of its values. */
  readonly type: string;
  readonly unit?: string;
}

/** The words of every property that is declared, in the order of the model; what every entity has is left out. */
export function propertyTermsOf(model: GraphModel): PropertyTerm[] {
  return [...model.kinds.values(), ...model.relationships.values()].flatMap(({ name: of, properties }) =>
    [...properties.values()].flatMap(({ name: property, words, type, unit, terms }) =>
      words === undefined
        ? []
        : [{ of, property, ...words, type: terms?.name ?? type, ...(unit !== undefined && { unit }) }],
    ),
  );
}
