import type { Capabilities } from "../../engine/engine.js";
import { BadInput } from "../../errors.js";
import { cypher, join, name, nothing, type Fragment } from "../cypher.js";
import { ROOT_LABEL, type End, type GraphModel, type Kind, type Property } from "../model.js";
import { foldAlternatives } from "./alternatives.js";
import { checkOperators } from "./contradiction.js";
import { IdSet } from "./id-sets.js";
import { OPERATORS, operatorsOf, type Operator } from "../operators.js";

type Input = Readonly<Record<string, unknown>>;

/** Constants as parameters: a planner that could fold them would drop the walk that a statement asks for. */
const ALWAYS = cypher`${true}`;
const NEVER = cypher`${false}`;

/** Where a predicate stands: under `not` a missing value must be false, not unknown. */
interface Scope {
  readonly negated: boolean;
  readonly path: string;
  /** Gathers what a walk matches; only where all conditions must hold together. */
  readonly walk?: Fragment[] | undefined;
}

/** A filter as a walk of the index over the ends at one entity: what is joined to it, and fits. */
export interface Anchor {
  readonly end: End;
  readonly relationship: Fragment;
  /** The id of the entity. */
  readonly at: string;
  readonly match: Fragment;
  readonly condition: Fragment;
}

/** Most parts of a walk: engines plan so long a chain of patterns slowly, or not at all. */
const MOST_WALKED = 8;

/** From how many values on a list is looked up in a map. */
const LONG_LIST = 20;
/** What is stored as text. */
const TEXTS = new Set(["String", "Enum", "PartialDate"]);

/** Compiles filters into predicates over a node and, on a page of a relationship, over the relationship. */
export class FilterCompiler {
  private variables = 0;
  private readonly sets = new Map<string, IdSet>();

  constructor(
    private readonly model: GraphModel,
    private readonly capabilities: Capabilities,
  ) {}

  /** The sets that the compiled filters look up, in the order in which they are to be read. */
  get idSets(): Iterable<IdSet> {
    return this.sets.values();
  }

  /** A filter on nodes of some kinds; undefined where it asks for nothing. */
  node(kinds: readonly Kind[], variable: Fragment, filter: unknown, path: string): Fragment | undefined {
    return filter ? this.conditions(kinds, variable, filter as Input, { negated: false, path }) : undefined;
  }

  /**
   * The same filter as a walk that begins at an entity which it names by id, however far away; undefined where it names none.
   * Cheap where little is joined to that entity; the predicate is where most rows meet it. A node may be found more than once.
   */
  walk(kind: Kind, variable: Fragment, filter: unknown, path: string): Fragment | undefined {
    const walk: Fragment[] = [];
    const rest = filter ? this.conditions([kind], variable, filter as Input, { negated: false, path, walk }) : ALWAYS;
    return walk.length === 0 ? undefined : cypher`${join(walk, " ")} WHERE ${variable}:${name(kind.name)} AND ${rest}`;
  }

  /** The same filter as a walk at the one entity that a condition says to be joined; undefined where none does. */
  anchor(kind: Kind, variable: Fragment, filter: unknown, path: string): Anchor | undefined {
    const entries = Object.entries((filter ?? {}) as Readonly<Record<string, Input | null>>);
    for (const [field, condition] of entries) {
      const end = kind.ends.get(field);
      const { id } = (condition?.["node"] ?? {}) as { readonly id?: Input | null };
      if (!end || end.rollUp || !condition || typeof id?.["eq"] !== "string") continue;
      this.variables += 1;
      const [relationship, node] = [name(`r${this.variables}`), name(`n${this.variables}`)];
      const inner = this.joined(end, node, relationship, condition, { negated: false, path: `${path}.${field}` });
      const others = Object.fromEntries(entries.filter(([other]) => other !== field));
      const rest = this.conditions([kind], variable, others, { negated: false, path });
      const match = pattern(end, variable, relationship, node);
      return { end, relationship, at: id["eq"], match, condition: cypher`${inner} AND ${rest}` };
    }
    return undefined;
  }

  /** A filter of a relationship field: on the far node, on the relationship, or on both together. */
  end(end: End, node: Fragment, relationship: Fragment, filter: unknown, path: string): Fragment | undefined {
    return filter ? this.joined(end, node, relationship, filter as Input, { negated: false, path }) : undefined;
  }

  private conditions(kinds: readonly Kind[], variable: Fragment, filter: Input, scope: Scope): Fragment {
    return this.logic(
      filter,
      scope,
      (nested, at) => this.conditions(kinds, variable, nested, at),
      (field, value, at) => {
        if (field === "within") return this.within(variable, value as string, at.path);
        if (field === "kind") return this.kind(variable, value as Input, at);
        const end = kinds.length === 1 ? kinds[0]?.ends.get(field) : undefined;
        if (end) return this.related(end, variable, value as Input, at);
        const property = kinds[0]?.properties.get(field);
        return this.operators(cypher`${variable}.${name(field)}`, property, value as Input, at);
      },
    );
  }

  private joined(end: End, node: Fragment, relationship: Fragment, filter: Input, scope: Scope): Fragment {
    return this.logic(
      filter,
      scope,
      (nested, at) => this.joined(end, node, relationship, nested, at),
      (field, value, at) =>
        field === "node"
          ? this.conditions(end.kinds, node, value as Input, at)
          : this.relationship(end, relationship, value as Input, at),
    );
  }

  private relationship(end: End, variable: Fragment, filter: Input, scope: Scope): Fragment {
    return this.logic(
      filter,
      scope,
      (nested, at) => this.relationship(end, variable, nested, at),
      (field, value, at) =>
        this.operators(cypher`${variable}.${name(field)}`, end.relationship.properties.get(field), value as Input, at),
    );
  }

  /** and, or, not, and every other field by `leaf`; a null stands for a field that was not given. */
  private logic(
    filter: Input,
    scope: Scope,
    nest: (filter: Input, scope: Scope) => Fragment,
    leaf: (field: string, value: unknown, scope: Scope) => Fragment,
  ): Fragment {
    const parts = Object.entries(filter)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([field, value]) => {
        const path = `${scope.path}.${field}`;
        const at = field === "or" || field === "not" ? { ...scope, path, walk: undefined } : { ...scope, path };
        if (field === "and" || field === "or") {
          const items = field === "or" ? foldAlternatives(value as Input[]) : (value as Input[]);
          const nested = items.map((item, index) => nest(item, { ...at, path: `${at.path}[${index}]` }));
          return nested.length === 0
            ? field === "and"
              ? ALWAYS
              : NEVER
            : cypher`(${join(nested, field === "and" ? " AND " : " OR ")})`;
        }
        return field === "not"
          ? cypher`NOT (${nest(value as Input, { ...at, negated: true })})`
          : leaf(field, value, at);
      });
    return parts.length === 0 ? ALWAYS : join(parts, " AND ");
  }

  private operators(expression: Fragment, property: Property | undefined, filter: Input, scope: Scope): Fragment {
    checkOperators(filter, property, scope.path);
    const known = operatorsOf(property);
    const parts = Object.entries(filter).map(([key, value]) => {
      const operator = known[key] as Operator;
      if (operator.operand === "FLAG") return operator.cypher(expression, value);
      const test = this.isLongList(property, value)
        ? cypher`${Object.fromEntries(value.map((item) => [item, true]))}[${expression}] IS NOT NULL`
        : operator.cypher(expression, value);
      return scope.negated ? cypher`coalesce(${test}, false)` : test;
    });
    return parts.length === 0 ? ALWAYS : join(parts, " AND ");
  }

  /** Whether a list of texts is looked up in a map: without semi-joins it is searched from its beginning for every candidate. */
  private isLongList(property: Property | undefined, value: unknown): value is readonly string[] {
    const texts = property !== undefined && TEXTS.has(property.type);
    return texts && Array.isArray(value) && value.length > LONG_LIST && !this.capabilities.semiJoins;
  }

  private kind(variable: Fragment, filter: Input, { path }: Scope): Fragment {
    checkOperators(filter, undefined, path);
    const { operators } = OPERATORS.EntityKind;
    const kinds = [...this.model.kinds.values()].filter(({ value }) =>
      Object.entries(filter).every(([key, operand]) =>
        operators[key as keyof typeof operators].holds(value as never, operand as never),
      ),
    );
    if (Object.keys(filter).length === 0) return ALWAYS;
    return kinds.length === 0
      ? NEVER
      : cypher`(${join(
          kinds.map((kind) => cypher`${variable}:${name(kind.name)}`),
          " OR ",
        )})`;
  }

  private within(variable: Fragment, place: string, path: string): Fragment {
    const places = [...this.model.placement.to].map((kind) => `${(this.model.kinds.get(kind) as Kind).prefix}:`);
    if (!places.some((prefix) => place.startsWith(prefix)))
      throw new BadInput(
        `${path}: expected the id of a place (${places.map((prefix) => `${prefix}…`).join(", ")}) but got ${JSON.stringify(place)}; search for the place by its name.`,
      );
    const type = name(this.model.placement.type);
    if (this.capabilities.semiJoins)
      return cypher`EXISTS { MATCH (${variable})-[:${type}*1..12]->(:Entity {id: ${place}}) }`;
    const found = cypher`MATCH (:Entity {id: ${place}})<-[:${type}*1..12]-(m) RETURN DISTINCT m.id`;
    return this.inSet(path, found, variable);
  }

  /** At least one related node that fits. */
  private related(end: End, near: Fragment, filter: Input, scope: Scope): Fragment {
    this.variables += 1;
    const [relationship, node] = [name(`r${this.variables}`), name(`n${this.variables}`)];
    const walk = namesEntity(filter) && (scope.walk?.length ?? 0) < MOST_WALKED ? scope.walk : undefined;
    if (!walk && !this.capabilities.semiJoins)
      return this.relatedSet(end, near, node, relationship, filter, scope.path);
    const inner = this.joined(end, node, relationship, filter, { ...scope, negated: false, walk });
    const joined = pattern(end, near, relationship, node);
    if (!walk) return cypher`EXISTS { MATCH ${joined} WHERE ${inner} }`;
    const { id } = filter["node"] as { id?: Input | null };
    const named = id && this.operators(cypher`${node}.id`, undefined, id, scope);
    if (named) walk.push(cypher`MATCH (${node}:${name(ROOT_LABEL)}) WHERE ${named}`);
    walk.push(cypher`MATCH ${joined}`);
    return inner;
  }

  /** The same as a set of those that have one, read from the far end. */
  private relatedSet(
    end: End,
    near: Fragment,
    node: Fragment,
    relationship: Fragment,
    { node: far, ...rest }: Input,
    path: string,
  ): Fragment {
    const scope: Scope = { negated: false, path };
    const fits = this.conditions(end.kinds, node, (far ?? {}) as Input, { ...scope, path: `${path}.node` });
    const joined = this.joined(end, node, relationship, rest, scope);
    const owner = name("o");
    const found = cypher`
      MATCH (${node}:${name(ROOT_LABEL)}:${name(end.far)}) WHERE ${fits}
      MATCH ${backwards({ ...end, narrowed: false }, owner, relationship, node)} WHERE ${joined} RETURN DISTINCT ${owner}.id`;
    return this.inSet(path, found, near);
  }

  /** A condition has one set, however often it is compiled. */
  private inSet(path: string, found: Fragment, variable: Fragment): Fragment {
    const set = this.sets.get(path) ?? new IdSet(found);
    this.sets.set(path, set);
    return set.has(cypher`${variable}.id`);
  }
}

/** Whether what is joined is named by id, or is itself joined to what is. */
function namesEntity({ node }: Input): boolean {
  return Object.entries(node ?? {}).some(([field, condition]: [string, Input | null]) =>
    field === "id" ? Boolean(condition?.["eq"] ?? condition?.["in"]) : namesEntity(condition ?? {}),
  );
}

/**
 * `(n)<-[r:LOCATED_IN]-(m:Project)`; the far label only where the type joins other kinds too. Where wholes stand for their
 * parts, several ways lead to one: `(n)<-[:PART_OF*0..12]-()<-[r:PARTNERS_WITH]-(m)`.
 */
export function pattern(end: End, near: Fragment, relationship: Fragment, far: Fragment): Fragment {
  const node = end.narrowed ? cypher`(${far}:${name(end.far)})` : cypher`(${far})`;
  const type = cypher`[${relationship}:${name(end.relationship.type)}]`;
  const { rollUp } = end;
  const parts = rollUp ? cypher`[:${name(rollUp.over.type)}*0..12]` : nothing;
  const own = rollUp?.side === end.side ? cypher`(${near})<-${parts}-()` : cypher`(${near})`;
  const other = rollUp && rollUp.side !== end.side ? cypher`()-${parts}->${node}` : node;
  return end.side === "from" ? cypher`${own}-${type}->${other}` : cypher`${own}<-${type}-${other}`;
}

/** The same written from its far end, where an engine begins at what is written first. */
function backwards(end: End, near: Fragment, relationship: Fragment, far: Fragment): Fragment {
  return pattern({ ...end, side: end.side === "from" ? "to" : "from" }, far, relationship, near);
}
