import { useEffect, useRef } from "react";
import {
  EntityDetailsDocument,
  RelationshipDetailsDocument,
  type EntityDetailsQuery,
  type RelationshipDetailsQuery,
} from "../operations.js";
import { useAnswer } from "../state/answer.js";
import { look } from "../state/deeds.js";
import type { Focus } from "../state/state.js";
import { act, useStore } from "../state/store.js";
import { Deeds } from "./deeds-row.js";
import { Citations, Figures, Properties } from "./evidence.js";
import { HiddenNote } from "./hidden-note.js";
import { Icon } from "./icon.js";
import { onKey } from "./keys.js";
import { useSpeech } from "./language.js";
import { NeighbourCounts } from "./neighbour-counts.js";
import { PlaygroundLink } from "./playground-link.js";
import { KindSymbol } from "./symbol.js";
import { Waiting } from "./waiting.js";

type EntityNode = Extract<NonNullable<EntityDetailsQuery["node"]>, { readonly kind: unknown }>;
type RelationshipNode = Extract<NonNullable<RelationshipDetailsQuery["node"]>, { readonly type: unknown }>;
type Id = { readonly id: string };

function Gone({ id }: Id) {
  const { say } = useSpeech();
  return <p className="trouble">{say("gone", { id })}</p>;
}

function EntityBody({ node }: { readonly node: EntityNode }) {
  const { say, language } = useSpeech();
  return (
    <>
      {node.aliases.length > 0 ? (
        <p className="aliases">{say("aliases", { list: node.aliases.join(language === "zh" ? "、" : ", ") })}</p>
      ) : null}
      <Deeds entity={node} />
      <Properties of={node.__typename} properties={node.properties} />
      <Figures facts={node.facts} />
      <NeighbourCounts entity={node} />
      <Citations citations={node.citations} />
    </>
  );
}

function EntityDetails({ id }: Id) {
  const { term, nameOf } = useSpeech();
  const drawn = useStore(({ picture }) => picture.nodes.get(id));
  const variables = { id };
  const answer = useAnswer(EntityDetailsDocument, variables);
  const node = answer.is === "here" && answer.data.node && "kind" in answer.data.node ? answer.data.node : undefined;
  const head = node ?? drawn;
  return (
    <>
      {head ? (
        <header className="details-head">
          <KindSymbol kind={head.kind} size={40} />
          <div>
            <span className="kind">{term("EntityKind", head.kind)}</span>
            <h2>{nameOf(head)}</h2>
          </div>
        </header>
      ) : null}
      {node ? <EntityBody node={node} /> : answer.is === "here" ? <Gone id={id} /> : <Waiting answer={answer} />}
      <PlaygroundLink document={EntityDetailsDocument} variables={variables} />
    </>
  );
}

function Ends({ node }: { readonly node: RelationshipNode }) {
  const { term, nameOf } = useSpeech();
  const end = (entity: RelationshipNode["from"]) => (
    <button
      type="button"
      className="entity-link"
      onClick={() => {
        look(entity.id);
      }}
    >
      <KindSymbol kind={entity.kind} size={24} />
      {nameOf(entity)}
    </button>
  );
  return (
    <div className="ends">
      {end(node.from)}
      <span className="ends-type">↓ {term("RelationshipType", node.type)}</span>
      {end(node.to)}
    </div>
  );
}

function RelationshipDetails({ id }: Id) {
  const { say, term } = useSpeech();
  const variables = { id };
  const answer = useAnswer(RelationshipDetailsDocument, variables);
  const node = answer.is === "here" && answer.data.node && "type" in answer.data.node ? answer.data.node : undefined;
  return (
    <>
      {node ? (
        <>
          <header className="details-head">
            <div>
              <span className="kind">{say("relationship")}</span>
              <h2>{term("RelationshipType", node.type)}</h2>
            </div>
          </header>
          <Ends node={node} />
          <Properties of={node.__typename} properties={node.properties} />
          <Figures facts={node.facts} />
          <Citations citations={node.citations} />
        </>
      ) : answer.is === "here" ? (
        <Gone id={id} />
      ) : (
        <Waiting answer={answer} />
      )}
      <PlaygroundLink document={RelationshipDetailsDocument} variables={variables} />
    </>
  );
}

/** What one entity or relationship is: properties, figures, what it is related to, and where all this was read. */
export function Details({ focus }: { readonly focus: NonNullable<Focus> }) {
  const { say } = useSpeech();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // Opened from the keyboard's search, reading goes on here; a picture that is walked with arrow keys keeps the focus.
    if (document.activeElement?.matches("input[type=search]")) panel.current?.focus();
  }, []);
  const close = (): void => {
    act({ do: "focus", focus: null });
    document.querySelector<HTMLElement>(".canvas")?.focus();
  };
  return (
    <aside
      ref={panel}
      className="details"
      data-covers=""
      tabIndex={-1}
      aria-label={say("properties")}
      onKeyDown={onKey(({ key }: React.KeyboardEvent) => {
        if (key === "Escape") close();
      })}
    >
      <button type="button" className="tool close" aria-label={say("close")} title={say("close")} onClick={close}>
        <Icon name="close" />
      </button>
      <HiddenNote focus={focus} />
      {focus.is === "node" ? <EntityDetails id={focus.id} /> : <RelationshipDetails id={focus.id} />}
    </aside>
  );
}
