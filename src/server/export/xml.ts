import XMLBuilder from "fast-xml-builder";
import type { Kind, Property, RelationshipType } from "../../graph/model.js";
import type { Stored, StoredGraph, StoredRelationship } from "../../graph/stored.js";

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

/**
 * One element with all that is in it, on a line of its own; names that begin with @ are its attributes. Line breaks and tabs
 * within become references: within an attribute a parser would make spaces of them, and of a carriage return a line feed.
 */
export function element(content: Readonly<Record<string, unknown>>): string {
  return `${builder.build(content).replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`)}\n`;
}

/** What XML 1.0 does not allow in a text, section 2.2; halves of a surrogate pair among it. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A text as XML may hold it: what it forbids becomes the replacement character. */
export function allowed(text: string): string {
  return text.replace(FORBIDDEN, "\u{fffd}");
}

/** An attribute of nodes or edges, as a file declares it. */
export type Attribute = Pick<Property, "name" | "type" | "list">;

/** A declared attribute and its value. */
export type Value = readonly [name: string, value: unknown];

const TEXT = { type: "String", list: false } as const;

/** The attributes of several kinds or types, each name once; a text where they differ. */
function attributesOf(owners: readonly (Kind | RelationshipType)[], own: readonly string[]): readonly Attribute[] {
  const found = new Map<string, Attribute>(own.map((name) => [name, { name, ...TEXT }]));
  for (const { name, type, list } of owners.flatMap(({ properties }) => [...properties.values()])) {
    const other = found.get(name);
    const alike = !other || (shown(other.type) === shown(type) && other.list === list);
    found.set(name, alike ? { name, type: shown(type), list } : { name, ...TEXT });
  }
  return [...found.values(), { name: "citations", type: "String", list: true }, { name: "facts", ...TEXT }];
}

function shown(type: Property["type"]): Property["type"] {
  return type === "Enum" || type === "PartialDate" ? "String" : type;
}

function valuesOf(owner: Kind | RelationshipType, { values, citations, facts }: Stored): Value[] {
  const names = [...owner.properties.keys()];
  const all: Value[] = [
    ...values.map((value, index): Value => [names[index] as string, value]),
    ["citations", citations],
    ["facts", facts.length > 0 ? `[${facts.join(",")}]` : null],
  ];
  return all.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
}

/** A form of XML: what stands before, between and after nodes and edges, and what each of them is. */
export interface XmlForm {
  readonly open: (nodes: readonly Attribute[], edges: readonly Attribute[]) => string;
  readonly node: (id: string, label: string, values: readonly Value[]) => string;
  readonly between: string;
  readonly edge: (edge: StoredRelationship, type: RelationshipType, values: readonly Value[]) => string;
  readonly close: string;
}

/** A graph in a form of XML, some hundred elements at a time. */
export async function* writeXml(graph: StoredGraph, form: XmlForm): AsyncGenerator<string> {
  const { kinds, types } = await graph.present();
  yield form.open(attributesOf(kinds, ["kind"]), attributesOf(types, ["type"]));
  for (const kind of kinds)
    for await (const page of graph.entities(kind))
      yield page
        .map((item) => {
          const values = valuesOf(kind, item);
          const label = values.find(([name]) => name === "name")?.[1] ?? item.id;
          return form.node(item.id, label as string, [["kind", kind.value], ...values]);
        })
        .join("");
  yield form.between;
  for (const type of types)
    for await (const page of graph.relationships(type))
      yield page.map((item) => form.edge(item, type, [["type", type.type], ...valuesOf(type, item)])).join("");
  yield form.close;
}
