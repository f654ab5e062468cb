import type { Answer } from "../state/answer.js";
import { useSpeech } from "./language.js";

/** What stands where an answer is to stand: that it is being read, or what went wrong and what to do. */
export function Waiting({ answer }: { readonly answer: Answer<unknown> }) {
  const { say } = useSpeech();
  if (answer.is === "here") return null;
  if (answer.is === "waiting")
    return (
      <p className="waiting" role="status">
        {say("loading")}
      </p>
    );
  const { kind, message } = answer.trouble;
  return (
    <div className="trouble" role="alert">
      <strong>{say(`trouble.${kind}`)}</strong>
      <p>{say(`trouble.${kind}.do`)}</p>
      {kind === "away" ? null : <p className="detail">{message}</p>}
      <button type="button" className="button" onClick={answer.retry}>
        {say("retry")}
      </button>
    </div>
  );
}
