import type { Row } from "../../../src/engine/engine.js";
import { same, type Operation } from "./operation.js";

const QUERY = "query ($query: String!) { search(query: $query, first: 20) { nodes { id name } } }";

/** The first twenty of rows of an id and a name. */
function nodes(rows: readonly Row[]): unknown {
  return { search: { nodes: rows.map(([id, name]) => ({ id, name })) } };
}

/** A statement finds by one text and orders by its length; aliases, pinyin, ways of matching and class of text it cannot rank. */
function operation(name: string, hand: string, queries: readonly string[]): Operation {
  return {
    name: `search, ${name}`,
    query: QUERY,
    hand,
    answer: nodes,
    approximate: true,
    inputs: () => queries.map((query) => same({ query })),
  };
}

const BY_PART = `MATCH (n:Entity) WHERE n.name CONTAINS $query
  RETURN n.id, n.name ORDER BY size(n.name), n.name, n.id LIMIT 20`;
const BY_NAME = "MATCH (n:Entity) WHERE n.name STARTS WITH $query RETURN n.id, n.name ORDER BY n.name, n.id LIMIT 20";
const BY_TYPED = `MATCH (n:Entity) WHERE n.searchText CONTAINS '=' + $query
  RETURN n.id, n.name ORDER BY size(n.name), n.name, n.id LIMIT 20`;

/** What people type. */
export const searches: readonly Operation[] = [
  operation("a common word", BY_PART, ["公司", "有限公司", "项目", "新能源"]),
  operation("a single character", BY_PART, ["司", "大", "源"]),
  operation("the beginning of a name", BY_NAME, ["大同", "左云", "太原晋"]),
  operation("a rare name", BY_PART, ["左云晋华新能源", "忻州鑫泰光伏"]),
  operation("pinyin", BY_TYPED, ["datong", "zuoyunjing", "taiyuanjinhua"]),
  operation("initials", BY_TYPED, ["jhxny", "dtjh", "wb"]),
];
