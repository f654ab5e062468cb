import { playgroundLink } from "../api.js";
import { useSpeech } from "./language.js";

/** The question behind what is shown, ready in the playground: so people learn the API. */
export function PlaygroundLink({
  document,
  variables,
}: {
  readonly document: { toString(): string };
  readonly variables: object;
}) {
  const { say } = useSpeech();
  return (
    <a className="open-query" href={playgroundLink(document, variables)} target="_blank" rel="noreferrer">
      {say("openQuery")} ↗
    </a>
  );
}
