import { withSources } from "../../analysis/part.js";
import type { RequestContext } from "../../graph/context.js";
import { StoredGraph, type Part } from "../../graph/stored.js";
import { archive } from "./archive.js";
import { datasetFiles } from "./dataset.js";
import { describe } from "./description.js";
import { gexf } from "./gexf.js";
import { graphml } from "./graphml.js";
import { writeXml } from "./xml.js";

/** What is exported. */
export interface Content {
  readonly context: RequestContext;
  /** The part that was chosen; the whole graph where there is none. */
  readonly part: Part | undefined;
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
    write: ({ context, part }) => writeXml(new StoredGraph(context.graph, part), graphml),
  },
  gexf: {
    contentType: "application/gexf+xml; charset=utf-8",
    file: "liantu.gexf",
    write: ({ context, part }) => writeXml(new StoredGraph(context.graph, part), gexf),
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
