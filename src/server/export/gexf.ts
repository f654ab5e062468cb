import type { Property } from "../../graph/model.js";
import { writeValue } from "../../import/columns.js";
import type { Attribute, Drawn, Value, XmlForm } from "./network.js";
import { allowed, element } from "./xml.js";

const TYPES: Readonly<Record<Property["type"], string>> = {
  String: "string",
  PartialDate: "string",
  Enum: "string",
  Float: "double",
  Int: "integer",
  Boolean: "boolean",
};

const OPEN = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
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

/** How a node is drawn: its colour in parts, which every reader knows, and its place. */
function viz({ colour, size, place }: Drawn): object {
  const [r, g, b] = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
  return {
    "viz:color": { "@r": r, "@g": g, "@b": b },
    ...(place && { "viz:position": { "@x": place.x, "@y": place.y, "@z": 0 } }),
    "viz:size": { "@value": size },
  };
}

/** GEXF 1.3 (https://gexf.net). */
export const gexf: XmlForm = {
  open: (nodes, edges) => `${OPEN}${attributes("node", nodes)}${attributes("edge", edges)}<nodes>\n`,
  node: (node, values) =>
    element({
      node: {
        "@id": allowed(node.id),
        "@label": allowed(node.label),
        attvalues: attvalues(values),
        ...viz(node),
      },
    }),
  between: "</nodes>\n<edges>\n",
  edge: ({ id, from, to, label, kind }, values) =>
    element({
      edge: {
        "@id": allowed(id),
        "@source": allowed(from),
        "@target": allowed(to),
        "@label": label,
        "@kind": kind,
        attvalues: attvalues(values),
      },
    }),
  close: "</edges>\n</graph>\n</gexf>\n",
};
