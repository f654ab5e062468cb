import { useEffect, useState } from "react";
import { ask } from "../api.js";
import { RelatedDocument } from "../operations.js";
import { HUB } from "../state/deeds.js";
import { attempt, type Query } from "../state/notices.js";
import type { Entity } from "../state/picture.js";
import { entity, type Which } from "../state/reading.js";

/** A list of neighbours, page by page. */
export interface Related {
  readonly found: readonly Entity[];
  readonly total: number;
  readonly isWaiting: boolean;
  /** Reads the next page; undefined where there is none. */
  readonly more: (() => void) | undefined;
  /** What was asked first. */
  readonly query: Query;
}

const NOTHING = { found: [] as readonly Entity[], total: 0, cursor: null as string | null, isWaiting: true };

/** Reads an entity's neighbours of one sort, a page at a time. */
export function useRelated(id: string, which: Which): Related {
  const [list, setList] = useState(NOTHING);
  const variables = {
    id,
    types: which.types ? [...which.types] : null,
    direction: which.direction ?? ("BOTH" as const),
    kinds: which.kinds ? [...which.kinds] : null,
    first: HUB,
  };
  const read = (after: string | null): void => {
    setList((before) => ({ ...before, isWaiting: true }));
    attempt(async () => {
      const { node } = await ask(RelatedDocument, { ...variables, after });
      const page = node && "relationships" in node ? node.relationships : null;
      setList((before) => ({
        found: [...before.found, ...(page?.edges.map((edge) => entity(edge.node)) ?? [])],
        total: page?.totalCount ?? 0,
        cursor: page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null,
        isWaiting: false,
      }));
    });
  };
  useEffect(() => {
    read(null);
  }, []);
  const { cursor } = list;
  const more =
    cursor === null
      ? undefined
      : (): void => {
          read(cursor);
        };
  return { ...list, more, query: { document: RelatedDocument, variables } };
}
