import { Field, Float, ID, InputType, registerEnumType } from "type-graphql";
import { OPERATORS, type OperatorSet } from "../../graph/operators.js";
import { enumOf, prototypeOf, type ModelClass, type PropertyDefinition, type PropertyType } from "../decorators.js";
import { EntityKind, SortDirection } from "./common.js";
import { PartialDate } from "../scalars.js";
import { constantCase } from "./names.js";

/** A class or enum object that Type-GraphQL knows as a type. */
export type DerivedType = object;

/** One field of an input type: its name, its type and what it means. */
export interface InputField {
  readonly name: string;
  readonly type: () => DerivedType;
  readonly description: string;
  readonly required?: boolean;
  readonly defaultValue?: unknown;
}

/** Makes an input type of a name and fields. */
export function inputType(name: string, description: string, fields: readonly InputField[]): ModelClass {
  const target = class {};
  InputType(name, { description })(target);
  for (const field of fields) addInputField(target, field);
  return target;
}

function addInputField(target: ModelClass, field: InputField): void {
  const { description, required, defaultValue } = field;
  Field(field.type, { nullable: !required, description, defaultValue })(prototypeOf(target), field.name);
}

const conditions = new Map<unknown, ModelClass>();

/** The input type of the operators that a scalar or an enum has, made once: `StringFilter`, `ProjectStatusFilter`. */
function conditionType(of: keyof typeof OPERATORS, type: DerivedType, name: string = of): ModelClass {
  const key = of === "Enum" ? type : of;
  const known = conditions.get(key);
  if (known) return known;
  const { description, operators }: OperatorSet = OPERATORS[of];
  const types = { VALUE: () => type, VALUES: () => [type], FLAG: () => Boolean };
  const fields = Object.entries(operators).map(([operator, { operand, description: says }]) => ({
    name: operator,
    type: types[operand],
    description: says,
  }));
  const made = inputType(`${name}Filter`, description, fields);
  conditions.set(key, made);
  return made;
}

const idCondition = conditionType("ID", ID);
const kindOperators = conditionType("EntityKind", EntityKind);
const textCondition = conditionType("String", String);
const textsCondition = conditionType("StringList", String);

/** The operators that a property's type has. */
function conditionOf(type: PropertyType): ModelClass {
  if (Array.isArray(type)) return textsCondition;
  const terms = enumOf(type);
  if (terms) return conditionType("Enum", type, terms.name);
  if (type === String) return textCondition;
  if (type === Boolean) return conditionType("Boolean", Boolean);
  return (type as object) === PartialDate ? conditionType("PartialDate", PartialDate) : conditionType("Float", Float);
}

/** The condition on the kind that interfaces have. */
export const kindCondition: InputField = {
  name: "kind",
  type: () => kindOperators,
  description: "A condition on the kind (类型).",
};

/** A filter field for each property. */
export function propertyConditions(properties: readonly PropertyDefinition[]): InputField[] {
  return properties.map(({ name, type, description }) => {
    const input = conditionOf(type());
    return { name, type: () => input, description };
  });
}

/** The conditions that every entity has. */
export const entityConditions: readonly InputField[] = [
  { name: "id", type: () => idCondition, description: "A condition on the id (标识)." },
  { name: "name", type: () => textCondition, description: "A condition on the name (名称)." },
  { name: "nameEn", type: () => textCondition, description: "A condition on the English name (英文名)." },
  { name: "aliases", type: () => textsCondition, description: "A condition on the other names (别名)." },
];

/** The condition that `placement` gives to what lies in a place. */
export const withinCondition: InputField = {
  name: "within",
  type: () => ID,
  description: "Lies in this place, at any depth (位于此地，不限层级).",
};

/** Makes a filter type: its fields, and and/or/not of itself. */
export function filterType(name: string, of: string, fields: () => readonly InputField[]): ModelClass {
  const target = inputType(name, `Conditions on ${of}; all that are given must hold (筛选条件).`, []);
  const own: InputField[] = [
    { name: "and", type: () => [target], description: "All of these hold (且)." },
    { name: "or", type: () => [target], description: "At least one of these holds (或)." },
    { name: "not", type: () => target, description: "This does not hold (非)." },
  ];
  for (const field of [...own, ...fields()]) addInputField(target, field);
  return target;
}

/** Makes the enum of what a list can be ordered by; its values are the property names. Undefined where there are none. */
export function orderFields(name: string, of: string, properties: readonly string[]): DerivedType | undefined {
  if (properties.length === 0) return undefined;
  const values = Object.fromEntries(properties.map((property) => [constantCase(property), property]));
  registerEnumType<object>(values, { name, description: `What ${of} can be ordered by (排序字段).` });
  return values;
}

/** The properties that can be ordered by: single scalars. */
export function orderable(properties: readonly PropertyDefinition[]): string[] {
  return properties.filter((property) => !Array.isArray(property.type())).map((property) => property.name);
}

/** The field that every order type has. */
export const sortDirection: InputField = {
  name: "direction",
  type: () => SortDirection,
  defaultValue: SortDirection.ASC,
  description: "Ascending by default (方向，默认升序).",
};
