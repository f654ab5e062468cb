import type { ReactNode } from "react";
import { LookThroughDocument, type LookThroughQuery } from "../operations.js";
import { useAnswer } from "../state/answer.js";
import { measuredRange } from "../state/format.js";
import type { Entity } from "../state/picture.js";
import { EntityLink } from "./evidence.js";
import { useSpeech, type Speech } from "./language.js";
import { PlaygroundLink } from "./playground-link.js";
import { Sums } from "./sums.js";
import { KindSymbol } from "./symbol.js";
import { Truncated } from "./truncated.js";
import { Waiting } from "./waiting.js";
import type { WordKey } from "../state/words.js";

type Answer = NonNullable<LookThroughQuery["fundLookThrough"]>;
type End = Answer["holders"][number];
type Range = End["share"];

/** A share as far as it is known; a range is what the known shares leave. */
function shareText({ least, most }: Range, { say }: Speech): string {
  const percent = (value: number): string => `${Number(value.toFixed(2))}%`;
  if (most === null) return say("shareAtLeast", { least: percent(least) });
  if (least === most) return percent(least);
  return say(least === 0 ? "shareUnknown" : "shareBetween", { least: percent(least), most: percent(most) });
}

/** What of an amount is the fund's. */
function amountText({ least, most }: Range, { say, language }: Speech): string {
  const text = measuredRange(least, most, "CNY", language);
  return most === null ? say("shareAtLeast", { least: text }) : text;
}

function Leaf({ entity, children }: { readonly entity: Entity; readonly children?: ReactNode }) {
  return (
    <li className="leaf">
      <KindSymbol kind={entity.kind} size={22} />
      <span>
        <EntityLink entity={entity} />
        {children}
      </span>
    </li>
  );
}

function Branch({
  words,
  children,
  count,
}: {
  readonly words: WordKey;
  readonly children: ReactNode;
  readonly count: number;
}) {
  const { say } = useSpeech();
  if (count === 0) return null;
  return (
    <section className="branch">
      <h3>{say(words)}</h3>
      <ul>{children}</ul>
    </section>
  );
}

function Ends({ words, ends }: { readonly words: WordKey; readonly ends: readonly End[] }) {
  const speech = useSpeech();
  return (
    <Branch words={words} count={ends.length}>
      {ends.map(({ entity, share, paths }) => (
        <Leaf key={entity.id} entity={entity}>
          <small>{shareText(share, speech)}</small>
          {paths
            .filter(({ nodes }) => nodes.length > 2)
            .map(({ nodes, share: along }) => (
              <small key={nodes.map(({ id }) => id).join()}>
                {nodes.map(speech.nameOf).join(" → ")} · {shareText(along, speech)}
              </small>
            ))}
        </Leaf>
      ))}
    </Branch>
  );
}

function Joined({ words, items }: { readonly words: WordKey; readonly items: readonly { readonly entity: Entity }[] }) {
  return (
    <Branch words={words} count={items.length}>
      {items.map(({ entity }) => (
        <Leaf key={entity.id} entity={entity} />
      ))}
    </Branch>
  );
}

function Behind({ answer }: { readonly answer: Answer }) {
  const speech = useSpeech();
  const { say } = speech;
  const partners = new Set(answer.partners.map(({ entity }) => entity.id));
  return (
    <div className="tree-side behind">
      <h3>{say("behind")}</h3>
      <Branch words="partners" count={answer.partners.length}>
        {answer.partners.map(({ entity, share, basis }) => (
          <Leaf key={entity.id} entity={entity}>
            <small>
              {shareText(share, speech)} · {say(`basis.${basis}`)}
            </small>
          </Leaf>
        ))}
      </Branch>
      <Joined words="founders" items={answer.founders} />
      <Joined words="managers" items={answer.managers} />
      <Ends words="motherFunds" ends={answer.motherFunds} />
      <Ends words="holders" ends={answer.holders.filter(({ entity }) => !partners.has(entity.id))} />
      {answer.partners.length + answer.founders.length + answer.managers.length === 0 ? (
        <p className="quiet">{say("notRecorded")}</p>
      ) : null}
    </div>
  );
}

function Beyond({ answer }: { readonly answer: Answer }) {
  const speech = useSpeech();
  const { say } = speech;
  const reach = answer.subFunds.length + answer.holdings.length + answer.reached.length;
  return (
    <div className="tree-side beyond">
      <h3>{say("beyond")}</h3>
      <Ends words="subFunds" ends={answer.subFunds} />
      <Ends words="holdings" ends={answer.holdings} />
      <Branch words="reached" count={answer.reached.length}>
        {answer.reached.map(({ entity, relationship, share, attributableCny }) => (
          <Leaf key={relationship.id} entity={entity}>
            <small>
              {shareText(share, speech)}
              {attributableCny ? ` · ${amountText(attributableCny, speech)}` : null}
            </small>
          </Leaf>
        ))}
      </Branch>
      {reach === 0 ? <p className="quiet">{say("nothingReached")}</p> : null}
      <Joined words="targets" items={answer.targets} />
    </div>
  );
}

function Doubts({ answer }: { readonly answer: Answer }) {
  const { say, nameOf } = useSpeech();
  if (answer.warnings.length + answer.cycles.length === 0) return null;
  return (
    <section className="doubts">
      <h3>{say("doubts")}</h3>
      <ul>
        {answer.warnings.map(({ code, entity, relationships }) => (
          <li key={`${code} ${entity.id} ${relationships.map(({ id }) => id).join()}`}>
            {say(`warning.${code}`, {
              held: nameOf(entity),
              count: relationships.length,
              holders: [...new Set(relationships.map(({ from }) => nameOf(from)))].join("、"),
            })}
          </li>
        ))}
        {answer.cycles.map(({ nodes }) => {
          const text = nodes.map(nameOf).join(" → ");
          return <li key={text}>{say("cycle", { text })}</li>;
        })}
      </ul>
    </section>
  );
}

/** Who stands behind a fund and where its money can go: a tree with the fund in the middle, shares as far as they are known. */
export function LookThrough({ id }: { readonly id: string }) {
  const { say, nameOf } = useSpeech();
  const variables = { fund: id };
  const asked = useAnswer(LookThroughDocument, variables);
  const answer = asked.is === "here" ? asked.data.fundLookThrough : undefined;
  if (!answer)
    return asked.is === "here" ? <p className="trouble">{say("gone", { id })}</p> : <Waiting answer={asked} />;
  return (
    <>
      <h2 className="answer-title">{nameOf(answer.fund)}</h2>
      <p className="answer-lead">{say("lookThroughLead")}</p>
      <div className="tree">
        <Behind answer={answer} />
        <div className="tree-root">
          <KindSymbol kind="FUND" size={52} />
          <strong>
            <EntityLink entity={answer.fund} />
          </strong>
          <Sums totals={answer.subscribed ? [answer.subscribed] : []} />
        </div>
        <Beyond answer={answer} />
      </div>
      <Doubts answer={answer} />
      <Truncated truncation={answer.truncation} />
      <PlaygroundLink document={LookThroughDocument} variables={variables} />
    </>
  );
}
