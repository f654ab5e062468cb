import { useEffect, useRef, useState } from "react";
import { expand, HUB, open } from "../state/deeds.js";
import { number } from "../state/format.js";
import { entity as plain, type Which } from "../state/reading.js";
import type { Entity } from "../state/picture.js";
import { useStore } from "../state/store.js";
import { useSpeech } from "./language.js";
import { PlaygroundLink } from "./playground-link.js";
import { useRelated } from "./related.js";
import { KindSymbol } from "./symbol.js";

/** Many neighbours of one sort. */
export interface Asked {
  readonly which: Which;
  readonly words: string;
  readonly count: number;
}

interface Props {
  readonly entity: Entity;
  readonly asked: Asked;
  readonly onClose: () => void;
}

function List({ entity, asked }: Omit<Props, "onClose">) {
  const { say, nameOf, language } = useSpeech();
  const [filter, setFilter] = useState("");
  const { found, total, more, isWaiting, query } = useRelated(entity.id, asked.which);
  const shown = useStore(({ picture }) => picture.nodes);
  const wanted = filter.trim().toLowerCase();
  const fitting = found.filter((node) => nameOf(node).toLowerCase().includes(wanted));
  return (
    <>
      <input
        className="field"
        type="text"
        value={filter}
        placeholder={say("filterList")}
        aria-label={say("filterList")}
        onChange={(event) => {
          setFilter(event.target.value);
        }}
      />
      <ul className="related">
        {fitting.map((node) => (
          <li key={node.id}>
            <button
              type="button"
              className="entity-link"
              disabled={shown.has(node.id)}
              onClick={() => {
                open(plain(node));
              }}
            >
              <KindSymbol kind={node.kind} size={20} />
              {nameOf(node)}
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet">
        {say("ofTotal", { count: number(fitting.length, language), total: number(total, language) })}
      </p>
      {more ? (
        <button type="button" className="button" disabled={isWaiting} onClick={more}>
          {say("more", { count: HUB })}
        </button>
      ) : null}
      <PlaygroundLink {...query} />
    </>
  );
}

/** A hub announces itself: how many there are, and three ways to go on that a reader can take in. */
export function Hub({ entity, asked, onClose }: Props) {
  const { say, nameOf, language } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const isDrawn = useStore(({ picture }) => picture.nodes.has(entity.id));
  const [isListed, setListed] = useState(asked.count <= HUB);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const values = { name: nameOf(entity), count: number(asked.count, language), what: asked.words };
  return (
    <dialog ref={dialog} className="hub" onClose={onClose} aria-label={say("hubTitle", values)}>
      <h2>{say("hubTitle", values)}</h2>
      {asked.count > HUB && !isListed ? <p>{say("hubText")}</p> : null}
      <div className="deeds">
        {isDrawn ? (
          <button
            type="button"
            className="button primary"
            onClick={() => {
              expand(entity.id, asked.which);
              onClose();
            }}
          >
            {say("hubShow", { count: Math.min(HUB, asked.count) })}
          </button>
        ) : null}
        {isListed ? null : (
          <button
            type="button"
            className="button"
            onClick={() => {
              setListed(true);
            }}
          >
            {say("hubList")}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {say("close")}
        </button>
      </div>
      {isListed ? <List entity={entity} asked={asked} /> : null}
    </dialog>
  );
}
