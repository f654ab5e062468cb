import { useMemo } from "react";
import type { EntityKind, RelationshipType } from "../operations.js";
import { THEME_COLOURS, themeOf, type Theme } from "../state/looks.js";
import { act, useStore } from "../state/store.js";
import { useSpeech } from "./language.js";
import { KindSymbol } from "./symbol.js";

function counted<T>(items: Iterable<T>): (readonly [T, number])[] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

function KindRow({ kind, count, on }: { readonly kind: EntityKind; readonly count: number; readonly on: boolean }) {
  const { term } = useSpeech();
  return (
    <label className={on ? "legend-row" : "legend-row off"}>
      <input
        type="checkbox"
        checked={on}
        onChange={() => {
          act({ do: "filter", kinds: [kind], on: !on });
        }}
      />
      <KindSymbol kind={kind} size={20} />
      <span>{term("EntityKind", kind)}</span>
      <span className="count">{count}</span>
    </label>
  );
}

function TypeRow({
  type,
  count,
  on,
}: {
  readonly type: RelationshipType;
  readonly count: number;
  readonly on: boolean;
}) {
  const { term } = useSpeech();
  return (
    <label className={on ? "legend-row" : "legend-row off"}>
      <input
        type="checkbox"
        checked={on}
        onChange={() => {
          act({ do: "filter", types: [type], on: !on });
        }}
      />
      <svg className="swatch" viewBox="0 0 20 8" width="20" height="8" aria-hidden="true">
        <path d="M0 4h20" stroke={THEME_COLOURS[themeOf(type)]} strokeWidth="3" />
      </svg>
      <span>{term("RelationshipType", type)}</span>
      <span className="count">{count}</span>
    </label>
  );
}

/** What the signs mean; each can be taken out of the picture and put back. */
export function Legend() {
  const { say } = useSpeech();
  const { nodes, relationships, offKinds, offTypes } = useStore(({ picture }) => picture);
  const kinds = useMemo(() => counted([...nodes.values()].map(({ kind }) => kind)), [nodes]);
  const types = useMemo(() => counted([...relationships.values()].map(({ type }) => type)), [relationships]);
  const themes = [...new Set(types.map(([type]) => themeOf(type)))];
  if (kinds.length === 0) return null;
  const rowsOf = (theme: Theme) => types.filter(([type]) => themeOf(type) === theme);
  return (
    <section aria-labelledby="legend-title" className="legend">
      <h2 id="legend-title">{say("legend")}</h2>
      <fieldset>
        <legend>{say("legendKinds")}</legend>
        {kinds.map(([kind, count]) => (
          <KindRow key={kind} kind={kind} count={count} on={!offKinds.has(kind)} />
        ))}
      </fieldset>
      {themes.map((theme) => (
        <fieldset key={theme}>
          <legend>{say(`theme.${theme}`)}</legend>
          {rowsOf(theme).map(([type, count]) => (
            <TypeRow key={type} type={type} count={count} on={!offTypes.has(type)} />
          ))}
        </fieldset>
      ))}
    </section>
  );
}
