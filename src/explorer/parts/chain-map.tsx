import { ChainMapDocument, type ChainMapQuery } from "../operations.js";
import { useAnswer } from "../state/answer.js";
import { byId } from "../state/picture.js";
import { ChainStages } from "./chain-stages.js";
import { EntityLink } from "./evidence.js";
import { useSpeech } from "./language.js";
import { PlaygroundLink } from "./playground-link.js";
import { KindSymbol } from "./symbol.js";
import { Sums } from "./sums.js";
import { Truncated } from "./truncated.js";
import { Waiting } from "./waiting.js";

type Map_ = NonNullable<ChainMapQuery["chainMap"]>;

function Leaders({ leaders }: { readonly leaders: Map_["leaders"] }) {
  const { say, nameOf } = useSpeech();
  if (!leaders || leaders.totalCount === 0) return <p className="quiet">{say("noLeader")}</p>;
  return (
    <ul className="leader-row">
      {leaders.edges.map(({ node, places }) => (
        <li key={node.id}>
          <KindSymbol kind={node.kind} size={22} />
          <EntityLink entity={node} />
          {places.length > 0 ? <small>{places.map(nameOf).join(" · ")}</small> : null}
        </li>
      ))}
    </ul>
  );
}

function Status({ byStatus }: { readonly byStatus: Map_["byStatus"] }) {
  const { say, term } = useSpeech();
  const rows = byStatus ?? [];
  const most = Math.max(1, ...rows.map(({ projects }) => projects));
  if (rows.length === 0) return null;
  return (
    <table className="bars">
      <caption>{say("byStatus")}</caption>
      <tbody>
        {rows.map(({ status, projects }) => (
          <tr key={status ?? ""}>
            <th scope="row">{status ? term("ProjectStatus", status) : say("statusUnknown")}</th>
            <td>
              <meter min={0} max={most} value={projects} />
            </td>
            <td className="number">{projects}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which stages feed each other in a circle, so that no order holds between them. */
function Cycles({ map }: { readonly map: Map_ }) {
  const { say, nameOf } = useSpeech();
  const stages = byId((map.stages ?? []).flatMap(({ stage }) => stage ?? []));
  const name = (id: string): string => {
    const stage = stages.get(id);
    return stage ? nameOf(stage) : id;
  };
  return map.cycleStages.map((cycle) => (
    <p key={cycle.join()} className="trouble">
      {say("cycle", { text: [...cycle, ...cycle.slice(0, 1)].map(name).join(" → ") })}
    </p>
  ));
}

/** The same with who stands where, which takes longer to read: until it is here the stages stand alone. */
function WithMembers({ map }: { readonly map: Map_ }) {
  const variables = { chain: map.chain.id };
  const answer = useAnswer(ChainMapDocument, variables);
  const whole = (answer.is === "here" ? answer.data.chainMap : undefined) ?? map;
  return (
    <>
      <Waiting answer={answer} />
      <ChainStages map={whole} />
      <Truncated truncation={whole.truncation} />
      <PlaygroundLink document={ChainMapDocument} variables={variables} />
    </>
  );
}

/** A chain in columns, from upstream to downstream, with who stands at each stage; what has no stage stands apart. */
export function ChainMap({ id }: { readonly id: string }) {
  const { say, nameOf } = useSpeech();
  const answer = useAnswer(ChainMapDocument, { chain: id, withMembers: false });
  const map = answer.is === "here" ? answer.data.chainMap : undefined;
  if (!map)
    return answer.is === "here" ? <p className="trouble">{say("gone", { id })}</p> : <Waiting answer={answer} />;
  return (
    <>
      <h2 className="answer-title">{nameOf(map.chain)}</h2>
      <p className="answer-lead">{say("chainMapLead")}</p>
      <div className="answer-figures">
        <section>
          <h3>{say("heading.leaders")}</h3>
          <Leaders leaders={map.leaders} />
        </section>
        <Sums totals={map.totals ?? []} />
        <Status byStatus={map.byStatus} />
      </div>
      <Cycles map={map} />
      <WithMembers key={id} map={map} />
    </>
  );
}
