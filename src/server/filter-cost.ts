import { TooCostly } from "../errors.js";
import type { End, GraphModel, Kind, RelationshipType } from "../graph/model.js";
import type { GraphSizes } from "../graph/sizes.js";
import { foldAlternatives } from "../graph/statements/alternatives.js";

type Input = Readonly<Record<string, unknown>>;

/** What a filter asks of the engine. */
export interface FilterCost {
  /** Comparisons, as they bound what is planned: a list counts by its values, a condition on related nodes several times. */
  readonly conditions: number;
  /** Comparisons with every candidate. */
  readonly compared: number;
  /** Conditions on related nodes. */
  readonly related: number;
  /** Entities and relationships that are read for these, whatever the candidates are. */
  readonly read: number;
}

const NOTHING: FilterCost = { conditions: 0, compared: 0, related: 0, read: 0 };
/** So many values of a list are compared as fast as one condition. */
const VALUES_A_CONDITION = 20;
/** A condition on related nodes is planned as slowly as so many comparisons. */
const RELATED_CONDITIONS = 4;

/** Walks filters as they are compiled, by the model. */
export class FilterAssessment {
  constructor(
    private readonly model: GraphModel,
    private readonly sizes: GraphSizes | undefined,
    private readonly maxDepth: number,
  ) {}

  /** A filter on entities of some kinds. */
  node(kinds: readonly Kind[], filter: Input, path: string, depth = 0): FilterCost {
    const nest = (item: Input, at: string): FilterCost => this.node(kinds, item, at, depth + 1);
    return this.logic(filter, path, depth, nest, (field, value) => {
      if (field === "within") return this.within();
      const end = kinds.length === 1 ? kinds[0]?.ends.get(field) : undefined;
      return end ? this.related(end, value as Input, `${path}.${field}`, depth + 1) : operators(value as Input);
    });
  }

  /** A filter on what a relationship joins. */
  end(end: End, filter: Input, path: string, depth = 0): FilterCost {
    const nest = (item: Input, at: string): FilterCost => this.end(end, item, at, depth + 1);
    return this.logic(filter, path, depth, nest, (field, value) =>
      field === "node"
        ? this.node(end.kinds, value as Input, path, depth)
        : this.relationship(value as Input, path, depth),
    );
  }

  private relationship(filter: Input, path: string, depth: number): FilterCost {
    const nest = (item: Input, at: string): FilterCost => this.relationship(item, at, depth + 1);
    return this.logic(filter, path, depth, nest, (_field, value) => operators(value as Input));
  }

  private logic(
    filter: Input,
    path: string,
    depth: number,
    nest: (item: Input, path: string) => FilterCost,
    leaf: (field: string, value: unknown) => FilterCost,
  ): FilterCost {
    if (depth > this.maxDepth)
      throw new TooCostly(
        `${path}: expected a filter of at most ${this.maxDepth} nested levels but it is deeper; ask in several requests.`,
        { limit: this.maxDepth },
      );
    const parts = Object.entries(filter)
      .filter(([, value]) => value !== null && value !== undefined)
      .flatMap(([field, value]) => {
        const at = `${path}.${field}`;
        if (field === "not") return nest(value as Input, at);
        if (field === "or") return foldAlternatives(value as Input[]).map((item) => nest(item, at));
        return field === "and" ? (value as Input[]).map((item) => nest(item, at)) : leaf(field, value);
      });
    return parts.reduce(sum, NOTHING);
  }

  private related(end: End, filter: Input, path: string, depth: number): FilterCost {
    const inner = this.end(end, filter, path, depth);
    const far = end.kinds.reduce((total, { name }) => total + (this.sizes?.count(name) ?? 0), 0);
    const parts = end.rollUp ? (this.sizes?.count(end.rollUp.over.type) ?? 0) : 0;
    return sum(this.read(end.relationship, far * (1 + inner.compared) + parts), { ...inner, compared: 0 });
  }

  private within(): FilterCost {
    return this.read(this.model.placement, 0);
  }

  private read({ type }: RelationshipType, more: number): FilterCost {
    const read = (this.sizes?.count(type) ?? 0) + more;
    return { conditions: RELATED_CONDITIONS, compared: 1, related: 1, read };
  }
}

function operators(filter: Input): FilterCost {
  const conditions = Object.values(filter).reduce<number>(
    (total, value) => total + (Array.isArray(value) ? Math.max(1, value.length / VALUES_A_CONDITION) : 1),
    0,
  );
  return { ...NOTHING, conditions, compared: conditions };
}

function sum(one: FilterCost, other: FilterCost): FilterCost {
  return {
    conditions: one.conditions + other.conditions,
    compared: one.compared + other.compared,
    related: one.related + other.related,
    read: one.read + other.read,
  };
}
