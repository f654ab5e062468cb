import fc, { type Arbitrary } from "fast-check";
import type { GraphQLSchema } from "graphql";
import type { End, GraphModel, Kind } from "../../src/graph/model.js";
import { Inputs, literal } from "./inputs.js";
import type { Memory } from "./memory.js";
import { args, endName, joined, PAGE_INFO, pageSize, Selections } from "./selections.js";

/** A query whose list is asked page by page: forward with $first and $after, backward with $last and $before. */
export interface Walk {
  readonly query: string;
  readonly size: number;
  readonly backward: boolean;
}

interface Paging {
  readonly variables: string;
  readonly page: Arbitrary<string>;
}

const FORWARD: Paging = { variables: "$first: Int, $after: String", page: fc.constant("first: $first, after: $after") };
const EITHER: Paging = {
  variables: `${FORWARD.variables}, $last: Int, $before: String`,
  page: fc.constant("first: $first, after: $after, last: $last, before: $before"),
};
/** Makes queries for every kind and relationship of a model. */
export class Queries {
  private readonly model: GraphModel;
  private readonly inputs: Inputs;
  private readonly selections: Selections;

  constructor(
    schema: GraphQLSchema,
    private readonly memory: Memory,
  ) {
    this.model = memory.model;
    this.inputs = new Inputs(schema, memory.dataset);
    this.selections = new Selections(schema, this.model, this.inputs);
  }

  /** Kinds, each as often as it has rows. */
  private ofKinds<T>(make: (kind: Kind) => Arbitrary<T>): Arbitrary<T> {
    const weigh = (kind: Kind) => this.memory.dataset.entities.filter((row) => row.kind === kind).length;
    return fc.oneof(...[...this.model.kinds.values()].map((kind) => ({ weight: weigh(kind), arbitrary: make(kind) })));
  }

  /** A query of one root field, its lists nested up to three levels deep. */
  any(): Arbitrary<string> {
    const lists = this.ofKinds((kind) =>
      joined(
        fc.constant(kind.plural),
        this.selections.listArgs(kind.name, pageSize),
        this.selections.page(kind.name, 2),
      ),
    );
    const single = this.ofKinds((kind) => {
      const field = `${kind.name[0]?.toLowerCase() ?? ""}${kind.name.slice(1)}`;
      return joined(
        fc.constantFrom(...this.inputs.ids(kind.name)).map((id) => `${field}(id: ${literal(id)}) {`),
        this.selections.entity(kind.name, 2),
        fc.constant("}"),
      );
    });
    return fc
      .oneof({ weight: 6, arbitrary: lists }, { weight: 2, arbitrary: single }, { weight: 1, arbitrary: this.byIds() })
      .map((field) => `{ ${field} }`);
  }

  private byIds(): Arbitrary<string> {
    const [kinds, types] = [this.model.kinds, this.model.relationships];
    const ids = [...[...kinds.keys()], ...[...types.values()].map(({ name }) => name)].flatMap((name) =>
      this.inputs.ids(name),
    );
    const list = fc.array(fc.constantFrom(...ids), { maxLength: 4 });
    return joined(
      list.map((chosen) => `nodes(ids: ${literal(chosen)}) { id __typename ... on Entity {`),
      this.selections.entity("Entity", 1),
      fc.constant("} ... on Relationship {"),
      this.selections.relationship("Relationship", 1),
      fc.constant("} }"),
    );
  }

  /** A root list, or a field's list under one entity, to be asked page by page from either end. */
  typedWalk(): Arbitrary<Walk> {
    const page = (owner: string, far: string) =>
      joined(
        this.selections.listArgs(owner, EITHER.page, 4),
        fc.constant(`{ totalCount ${PAGE_INFO} edges { cursor`),
        this.selections.pageEdge(owner, far),
        fc.constant("} }"),
      );
    const root = this.ofKinds((kind) => joined(fc.constant(`list: ${kind.plural}`), page(kind.name, kind.name)));
    const ends = [...this.model.kinds.values()].flatMap((kind) => [...kind.ends.values()]);
    const nested = ends.map((end) => {
      const owners = this.ownersOf(end);
      const parent = fc.constantFrom(...owners).map((id) => `parent: node(id: ${literal(id)}) { ... on ${end.owner} {`);
      const list = joined(fc.constant(`list: ${end.field}`), page(endName(end), end.far), fc.constant("} }"));
      return { weight: owners.length, arbitrary: joined(parent, list) };
    });
    const query = fc.oneof({ weight: 3, arbitrary: root }, { weight: 4, arbitrary: fc.oneof(...nested) });
    return walk(query, EITHER, fc.boolean());
  }

  /** Any list to be asked page by page: the relationships of any type, forward only, beside the typed ones. */
  walk(): Arbitrary<Walk> {
    const generic = joined(
      fc.constantFrom(...this.inputs.ids("Entity")).map((id) => `parent: node(id: ${literal(id)}) { ... on Entity {`),
      fc.constant("list: relationships"),
      args(FORWARD.page, this.selections.narrowing()),
      fc.constant(`{ totalCount ${PAGE_INFO} edges { cursor node { id } relationship { __typename id } } } } }`),
    );
    return fc.oneof(
      { weight: 6, arbitrary: this.typedWalk() },
      { weight: 1, arbitrary: walk(generic, FORWARD, fc.constant(false)) },
    );
  }

  /** The owners of an end, each as often as it joins something there; one of the kind where none does. */
  private ownersOf({ owner, field }: End): string[] {
    const ids = this.inputs.ids(owner);
    const joining = ids.flatMap((id) => this.memory.along(owner, field, id).map(() => id));
    return joining.length > 0 ? joining : ids.slice(0, 1);
  }
}

function walk(query: Arbitrary<string>, { variables }: Paging, backward: Arbitrary<boolean>): Arbitrary<Walk> {
  const size = fc.integer({ min: 1, max: 4 });
  return fc.record({ query: query.map((text) => `query (${variables}) { ${text} }`), size, backward });
}
