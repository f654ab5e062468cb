/** What an import did, or would do, to the entities of a kind or the relationships of a type. */
export interface Changes {
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
}

/** What an import did, or with `check` would do. */
export interface ImportReport {
  readonly dataset: string;
  readonly checked: boolean;
  readonly milliseconds: number;
  /** By kind and type, as the model calls them; those that nothing concerns are left out. */
  readonly items: ReadonlyMap<string, Changes>;
  readonly total: Changes;
}

/** How far an import is. */
export interface Progress {
  readonly phase: "validating" | "importing";
  readonly rows: number;
  /** Known once the folder has been validated. */
  readonly total: number | undefined;
}

/** Counts what happens, by kind and type. */
export class Tally {
  readonly items = new Map<string, Changes>();

  add(item: string, what: keyof Changes, count: number): void {
    if (count === 0) return;
    const changes = this.items.get(item) ?? { added: 0, changed: 0, removed: 0, unchanged: 0 };
    changes[what] += count;
    this.items.set(item, changes);
  }

  /** Whether anything changes in one of these. */
  changed(items: Iterable<string>): boolean {
    return [...items].some((item) => {
      const { added = 0, changed = 0, removed = 0 } = this.items.get(item) ?? {};
      return added + changed + removed > 0;
    });
  }

  get total(): Changes {
    const sum = (what: keyof Changes): number =>
      [...this.items.values()].reduce((total, changes) => total + changes[what], 0);
    return { added: sum("added"), changed: sum("changed"), removed: sum("removed"), unchanged: sum("unchanged") };
  }
}
