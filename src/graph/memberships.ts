import { derivedId, ownerOf, type GraphModel, type RelationshipType } from "./model.js";
import type { StoredRelationship } from "./stored.js";
import { byCodePoint } from "./text-order.js";

/** What derivation reads of a relationship that a source states. */
export type Stated = Pick<StoredRelationship, "id" | "from" | "to" | "citations">;

/** A derived relationship as it is stored. */
export interface Derived {
  readonly [property: string]: unknown;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly derivedFrom: readonly string[];
  readonly citations?: readonly string[];
}

/** Groups, each with the relationships that lead there. */
type Reached = ReadonlyMap<string, readonly Stated[]>;

/** How many wholes of groups are kept at a time. */
const MOST_KEPT = 100_000;

/** The groups to which members belong, by the rule of the decorator's `derived`. */
export class Memberships {
  /** Of a section the relationships from its groups, of a part those to its wholes. */
  private readonly groupsOf: ReadonlyMap<string, readonly Stated[]>;
  private readonly wholesOf: ReadonlyMap<string, readonly Stated[]>;
  private readonly kept = new Map<string, Reached>();
  private keptSize = 0;

  /** @param parts between groups only. */
  constructor(
    private readonly model: GraphModel,
    private readonly type: RelationshipType,
    sections: readonly Stated[],
    parts: readonly Stated[],
  ) {
    this.groupsOf = firstOfPairs(sections, "to", "from");
    this.wholesOf = firstOfPairs(parts, "from", "to");
  }

  /** What follows from all that one member joins, in the order of ids. */
  of(joins: readonly Stated[]): Derived[] {
    const reasons = new Map<string, Set<Stated>>();
    for (const join of joins)
      for (const [group, path] of this.reachedBy(join)) {
        const known = reasons.get(group) ?? new Set();
        reasons.set(group, known);
        for (const reason of [join, ...path]) known.add(reason);
      }
    return [...reasons]
      .map(([group, stated]) => this.derived(joins[0]?.from ?? "", group, [...stated]))
      .sort((one, other) => byCodePoint(one.id, other.id));
  }

  private derived(member: string, group: string, reasons: readonly Stated[]): Derived {
    const inOrder = (items: Iterable<string>): string[] => [...new Set(items)].sort(byCodePoint);
    const citations = inOrder(reasons.flatMap((reason) => reason.citations));
    return {
      id: derivedId(this.type, member, group),
      from: member,
      to: group,
      derivedFrom: inOrder(reasons.map(({ id }) => id)),
      ...(citations.length > 0 ? { citations } : {}),
    };
  }

  private reachedBy({ to }: Stated): Reached {
    return isAt(this.model, this.type, to) ? this.wholes(to) : this.ofSection(to);
  }

  /** What every group with a section is, or is a part of. */
  private ofSection(section: string): Reached {
    const [first, ...others] = (this.groupsOf.get(section) ?? []).map((has) => ({ has, above: this.wholes(has.from) }));
    if (!first) return new Map();
    const common = [...first.above].filter(([group]) => others.every(({ above }) => above.has(group)));
    return new Map(
      common.map(([group]) => [
        group,
        [first, ...others].flatMap(({ has, above }) => [has, ...(above.get(group) ?? [])]),
      ]),
    );
  }

  /** A group and what it is a part of, at any depth, each by a shortest way. */
  private wholes(group: string): Reached {
    const known = this.kept.get(group);
    if (known) return known;
    const reached = new Map<string, readonly Stated[]>([[group, []]]);
    for (const [part, path] of reached)
      for (const whole of this.wholesOf.get(part) ?? [])
        if (!reached.has(whole.to)) reached.set(whole.to, [...path, whole]);
    this.keptSize += reached.size;
    if (this.keptSize > MOST_KEPT) {
      this.kept.clear();
      this.keptSize = reached.size;
    }
    this.kept.set(group, reached);
    return reached;
  }
}

/** Whether an entity may stand at the far end of a type. */
export function isAt(model: GraphModel, type: RelationshipType, id: string): boolean {
  return type.to.has(ownerOf(model, id)?.name ?? "");
}

/** Relationships by one of their ends; of several between the same two the first by id. */
function firstOfPairs(items: readonly Stated[], by: "from" | "to", far: "from" | "to"): Map<string, Stated[]> {
  const found = new Map<string, Stated[]>();
  for (const item of [...items].sort((one, other) => byCodePoint(one.id, other.id))) {
    const some = found.get(item[by]) ?? [];
    found.set(item[by], some);
    if (some.every((other) => other[far] !== item[far])) some.push(item);
  }
  return found;
}
