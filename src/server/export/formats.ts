import { withSources } from "../../queries/views/part.js";
import { StoredGraph } from "../../graph/stored.js";
import { archive } from "./archive.js";
import type { Content } from "./content.js";
import { datasetFiles } from "./dataset.js";
import { describe } from "./description.js";
import { gexf } from "./gexf.js";
import { graphml } from "./graphml.js";
import { writeNetwork } from "./network.js";

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
    write: ({ context, part, places }) => writeNetwork(new StoredGraph(context.graph, part), graphml, places),
  },
  gexf: {
    contentType: "application/gexf+xml; charset=utf-8",
    file: "liantu.gexf",
    write: ({ context, part, places }) => writeNetwork(new StoredGraph(context.graph, part), gexf, places),
  },
  csv: {
    contentType: "application/zip",
    file: "liantu.zip",
    async *write({ context, part }) {
      const stored = new StoredGraph(context.graph, part && (await withSources(context, part)));
      yield* archive(datasetFiles(stored, await describe(stored, part !== undefined)));
    },
  },
};
