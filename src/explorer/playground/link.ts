import type { Question } from "../questions.js";

/** The address that opens a query: after # it is as long as it needs to be, and no server sees it. */
export function linkOf({ query, variables }: Question): string {
  const parts = new URLSearchParams({ query, ...(variables.trim() !== "" && { variables }) });
  return `${location.origin}${location.pathname}#${parts.toString()}`;
}

/** Under which the address is stored that this window has opened. */
const OPENED = "liantu:opened-query";

/** The query that an address carries after # or after ?; nothing where this window has opened it before. */
export function queryOf({ hash, search, href }: Location): Partial<Question> {
  const all = [hash, search].map((text) => new URLSearchParams(text.slice(1)));
  const parts = all.find((each) => each.has("query"));
  const query = parts?.get("query");
  if (query == null || sessionStorage.getItem(OPENED) === href) return {};
  sessionStorage.setItem(OPENED, href);
  return { query, variables: parts?.get("variables") ?? "" };
}
