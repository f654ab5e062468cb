import type { Entity } from "../state/picture.js";
import { findPath, lookAround, startHere, expand, open } from "../state/deeds.js";
import { act, useStore } from "../state/store.js";
import { useSpeech } from "./language.js";
import type { WordKey } from "../state/words.js";

/** What can be done with an entity. */
export function Deeds({ entity }: { readonly entity: Entity }) {
  const { say, nameOf } = useSpeech();
  const { id, kind } = entity;
  const isDrawn = useStore(({ picture }) => picture.nodes.has(id));
  const isPinned = useStore(({ picture }) => picture.pinned.has(id));
  const start = useStore(({ pathFrom, picture }) =>
    pathFrom === null || pathFrom === id ? undefined : picture.nodes.get(pathFrom),
  );
  const deed = (words: WordKey, work: () => void, className = "button") => (
    <button type="button" className={className} onClick={work}>
      {say(words)}
    </button>
  );
  return (
    <div className="deeds">
      {start ? (
        <button
          type="button"
          className="button primary"
          onClick={() => {
            findPath(start, entity);
          }}
        >
          {say("pathToHere", { name: nameOf(start) })}
        </button>
      ) : null}
      {kind === "CHAIN"
        ? deed(
            "chainMap",
            () => {
              act({ do: "screen", screen: { name: "chain", id } });
            },
            "button primary",
          )
        : null}
      {kind === "FUND"
        ? deed(
            "lookThrough",
            () => {
              act({ do: "screen", screen: { name: "fund", id } });
            },
            "button primary",
          )
        : null}
      {kind === "PROJECT" || kind === "FUND"
        ? deed(
            "timeline",
            () => {
              act({ do: "screen", screen: { name: "timeline", id } });
            },
            "button primary",
          )
        : null}
      {isDrawn
        ? deed("expandAll", () => {
            expand(id);
          })
        : deed("addToPicture", () => {
            open(entity);
          })}
      {isDrawn
        ? deed("collapse", () => {
            act({ do: "collapse", id });
          })
        : null}
      {isDrawn
        ? deed("pathFromHere", () => {
            act({ do: "pathFrom", id });
          })
        : null}
      {isDrawn
        ? deed(isPinned ? "unpin" : "pin", () => {
            act({ do: "pin", id, pinned: !isPinned });
          })
        : null}
      {isDrawn
        ? deed("hide", () => {
            act({ do: "remove", ids: [id] });
          })
        : null}
      {deed("startHere", () => {
        startHere(entity);
      })}
      {deed("lookAround", () => {
        lookAround(entity);
      })}
    </div>
  );
}
