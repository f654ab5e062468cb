import type { RelationshipType } from "../../graph/model.js";
import type { StoredRelationship } from "../../graph/stored.js";
import { allowed } from "./xml.js";

/**
 * Names the kinds of edges: the type, with the values that tell its relationships apart, as `SUPPORTS BOND`. Of edges of one
 * kind between the same two nodes Gephi keeps one and adds up their weights, so that a further one is `SUPPORTS BOND 2`.
 * Relationships come in the order of their ends.
 */
export class EdgeKinds {
  private readonly distinguishing: readonly number[];
  private ends = "";
  private readonly counts = new Map<string, number>();

  constructor(private readonly type: RelationshipType) {
    const names = [...type.properties.keys()];
    this.distinguishing = type.distinguishedBy.map((name) => names.indexOf(name));
  }

  next({ from, to, values }: StoredRelationship): string {
    const ends = JSON.stringify([from, to]);
    if (ends !== this.ends) {
      this.ends = ends;
      this.counts.clear();
    }
    const stated = this.distinguishing.map((index) => values[index] as string | null).filter((value) => value !== null);
    return this.free(
      allowed([this.type.type, ...stated].join(" "))
        .replace(/\s+/g, " ")
        .trim(),
    );
  }

  private free(kind: string): string {
    for (let count = this.counts.get(kind) ?? 1; ; count += 1) {
      const name = count === 1 ? kind : `${kind} ${count}`;
      if (count > 1 && this.counts.has(name)) continue;
      this.counts.set(kind, count + 1);
      if (name !== kind) this.counts.set(name, 2);
      return name;
    }
  }
}
