import { useDeferredValue, useState } from "react";
import type { ChainMapQuery } from "../operations.js";
import { number } from "../state/format.js";
import { byId, type Entity } from "../state/picture.js";
import { EntityLink } from "./evidence.js";
import { useSpeech, type Speech } from "./language.js";
import { KindSymbol } from "./symbol.js";

type Map_ = NonNullable<ChainMapQuery["chainMap"]>;
type Group = Map_["withoutStage"];
type Project = NonNullable<Group["projects"]>["nodes"][number];

/** From how many stages on each shows who stands there only when it is opened. */
const MANY = 40;

/** From how many stages on they can be filtered. */
const SEVERAL = 12;

/** Of no more stages than this that fit a filter is who stands there shown at once. */
const FEW = 12;

const LISTS = ["leaders", "companies", "projects", "products"] as const;

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

function membersOf(group: Group): Entity[] {
  return LISTS.flatMap((list) => group[list]?.nodes ?? []);
}

function Members({ group }: { readonly group: Group }) {
  const { say, term, language } = useSpeech();
  if (group.companies === undefined) return null;
  const leaders = byId(group.leaders?.nodes ?? []);
  const others = [...(group.companies?.nodes ?? []), ...(group.projects?.nodes ?? [])].filter(
    ({ id }) => !leaders.has(id),
  );
  const products = group.products?.nodes ?? [];
  const hidden = [group.companies, group.projects].reduce(
    (sum, page) => sum + Math.max(0, (page?.totalCount ?? 0) - (page?.nodes.length ?? 0)),
    0,
  );
  return (
    <>
      <ul>
        {[...leaders.values()].map((entity) => (
          <Member key={entity.id} entity={entity} isLeader />
        ))}
        {others.map((entity) => (
          <Member key={entity.id} entity={entity} />
        ))}
      </ul>
      {leaders.size + others.length === 0 ? <p className="quiet">{say("stageEmpty")}</p> : null}
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
    </>
  );
}

/** Who stands at a stage in numbers: 2 firms, 1 project. */
function holding({ companies, projects, products }: Group, { term, language }: Speech): string {
  const pages = [
    ["COMPANY", companies],
    ["PROJECT", projects],
    ["PRODUCT", products],
  ] as const;
  return pages
    .flatMap(([kind, page]) =>
      page && page.totalCount > 0 ? `${term("EntityKind", kind)} ${number(page.totalCount, language)}` : [],
    )
    .join(" · ");
}

function Card({ group, title }: { readonly group: Group; readonly title: string }) {
  return (
    <article className="stage-card">
      <h3>{group.stage ? <EntityLink entity={group.stage} /> : title}</h3>
      <Members group={group} />
    </article>
  );
}

/** A stage of very many: its name and how many stand there; who they are, when it is opened. */
function FoldedCard({ group, title }: { readonly group: Group; readonly title: string }) {
  const speech = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="stage-card folded"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <span>{title}</span>
        <small>{holding(group, speech)}</small>
      </summary>
      {isOpen ? (
        <>
          {group.stage ? <EntityLink entity={group.stage} /> : null}
          <Members group={group} />
        </>
      ) : null}
    </details>
  );
}

/** The layers of a chain, from upstream to downstream. */
function layersOf(groups: readonly Group[]): (readonly [number, readonly Group[]])[] {
  const layers = new Map<number, Group[]>();
  for (const group of groups) layers.set(group.layer ?? 1, [...(layers.get(group.layer ?? 1) ?? []), group]);
  return [...layers].sort(([one], [other]) => one - other);
}

function fits(group: Group, wanted: string, nameOf: Speech["nameOf"]): boolean {
  return [...(group.stage ? [group.stage] : []), ...membersOf(group)].some((entity) =>
    nameOf(entity).toLowerCase().includes(wanted),
  );
}

function Apart({ map, isAlone }: { readonly map: Map_; readonly isAlone: boolean }) {
  const { say, nameOf } = useSpeech();
  return (
    <div className="chain-column apart">
      <h4>{isAlone ? say("noStages", { name: nameOf(map.chain) }) : say("noStage")}</h4>
      <Card group={map.withoutStage} title={say("members")} />
    </div>
  );
}

/** The stages in columns, a column a layer; many can be filtered by name, and very many are folded. */
export function ChainStages({ map }: { readonly map: Map_ }) {
  const { say, nameOf, language } = useSpeech();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const all = map.stages ?? [];
  const shown = wanted === "" ? all : all.filter((group) => fits(group, wanted, nameOf));
  const isFolded = all.length > MANY && (wanted === "" || shown.length > FEW);
  const depth = layersOf(all).length;
  const place = (index: number): string =>
    depth < 2 ? "" : say(index === 0 ? "upstream" : index === depth - 1 ? "downstream" : "midstream");
  const { leaders, companies, projects } = map.withoutStage;
  const hasApart = [leaders, companies, projects].some((page) => (page?.totalCount ?? 0) > 0);
  const count = number(shown.length, language);
  return (
    <>
      {all.length > SEVERAL ? (
        <p className="stage-filter">
          <input
            className="field"
            type="text"
            value={text}
            placeholder={say("filterStages")}
            aria-label={say("filterStages")}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
          <span role="status">{say("stagesShown", { count, total: number(map.stageCount, language) })}</span>
        </p>
      ) : null}
      <div className={isFolded ? "chain-columns many" : "chain-columns"}>
        {layersOf(all).map(([layer, members], index) => {
          const groups = members.filter((group) => shown.includes(group));
          if (groups.length === 0) return null;
          const layerWords = say("layer", { layer, count: number(groups.length, language) });
          return (
            <div key={layer} className="chain-column">
              <h4>
                {place(index)} {all.length > SEVERAL ? <small>{layerWords}</small> : null}
              </h4>
              {groups.map((group) => {
                const title = group.stage ? nameOf(group.stage) : "";
                return isFolded ? (
                  <FoldedCard key={group.stage?.id ?? ""} group={group} title={title} />
                ) : (
                  <Card key={group.stage?.id ?? ""} group={group} title={title} />
                );
              })}
            </div>
          );
        })}
        {wanted === "" && (hasApart || all.length === 0) ? <Apart map={map} isAlone={all.length === 0} /> : null}
      </div>
    </>
  );
}
