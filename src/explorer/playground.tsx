import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { useGraphiQL } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import { useEffect } from "react";
import { createRoot } from "react-dom/client";
import { fetcher } from "./fetcher.js";
import "./playground.css";
import { CopyLink } from "./playground/copy-link.js";
import { DOCUMENTATION_PLUGIN } from "./playground/documentation.js";
import { queryOf } from "./playground/link.js";
import { QUESTIONS_PLUGIN } from "./playground/questions-plugin.js";
import { windowStorage } from "./playground/window-storage.js";
import { questions } from "./questions.js";
import "./style/link.css";

/**
 * Lets a first visit begin with the first question. GraphiQL fills its editors from what it stored last, and only the
 * query's from a default tab: a first tab would open without its variables.
 */
function storeFirstQuestion(): void {
  const [first] = questions;
  if (windowStorage.getItem("graphiql:tabState") !== null || !first) return;
  windowStorage.setItem("graphiql:query", first.query);
  windowStorage.setItem("graphiql:variables", first.variables);
}

/** Wraps long lines of the query, so that the question above it is read whole. */
function WrappedLines(): null {
  const editor = useGraphiQL(({ queryEditor }) => queryEditor);
  useEffect(() => editor?.updateOptions({ wordWrap: "on" }), [editor]);
  return null;
}

storeFirstQuestion();
// Another address of this page is another query to open.
addEventListener("hashchange", () => {
  location.reload();
});
const { query, variables = "" } = queryOf(location);
createRoot(document.getElementById("root") as HTMLElement).render(
  <GraphiQL
    fetcher={fetcher}
    storage={windowStorage}
    plugins={[QUESTIONS_PLUGIN, HISTORY_PLUGIN]}
    referencePlugin={DOCUMENTATION_PLUGIN}
    defaultTabs={query === undefined ? questions.slice(0, 1) : [{ query, variables }]}
    {...(windowStorage.getItem("graphiql:visiblePlugin") === null && { visiblePlugin: QUESTIONS_PLUGIN })}
    {...(query !== undefined && { initialQuery: query, initialVariables: variables })}
    defaultEditorToolsVisibility="variables"
  >
    <GraphiQL.Logo>Liantu 链图</GraphiQL.Logo>
    <GraphiQL.Toolbar>
      {({ prettify, merge, copy }) => (
        <>
          {prettify}
          {merge}
          {copy}
          <CopyLink />
        </>
      )}
    </GraphiQL.Toolbar>
    <WrappedLines />
  </GraphiQL>,
);
