import { useMemo, useState } from "react";
import { look } from "../state/deeds.js";
import { number } from "../state/format.js";
import { visible } from "../state/picture.js";
import { act, useStore } from "../state/store.js";
import { useSpeech } from "./language.js";
import { KindSymbol } from "./symbol.js";

/** Rows that are drawn at once. */
const ROWS = 500;

function Nodes() {
  const { say, term, nameOf, language } = useSpeech();
  const picture = useStore((state) => state.picture);
  const [shown, setShown] = useState(ROWS);
  const { nodes, relationships } = useMemo(() => visible(picture), [picture]);
  const degrees = new Map<string, number>();
  for (const { from, to } of relationships) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return (
    <table>
      <caption>
        {say("tableNodes")} · {number(nodes.length, language)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{say("name")}</th>
          <th scope="col">{say("kind")}</th>
          <th scope="col" className="number">
            {say("links")}
          </th>
        </tr>
      </thead>
      <tbody>
        {nodes.slice(0, shown).map((node) => (
          <tr key={node.id}>
            <td>
              <button
                type="button"
                className="entity-link"
                onClick={() => {
                  look(node.id);
                }}
              >
                <KindSymbol kind={node.kind} size={20} />
                {nameOf(node)}
              </button>
            </td>
            <td>{term("EntityKind", node.kind)}</td>
            <td className="number">{degrees.get(node.id) ?? 0}</td>
          </tr>
        ))}
      </tbody>
      {shown < nodes.length ? (
        <More
          onMore={() => {
            setShown(shown + ROWS);
          }}
        />
      ) : null}
    </table>
  );
}

function More({ onMore }: { readonly onMore: () => void }) {
  const { say } = useSpeech();
  return (
    <tfoot>
      <tr>
        <td colSpan={3}>
          <button type="button" className="button" onClick={onMore}>
            {say("more", { count: ROWS })}
          </button>
        </td>
      </tr>
    </tfoot>
  );
}

function Lines() {
  const { say, term, nameOf, language } = useSpeech();
  const picture = useStore((state) => state.picture);
  const [shown, setShown] = useState(ROWS);
  const { relationships } = useMemo(() => visible(picture), [picture]);
  const name = (id: string): string => {
    const node = picture.nodes.get(id);
    return node ? nameOf(node) : id;
  };
  return (
    <table>
      <caption>
        {say("tableLines")} · {number(relationships.length, language)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{say("from")}</th>
          <th scope="col">{say("type")}</th>
          <th scope="col">{say("to")}</th>
        </tr>
      </thead>
      <tbody>
        {relationships.slice(0, shown).map(({ id, type, from, to }) => (
          <tr key={id}>
            <td>{name(from)}</td>
            <td>
              <button
                type="button"
                className="name-link"
                onClick={() => {
                  act({ do: "focus", focus: { is: "relationship", id } });
                }}
              >
                {term("RelationshipType", type)}
              </button>
            </td>
            <td>{name(to)}</td>
          </tr>
        ))}
      </tbody>
      {shown < relationships.length ? (
        <More
          onMore={() => {
            setShown(shown + ROWS);
          }}
        />
      ) : null}
    </table>
  );
}

/** Everything that is drawn, as two tables: for screen readers, for paper, and for whoever prefers lists. */
export function TableView() {
  return (
    <div className="tables">
      <Nodes />
      <Lines />
    </div>
  );
}
