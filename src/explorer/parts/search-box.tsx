import { useCallback, useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { FindDocument, type FindQuery } from "../operations.js";
import { useAnswer } from "../state/answer.js";
import { open } from "../state/deeds.js";
import type { Entity } from "../state/picture.js";
import { recent } from "../state/recent.js";
import { WORDS, type WordKey } from "../state/words.js";
import { Icon } from "./icon.js";
import { onKey, usePageKeys } from "./keys.js";
import { useSpeech } from "./language.js";
import { PlaygroundLink } from "./playground-link.js";
import { KindSymbol } from "./symbol.js";
import { Waiting } from "./waiting.js";

type Found = NonNullable<FindQuery["search"]>["edges"][number];

/** How long the last key must rest before the service is asked. */
const REST_MS = 120;
const MOST = 12;

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setRested(text);
    }, REST_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return rested;
}

function Hit({
  id,
  entity,
  match,
  active,
  onPick,
}: {
  readonly id: string;
  readonly entity: Entity;
  readonly match: Found["matches"][number] | undefined;
  readonly active: boolean;
  readonly onPick: () => void;
}) {
  const { say, term, nameOf } = useSpeech();
  const field = `field.${match?.field ?? ""}`;
  const name = nameOf(entity);
  return (
    <li id={id} role="option" aria-selected={active} className="hit" onMouseDown={onPick}>
      <KindSymbol kind={entity.kind} size={24} />
      <span className="hit-name">{name}</span>
      <span className="hit-kind">{term("EntityKind", entity.kind)}</span>
      {match && match.text !== name ? (
        <span className="hit-match">
          {say("matched", { field: field in WORDS ? say(field as WordKey) : match.field, text: match.text })}
        </span>
      ) : null}
    </li>
  );
}

interface ListProps {
  readonly id: string;
  readonly found: readonly { readonly node: Entity; readonly matches: Found["matches"] }[];
  readonly active: number;
  readonly onPick: (entity: Entity) => void;
}

function Hits({ id, found, active, onPick }: ListProps) {
  return (
    <ul id={id} role="listbox">
      {found.map(({ node, matches }, index) => (
        <Hit
          key={node.id}
          id={`${id}-${index}`}
          entity={node}
          match={matches[0]}
          active={index === active}
          onPick={() => {
            onPick(node);
          }}
        />
      ))}
    </ul>
  );
}

function Results({
  query,
  onFound,
  ...rest
}: Omit<ListProps, "found"> & { readonly query: string; readonly onFound: (found: readonly Entity[]) => void }) {
  const { say } = useSpeech();
  const variables = { query, first: MOST };
  const answer = useAnswer(FindDocument, variables);
  const edges = answer.is === "here" ? (answer.data.search?.edges ?? []) : null;
  useEffect(() => {
    onFound(edges?.map(({ node }) => node) ?? []);
  }, [answer]);
  if (edges === null) return <Waiting answer={answer} />;
  if (edges.length === 0)
    return (
      <p className="no-match" role="status">
        {say("noMatch", { query })}
      </p>
    );
  const isCut = answer.is === "here" && (answer.data.search?.truncatedReason ?? null) !== null;
  return (
    <>
      <Hits {...rest} found={edges} />
      {isCut ? <p className="quiet">{say("searchCut")}</p> : null}
      <PlaygroundLink document={FindDocument} variables={variables} />
    </>
  );
}

/** Find: results while one types, all by keyboard; empty, it offers what was opened last. */
export function SearchBox() {
  const { say } = useSpeech();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [found, setFound] = useState<readonly Entity[]>([]);
  /** Enter was pressed before the answer came: its first result is meant. */
  const [isEager, setEager] = useState(false);
  const query = useDeferredValue(useRested(text.trim()));
  const kept = isOpen && query === "" ? recent() : [];
  const choices = query === "" ? kept : found;

  usePageKeys(
    useCallback((event) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches("input, textarea");
      if (event.key !== "/" || isTyping) return;
      event.preventDefault();
      input.current?.focus();
    }, []),
  );

  const pick = (entity: Entity): void => {
    setText("");
    setOpen(false);
    setEager(false);
    open(entity);
  };
  const onKeyDown = onKey((event: React.KeyboardEvent) => {
    const last = choices.length - 1;
    if (event.key === "ArrowDown") setActive(active >= last ? 0 : active + 1);
    else if (event.key === "ArrowUp") setActive(active <= 0 ? last : active - 1);
    else if (event.key === "Escape") setOpen(false);
    else if (event.key === "Enter") {
      const chosen = query === text.trim() ? choices[active] : undefined;
      if (chosen) pick(chosen);
      else setEager(true);
    } else return;
    event.preventDefault();
  });

  return (
    <search
      className="search"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        value={text}
        placeholder={say("search")}
        aria-label={say("searchLabel")}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && choices[active] ? `${listId}-${active}` : undefined}
        onFocus={() => {
          setOpen(true);
        }}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setEager(false);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
      {isOpen && (query !== "" || kept.length > 0) ? (
        <div
          className="search-list"
          onMouseDown={(event) => {
            // Whoever points at the list goes on typing.
            event.preventDefault();
          }}
        >
          {query === "" ? (
            <>
              <h3>{say("recent")}</h3>
              <Hits id={listId} found={kept.map((node) => ({ node, matches: [] }))} active={active} onPick={pick} />
            </>
          ) : (
            <Results
              id={listId}
              query={query}
              active={active}
              onPick={pick}
              onFound={(next) => {
                setFound(next);
                if (isEager && next[0]) pick(next[0]);
              }}
            />
          )}
        </div>
      ) : null}
    </search>
  );
}
