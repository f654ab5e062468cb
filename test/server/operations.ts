import fc, { type Arbitrary, type GeneratorValue } from "fast-check";
import {
  doTypesOverlap,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/** An operation as a client sends it. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The same operation, one for each of its root fields by itself. */
  readonly parts: readonly string[];
}

const ID = "$id";
/** Root fields with what they are asked for; every other field takes no argument but a page size. */
const ROOTS: readonly string[] = [
  'zone(id: "zone:zuoyun")',
  'company(id: "company:jinko-energy")',
  'project(id: "project:jinko-56gw")',
  'node(id: "chain:pv")',
  `node(id: ${ID})`,
  `nodes(ids: [${ID}, "zone:none", "fund:zuoyun"])`,
  "zones(first: 2)",
  "chains(last: 2)",
  'search(query: "左云", first: 2)',
];
const IDS = [
  "zone:zuoyun",
  "project:jinko-56gw",
  "located-in:zone:zuoyun~region:zuoyun",
  "company:jinko-energy",
  "zone:none",
];
/** Conditions that stand in queries: literals, and variables with and without defaults. */
const CONDITIONS = ["true", "false", "$yes", "$either", "$given"];
const DEFINITIONS = ["$id: ID!", "$yes: Boolean!", "$either: Boolean! = true", "$given: Boolean = false"];
/** Types that named fragments stand on. */
const ON = ["Entity", "Node", "Party", "Zone", "Project", "Company", "Relationship"];
const FRAGMENTS = 3;

class Writer {
  private readonly fragments = new Map<string, string>();
  private readonly on = new Map<string, string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly choose: GeneratorValue,
    private readonly conditional: boolean,
  ) {}

  write(): Operation {
    // A fragment spreads only those made before it, so that none spreads itself.
    for (let index = 0; index < FRAGMENTS; index += 1) {
      const [name, type] = [`F${index}`, this.schema.getType(this.pick(ON)) as GraphQLCompositeType];
      const text = `fragment ${name} on ${type.name} ${this.set(type, 1)}`;
      this.on.set(name, type.name);
      this.fragments.set(name, text);
    }
    const query = this.schema.getQueryType() as GraphQLObjectType;
    const roots = Array.from({ length: 1 + this.below(3) }, () => {
      const root = this.pick(ROOTS);
      const field = query.getFields()[root.slice(0, root.indexOf("("))] as GraphQLField<unknown, unknown>;
      // The same answer is asked for in several places, which are merged.
      const alias = this.below(3) === 0 ? `r${ROOTS.indexOf(root)}: ` : `r${ROOTS.indexOf(root)}x${this.below(2)}: `;
      return `${alias}${root}${this.condition()} ${this.set(getNamedType(field.type) as GraphQLCompositeType, 3)}`;
    });
    const either = this.choose(fc.constantFrom<(boolean | undefined)[]>, undefined, true, false);
    const given = this.choose(fc.constantFrom<(boolean | undefined)[]>, undefined, true, false);
    return {
      query: this.query(roots),
      parts: roots.map((root) => this.query([root])),
      variables: {
        id: this.pick(IDS),
        yes: this.choose(fc.boolean),
        ...(either === undefined ? {} : { either }),
        ...(given === undefined ? {} : { given }),
      },
    };
  }

  /** With the variables that it uses and the fragments that it spreads, at any depth. */
  private query(roots: readonly string[]): string {
    const parts = [`{ ${roots.join(" ")} }`];
    for (const [name, fragment] of [...this.fragments].reverse())
      if (parts.some((part) => part.includes(`...${name}`))) parts.push(fragment);
    const text = parts.join(" ");
    const defined = DEFINITIONS.filter((definition) => text.includes(definition.split(":")[0] as string));
    return `query ${defined.length > 0 ? `(${defined.join(", ")})` : ""} ${text}`;
  }

  private below(bound: number): number {
    return this.choose(fc.nat, bound - 1);
  }

  private pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  private condition(): string {
    const directive = (): string => ` @${this.pick(["skip", "include"])}(if: ${this.pick(CONDITIONS)})`;
    if (!this.conditional || this.below(3) > 0) return "";
    return this.below(6) === 0
      ? ` @skip(if: ${this.pick(CONDITIONS)}) @include(if: ${this.pick(CONDITIONS)})`
      : directive();
  }

  private set(type: GraphQLCompositeType, depth: number): string {
    const parts = Array.from({ length: 1 + this.below(4) }, () => this.selection(type, depth));
    return `{ ${parts.join(" ")} }`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const kind = this.below(8);
    if (kind === 0 && depth > 0)
      return `...${this.typeCondition(type)}${this.condition()} ${this.set(type, depth - 1)}`;
    if (kind === 1) return this.spread(type) ?? "__typename";
    if (kind === 2 && depth > 0 && isAbstractType(type)) {
      const possible = this.pick(this.schema.getPossibleTypes(type));
      return `... on ${possible.name}${this.condition()} ${this.set(possible, depth - 1)}`;
    }
    const field =
      "getFields" in type
        ? this.pick(Object.values(type.getFields()).filter((item) => this.asked(item, depth)))
        : undefined;
    return field ? this.field(field, depth) : "__typename";
  }

  private typeCondition(type: GraphQLCompositeType): string {
    return this.choose(fc.boolean) ? ` on ${type.name}` : "";
  }

  private spread(type: GraphQLCompositeType): string | undefined {
    const made = [...this.fragments.keys()].filter((name) =>
      doTypesOverlap(this.schema, type, this.schema.getType(this.on.get(name) as string) as GraphQLCompositeType),
    );
    return made.length > 0 ? `...${this.pick(made)}${this.condition()}` : undefined;
  }

  private asked({ args, type }: GraphQLField<unknown, unknown>, depth: number): boolean {
    return (
      !args.some((argument) => isNonNullType(argument.type)) && (depth > 0 || !isCompositeType(getNamedType(type)))
    );
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const named = getNamedType(field.type);
    const paged = field.args.some(({ name }) => name === "first");
    const size = paged ? 1 + this.below(2) : undefined;
    // Two fields of one name are merged: what differs in its arguments has a name of its own.
    const own = isListType(getNullableType(field.type)) || isCompositeType(named) || this.below(3) === 0;
    const alias = own ? `${field.name}${size ?? ""}_${isObjectType(named) ? named.name : ""}: ` : "";
    const below = isCompositeType(named) ? ` ${this.set(named, depth - 1)}` : "";
    return `${alias}${field.name}${size === undefined ? "" : `(first: ${size})`}${this.condition()}${below}`;
  }
}

/**
 * Operations on the seed, with fragments, aliases and fields that stand in several places; not all are valid.
 * @param conditional whether some of it stands under @skip and @include.
 */
export function operations(schema: GraphQLSchema, conditional: boolean): Arbitrary<Operation> {
  return fc.gen().map((choose) => new Writer(schema, choose, conditional).write());
}
