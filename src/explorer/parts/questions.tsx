import { StartingPointsDocument } from "../operations.js";
import { useAnswer } from "../state/answer.js";
import { findPath, startHere } from "../state/deeds.js";
import { printed } from "../state/format.js";
import { act } from "../state/store.js";
import { useSpeech } from "./language.js";
import { Waiting } from "./waiting.js";

const NO_VARIABLES = {};

/** A name short enough for a sentence: the shortest that a source uses. */
function short(entity: { readonly name: string; readonly aliases: readonly string[] }): string {
  return entity.aliases.reduce((best, alias) => (alias.length < best.length ? alias : best), entity.name);
}

/** Questions to begin with, made of what the graph holds; one click each. */
export function Questions() {
  const speech = useSpeech();
  const { say, language } = speech;
  const nameOf = (entity: Parameters<typeof speech.nameOf>[0]): string => printed(speech.nameOf(entity));
  const answer = useAnswer(StartingPointsDocument, NO_VARIABLES);
  if (answer.is !== "here") return <Waiting answer={answer} />;
  const { zones, universities, chains, funds, projects } = answer.data;
  const [zone, university] = [zones?.nodes[0], universities?.nodes[0]];
  const [chain, fund, project] = [chains?.nodes[0], funds?.nodes[0], projects?.nodes[0]];
  const question = (key: string, text: string, work: () => void) => (
    <li key={key}>
      <button type="button" onClick={work}>
        {text}
      </button>
    </li>
  );
  return (
    <section aria-labelledby="questions-title">
      <h2 id="questions-title">{say("questions")}</h2>
      <ol className="questions">
        {zone
          ? question("zone", say("question.zone", { name: nameOf(zone) }), () => {
              startHere(zone, { kinds: ["PROJECT"] });
            })
          : null}
        {zone && university
          ? question("path", say("question.path", { from: nameOf(zone), to: nameOf(university) }), () => {
              findPath(zone, university);
            })
          : null}
        {chain
          ? question("chain", say("question.chain", { name: nameOf(chain) }), () => {
              act({ do: "screen", screen: { name: "chain", id: chain.id } });
            })
          : null}
        {fund
          ? question("fund", say("question.fund", { name: language === "zh" ? short(fund) : nameOf(fund) }), () => {
              act({ do: "screen", screen: { name: "fund", id: fund.id } });
            })
          : null}
        {project
          ? question(
              "timeline",
              say("question.timeline", { name: language === "zh" ? short(project) : nameOf(project) }),
              () => {
                act({ do: "screen", screen: { name: "timeline", id: project.id } });
              },
            )
          : null}
        {question("totals", say("question.totals"), () => {
          act({ do: "screen", screen: { name: "totals" } });
        })}
      </ol>
    </section>
  );
}
