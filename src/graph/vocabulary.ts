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

function ofEnums(properties: Iterable<Property>): VocabularyTerm[] {
  return [...properties].flatMap(({ terms }) =>
    terms ? Object.entries(terms.values).map(([value, { zh, en }]) => ({ enum: terms.name, value, zh, en })) : [],
  );
}

/** The words of a model: kinds, relationship types, then the values of every enum that a property has, each once. */
export function vocabularyOf(model: GraphModel): VocabularyTerm[] {
  const kinds = [...model.kinds.values()];
  const types = [...model.relationships.values()];
  const values = ofEnums([...kinds, ...types].flatMap(({ properties }) => [...properties.values()]));
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
