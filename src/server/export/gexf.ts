import type { Property } from "../../graph/model.js";
import { writeValue } from "../../import/columns.js";
import { allowed, element, type Attribute, type Value, type XmlForm } from "./xml.js";

const TYPES: Readonly<Record<Property["type"], string>> = {
  String: "string",
  PartialDate: "string",
  Enum: "string",
  Float: "double",
  Int: "integer",
  Boolean: "boolean",
};

const OPEN = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta><creator>Liantu</creator></meta>
<graph mode="static" defaultedgetype="directed" idtype="string">
`;

function attributes(of: "node" | "edge", declared: readonly Attribute[]): string {
  return element({
    attributes: {
      "@class": of,
      attribute: declared.map(({ name, type, list }) => ({
        "@id": name,
        "@title": name,
        "@type": list ? `list${TYPES[type]}` : TYPES[type],
      })),
    },
  });
}

/** A list as Gephi reads it: in brackets, its items quoted. */
function written(value: unknown): string {
  return Array.isArray(value)
    ? `[${value.map((item) => JSON.stringify(allowed(String(item)))).join(", ")}]`
    : allowed(writeValue(value));
}

function attvalues(values: readonly Value[]): object {
  return { attvalue: values.map(([name, value]) => ({ "@for": name, "@value": written(value) })) };
}

/**
 * GEXF 1.3 (https://gexf.net). An edge's kind is its type: between the same two nodes Gephi keeps one edge of each kind.
 */
export const gexf: XmlForm = {
  open: (nodes, edges) => `${OPEN}${attributes("node", nodes)}${attributes("edge", edges)}<nodes>\n`,
  node: (id, label, values) =>
    element({ node: { "@id": allowed(id), "@label": allowed(label), attvalues: attvalues(values) } }),
  between: "</nodes>\n<edges>\n",
  edge: ({ id, from, to }, { type, zh }, values) =>
    element({
      edge: {
        "@id": allowed(id),
        "@source": allowed(from),
        "@target": allowed(to),
        "@label": zh,
        "@kind": type,
        attvalues: attvalues(values),
      },
    }),
  close: "</edges>\n</graph>\n</gexf>\n",
};
