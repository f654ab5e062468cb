import type { FigureFragment, PassageFragment } from "../operations.js";
import { date, measured } from "../state/format.js";
import { look } from "../state/deeds.js";
import type { Entity } from "../state/picture.js";
import type { WordKey } from "../state/words.js";
import { useSpeech, type Speech } from "./language.js";

const isKnown = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

/** Where something was read, as a reader of the paper finds it. */
function passage({ source, article, paragraph }: PassageFragment, { say, nameOf }: Speech): string {
  const name = nameOf(source);
  if (article !== null && paragraph !== null) return say("passage", { source: name, article, paragraph });
  return article === null ? name : say("passageArticle", { source: name, article });
}

/** A kind's properties; what no source says is told to be unknown. */
export function Properties({ of, properties }: { readonly of: string; readonly properties: unknown }) {
  const { say, propertiesOf, label, value } = useSpeech();
  const stated = properties as Readonly<Record<string, unknown>>;
  const terms = propertiesOf(of);
  if (terms.length === 0) return null;
  const known = terms.filter(({ property }) => isKnown(stated[property]));
  const unknown = terms.filter(({ property }) => !isKnown(stated[property]));
  return (
    <section>
      <h3>{say("properties")}</h3>
      <dl className="rows">
        {known.map((term) => (
          <div key={term.property}>
            <dt>{label(term)}</dt>
            <dd>{value(stated[term.property], term)}</dd>
          </div>
        ))}
        {unknown.map((term) => (
          <div key={term.property} className="unknown">
            <dt>{label(term)}</dt>
            <dd>{say("unknown")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A figure; digits without a unit, a year or a place in a row, are not grouped. */
function figureValue({ value, unit, qualifier }: FigureFragment, { say, language }: Speech): string {
  const known = value as string | number | boolean | null;
  const text =
    known === null
      ? say("unknown")
      : typeof known === "number" && unit !== null
        ? measured(known, unit, language)
        : String(known);
  return qualifier === "EXACT" ? text : say(`qualifier.${qualifier}` satisfies WordKey, { value: text });
}

/** Figures without a property of their own, each with where it was read. */
export function Figures({ facts }: { readonly facts: readonly FigureFragment[] }) {
  const speech = useSpeech();
  const { say, language } = speech;
  if (facts.length === 0) return null;
  return (
    <section>
      <h3>{say("figures")}</h3>
      <dl className="rows">
        {facts.map((fact, index) => (
          <div key={`${fact.property} ${index}`}>
            <dt>{language === "zh" ? fact.label : (fact.labelEn ?? fact.label)}</dt>
            <dd>
              {figureValue(fact, speech)}
              {fact.planned ? <span className="tag">{say("planned")}</span> : null}
              <small>
                {[fact.asOf ? say("asOf", { date: date(fact.asOf, language) }) : "", passage(fact.citation, speech)]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Where it was read, each a way to the document. */
export function Citations({ citations }: { readonly citations: readonly PassageFragment[] }) {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <section>
      <h3>{say("evidence")}</h3>
      {citations.length === 0 ? <p className="quiet">{say("noEvidence")}</p> : null}
      <ul className="citations">
        {citations.map((citation, index) => (
          <li key={index}>{passage(citation, speech)}</li>
        ))}
      </ul>
    </section>
  );
}

/** An entity's name as a way to look at it. */
export function EntityLink({ entity }: { readonly entity: Entity }) {
  const { nameOf } = useSpeech();
  return (
    <button
      type="button"
      className="name-link"
      onClick={() => {
        look(entity.id);
      }}
    >
      {nameOf(entity)}
    </button>
  );
}
