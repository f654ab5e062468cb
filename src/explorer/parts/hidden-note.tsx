import { filtersOn } from "../state/picture.js";
import type { Focus } from "../state/state.js";
import { act, useStore } from "../state/store.js";
import { useSpeech } from "./language.js";

/** Says of what is opened, but hidden by the legend's filters, that it is, and shows it. */
export function HiddenNote({ focus }: { readonly focus: NonNullable<Focus> }) {
  const { say } = useSpeech();
  const picture = useStore((state) => state.picture);
  const filters = filtersOn(picture, focus.id);
  if (filters.kinds.length + filters.types.length === 0) return null;
  return (
    <p className="hidden-note" role="status">
      {say(focus.is === "node" ? "hiddenEntity" : "hiddenLine")}
      <button
        type="button"
        className="button"
        onClick={() => {
          act({ do: "filter", ...filters, on: true });
        }}
      >
        {say("show")}
      </button>
    </p>
  );
}
