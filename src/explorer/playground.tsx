import { useGraphiQL } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import { useEffect } from "react";
import { createRoot } from "react-dom/client";
import { fetcher } from "./fetcher.js";
import "./playground.css";
import { questions, type Question } from "./questions.js";

/**
 * Lets a first visit begin with the first question. GraphiQL fills its editors from what it stored last, and only the
 * query's from a default tab: a first tab would open without its variables.
 */
function storeFirstQuestion(): void {
  const first = questions[0];
  if (localStorage.getItem("graphiql:tabState") !== null || !first) return;
  localStorage.setItem("graphiql:query", first.query);
  localStorage.setItem("graphiql:variables", first.variables);
}

/** Wraps long lines of the query, so that the question above it is read whole. */
function WrappedLines(): null {
  const editor = useGraphiQL(({ queryEditor }) => queryEditor);
  useEffect(() => editor?.updateOptions({ wordWrap: "on" }), [editor]);
  return null;
}

/** The query that the address carries, after #; it is opened in a tab of its own and taken out of the address. */
function askedQuery(): Partial<Question> {
  const parts = new URLSearchParams(location.hash.slice(1));
  const query = parts.get("query");
  if (query === null) return {};
  history.replaceState(null, "", location.pathname);
  return { query, variables: parts.get("variables") ?? "" };
}

storeFirstQuestion();
const { query, variables } = askedQuery();
createRoot(document.getElementById("root") as HTMLElement).render(
  <GraphiQL
    fetcher={fetcher}
    defaultTabs={query === undefined ? [...questions] : [{ query, variables: variables ?? "" }, ...questions]}
    {...(query !== undefined && { initialQuery: query, initialVariables: variables ?? "" })}
    defaultEditorToolsVisibility="variables"
  >
    <GraphiQL.Logo>Liantu 链图</GraphiQL.Logo>
    <WrappedLines />
  </GraphiQL>,
);
