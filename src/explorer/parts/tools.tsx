import { useMemo } from "react";
import { drawing } from "../drawing/current.js";
import { tidy } from "../state/deeds.js";
import { visible } from "../state/picture.js";
import { act, useStore } from "../state/store.js";
import { Icon } from "./icon.js";
import { Keep } from "./keep.js";
import { useSpeech } from "./language.js";
import type { WordKey } from "../state/words.js";

function Tool({
  words,
  icon,
  onClick,
  disabled = false,
  pressed,
}: {
  readonly words: WordKey;
  readonly icon: Parameters<typeof Icon>[0]["name"];
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
}) {
  const { say } = useSpeech();
  return (
    <button
      type="button"
      className="tool"
      title={say(words)}
      aria-label={say(words)}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

/** The row above the picture: which view, back and forth, nearer and further, and what to keep. */
export function Tools() {
  const { say } = useSpeech();
  const screen = useStore((state) => state.screen);
  const picture = useStore((state) => state.picture);
  const past = useStore((state) => state.past.length);
  const future = useStore((state) => state.future.length);
  const named = useStore((state) => state.namedLines);
  const isGraph = screen.name === "graph";
  const shown = useMemo(() => visible(picture), [picture]);
  const all = { nodes: picture.nodes.size, lines: picture.relationships.size };
  const isWhole = shown.nodes.length === all.nodes && shown.relationships.length === all.lines;
  const drawnWords = isWhole
    ? say("drawn", all)
    : say("shown", { ...all, shown: shown.nodes.length, shownLines: shown.relationships.length });
  return (
    <div className="tools" role="toolbar" aria-label={say("graph")}>
      <div className="switch">
        <button
          type="button"
          aria-pressed={isGraph}
          onClick={() => {
            act({ do: "screen", screen: { name: "graph" } });
          }}
        >
          {say("graph")}
        </button>
        <button
          type="button"
          aria-pressed={screen.name === "table"}
          onClick={() => {
            act({ do: "screen", screen: { name: "table" } });
          }}
        >
          {say("table")}
        </button>
      </div>
      <span className="drawn">{drawnWords}</span>
      <span className="spring" />
      <Tool
        words="undo"
        icon="undo"
        disabled={past === 0}
        onClick={() => {
          act({ do: "undo" });
        }}
      />
      <Tool
        words="redo"
        icon="redo"
        disabled={future === 0}
        onClick={() => {
          act({ do: "redo" });
        }}
      />
      <span className="gap" />
      <span className="zooms">
        <Tool words="zoomIn" icon="plus" disabled={!isGraph} onClick={() => drawing()?.zoom(1 / 1.4)} />
        <Tool words="zoomOut" icon="minus" disabled={!isGraph} onClick={() => drawing()?.zoom(1.4)} />
      </span>
      <Tool words="fit" icon="fit" disabled={!isGraph} onClick={() => drawing()?.fit()} />
      <Tool words="tidy" icon="tidy" disabled={!isGraph} onClick={tidy} />
      <Tool
        words="lineWords"
        icon="words"
        disabled={!isGraph}
        pressed={named}
        onClick={() => {
          act({ do: "nameLines", on: !named });
        }}
      />
      <span className="gap" />
      <Keep />
    </div>
  );
}
