import { useEffect, useState } from "react";
import { ask, type Trouble } from "../api.js";
import type { TypedDocumentString } from "../operations.js";
import { troubleOf } from "./notices.js";

/** How a question stands: being asked, answered, or come to nothing. */
export type Answer<T> =
  | { readonly is: "waiting" }
  | { readonly is: "here"; readonly data: T }
  | { readonly is: "failed"; readonly trouble: Trouble; readonly retry: () => void };

/** After which time an unreachable service is asked again. */
const AGAIN_MS = 4000;

/** Asks a question as long as its component is there, again whenever its variables change. */
export function useAnswer<T, V extends object>(document: TypedDocumentString<T, V>, variables: V): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ is: "waiting" });
  const [round, setRound] = useState(0);
  const key = JSON.stringify(variables);
  useEffect(() => {
    const abort = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    const retry = (): void => {
      setRound((last) => last + 1);
    };
    setAnswer({ is: "waiting" });
    ask(document, JSON.parse(key) as V, abort.signal).then(
      (data) => {
        if (!abort.signal.aborted) setAnswer({ is: "here", data });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const trouble = troubleOf(error);
        setAnswer({ is: "failed", trouble, retry });
        if (trouble.kind === "away") again = setTimeout(retry, AGAIN_MS);
      },
    );
    return () => {
      abort.abort();
      clearTimeout(again);
    };
  }, [document, key, round]);
  return answer;
}
