import { type GraphQLSchema, isEnumType } from "graphql";
import type { GraphModel } from "../../graph/model.js";
import { definedEnums, type EnumTerms } from "../../model/terms.js";
import type { PropertyTerm } from "./property-terms-schema.js";
import type { Term } from "./vocabulary-schema.js";

/** The enums of a schema that have words. */
function enumsOf(schema: GraphQLSchema): EnumTerms[] {
  return definedEnums().filter(({ name, values }) => {
    const type = schema.getType(name);
    return isEnumType(type) && Object.keys(values).every((value) => type.getValue(value));
  });
}

const NOT_READ_BACK = { inverseZh: null, inverseEn: null };

function ofEnum({ name, values }: EnumTerms): Term[] {
  return Object.entries(values).map(([value, { zh, en }]) => ({ enum: name, value, zh, en, ...NOT_READ_BACK }));
}

/** The words of a model: kinds, relationship types, then the values of every enum, those of properties first, each once. */
export function vocabularyOf(model: GraphModel, schema: GraphQLSchema): Term[] {
  const kinds = [...model.kinds.values()];
  const types = [...model.relationships.values()];
  const enums = [...kinds, ...types].flatMap(({ properties }) => [...properties.values()].map(({ terms }) => terms));
  const values = [...enums.filter((terms) => terms !== undefined), ...enumsOf(schema)].flatMap(ofEnum);
  return [
    ...kinds.map(({ value, zh, en }) => ({ enum: "EntityKind", value, zh, en, ...NOT_READ_BACK })),
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

/** The words of every property that is declared, in the order of the model; what every entity has is left out. */
export function propertyTermsOf(model: GraphModel): PropertyTerm[] {
  return [...model.kinds.values(), ...model.relationships.values()].flatMap(({ name: of, properties }) =>
    [...properties.values()].flatMap(({ name: property, words, type, unit = null, terms }) =>
      words === undefined ? [] : [{ of, property, ...words, type: terms?.name ?? type, unit }],
    ),
  );
}
