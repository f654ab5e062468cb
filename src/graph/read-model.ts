import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import type { IndexPlan } from "../engine/engine.js";
import { SEARCH_INDEX, SEARCH_TOKENS } from "./search/stored.js";
import {
  ROOT_LABEL,
  type End,
  type GraphModel,
  type Kind,
  type Membership,
  type Property,
  type RelationshipType,
  type ScalarType,
  type Side,
  type Words,
} from "./model.js";

/** `TaskForce` or `TASK_FORCE` as ids and files write it: `task-force`. */
const kebab = (name: string): string =>
  name
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-")
    .replaceAll("_", "-")
    .toLowerCase();

interface Extension extends Words {
  readonly plural?: string;
  readonly steppingStone?: boolean;
  readonly colour?: string;
  readonly type?: string;
  readonly inverseZh: string;
  readonly inverseEn: string;
  readonly placement: boolean;
  readonly distinguishedBy: readonly string[];
  readonly derived?: Membership;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

interface EndExtension {
  readonly relationship: string;
  readonly side: Side;
  readonly rollUp?: { readonly over: string; readonly side: Side };
}

interface PropertyExtension extends Partial<Words> {
  readonly required?: boolean;
  readonly indexed?: boolean;
  readonly code?: boolean;
  readonly unit?: string;
  readonly planned?: boolean;
  readonly terms?: { readonly name: string; readonly values: Readonly<Record<string, Words>> };
}

type AnyField = GraphQLField<unknown, unknown>;
const extensionOf = (holder: { readonly extensions: object }): unknown =>
  (holder.extensions as { readonly liantu?: unknown }).liantu;

function scalarOf(field: AnyField): Pick<Property, "type" | "list"> {
  const outer = getNullableType(field.type);
  const list = isListType(outer);
  const type = list ? getNullableType(outer.ofType) : outer;
  if (isEnumType(type)) return { type: "Enum", list };
  const name = String(type);
  return { type: name as ScalarType, list };
}

function propertiesOf(type: GraphQLObjectType): Map<string, Property> {
  const found = new Map<string, Property>();
  for (const field of Object.values(type.getFields())) {
    const property = (extensionOf(field) as { property?: PropertyExtension } | undefined)?.property;
    if (!property) continue;
    const { required = false, indexed = false, code = false, planned = false, unit, terms, zh, en } = property;
    const words = zh === undefined || en === undefined ? undefined : { zh, en };
    found.set(
      field.name,
      Object.freeze({ name: field.name, ...scalarOf(field), required, indexed, code, planned, unit, words, terms }),
    );
  }
  return found;
}

function relationshipOf(type: GraphQLObjectType, extension: Extension): RelationshipType {
  return Object.freeze({
    name: type.name,
    type: extension.type as string,
    prefix: kebab(type.name),
    zh: extension.zh,
    en: extension.en,
    inverseZh: extension.inverseZh,
    inverseEn: extension.inverseEn,
    placement: extension.placement,
    distinguishedBy: extension.distinguishedBy,
    derived: extension.derived,
    from: new Set(extension.from),
    to: new Set(extension.to),
    properties: propertiesOf(type),
  });
}

function farTypeOf(field: AnyField): string {
  const connection = getNullableType(field.type) as GraphQLObjectType;
  const nodes = getNullableType(connection.getFields()["nodes"]?.type);
  return String(isListType(nodes) ? getNullableType(nodes.ofType) : nodes);
}

/**
 * Reads the model from a schema that was built from decorated classes.
 * @throws Error when two kinds or relationships share a prefix, or when not exactly one relationship is the placement.
 */
export function readModel(schema: GraphQLSchema): GraphModel {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  const declared = objects.flatMap((type) => {
    const extension = extensionOf(type) as Extension | undefined;
    return extension ? [{ type, extension }] : [];
  });
  const relationships = new Map(
    declared
      .filter(({ extension }) => extension.type)
      .map(({ type, extension }) => {
        const relationship = relationshipOf(type, extension);
        return [relationship.type, relationship];
      }),
  );
  const kinds = new Map<string, Kind & { ends: Map<string, End> }>();
  const kindsOf = new Map<string, Kind[]>();
  const order = schema.getType("EntityKind");
  const values = isEnumType(order) ? order.getValues().map(({ name }) => name) : [];
  for (const { type, extension } of declared.filter(({ extension: { plural } }) => plural)) {
    const interfaces = type
      .getInterfaces()
      .map(({ name }: GraphQLInterfaceType) => name)
      .filter((name) => name !== "Node");
    const labels = [type.name, ...interfaces.filter((name) => name !== ROOT_LABEL), ROOT_LABEL];
    const value = kebab(type.name).replaceAll("-", "_").toUpperCase();
    kinds.set(type.name, {
      name: type.name,
      value,
      prefix: kebab(type.name),
      labels,
      plural: extension.plural as string,
      steppingStone: extension.steppingStone ?? true,
      colour: extension.colour as string,
      zh: extension.zh,
      en: extension.en,
      properties: propertiesOf(type),
      ends: new Map(),
    });
  }
  const ordered = [...kinds.values()].sort((a, b) => values.indexOf(a.value) - values.indexOf(b.value));
  for (const kind of ordered)
    for (const label of kind.labels) kindsOf.set(label, [...(kindsOf.get(label) ?? []), kind]);
  for (const kind of ordered) addEnds(kind, schema.getType(kind.name) as GraphQLObjectType, relationships, kindsOf);
  const source = sourceOf(schema, kinds);
  return assemble(new Map(ordered.map((kind) => [kind.name, Object.freeze(kind)])), relationships, kindsOf, source);
}

/** The kind that citations name, as the schema's own type of a citation says. */
function sourceOf(schema: GraphQLSchema, kinds: ReadonlyMap<string, Kind>): Kind {
  const citation = schema.getType("Citation");
  const field = isObjectType(citation) ? citation.getFields()["source"] : undefined;
  const source = field && kinds.get(getNamedType(field.type).name);
  if (!source) throw new Error("model: expected citations to name a kind as their source but got none; add its class.");
  return source;
}

function addEnds(
  kind: Kind & { ends: Map<string, End> },
  type: GraphQLObjectType,
  relationships: ReadonlyMap<string, RelationshipType>,
  kindsOf: ReadonlyMap<string, readonly Kind[]>,
): void {
  for (const field of Object.values(type.getFields())) {
    const end = (extensionOf(field) as { end?: EndExtension } | undefined)?.end;
    const relationship = end && relationships.get(end.relationship);
    if (!end || !relationship) continue;
    const far = farTypeOf(field);
    const possible = end.side === "from" ? relationship.to : relationship.from;
    const kinds = (kindsOf.get(far) ?? []).filter(({ name }) => possible.has(name));
    const over = end.rollUp && relationships.get(end.rollUp.over);
    const rollUp = end.rollUp && over && { over, side: end.rollUp.side };
    // A whole may be of a kind that the relationship itself does not join.
    const narrowed = kinds.length < possible.size || (rollUp !== undefined && rollUp.side !== end.side);
    kind.ends.set(
      field.name,
      Object.freeze({
        owner: kind.name,
        field: field.name,
        relationship,
        side: end.side,
        far,
        kinds,
        narrowed,
        rollUp,
        definition: field,
      }),
    );
  }
}

function assemble(
  kinds: ReadonlyMap<string, Kind>,
  relationships: ReadonlyMap<string, RelationshipType>,
  kindsOf: ReadonlyMap<string, readonly Kind[]>,
  source: Kind,
): GraphModel {
  const byPrefix = new Map<string, Kind | RelationshipType>();
  for (const item of [...kinds.values(), ...relationships.values()]) {
    const other = byPrefix.get(item.prefix);
    if (other)
      throw new Error(
        `model: expected each id prefix once but ${item.name} and ${other.name} are both ${item.prefix}; rename one.`,
      );
    byPrefix.set(item.prefix, item);
  }
  const placements = [...relationships.values()].filter(({ placement }) => placement);
  const [placement] = placements;
  if (!placement || placements.length > 1)
    throw new Error(
      `model: expected one relationship with placement: true but got ${placements.length}; mark the one that says where things lie.`,
    );
  return Object.freeze({
    kinds,
    relationships,
    byPrefix,
    placement,
    source,
    kindsOf,
    indexPlan: planIndexes(kinds, relationships),
  });
}

function planIndexes(
  kinds: ReadonlyMap<string, Kind>,
  relationships: ReadonlyMap<string, RelationshipType>,
): IndexPlan {
  const indexed = (properties: ReadonlyMap<string, Property>): string[] =>
    [...properties.values()].filter((property) => property.indexed).map(({ name }) => name);
  return {
    label: ROOT_LABEL,
    bookkeeping: ["WriteLease"],
    fullText: { name: SEARCH_INDEX, property: SEARCH_TOKENS },
    nodes: [...kinds.values()].map(({ name, labels, prefix, properties }) => ({
      label: name,
      labels,
      prefix,
      properties: ["name", ...indexed(properties)],
    })),
    relationships: [...relationships.values()].map(({ type, properties }) => ({
      type,
      properties: indexed(properties),
    })),
  };
}
