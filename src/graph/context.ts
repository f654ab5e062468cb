import type { Limits } from "../config.js";
import type { Graph } from "./graph.js";

/** What every resolver of a request shares; a plain object, because Apollo clones it. */
export interface RequestContext {
  readonly graph: Graph;
  /** What a request may ask for. */
  readonly limits: Limits;
}
