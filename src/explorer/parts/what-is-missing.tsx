import { toOverview } from "../state/deeds.js";
import { number } from "../state/format.js";
import { act, useStore } from "../state/store.js";
import { useSpeech } from "./language.js";

/** In words, why there is nothing to see, or not everything. */
export function WhatIsMissing({ canDraw, seen }: { readonly canDraw: boolean; readonly seen: number }) {
  const { say, language } = useSpeech();
  const picture = useStore((state) => state.picture);
  const opened = useStore((state) => state.opened);
  if (!canDraw)
    return (
      <div className="missing">
        <p>{say("webgl")}</p>
        <button
          type="button"
          className="button"
          onClick={() => {
            act({ do: "screen", screen: { name: "table" } });
          }}
        >
          {say("table")}
        </button>
      </div>
    );
  if (!opened)
    return (
      <p className="missing waiting" role="status">
        {say("loading")}
      </p>
    );
  if (picture.nodes.size === 0) {
    const isBare = picture.origin.name === "overview" && picture.first.size === 0;
    return (
      <div className="missing">
        <strong>{say(isBare ? "emptyTitle" : "graph")}</strong>
        <p>{say(isBare ? "emptyText" : "pictureEmpty")}</p>
        <button type="button" className="button" onClick={toOverview}>
          {say("overview")}
        </button>
      </div>
    );
  }
  if (seen === 0)
    return (
      <div className="missing">
        <p>{say("filteredEmpty")}</p>
        <button
          type="button"
          className="button"
          onClick={() => {
            act({ do: "showAll" });
          }}
        >
          {say("showAll")}
        </button>
      </div>
    );
  return picture.cut === null ? null : (
    <p className="cut">{say(`cut.${picture.cut}`, { count: number(picture.first.size, language) })}</p>
  );
}
