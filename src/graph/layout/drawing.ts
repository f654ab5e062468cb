/** How a view is laid out. */
export type Layout = "FORCE" | "LAYERED";

/** A view as numbers: nodes are positions in a list, relationships their ends. What crosses to another thread is only this. */
export interface Drawing {
  readonly layout: Layout;
  readonly nodes: number;
  /** The positions of each relationship's ends. */
  readonly from: Int32Array<ArrayBuffer>;
  readonly to: Int32Array<ArrayBuffer>;
  /** 1 where a relationship leads from one layer to the next. */
  readonly flows: Uint8Array<ArrayBuffer>;
  /** The layer that a node is stated to lie in, counted from 1; 0 where nothing is stated. */
  readonly ranks: Int32Array<ArrayBuffer>;
}

/** Where each node stands, to three decimals, and the community that it belongs to, counted from 0 by first member. */
export interface Placed {
  readonly x: Float64Array<ArrayBuffer>;
  readonly y: Float64Array<ArrayBuffer>;
  readonly community: Int32Array<ArrayBuffer>;
}
