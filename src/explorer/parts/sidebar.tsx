import { TotalsDocument, type EntityKind } from "../operations.js";
import { useAnswer } from "../state/answer.js";
import { number, plural } from "../state/format.js";
import { useSpeech } from "./language.js";
import { Legend } from "./legend.js";
import { Questions } from "./questions.js";
import { KindSymbol } from "./symbol.js";
import { Waiting } from "./waiting.js";

const COUNTED = [
  ["zones", "ZONE"],
  ["chains", "CHAIN"],
  ["companies", "COMPANY"],
  ["projects", "PROJECT"],
  ["universities", "UNIVERSITY"],
  ["institutes", "INSTITUTE"],
  ["funds", "FUND"],
  ["platforms", "PLATFORM"],
  ["policies", "POLICY"],
] as const satisfies readonly (readonly [string, EntityKind])[];

const NO_VARIABLES = {};

function Totals() {
  const { say, term, language } = useSpeech();
  const answer = useAnswer(TotalsDocument, NO_VARIABLES);
  return (
    <section aria-labelledby="totals-title">
      <h2 id="totals-title">{say("totals")}</h2>
      {answer.is === "here" ? (
        <dl className="totals">
          {COUNTED.map(([field, kind]) => (
            <div key={field}>
              <dt>
                <KindSymbol kind={kind} size={16} />
                {answer.data[field]?.totalCount === 1
                  ? term("EntityKind", kind)
                  : plural(term("EntityKind", kind), language)}
              </dt>
              <dd>{number(answer.data[field]?.totalCount ?? 0, language)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <Waiting answer={answer} />
      )}
    </section>
  );
}

/** What there is, what one may ask, and what the picture's signs mean. */
export function Sidebar() {
  return (
    <aside className="sidebar">
      <Totals />
      <Questions />
      <Legend />
    </aside>
  );
}
