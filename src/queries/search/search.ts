import type { GraphQLResolveInfo } from "graphql";
import { BadInput } from "../../errors.js";
import type { RequestContext } from "../../graph/context.js";
import { isKind, type Kind, ownerOf } from "../../graph/model.js";
import { encodeCursor, fingerprint, type Keyset, readPage } from "../../graph/page.js";
import { compareRanks, MATCHES, type Rank, rankOf } from "../../graph/search/match.js";
import { wordsOf } from "../../graph/search/normal.js";
import { readStored, searchedProperties } from "../../graph/search/stored.js";
import { type SearchText, searchTexts } from "../../graph/search/texts.js";
import { selectionOf } from "../../graph/selection.js";
import { candidates } from "../../graph/statements/search.js";
import { byCodePoint } from "../../graph/text-order.js";
import {
  LONGEST_QUERY,
  type SearchArgs,
  type SearchConnection,
  type SearchEdge,
  type SearchMatch,
} from "./search-schema.js";

/** As many are ranked: nobody reads further before typing another letter, and ranking twice as many is felt while typing. */
export const MOST_RANKED = 500;

/** A candidate with its best match. */
interface Hit {
  readonly id: string;
  readonly precedence: string;
  readonly rank: Rank;
}

/**
 * Finds entities by any of their texts. The engine finds candidates; they are ranked here by tier, length, text and id, so that
 * every engine answers in the same order.
 * @throws BadInput for a query of nothing but spaces and punctuation, one that is too long, a foreign cursor.
 */
export async function search(
  { graph, limits }: RequestContext,
  args: SearchArgs,
  info: GraphQLResolveInfo,
): Promise<SearchConnection> {
  const sought = readQuery(args.query);
  const wanted = args.kinds ?? undefined;
  const kinds = [...graph.model.kinds.values()].filter(({ value }) => wanted?.includes(value));
  const print = fingerprint("search", sought, wanted ? kinds.map(({ value }) => value).join() : "every kind");
  const page = readPage("search", args, limits, print, 4);
  const none = wanted !== undefined && kinds.length === 0;
  const request = { sought, kinds, most: MOST_RANKED + 1 };
  const rows = none ? [] : await graph.read(candidates(request, graph.capabilities));
  const found = hitsOf(rows as readonly (readonly [string, string])[], sought);
  const ranked = found.slice(0, MOST_RANKED).sort(compareHits);
  const behind = page.after ? ranked.filter((hit) => isBehind(hit, page.after as Keyset)) : ranked;
  const hits = behind.slice(0, page.size);
  const cursorAt = (hit: Hit | undefined): string | null => (hit ? encodeCursor(print, keysOf(hit)) : null);
  const edges = await edgesOf(hits, { graph, sought, info, cursorAt });
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: behind.length > page.size,
      hasPreviousPage: page.after !== undefined,
      startCursor: cursorAt(hits[0]),
      endCursor: cursorAt(hits.at(-1)),
    },
    truncatedReason:
      found.length > MOST_RANKED
        ? `More than ${MOST_RANKED} entities match and ${MOST_RANKED} of them were ranked, exact matches and short names first; ask for more letters or fewer kinds.`
        : null,
  };
}

function readQuery(query: string): string {
  const sought = wordsOf(query).join("");
  const given = Array.from(query).length;
  if (given > LONGEST_QUERY || sought.length > LONGEST_QUERY)
    throw new BadInput(
      `search(query): expected at most ${LONGEST_QUERY} characters but got ${Math.max(given, sought.length)}; ask for a part of it.`,
      { limit: LONGEST_QUERY },
    );
  if (sought === "")
    throw new BadInput(
      `search(query): expected a letter or a digit but got ${JSON.stringify(query)}; type a part of a name.`,
    );
  return sought;
}

/** What matches, each entity once, in the order in which candidates are taken. */
function hitsOf(rows: readonly (readonly [string, string])[], sought: string): Hit[] {
  const hits = new Map<string, Hit>();
  for (const [id, stored] of rows) {
    if (hits.has(id)) continue;
    const { precedence, texts } = readStored(stored, sought);
    const [rank] = texts
      .map((text) => rankOf(text, sought))
      .filter((found) => found !== undefined)
      .sort(compareRanks);
    if (rank) hits.set(id, { id, precedence, rank });
  }
  return [...hits.values()].sort(
    (one, other) =>
      MATCHES.indexOf(one.rank.match) - MATCHES.indexOf(other.rank.match) ||
      byCodePoint(one.precedence, other.precedence) ||
      byCodePoint(one.id, other.id),
  );
}

function keysOf({ rank, id }: Hit): Keyset {
  return [rank.tier, rank.length, rank.text, id];
}

function compareHits(one: Hit, other: Hit): number {
  return compareRanks(one.rank, other.rank) || byCodePoint(one.id, other.id);
}

function isBehind(hit: Hit, [tier, length, text, id]: Keyset): boolean {
  const rank = { tier: Number(tier), length: Number(length), text: String(text) };
  return compareHits(hit, { ...hit, id: String(id), rank: { ...hit.rank, ...rank } }) > 0;
}

/** How edges are made. */
interface EdgeOptions {
  readonly graph: RequestContext["graph"];
  readonly sought: string;
  readonly info: GraphQLResolveInfo;
  readonly cursorAt: (hit: Hit) => string | null;
}

async function edgesOf(hits: readonly Hit[], { graph, sought, info, cursorAt }: EdgeOptions): Promise<SearchEdge[]> {
  const selection = selectionOf(info);
  const asked = ["edges", "nodes"].some((field) => selection.has(field));
  if (!asked) return [];
  const nodes = selection.below("edges", "node").with(selection.below("nodes"));
  const explained = selection.below("edges").has("matches");
  const kinds = explained ? new Set(hits.map(({ id }) => ownerOf(graph.model, id)).filter(isKind)) : new Set<Kind>();
  const columns = [...kinds].flatMap(searchedProperties);
  const found = await graph.entitiesById(
    hits.map(({ id }) => id),
    nodes.needing(columns),
  );
  const byId = new Map(found.map((node) => [node.id, node]));
  return hits.flatMap((hit) => {
    const node = byId.get(hit.id);
    const kind = ownerOf(graph.model, hit.id);
    if (!node || !isKind(kind)) return [];
    const matches = explained ? matchesOf(searchTexts(kind, node), sought) : [];
    return [{ cursor: cursorAt(hit) ?? "", node, matches }];
  });
}

function matchesOf(texts: readonly SearchText[], sought: string): SearchMatch[] {
  return texts
    .flatMap((text) => {
      const rank = rankOf(text, sought);
      return rank ? [{ text, rank }] : [];
    })
    .sort((one, other) => compareRanks(one.rank, other.rank))
    .map(({ text: { field, text } }) => ({ field, text }));
}
