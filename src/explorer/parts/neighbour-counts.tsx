import { useState } from "react";
import { NeighbourCountsDocument, type NeighbourCountsQuery } from "../operations.js";
import { useAnswer } from "../state/answer.js";
import { expand, HUB } from "../state/deeds.js";
import { number } from "../state/format.js";
import type { Entity } from "../state/picture.js";
import { useStore } from "../state/store.js";
import { Hub, type Asked } from "./hub.js";
import { useSpeech, type Speech } from "./language.js";
import { KindSymbol } from "./symbol.js";
import { Waiting } from "./waiting.js";

type Node = Extract<NonNullable<NeighbourCountsQuery["node"]>, { readonly neighborSummary: unknown }>;
type Count = NonNullable<Node["neighborSummary"]>[number];

/** How a relationship reads from this end: the type outwards, its inverse inwards. */
export function reading({ type, direction }: Pick<Count, "type" | "direction">, { term, inverse }: Speech): string {
  return direction === "IN" ? inverse(type) : term("RelationshipType", type);
}

function CountRow({
  entity,
  count,
  onHub,
}: {
  readonly entity: Entity;
  readonly count: Count;
  readonly onHub: (asked: Asked) => void;
}) {
  const speech = useSpeech();
  const { say, term, language } = speech;
  const isDrawn = useStore(({ picture }) => picture.nodes.has(entity.id));
  const words = `${reading(count, speech)} · ${term("EntityKind", count.kind)}`;
  const which = { types: [count.type], direction: count.direction, kinds: [count.kind] };
  const isHub = count.count > HUB;
  return (
    <button
      type="button"
      className={isHub ? "count-row hub" : "count-row"}
      onClick={() => {
        if (isHub || !isDrawn) onHub({ which, words: term("EntityKind", count.kind), count: count.count });
        else expand(entity.id, which);
      }}
    >
      <span className="unseen">{say("expandOne", { what: words, count: count.count })}</span>
      <KindSymbol kind={count.kind} size={20} />
      <span aria-hidden="true">{words}</span>
      <span className="count" aria-hidden="true">
        {number(count.count, language)}
      </span>
    </button>
  );
}

/** How many neighbours there are of each sort, each sort a button; many announce themselves before any is loaded. */
export function NeighbourCounts({ entity }: { readonly entity: Entity }) {
  const { say } = useSpeech();
  const [asked, setAsked] = useState<Asked | null>(null);
  const answer = useAnswer(NeighbourCountsDocument, { id: entity.id });
  const node =
    answer.is === "here" && answer.data.node && "neighborSummary" in answer.data.node ? answer.data.node : undefined;
  const counts = node?.neighborSummary ?? [];
  return (
    <section>
      <h3>{say("neighbours")}</h3>
      <Waiting answer={answer} />
      {answer.is === "here" && counts.length === 0 ? <p className="quiet">{say("noNeighbours")}</p> : null}
      <div className="counts">
        {[...counts]
          .sort((one, other) => other.count - one.count)
          .map((count) => (
            <CountRow
              key={`${count.type} ${count.direction} ${count.kind}`}
              entity={entity}
              count={count}
              onHub={setAsked}
            />
          ))}
      </div>
      {asked ? (
        <Hub
          entity={entity}
          asked={asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      ) : null}
    </section>
  );
}
