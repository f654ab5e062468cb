import { TimelineDocument, type TimelineQuery } from "../operations.js";
import { useAnswer } from "../state/answer.js";
import { date, number } from "../state/format.js";
import { EntityLink } from "./evidence.js";
import { useSpeech } from "./language.js";
import { PlaygroundLink } from "./playground-link.js";
import { KindSymbol } from "./symbol.js";
import { Truncated } from "./truncated.js";
import { Waiting } from "./waiting.js";

type Answer = NonNullable<TimelineQuery["timeline"]>;
type Entry = Answer["nodes"][number];

function Step({ entry, about }: { readonly entry: Entry; readonly about: string }) {
  const { say, language } = useSpeech();
  const { entity, planned, daysSincePrevious } = entry;
  const label = language === "zh" ? entry.label : entry.labelEn;
  return (
    <li className={planned ? "step planned" : "step"}>
      <time dateTime={entry.date ?? undefined}>{entry.date ? date(entry.date, language) : say("undated")}</time>
      <span className="step-mark" aria-hidden="true" />
      <div>
        {daysSincePrevious ? (
          <small className="days">{say("daysLater", { count: number(daysSincePrevious, language) })}</small>
        ) : null}
        {entity.id === about ? (
          <strong>{label}</strong>
        ) : (
          <span className="step-name">
            <KindSymbol kind={entity.kind} size={20} />
            <EntityLink entity={entity} />
          </span>
        )}
        {planned ? <span className="tag">{say("planned")}</span> : null}
        {entity.id === about ? null : <small>{label}</small>}
      </div>
    </li>
  );
}

function Progress({ answer }: { readonly answer: Answer }) {
  const { say, term, nameOf, language } = useSpeech();
  const { waitsAt, overdue } = answer;
  if (!waitsAt && !overdue?.length) return null;
  return (
    <div className="progress">
      {waitsAt?.next ? (
        <p>
          <strong>{say("waitsFor", { next: waitsAt.next[language] })}</strong>{" "}
          {waitsAt.since ? say("since", { date: date(waitsAt.since, language) }) : ""}
        </p>
      ) : null}
      {waitsAt?.status ? (
        <p className="quiet">
          {say("statusIs", { status: term("ProjectStatus", waitsAt.status) })}
          {waitsAt.statusAsOf ? ` · ${say("asOf", { date: date(waitsAt.statusAsOf, language) })}` : ""}
          {waitsAt.milestone ? ` · ${say("lastStep", { name: nameOf(waitsAt.milestone) })}` : ""}
        </p>
      ) : null}
      {overdue?.map((target) => (
        <p key={target.label} className="overdue">
          {say("overdue", {
            what: language === "zh" ? target.label : target.labelEn,
            date: date(target.date, language),
          })}
          {target.daysOverdue ? ` ${say("overdueDays", { count: number(target.daysOverdue, language) })}` : ""}
        </p>
      ))}
    </div>
  );
}

/** Everything dated around an entity, in order; what is only planned is drawn hollow, what has no date stands where it was told. */
export function Timeline({ id }: { readonly id: string }) {
  const { say, nameOf } = useSpeech();
  const variables = { id };
  const asked = useAnswer(TimelineDocument, variables);
  const answer = asked.is === "here" ? asked.data.timeline : undefined;
  if (asked.is !== "here") return <Waiting answer={asked} />;
  if (!answer) return <p className="trouble">{say("gone", { id })}</p>;
  const head = asked.data.node && "name" in asked.data.node ? asked.data.node : undefined;
  return (
    <>
      <h2 className="answer-title">{head ? nameOf(head) : ""}</h2>
      <p className="answer-lead">{say("timelineLead")}</p>
      <Progress answer={answer} />
      {answer.nodes.length === 0 ? <p className="quiet">{say("nothingDated")}</p> : null}
      <ol className="timeline">
        {answer.nodes.map((entry, index) => (
          <Step key={index} entry={entry} about={id} />
        ))}
      </ol>
      <Truncated truncation={answer.truncation} />
      <PlaygroundLink document={TimelineDocument} variables={variables} />
    </>
  );
}
