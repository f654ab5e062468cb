import type { SumFragment } from "../operations.js";
import { measured, measuredRange } from "../state/format.js";
import { WORDS, type WordKey } from "../state/words.js";
import { useSpeech } from "./language.js";

/** Totals as they may be read: what is recorded, for how many of how many it is known, and what a source states beside it. */
export function Sums({ totals }: { readonly totals: readonly SumFragment[] }) {
  const { say, language } = useSpeech();
  const nameOf = (metric: string): string => {
    const key = `metric.${metric}`;
    return key in WORDS ? say(key as WordKey) : metric;
  };
  if (totals.length === 0) return null;
  return (
    <dl className="sums">
      {totals.map((total) => (
        <div key={`${total.metric} ${total.unit ?? ""}`}>
          <dt>{nameOf(total.metric)}</dt>
          <dd>
            {total.recorded === null ? say("unknown") : measuredRange(total.recorded, total.most, total.unit, language)}
            {total.known < total.of ? <small>{say("knownOf", { known: total.known, of: total.of })}</small> : null}
            {total.stated === null ? null : (
              <small>{say("stated", { value: measured(total.stated, total.unit, language) })}</small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
