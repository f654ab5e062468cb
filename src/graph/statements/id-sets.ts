import type { Row, Statement } from "../../engine/engine.js";
import { cypher, Shared, statement, type Fragment } from "../cypher.js";

/** Ids that a condition lets in, read before the statement that looks them up. */
export class IdSet extends Shared {
  private readonly members: Record<string, true> = {};

  /** @param found answers the ids. */
  constructor(private readonly found: Fragment) {
    super(undefined);
  }

  override get value(): unknown {
    return this.members;
  }

  /** Whether an id is in it: a look-up in a map, where a list would be searched from its beginning. */
  has(id: Fragment): Fragment {
    return cypher`${this}[${id}] IS NOT NULL`;
  }

  /** Reads the ids; a set that this one looks up was read before. */
  async fill(read: (statement: Statement) => Promise<readonly Row[]>): Promise<void> {
    for (const [id] of await read(statement(this.found))) this.members[id as string] = true;
  }
}

/** A function that reads sets, one after the other, once. */
export function fillOnce(
  sets: Iterable<IdSet>,
  read: (statement: Statement) => Promise<readonly Row[]>,
): () => Promise<void> {
  let filled: Promise<void> | undefined;
  const fill = async (): Promise<void> => {
    for (const set of sets) await set.fill(read);
  };
  return () => (filled ??= fill());
}
