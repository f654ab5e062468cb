import { TotalsDocument, type EntityKind, type TotalsQuery } from "../operations.js";
import { useAnswer } from "../state/answer.js";
import { number, plural } from "../state/format.js";
import { useSpeech } from "./language.js";
import { Legend } from "./legend.js";
import { PlaygroundLink } from "./playground-link.js";
import { Questions } from "./questions.js";
import { KindSymbol } from "./symbol.js";
import { Waiting } from "./waiting.js";

/** The counts of all kinds, in this order. */
const COUNTED = {
  ZONE: "zones",
  CHAIN: "chains",
  COMPANY: "companies",
  PROJECT: "projects",
  UNIVERSITY: "universities",
  INSTITUTE: "institutes",
  FUND: "funds",
  PLATFORM: "platforms",
  POLICY: "policies",
  AGENCY: "agencies",
  PERSON: "people",
  INDUSTRY: "industries",
  STAGE: "stages",
  PRODUCT: "products",
  REGION: "regions",
  DESIGNATION: "designations",
  MILESTONE: "milestones",
  MEASURE: "measures",
  TASK_FORCE: "taskForces",
  SOURCE: "sources",
} as const satisfies Readonly<Record<EntityKind, keyof TotalsQuery>>;

const KINDS = Object.keys(COUNTED) as EntityKind[];

const NO_VARIABLES = {};

function Totals() {
  const { say, term, language } = useSpeech();
  const answer = useAnswer(TotalsDocument, NO_VARIABLES);
  return (
    <section aria-labelledby="totals-title">
      <h2 id="totals-title">{say("totals")}</h2>
      {answer.is === "here" ? (
        <dl className="totals">
          {KINDS.map((kind) => ({ kind, count: answer.data[COUNTED[kind]]?.totalCount ?? 0 }))
            .filter(({ count }) => count > 0)
            .map(({ kind, count }) => (
              <div key={kind}>
                <dt>
                  <KindSymbol kind={kind} size={16} />
                  {count === 1 ? term("EntityKind", kind) : plural(term("EntityKind", kind), language)}
                </dt>
                <dd>{number(count, language)}</dd>
              </div>
            ))}
        </dl>
      ) : (
        <Waiting answer={answer} />
      )}
      <PlaygroundLink document={TotalsDocument} variables={NO_VARIABLES} />
    </section>
  );
}

/** What there is, what one may ask, and what the picture's signs mean. */
export function Sidebar({ isOpen }: { readonly isOpen: boolean }) {
  const { say } = useSpeech();
  return (
    <aside id="contents" className={isOpen ? "sidebar open" : "sidebar"} aria-label={say("contents")} tabIndex={-1}>
      <Totals />
      <Questions />
      <Legend />
      <a className="contents-button" href="/graphql" target="_blank" rel="noreferrer">
        {say("playground")} ↗
      </a>
    </aside>
  );
}
