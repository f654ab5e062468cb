/**
 * A view for drawing, as arrays of equal length: item by item they speak of the same node or relationship. What
 * `Subgraph.columns` answers.
 */
export interface GraphColumns {
  /** The kinds that nodes are of, in the model's order. */
  readonly kinds: readonly string[];
  /** The types that relationships are of, in the model's order. */
  readonly types: readonly string[];
  readonly nodes: {
    readonly id: readonly string[];
    /** Positions in `kinds`. */
    readonly kind: readonly number[];
    readonly name: readonly string[];
    /** Null where an entity has no name in English. */
    readonly nameEn: readonly (string | null)[];
    /** How many relationships each has in the whole graph; a self-loop counts once in each direction. */
    readonly degree: readonly number[];
    /** Null without a layout. */
    readonly x: readonly number[] | null;
    readonly y: readonly number[] | null;
    readonly community: readonly number[] | null;
  };
  readonly relationships: {
    readonly id: readonly string[];
    /** Positions in `types`. */
    readonly type: readonly number[];
    /** Positions of the ends in the nodes' arrays. */
    readonly from: readonly number[];
    readonly to: readonly number[];
  };
}
