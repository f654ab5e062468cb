import { registerEnumType } from "type-graphql";

/** What people call a thing, in Chinese and in English. */
export interface Terms {
  readonly zh: string;
  readonly en: string;
}

/** An enum whose values carry their terms; made by {@link defineEnum}. */
export type TermedEnum<V extends string = string> = { readonly [K in V]: K };

/** Name and terms of an enum, as a property that uses it carries them into the built schema. */
export interface EnumTerms {
  readonly name: string;
  readonly values: Readonly<Record<string, Terms>>;
}

const registered = new Map<object, EnumTerms>();

/**
 * Defines a GraphQL enum whose values have Chinese and English terms. The description becomes the type's; each value's
 * description is its two terms.
 */
export function defineEnum<V extends string>(
  name: string,
  description: string,
  values: Readonly<Record<V, Terms>>,
): TermedEnum<V> {
  const keys = Object.keys(values) as V[];
  const enumObject = Object.fromEntries(keys.map((key) => [key, key])) as TermedEnum<V>;
  const valuesConfig = Object.fromEntries(
    keys.map((key) => [key, { description: `${values[key].en} (${values[key].zh})` }]),
  );
  registerEnumType<object>(enumObject, { name, description, valuesConfig });
  registered.set(enumObject, { name, values });
  return enumObject;
}

/** Every enum that {@link defineEnum} made, whether a schema has it or not. */
export function definedEnums(): readonly EnumTerms[] {
  return [...registered.values()];
}

/** The terms of an enum that {@link defineEnum} made; undefined for anything else. */
export function termsOf(candidate: unknown): EnumTerms | undefined {
  return typeof candidate === "object" && candidate !== null ? registered.get(candidate) : undefined;
}
