import { useEffect, useMemo, useRef, useState } from "react";
import { drawing, keepDrawing } from "../drawing/current.js";
import { Drawing } from "../drawing/drawing.js";
import { sceneOf } from "../drawing/scene.js";
import { expand, look } from "../state/deeds.js";
import type { Picture } from "../state/picture.js";
import { act, apply, useStore } from "../state/store.js";
import { measureViewport } from "../state/viewport.js";
import { onKey } from "./keys.js";
import { useSpeech } from "./language.js";
import { Spoken } from "./spoken.js";
import { towards } from "./towards.js";
import { WhatIsMissing } from "./what-is-missing.js";

function begin(container: HTMLElement, onHover: (id: string | null) => void): Drawing | null {
  try {
    return new Drawing(container, {
      onNode: look,
      onNodeTwice: (id) => {
        expand(id);
      },
      onRelationship: (id) => {
        act({ do: "focus", focus: { is: "relationship", id } });
      },
      onNothing: () => {
        act({ do: "focus", focus: null });
      },
      onHover,
      onMoved: (id, at) => {
        act({ do: "move", places: new Map([[id, at]]) });
      },
      onView: (view) => {
        apply({ do: "view", view });
      },
    });
  } catch {
    return null;
  }
}

/** The picture, drawn; arrow keys go from entity to entity. */
export function PictureView() {
  const speech = useSpeech();
  const { say } = speech;
  const canvas = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [canDraw, setCanDraw] = useState(true);
  const { picture, focus, trail, pathFrom, namedLines, view, subject } = useStore((all) => all);

  useEffect(() => {
    const made = canvas.current ? begin(canvas.current, setHovered) : null;
    setCanDraw(made !== null);
    keepDrawing(made);
    measureViewport(made && (() => ({ shape: made.shape, unitsAPixel: made.unitsAPixel })));
    return () => {
      keepDrawing(null);
      measureViewport(null);
      made?.kill();
    };
  }, []);

  const drawn = useMemo(
    () => sceneOf(picture, { focus, hovered, trail, pathFrom, namedLines }, speech),
    [picture, focus, hovered, trail, pathFrom, namedLines, speech],
  );
  const seen = useStableSeen(picture, drawn.seen);
  useEffect(() => {
    drawing()?.show({ ...drawn.scene, ...seen }, drawn.words);
  }, [drawn, seen]);
  const wasDrawn = useRef(false);
  useEffect(() => {
    if (picture.nodes.size === 0) return;
    drawing()?.follow(view, wasDrawn.current);
    wasDrawn.current = true;
  }, [view, picture.nodes.size, picture.headings, picture.origin]);
  useEffect(() => {
    drawing()?.reveal(subject);
  }, [subject]);

  return (
    <>
      <div
        ref={canvas}
        className="canvas"
        tabIndex={0}
        role="application"
        aria-label={say("pictureLabel", { nodes: seen.nodes.length, lines: seen.relationships.length })}
        onKeyDown={onKey((event: React.KeyboardEvent) => {
          if (event.key === "Escape") act({ do: "focus", focus: null });
          if (event.key === "Enter") document.querySelector<HTMLElement>(".details")?.focus();
          const next = towards(event.key, seen.nodes, focus?.is === "node" ? focus.id : null);
          if (next === undefined) return;
          event.preventDefault();
          look(next);
        })}
      />
      <Spoken seen={seen} focus={focus} />
      <WhatIsMissing canDraw={canDraw} seen={seen.nodes.length} />
    </>
  );
}

/** What is seen changes only with the picture: hovering draws nothing anew. */
function useStableSeen<T>(picture: Picture, seen: T): T {
  const kept = useRef({ picture, seen });
  if (kept.current.picture !== picture) kept.current = { picture, seen };
  return kept.current.seen;
}
