import { useBusy } from "../state/busy.js";
import { useSpeech } from "./language.js";

/** Shows that something is going on, wherever in the page it was asked for. */
export function BusyLine() {
  const { say } = useSpeech();
  const isBusy = useBusy();
  return (
    <div className="busy" role="status">
      {isBusy ? <span>{say("loading")}</span> : null}
    </div>
  );
}
