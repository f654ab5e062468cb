import fc, { type Arbitrary } from "fast-check";
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
} from "graphql";
import type {} from "../../src/graph/model.js";
import type { Dataset } from "./dataset.js";
import { fits } from "./conditions.js";

/** A name of an enum, which GraphQL writes without quotes. */
class EnumName {
  constructor(readonly name: string) {}
}

type Operands = Readonly<Record<string, unknown>>;

/** Writes a value as a GraphQL literal. */
export function literal(value: unknown): string {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}: ${literal(item)}`)
    .join(", ")}}`;
}

/** Dates of every precision in and around the years that are asked for. */
const CALENDAR = Array.from({ length: 366 * 6 }, (_, day) =>
  new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10),
).flatMap((date) => [date, date.slice(0, 7), date.slice(0, 4)]);

/** Whether operators on one property can hold together; what cannot is refused by the API, and not asked here. */
function canHold(filter: string, operators: Operands): boolean {
  if (Object.keys(operators).length < 2 || (operators["in"] as unknown[] | undefined)?.length === 0)
    return operators["eq"] === undefined || operators["in"] === undefined;
  const operands = Object.values(operators).flat();
  const numbers = operands.filter((operand) => typeof operand === "number");
  const others = numbers.flatMap((one) => [one - 1, one + 1, ...numbers.map((other) => (one + other) / 2)]);
  const { startsWith = "", contains = "" } = operators as Readonly<Record<string, string>>;
  const dates = filter === "PartialDateFilter";
  return [...(dates ? CALENDAR : [...operands, ...others, `${startsWith}${contains}`])].some((value) =>
    fits(value, dates, operators),
  );
}

/** A property counts by its operators, so that numbers and dates come as often as they have ways to go wrong. */
function weightOf({ type }: GraphQLInputField): number {
  const named = getNamedType(type);
  const operators = isInputObjectType(named) ? Object.keys(named.getFields()) : [];
  return operators.length === 0 || operators.includes("and") ? 4 : operators.length;
}

/** Makes filters and orders for every kind and relationship, from the input types of the schema itself. */
export class Inputs {
  private readonly pools = new Map<string, unknown[]>();
  private readonly known = new Map<string, Arbitrary<unknown>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly dataset: Dataset,
  ) {}

  /** The ids of a kind, an interface or a relationship type, in the order of the dataset, and one that nothing has. */
  ids(typeName: string): string[] {
    const ids = this.pool(typeName, "id") as string[];
    return [...ids, `${ids[0] ?? ""}-nothing`];
  }

  /** The places that something lies in, each as often as it does, and one that does not exist. */
  private places(): string[] {
    const placed = this.dataset.relationships.filter(({ type }) => type.placement).map(({ to }) => to);
    return [...placed, `${placed[0] ?? ""}-nothing`];
  }

  private pool(typeName: string, property: string): unknown[] {
    const key = `${typeName}.${property}`;
    const rows = [
      ...this.dataset.entities.filter(({ kind }) => kind.labels.includes(typeName)),
      ...this.dataset.relationships.filter(({ type }) => type.name === typeName),
    ];
    const stated = rows.flatMap(({ id, values }) => (property === "id" ? id : (values[property] ?? [])));
    const pool = this.pools.get(key) ?? [...new Set(stated)];
    this.pools.set(key, pool);
    return pool;
  }

  private inputType(name: string): GraphQLInputObjectType | undefined {
    const type = this.schema.getType(name);
    return isInputObjectType(type) ? type : undefined;
  }

  /** The filter of a list, of a kind's name or of a field's (`LocatedInProject`); half of them under not, which most rows fit. */
  filter(owner: string, depth: number): Arbitrary<unknown> {
    const type = this.inputType(`${owner}Filter`) as GraphQLInputObjectType;
    const conditions = this.conditions(type, owner, depth);
    return fc.oneof(
      conditions,
      conditions.map((not) => ({ not })),
    );
  }

  private conditions(type: GraphQLInputObjectType, owner: string, depth: number): Arbitrary<unknown> {
    const key = `${type.name} ${depth}`;
    const made = this.known.get(key) ?? this.makeConditions(type, owner, depth);
    this.known.set(key, made);
    return made;
  }

  private makeConditions(type: GraphQLInputObjectType, owner: string, depth: number): Arbitrary<unknown> {
    const leaves = Object.values(type.getFields()).flatMap((field) => {
      const condition = this.condition(field, owner, depth);
      const arbitrary = condition?.map((value) => [field.name, value] as const);
      return arbitrary ? [{ weight: weightOf(field), arbitrary }] : [];
    });
    return fc
      .array(fc.oneof(...leaves), { minLength: depth === 0 ? 1 : 0, maxLength: 2 })
      .map((entries) => Object.fromEntries(entries) as unknown);
  }

  /** A condition by one field of a filter; undefined where the filter is deep enough without. */
  private condition(field: GraphQLInputField, owner: string, depth: number): Arbitrary<unknown> | undefined {
    const type = getNamedType(field.type);
    if (field.name === "within" && !isInputObjectType(type)) return fc.constantFrom(...this.places());
    if (!isInputObjectType(type)) throw new Error(`${owner}.${field.name}: expected a filter; teach the generator.`);
    const nested = type.name.replace(/Filter$/, "");
    const recursive = "and" in type.getFields();
    if (!recursive) return this.operators(type, owner, field.name);
    if (depth === 0) return field.name === "node" || field.name === "relationship" ? this.flat(type) : undefined;
    const inner = this.conditions(type, nested, depth - 1);
    return isListType(field.type) ? fc.array(inner, { maxLength: 2 }) : inner;
  }

  private flat(type: GraphQLInputObjectType): Arbitrary<unknown> {
    return this.conditions(type, type.name.replace(/Filter$/, ""), 0);
  }

  private operators(type: GraphQLInputObjectType, owner: string, property: string): Arbitrary<unknown> {
    const { isNull, isEmpty, ...others } = type.getFields();
    const enumType = getNamedType(others["eq"]?.type);
    const value = isEnumType(enumType)
      ? fc.constantFrom(...enumType.getValues().map(({ name }) => new EnumName(name)))
      : fc.constantFrom(...this.operandsOf(type.name, owner, property));
    const part = fc.tuple(value, fc.nat(3), fc.nat(2)).map(([text, start, length]) =>
      Array.from(String(text))
        .slice(start, start + length + 1)
        .join(""),
    );
    const operand = (operator: string): Arbitrary<unknown> => {
      if (operator === "in") return fc.array(value, { maxLength: 3 });
      return operator === "contains" ? part : operator === "startsWith" ? fc.oneof(part, value) : value;
    };
    const names = Object.keys(others);
    const compared = fc
      .subarray(names, { minLength: 1, maxLength: Math.min(2, names.length) })
      .chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, operand(name)]))))
      .filter((made) => canHold(type.name, made));
    const presence = isNull ? "isNull" : isEmpty ? "isEmpty" : undefined;
    if (!presence) return compared;
    return fc.oneof(
      { weight: 4, arbitrary: compared },
      fc.boolean().map((asked) => ({ [presence]: asked })),
    );
  }

  /** Values that the property has, and a few that it has not. */
  private operandsOf(filter: string, owner: string, property: string): unknown[] {
    const pool = this.pool(owner, property);
    if (filter === "IDFilter") return this.ids(owner);
    if (filter === "BooleanFilter") return [true, false];
    if (filter === "FloatFilter") return [...pool, 2.5, -7, 1e6];
    if (filter === "PartialDateFilter") return ["2022", "2023", "2022-12", "2023-01", "2023-03-10", "2025-01-31"];
    if (filter === "StringFilter" || filter === "StringListFilter") return [...pool, "x", "1", "😀", ""];
    throw new Error(`${filter}: expected a filter that the generator knows; teach it.`);
  }

  /** An order of up to three keys: of a kind's root list, or of a field's list. */
  order(owner: string): Arbitrary<unknown> {
    const type = this.inputType(`${owner}Order`) as GraphQLInputObjectType;
    const { direction, ...by } = type.getFields();
    const directions = (getNamedType(direction?.type) as GraphQLEnumType).getValues();
    const items = Object.values(by).map((field) => {
      const fields = (getNamedType(field.type) as GraphQLEnumType).getValues();
      return fc.record(
        {
          [field.name]: fc.constantFrom(...fields.map(({ name }) => new EnumName(name))),
          direction: fc.constantFrom(...directions.map(({ name }) => new EnumName(name))),
        },
        { requiredKeys: [field.name] },
      );
    });
    return fc.oneof(
      { weight: 3, arbitrary: fc.array(fc.oneof(...items), { minLength: 1, maxLength: 1 }) },
      fc.array(fc.oneof(...items), { maxLength: 3 }),
    );
  }

  /** The values of an enum of the schema. */
  enumNames(name: string): EnumName[] {
    return (this.schema.getType(name) as GraphQLEnumType).getValues().map((value) => new EnumName(value.name));
  }
}
