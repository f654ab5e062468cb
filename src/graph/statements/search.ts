import type { Capabilities, Statement } from "../../engine/engine.js";
import { cypher, join, name, nothing, statement, type Fragment } from "../cypher.js";
import { ROOT_LABEL, type GraphModel, type Kind } from "../model.js";
import { MATCHES } from "../search/match.js";
import { CLASSES } from "../search/precedence.js";
import { SEARCH_INDEX, SEARCH_TEXT, SEARCH_TOKENS, SEARCH_VERSION, searchedProperties } from "../search/stored.js";
import { tokenQuery, type TokenQuery } from "../search/tokens.js";

const ROOT = name(ROOT_LABEL);
const TEXT = cypher`n.${name(SEARCH_TEXT)}`;

/** What is searched for. */
export interface SearchRequest {
  /** Normalised, without spaces. */
  readonly sought: string;
  /** Those that are wanted; all, where there are none. */
  readonly kinds: readonly Kind[];
  /** How many candidates are read. */
  readonly most: number;
}

/**
 * What may be found, and what it is found by: id, the stored texts. With a full-text index they come best match first, within
 * one way of matching in the order of classes and then ids, and no more than asked for; otherwise all that hold the text.
 */
export function candidates(request: SearchRequest, { fullText }: Capabilities): Statement {
  return statement(fullText ? indexed(request) : scanned(request));
}

function scanned({ sought, kinds }: SearchRequest): Fragment {
  const labels = kinds.map((kind) => cypher`n:${name(kind.name)}`);
  const ofKind = kinds.length > 0 ? cypher`(${join(labels, " OR ")}) AND` : nothing;
  return cypher`MATCH (n:${ROOT}) WHERE ${ofKind} ${TEXT} CONTAINS ${sought} RETURN n.id, ${TEXT}`;
}

/** The classes are asked one after another, as long as there are too few; the planner's rows are pulled, so the rest is not. */
function indexed({ sought, kinds, most }: SearchRequest): Fragment {
  const ways = MATCHES.map((match) => {
    const query = tokenQuery(match, sought, kinds);
    const queries = query.direct ? CLASSES.map((token) => `${query.text} +${token}`) : [query.text];
    const order = query.direct ? cypher`n.id` : cypher`${classOfNode}, n.id`;
    return cypher`UNWIND ${queries} AS query CALL (query) { ${found(query, sought)} ORDER BY ${order} LIMIT ${most} } RETURN n`;
  });
  return cypher`CALL () { ${join(ways, " UNION ALL ")} } RETURN n.id, ${TEXT} LIMIT ${most}`;
}

/** The class stands at the head of the stored texts. */
const classOfNode = cypher`left(${TEXT}, ${`${SEARCH_VERSION} ${CLASSES[0] ?? ""}`.length})`;

function found({ checked }: TokenQuery, sought: string): Fragment {
  const check = checked
    ? cypher`WITH n WHERE ${TEXT} CONTAINS ${sought} AND NOT ${TEXT} CONTAINS ${`=${sought}`}`
    : nothing;
  return cypher`CALL db.index.fulltext.queryNodes(${SEARCH_INDEX}, query) YIELD node AS n ${check} RETURN n`;
}

/** Some entities after an id that lack what they are found by, or have it in an older form: id, what it is made of. */
export function withoutTexts(model: GraphModel, after: string, limit: number, { fullText }: Capabilities): Statement {
  const columns = searchedColumns(model).map((column) => cypher`n.${name(column)}`);
  const tokens = fullText ? cypher`OR n.${name(SEARCH_TOKENS)} IS NULL` : nothing;
  return statement(
    cypher`MATCH (n:${ROOT}) WHERE n.id > ${after} AND (${TEXT} IS NULL OR NOT ${TEXT} STARTS WITH ${`${SEARCH_VERSION} `} ${tokens}) RETURN n.id, ${join(columns, ", ")} ORDER BY n.id LIMIT ${limit}`,
  );
}

/** The properties that texts are made of, of all kinds: the columns of {@link withoutTexts} after the id. */
export function searchedColumns(model: GraphModel): string[] {
  return [...new Set([...model.kinds.values()].flatMap(searchedProperties))];
}

/** Writes what entities are found by: rows of id and search properties. */
export function writeTexts(rows: readonly Readonly<Record<string, unknown>>[], { fullText }: Capabilities): Statement {
  const stored = [SEARCH_TEXT, ...(fullText ? [SEARCH_TOKENS] : [])].map(name);
  const sets = stored.map((property) => cypher`n.${property} = row.${property}`);
  return statement(cypher`UNWIND ${rows} AS row MATCH (n:${ROOT} {id: row.id}) SET ${join(sets, ", ")}`);
}
