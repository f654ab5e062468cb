import type { Property } from "../../graph/model.js";
import { writeValue } from "../../import/columns.js";
import { allowed, element, type Attribute, type Value, type XmlForm } from "./xml.js";

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

/** Tools show an element by the label. The id is here as it is: the format's own ids are of fewer characters. */
const OWN: readonly Attribute[] = ["label", "id"].map((name) => ({ name, type: "String", list: false }));

function keys(of: "node" | "edge", attributes: readonly Attribute[]): string {
  return [...OWN, ...attributes]
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

/** GraphML 1.0 (http://graphml.graphdrawing.org). It has no lists: their items are joined as in a dataset's files. */
export const graphml: XmlForm = {
  open: (nodes, edges) =>
    `${OPEN}${keys("node", nodes)}${keys("edge", edges)}<graph id="liantu" edgedefault="directed">\n`,
  node: (id, label, values) =>
    element({ node: { "@id": token(id), data: data("node", [["label", label], ["id", id], ...values]) } }),
  between: "",
  edge: ({ id, from, to }, { zh }, values) =>
    element({
      edge: {
        "@source": token(from),
        "@target": token(to),
        data: data("edge", [["label", zh], ["id", id], ...values]),
      },
    }),
  close: "</graph>\n</graphml>\n",
};
