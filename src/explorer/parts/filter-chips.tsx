import { useMemo } from "react";
import { number } from "../state/format.js";
import { hiddenBy } from "../state/picture.js";
import { act, useStore } from "../state/store.js";
import { useSpeech } from "./language.js";

function Chip({ what, count, onShow }: { readonly what: string; readonly count: number; readonly onShow: () => void }) {
  const { say, language } = useSpeech();
  const values = { what, count: number(count, language) };
  return (
    <button
      type="button"
      className="chip"
      title={say("takeBack", values)}
      aria-label={say("takeBack", values)}
      onClick={onShow}
    >
      {what} {values.count}
      <span aria-hidden="true"> ×</span>
    </button>
  );
}

/** What the legend's filters hide, each a button that takes it back. */
export function FilterChips() {
  const { say, term } = useSpeech();
  const picture = useStore((state) => state.picture);
  const { kinds, types } = useMemo(() => hiddenBy(picture), [picture]);
  if (kinds.length + types.length === 0) return null;
  return (
    <div className="chips" role="group" aria-label={say("hiddenBy")}>
      <span>{say("hiddenBy")}</span>
      {kinds.map(([kind, count]) => (
        <Chip
          key={kind}
          what={term("EntityKind", kind)}
          count={count}
          onShow={() => {
            act({ do: "filter", kinds: [kind], on: true });
          }}
        />
      ))}
      {types.map(([type, count]) => (
        <Chip
          key={type}
          what={term("RelationshipType", type)}
          count={count}
          onShow={() => {
            act({ do: "filter", types: [type], on: true });
          }}
        />
      ))}
      {kinds.length + types.length > 1 ? (
        <button
          type="button"
          className="plain"
          onClick={() => {
            act({ do: "showAll" });
          }}
        >
          {say("showAll")}
        </button>
      ) : null}
    </div>
  );
}
