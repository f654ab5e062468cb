import type { StoredGraph } from "../../graph/stored.js";
import { archive } from "./archive.js";
import { datasetFiles } from "./dataset.js";
import { describe } from "./description.js";
import { gexf } from "./gexf.js";
import { graphml } from "./graphml.js";
import { writeXml } from "./xml.js";

/** What is exported. */
export interface Content {
  readonly stored: StoredGraph;
  /** Whether it is a part that was chosen, and not the whole graph. */
  readonly selected: boolean;
}

/** A form of file. */
export interface Format {
  readonly contentType: string;
  /** What it is called where it is saved. */
  readonly file: string;
  readonly write: (content: Content) => AsyncGenerator<string | Uint8Array>;
}

/** The forms by the last part of their address. */
export const FORMATS: Readonly<Record<string, Format>> = {
  graphml: {
    contentType: "application/graphml+xml; charset=utf-8",
    file: "liantu.graphml",
    write: ({ stored }) => writeXml(stored, graphml),
  },
  gexf: {
    contentType: "application/gexf+xml; charset=utf-8",
    file: "liantu.gexf",
    write: ({ stored }) => writeXml(stored, gexf),
  },
  csv: {
    contentType: "application/zip",
    file: "liantu.zip",
    async *write({ stored, selected }) {
      yield* archive(datasetFiles(stored, await describe(stored, selected)));
    },
  },
};
