import type { Property } from "../../graph/model.js";
import { writeValue } from "../../import/columns.js";
import type { Attribute, Drawn, Value, XmlForm } from "./network.js";
import { allowed, element } from "./xml.js";

const TYPES: Readonly<Record<Property["type"], string>> = {
  String: "string",
  PartialDate: "string",
  Enum: "string",
  Float: "double",
  Int: "int",
  Boolean: "boolean",
};

const OPEN = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;

type Own = readonly Attribute[];
const own = (type: Property["type"], ...names: readonly string[]): Own =>
  names.map((name) => ({ name, type, list: false }));

/**
 * What elements have beside their properties, by the names that tools know. The ids are here as they are: the format's own are
 * of fewer characters, and tools call those `id`.
 */
const OWN: Readonly<Record<"node" | "edge", Own>> = {
  node: [...own("String", "label", "entityId", "color"), ...own("Float", "size", "x", "y")],
  edge: own("String", "label", "relationshipId"),
};

function keys(of: "node" | "edge", attributes: readonly Attribute[]): string {
  return [...OWN[of], ...attributes]
    .map(({ name, type, list }) =>
      element({
        key: {
          "@id": `${of}.${name}`,
          "@for": of,
          "@attr.name": name,
          "@attr.type": list ? "string" : TYPES[type],
        },
      }),
    )
    .join("");
}

function data(of: "node" | "edge", values: readonly Value[]): object[] {
  return values.map(([name, value]) => ({ "@key": `${of}.${name}`, "#text": allowed(writeValue(value)) }));
}

/** An id as one of the format (an NMTOKEN): what may not stand in one becomes its code, `_x28_`; no two ids become the same. */
function token(id: string): string {
  return id.replace(
    /_(?=x)|[^-.:\w\u{4e00}-\u{9fa5}]/gu,
    (letter) => `_x${letter.codePointAt(0)?.toString(16) ?? ""}_`,
  );
}

function ofNode({ id, label, colour, size, place }: Drawn): Value[] {
  const own: Value[] = [
    ["label", label],
    ["entityId", id],
    ["color", colour],
    ["size", size],
  ];
  return place ? [...own, ["x", place.x], ["y", place.y]] : own;
}

/**
 * GraphML 1.0 (http://graphml.graphdrawing.org). It has no lists: their items are joined as in a dataset's files. Nor has it kinds
 * of edges: Gephi and others keep them in a further attribute of edges, `label`.
 */
export const graphml: XmlForm = {
  open: (nodes, edges) =>
    `${OPEN}${keys("node", nodes)}${keys("edge", edges)}<graph id="liantu" edgedefault="directed">\n`,
  node: (node, values) =>
    element({ node: { "@id": token(node.id), data: data("node", [...ofNode(node), ...values]) } }),
  between: "",
  edge: ({ id, from, to, label, kind }, values) =>
    element({
      edge: {
        "@id": token(id),
        "@source": token(from),
        "@target": token(to),
        "@label": kind,
        data: data("edge", [["label", label], ["relationshipId", id], ...values]),
      },
    }),
  close: "</graph>\n</graphml>\n",
};
