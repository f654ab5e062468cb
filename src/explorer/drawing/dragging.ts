import type { MultiDirectedGraph } from "graphology";
import type Sigma from "sigma";
import type { Point } from "../state/picture.js";

/** Lets a reader drag nodes; tells where each was dropped. */
export function letDrag(sigma: Sigma, graph: MultiDirectedGraph, onDropped: (id: string, at: Point) => void): void {
  let dragged: string | null = null;
  let last: Point | null = null;
  sigma.on("downNode", ({ node }) => {
    dragged = node;
    last = null;
  });
  sigma.on("moveBody", ({ event }) => {
    if (dragged === null) return;
    last = sigma.viewportToGraph(event);
    graph.mergeNodeAttributes(dragged, last);
    event.preventSigmaDefault();
    event.original.preventDefault();
  });
  const drop = (): void => {
    if (dragged !== null && last !== null) onDropped(dragged, last);
    dragged = null;
  };
  sigma.on("upNode", drop);
  sigma.on("upStage", drop);
}
