import type { Place, Places } from "../../queries/views/part.js";
import type { Kind, Property, RelationshipType } from "../../graph/model.js";
import type { Stored, StoredGraph } from "../../graph/stored.js";
import { EdgeKinds } from "./edge-kinds.js";

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

/** An entity as a picture shows it: its colour, its size by how much joins it, and its place where it has one. */
export interface Drawn {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  readonly size: number;
  readonly place: Place | undefined;
}

/** A relationship as an edge. */
export interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** No other edge between the same two nodes has it. */
  readonly kind: string;
}

/** A form of XML: what stands before, between and after nodes and edges, and what each of them is. */
export interface XmlForm {
  readonly open: (nodes: readonly Attribute[], edges: readonly Attribute[]) => string;
  readonly node: (node: Drawn, values: readonly Value[]) => string;
  readonly between: string;
  readonly edge: (edge: Edge, values: readonly Value[]) => string;
  readonly close: string;
}

/** The size of a node by how many relationships join it: nodes of a layered picture stand 20 apart, and none touch. */
function sizeOf(degree: number): number {
  return Math.round((3 + Math.min(6, Math.log2(1 + degree))) * 100) / 100;
}

async function* nodes(graph: StoredGraph, kind: Kind, { node }: XmlForm, places: Places): AsyncGenerator<string> {
  for await (const page of graph.entities(kind)) {
    const degrees = await graph.degrees(page.map(({ id }) => id));
    const written = page.map((item) => {
      const { id } = item;
      const values = valuesOf(kind, item);
      const label = (values.find(([name]) => name === "name")?.[1] ?? id) as string;
      const drawn = { id, label, colour: kind.colour, size: sizeOf(degrees.get(id) ?? 0), place: places?.get(id) };
      return node(drawn, [["kind", kind.value], ...values]);
    });
    yield written.join("");
  }
}

async function* edges(graph: StoredGraph, type: RelationshipType, { edge }: XmlForm): AsyncGenerator<string> {
  const kinds = new EdgeKinds(type);
  for await (const page of graph.relationships(type)) {
    const written = page.map((item) => {
      const { id, from, to } = item;
      const drawn = { id, from, to, label: type.zh, kind: kinds.next(item) };
      return edge(drawn, [["type", type.type], ...valuesOf(type, item)]);
    });
    yield written.join("");
  }
}

/** A graph in a form of XML, some hundred elements at a time. */
export async function* writeNetwork(graph: StoredGraph, form: XmlForm, places: Places): AsyncGenerator<string> {
  const { kinds, types } = await graph.present();
  yield form.open(attributesOf(kinds, ["kind"]), attributesOf(types, ["type"]));
  for (const kind of kinds) yield* nodes(graph, kind, form, places);
  yield form.between;
  for (const type of types) yield* edges(graph, type, form);
  yield form.close;
}
