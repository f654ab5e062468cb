import { useEffect, useState } from "react";
import { ask } from "../api.js";
import { ImportsDocument, type ImportsQuery } from "../operations.js";
import { useSpeech } from "./language.js";

type Import = NonNullable<ImportsQuery["imports"]>[number];

/** How often the service is asked. */
const EVERY_MS = 15_000;

/** The imports that are not completed; as last known while the service is away. */
function useImports(): readonly Import[] {
  const [imports, setImports] = useState<readonly Import[]>([]);
  useEffect(() => {
    const left = new AbortController();
    const look = (): void => {
      ask(ImportsDocument, {}, left.signal).then(
        (answer) => {
          setImports(answer.imports ?? []);
        },
        () => undefined,
      );
    };
    look();
    const timer = setInterval(look, EVERY_MS);
    return () => {
      left.abort();
      clearInterval(timer);
    };
  }, []);
  return imports;
}

/** Tells which datasets are only partly in the graph, and what to do about it. */
export function ImportBanner() {
  const { say } = useSpeech();
  return useImports().map(({ dataset, state, rows, totalRows }) => (
    <div key={dataset} className="notice imports" role="status">
      <span>
        <strong>{say(`imports.${state}`, { dataset })}</strong>
        {rows === null || totalRows === null ? "" : ` ${say("imports.rows", { rows, total: totalRows })}`}{" "}
        {say(`imports.${state}.do`)}
      </span>
    </div>
  ));
}
