import { ChainMapDocument, type ChainMapQuery } from "../operations.js";
import { useAnswer } from "../state/answer.js";
import { number } from "../state/format.js";
import { byId, type Entity } from "../state/picture.js";
import { EntityLink } from "./evidence.js";
import { useSpeech } from "./language.js";
import { PlaygroundLink } from "./playground-link.js";
import { KindSymbol } from "./symbol.js";
import { Sums } from "./sums.js";
import { Waiting } from "./waiting.js";

type Map_ = NonNullable<ChainMapQuery["chainMap"]>;
type Group = NonNullable<Map_["stages"]>[number];
type Project = NonNullable<Group["projects"]>["nodes"][number];

function Member({
  entity,
  isLeader = false,
}: {
  readonly entity: Entity & Partial<Project>;
  readonly isLeader?: boolean;
}) {
  const { say, term, value } = useSpeech();
  const status = "status" in entity ? entity.status : undefined;
  const investment = "investmentCny" in entity ? entity.investmentCny : undefined;
  return (
    <li className={isLeader ? "member leader" : "member"}>
      <KindSymbol kind={entity.kind} size={20} />
      <span>
        <EntityLink entity={entity} />
        {isLeader ? <span className="tag strong">{say("leader")}</span> : null}
        {entity.kind === "PROJECT" ? (
          <small>
            {status ? term("ProjectStatus", status) : say("statusUnknown")}
            {investment ? ` · ${value(investment, { type: "Float", unit: "CNY" })}` : ""}
          </small>
        ) : null}
      </span>
    </li>
  );
}

function Stage({ group, title }: { readonly group: Group; readonly title: string }) {
  const { say, term, language } = useSpeech();
  const leaders = byId(group.leaders?.nodes ?? []);
  const others = [group.companies, group.projects]
    .flatMap((page) => page?.nodes ?? [])
    .filter(({ id }) => !leaders.has(id));
  const all = (group.leaders?.totalCount ?? 0) + (group.companies?.totalCount ?? 0) + (group.projects?.totalCount ?? 0);
  const products = group.products?.nodes ?? [];
  const hidden =
    Math.max(0, (group.companies?.totalCount ?? 0) - (group.companies?.nodes.length ?? 0)) +
    Math.max(0, (group.projects?.totalCount ?? 0) - (group.projects?.nodes.length ?? 0));
  return (
    <article className="stage-card">
      <h3>{group.stage ? <EntityLink entity={group.stage} /> : title}</h3>
      <ul>
        {[...leaders.values()].map((entity) => (
          <Member key={entity.id} entity={entity} isLeader />
        ))}
        {others.map((entity) => (
          <Member key={entity.id} entity={entity} />
        ))}
      </ul>
      {all === 0 ? <p className="quiet">{say("stageEmpty")}</p> : null}
      {hidden > 0 ? <p className="quiet">{say("hiddenMembers", { count: number(hidden, language) })}</p> : null}
      {products.length > 0 ? (
        <p className="products">
          {term("EntityKind", "PRODUCT")}
          {language === "zh" ? "：" : ": "}
          {products.map((product, index) => (
            <span key={product.id}>
              {index > 0 ? (language === "zh" ? "、" : ", ") : ""}
              <EntityLink entity={product} />
            </span>
          ))}
        </p>
      ) : null}
    </article>
  );
}

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

function Layers({ map }: { readonly map: Map_ }) {
  const { say, nameOf } = useSpeech();
  const layers = new Map<number, Group[]>();
  for (const group of map.stages ?? []) layers.set(group.layer ?? 1, [...(layers.get(group.layer ?? 1) ?? []), group]);
  const columns = [...layers].sort(([one], [other]) => one - other);
  const apart = map.withoutStage;
  const hasApart = [apart.leaders, apart.companies, apart.projects].some((page) => (page?.totalCount ?? 0) > 0);
  const place = (index: number): string =>
    columns.length < 2
      ? ""
      : index === 0
        ? say("upstream")
        : index === columns.length - 1
          ? say("downstream")
          : say("midstream");
  return (
    <div className="chain-columns">
      {columns.map(([layer, groups], index) => (
        <div key={layer} className="chain-column">
          <h4>{place(index)}</h4>
          {groups.map((group) => (
            <Stage key={group.stage?.id ?? ""} group={group} title="" />
          ))}
        </div>
      ))}
      {hasApart || columns.length === 0 ? (
        <div className="chain-column apart">
          <h4>{columns.length > 0 ? say("noStage") : say("noStages", { name: nameOf(map.chain) })}</h4>
          <Stage group={apart} title={say("members")} />
        </div>
      ) : null}
    </div>
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

/** A chain in columns, from upstream to downstream, with who stands at each stage; what has no stage stands apart. */
export function ChainMap({ id }: { readonly id: string }) {
  const { say, nameOf } = useSpeech();
  const variables = { chain: id };
  const answer = useAnswer(ChainMapDocument, variables);
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
      {map.cycles.map((cycle) => (
        <p key={cycle} className="trouble">
          {say("cycle", { text: cycle })}
        </p>
      ))}
      <Layers map={map} />
      {map.truncatedReason ? <p className="quiet">{say("partial", { reason: map.truncatedReason })}</p> : null}
      <PlaygroundLink document={ChainMapDocument} variables={variables} />
    </>
  );
}
