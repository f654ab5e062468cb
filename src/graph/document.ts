import { isObjectType, type GraphQLSchema } from "graphql";
import type { GraphModel, Property, RelationshipType } from "./model.js";

function descriptions(schema: GraphQLSchema, typeName: string): (field?: string) => string {
  const type = schema.getType(typeName);
  return (field) =>
    (field === undefined ? type?.description : isObjectType(type) ? type.getFields()[field]?.description : undefined) ??
    "";
}

function typeOf({ type, list, terms }: Property): string {
  const item = terms ? terms.name : type;
  return list ? `[${item}]` : item;
}

function table(properties: ReadonlyMap<string, Property>, describe: (field: string) => string): string[] {
  const own = [...properties.values()].filter(({ words }) => words !== undefined);
  if (own.length === 0) return [];
  const rows = own.map((property) => {
    const { name, indexed, unit } = property;
    return `| ${name} | ${typeOf(property)} | ${unit ?? ""} | ${indexed ? "yes" : ""} | ${describe(name)} |`;
  });
  return ["| property | type | unit | indexed | meaning |", "| --- | --- | --- | --- | --- |", ...rows, ""];
}

function originOf({ prefix, derived }: RelationshipType): string {
  if (!derived) return `File \`relationships/${prefix}.csv\`.`;
  return (
    `Follows from ${[...derived.joins, derived.sections, derived.parts].join(", ")}: made at import, never written in a dataset ` +
    "or exported, and drawn, walked and counted among neighbours only where it is asked for by its type."
  );
}

function rolledUp({ kinds }: GraphModel, { type }: RelationshipType): string[] {
  const ends = [...kinds.values()].flatMap((kind) => [...kind.ends.values()]);
  const rule = ends.find(({ relationship, rollUp }) => rollUp && relationship.type === type)?.rollUp;
  if (!rule) return [];
  const [side, fields] = [
    rule.side === "from" ? "starts" : "ends",
    ends.filter((end) => end.relationship.type === type),
  ];
  const names = [...new Set(fields.map(({ field }) => `\`${field}\``))].join(", ");
  return [
    `Where it ${side} at a part, ${names} and filters on them also count it at every whole (${rule.over.type}, at any depth).`,
    "",
  ];
}

/** The model for people who write datasets: every kind and relationship with its ends and properties, as Markdown. */
export function describeModel(schema: GraphQLSchema, model: GraphModel): string {
  const kinds = [...model.kinds.values()].flatMap((kind) => {
    const describe = descriptions(schema, kind.name);
    return [
      `### ${kind.name} (${kind.zh})`,
      "",
      describe(),
      "",
      `Ids \`${kind.prefix}:…\`, file \`nodes/${kind.prefix}.csv\`, labels ${kind.labels.join(", ")}.`,
      "",
      ...table(kind.properties, describe),
    ];
  });
  const relationships = [...model.relationships.values()].flatMap((item) => {
    const describe = descriptions(schema, item.name);
    return [
      `### ${item.type} (${item.zh})`,
      "",
      describe(),
      "",
      `From ${[...item.from].join(", ")} to ${[...item.to].join(", ")}. ${originOf(item)}`,
      "",
      ...rolledUp(model, item),
      ...table(item.properties, describe),
    ];
  });
  return [
    "# The model",
    "",
    "Written by `npm run emit` from the classes in `src/model`; do not edit.",
    "",
    "Every entity also has `id`, `name`, `nameEn` (a translation, unless it has an English name of its own), `aliases`, `citations` and `facts`;",
    "every relationship `id`, `from`, `to`, `citations` and `facts`. Dates are of the precision that the source gives; money is in whole yuan.",
    "",
    "## Kinds",
    "",
    ...kinds,
    "## Relationships",
    "",
    ...relationships,
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}
