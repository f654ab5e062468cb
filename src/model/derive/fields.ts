import { Arg, Args, Extensions, Field, UseMiddleware } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import { prototypeOf, type ModelClass } from "../decorators.js";
import type { DerivedType } from "./inputs.js";

/** What a resolver is called with. */
export interface FieldCall {
  readonly root: Readonly<Record<string, unknown>>;
  readonly args: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
  readonly info: GraphQLResolveInfo;
}

/** One argument of a field. */
export interface Argument {
  readonly name: string;
  readonly type: () => DerivedType;
  readonly description: string;
  readonly nullable?: boolean;
  readonly defaultValue?: unknown;
}

/** A field that asks the graph. */
export interface GraphField {
  readonly name: string;
  readonly type: () => DerivedType;
  readonly description: string;
  readonly nullable?: boolean;
  readonly pageArgs?: ModelClass;
  readonly args?: readonly Argument[];
  /** What the built schema carries of it, under `extensions.liantu`. */
  readonly extension?: object;
  readonly resolve: (call: FieldCall) => unknown;
}

/** Gives a field's arguments, resolver and extension to a method or property that is already a field. */
export function attach(prototype: object, field: Omit<GraphField, "type">): void {
  if (field.pageArgs) Args(() => field.pageArgs as object)(prototype, field.name, 0);
  (field.args ?? []).forEach((argument, index) => {
    const { name, type, description, nullable = true, defaultValue } = argument;
    Arg(name, type, { nullable, description, defaultValue })(prototype, field.name, index + 1);
  });
  UseMiddleware((call) => field.resolve(call as unknown as FieldCall) as Promise<unknown>)(prototype, field.name);
  if (field.extension) Extensions({ liantu: field.extension })(prototype, field.name);
}

/** Adds a field that asks the graph to an object or interface type. */
export function addGraphField(target: ModelClass, field: GraphField): void {
  const { type, nullable = false, description } = field;
  Field(type, { nullable, description, simple: false })(prototypeOf(target), field.name);
  attach(prototypeOf(target), field);
}

/** Adds a plain field, answered by the property of its name. */
export function addField(
  target: ModelClass,
  name: string,
  type: () => DerivedType,
  description: string,
  options: { readonly nullable?: boolean; readonly extension?: object } = {},
): void {
  Field(type, { nullable: options.nullable ?? false, description })(prototypeOf(target), name);
  if (options.extension) Extensions({ liantu: options.extension })(prototypeOf(target), name);
}
