import fc, { type Arbitrary } from "fast-check";
import { getNamedType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import type { End, GraphModel } from "../../src/graph/model.js";
import { literal, type Inputs } from "./inputs.js";

/** Everything that a page says of itself. */
export const PAGE_INFO = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
/** Asks for edges a second time; GraphQL merges the two. */
const AGAIN = "edges { cursor node { aliases } }";
const EVIDENCE = [
  "citations { article paragraph source { id name } }",
  "facts { property label labelEn value unit qualifier planned asOf citation { paragraph source { id } } }",
  'facts(properties: ["motto"]) { property value }',
];

/** Some of them, joined; never none. */
const some = (parts: readonly string[], most = 4): Arbitrary<string> =>
  fc.subarray([...parts], { minLength: 1, maxLength: Math.min(most, parts.length) }).map((chosen) => chosen.join(" "));

/** Puts texts beside each other. */
export const joined = (...parts: readonly Arbitrary<string>[]): Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.filter(Boolean).join(" "));

/** Arguments in parentheses, which are left out with the last of them. */
export const args = (...parts: readonly Arbitrary<string>[]): Arbitrary<string> =>
  joined(...parts).map((text) => (text ? `(${text})` : ""));

const maybe = (arbitrary: Arbitrary<string>, weight = 1): Arbitrary<string> =>
  fc.oneof({ weight, arbitrary }, fc.constant(""));

const argument = (name: string, value: Arbitrary<unknown>, weight = 1): Arbitrary<string> =>
  maybe(
    value.map((given) => `${name}: ${literal(given)}`),
    weight,
  );

/** How much of a list from which end, or what the API gives unasked. */
export const pageSize: Arbitrary<string> = fc.oneof(
  fc.constant(""),
  fc.nat(6).map((size) => `first: ${size}`),
  fc.nat(6).map((size) => `last: ${size}`),
);

/** Gives every part an alias of its own. */
const aliased = (prefix: string, part: Arbitrary<string>, most: number): Arbitrary<string> =>
  fc
    .array(part, { maxLength: most })
    .map((texts) => texts.map((text, index) => `${prefix}${index}: ${text}`).join(" "));

/** What queries ask for, for every kind and relationship of a model. */
export class Selections {
  private readonly known = new Map<string, Arbitrary<string>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly model: GraphModel,
    private readonly inputs: Inputs,
  ) {}

  /** The arguments of a list, of a kind's name or of a field's (`LocatedInProject`); `ordered` to 1 with an order. */
  listArgs(owner: string, page: Arbitrary<string>, ordered = 1): Arbitrary<string> {
    const order = argument("orderBy", this.inputs.order(owner), ordered);
    return args(page, argument("filter", this.inputs.filter(owner, 2)), order);
  }

  /** The arguments that relationships of any type have. */
  narrowing(): Arbitrary<string> {
    const names = (type: string, most: number) => fc.subarray(this.inputs.enumNames(type), { maxLength: most });
    return joined(
      argument("types", names("RelationshipType", 8)),
      argument("kinds", names("EntityKind", 8)),
      argument("direction", fc.constantFrom(...this.inputs.enumNames("Direction"))),
    );
  }

  private cached(key: string, make: () => Arbitrary<string>): Arbitrary<string> {
    const made = this.known.get(key) ?? make();
    this.known.set(key, made);
    return made;
  }

  /** What of a connection is asked for. */
  page(owner: string, depth: number, far = owner): Arbitrary<string> {
    return this.cached(`page ${owner} ${depth}`, () => {
      const nodes = joined(fc.constant("nodes {"), this.entity(far, depth), fc.constant("}"));
      const edges = joined(
        maybe(fc.constant(AGAIN)),
        fc.constant("edges {"),
        this.pageEdge(owner, far, depth),
        fc.constant("}"),
      );
      return fc
        .tuple(fc.oneof(nodes, edges, fc.constant("")), fc.boolean(), fc.boolean())
        .map(([content, total, info]) => [content, total ? "totalCount" : "", info || !content ? PAGE_INFO : ""])
        .map((parts) => `{ ${parts.filter(Boolean).join(" ")} }`);
    });
  }

  /** What of an edge is asked for. */
  pageEdge(owner: string, far: string, depth = 0): Arbitrary<string> {
    const type = this.relationshipOf(owner);
    const node = joined(fc.constant("node { id"), this.entity(far, depth), fc.constant("}"));
    if (!type) return node;
    return joined(
      node,
      maybe(joined(fc.constant("relationship { id"), this.relationship(type, depth), fc.constant("}"))),
    );
  }

  /** The relationship type that the edges of a list carry; a root list's carry none. */
  private relationshipOf(owner: string): string | undefined {
    const edge = this.schema.getType(`${owner}Edge`) as GraphQLObjectType;
    const field = edge.getFields()["relationship"];
    return field && getNamedType(field.type).name;
  }

  /** Fields of an entity: its own, its evidence, and lists below it. */
  entity(typeName: string, depth: number): Arbitrary<string> {
    return this.cached(`entity ${typeName} ${depth}`, () => {
      const kind = this.model.kinds.get(typeName);
      const own = kind ? [...kind.properties.keys()] : ["name", "nameEn", "aliases"];
      const plain = some([
        "__typename",
        "id",
        "kind",
        ...own,
        EVIDENCE[0] as string,
        EVIDENCE[depth === 0 ? 2 : 1] as string,
      ]);
      if (depth === 0) return plain;
      const lists = [...(kind?.ends.values() ?? [])].map((end) =>
        joined(
          fc.constant(end.field),
          this.listArgs(endName(end), pageSize),
          this.page(endName(end), depth - 1, end.far),
        ),
      );
      const all = joined(
        fc.constant("relationships"),
        args(argument("first", fc.nat(8)), this.narrowing()),
        this.page("Relationship", depth - 1, "Entity"),
      );
      const below = aliased(
        "f",
        fc.oneof({ weight: 1, arbitrary: all }, ...lists.map((arbitrary) => ({ weight: 1, arbitrary }))),
        2,
      );
      return joined(plain, below, kind ? fc.constant("") : this.fragments(typeName, depth - 1));
    });
  }

  /** Fields of some kinds that an interface stands for; aliases keep fields of one name and several types apart. */
  private fragments(typeName: string, depth: number): Arbitrary<string> {
    const kinds = [...this.model.kinds.values()].filter(({ labels }) => labels.includes(typeName));
    return fc.subarray(kinds, { maxLength: 2 }).chain((chosen) =>
      joined(
        ...chosen.map((kind) => {
          const own = [...kind.properties.keys()].map((name) => `${kind.name}_${name}: ${name}`);
          const lists = [...kind.ends.values()].map((end) =>
            joined(
              fc.constant(end.field),
              this.listArgs(endName(end), pageSize),
              this.page(endName(end), depth, end.far),
            ),
          );
          const below = lists.length > 0 ? aliased(`${kind.name}_f`, fc.oneof(...lists), 1) : fc.constant("");
          return joined(fc.constant(`... on ${kind.name} {`), some(own), below, fc.constant("}"));
        }),
      ),
    );
  }

  /** Fields of a relationship: its own, its evidence, and an end. */
  relationship(typeName: string, depth: number): Arbitrary<string> {
    return this.cached(`relationship ${typeName} ${depth}`, () => {
      const type = [...this.model.relationships.values()].find(({ name }) => name === typeName);
      const own = [
        "__typename",
        "id",
        "type",
        "properties",
        ...(type?.properties.keys() ?? []),
        ...EVIDENCE.slice(0, 2),
      ];
      if (depth === 0) return some(own);
      const ends = fc
        .constantFrom("from", "to")
        .chain((side) => joined(fc.constant(`${side} {`), this.entity("Entity", depth - 1), fc.constant("}")));
      return joined(some(own), maybe(ends));
    });
  }
}

/** The name that the types of a field's list begin with: `LocatedInProject`. */
export function endName({ definition }: End): string {
  return getNamedType(definition.type).name.replace(/Connection$/, "");
}
