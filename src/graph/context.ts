import type { Limits } from "../config.js";
import type { Graph } from "./graph.js";
import type { Layouts } from "./layout/layouts.js";

/** What every resolver of a request shares; a plain object, because Apollo clones it. */
export interface RequestContext {
  readonly graph: Graph;
  /** What a request may ask for. */
  readonly limits: Limits;
  /** Lays out views in a thread of their own. */
  readonly layouts: Layouts;
}
