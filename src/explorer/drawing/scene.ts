import type { Speech } from "../parts/language.js";
import { visible, type Picture, type Placed, type Relationship } from "../state/picture.js";
import type { Focus } from "../state/state.js";
import type { Scene } from "./drawing.js";
import type { Label, Writing } from "./labels.js";
import { broken } from "./lines.js";
import { printed } from "../state/format.js";
import type { Stand } from "./symbols.js";

/** What decides how a picture is drawn, beside the picture. */
export interface Regard {
  readonly focus: Focus;
  readonly hovered: string | null;
  readonly trail: ReadonlySet<string>;
  readonly pathFrom: string | null;
  readonly namedLines: boolean;
}

type Seen = ReturnType<typeof visible>;

function strongOf({ relationships }: Seen, { focus, hovered, trail }: Regard): Set<string> {
  if (focus?.is === "relationship") return new Set([focus.id]);
  const centre = hovered ?? focus?.id;
  const strong = relationships.filter(({ id, from, to }) => trail.has(id) || from === centre || to === centre);
  return new Set(strong.map(({ id }) => id));
}

function standsOf(picture: Picture, { focus, trail, pathFrom }: Regard): Map<string, Stand> {
  const stands = new Map<string, Stand>();
  for (const id of picture.pinned) stands.set(id, "pinned");
  for (const id of trail) stands.set(id, "marked");
  if (focus?.is === "relationship") {
    const line = picture.relationships.get(focus.id);
    if (line) for (const id of [line.from, line.to]) stands.set(id, "marked");
  }
  if (pathFrom !== null) stands.set(pathFrom, "chosen");
  if (focus?.is === "node") stands.set(focus.id, "chosen");
  return stands;
}

/** From how many nodes on names get shorter. */
const MANY = 150;

/** How wide a line of a name may be, in columns; a Chinese character takes two. */
const WIDTHS = {
  zh: { below: 16, left: 14, right: 12, narrow: { below: 12, left: 12, right: 10 } },
  en: { below: 24, left: 16, right: 17, narrow: { below: 20, left: 13, right: 13 } },
} as const;

type Broken = Pick<Label, "lines" | "narrow" | "side">;

/** Breaking thousands of names anew with every movement of the pointer would be felt. */
const made = new WeakMap<Placed, { readonly speech: Speech; readonly many: boolean; readonly label: Broken }>();

function labelOf(node: Placed, many: boolean, speech: Speech): Broken {
  const known = made.get(node);
  if (known?.speech === speech && known.many === many) return known.label;
  const label = brokenOf(node, many, speech);
  made.set(node, { speech, many, label });
  return label;
}

function brokenOf(node: Placed, many: boolean, { language, nameOf }: Speech): Broken {
  const side = node.side ?? "below";
  const name = printed(nameOf(node));
  const lines = broken(name, many ? 24 : WIDTHS[language][side]);
  return { side, lines, narrow: many ? lines : broken(name, WIDTHS[language].narrow[side]) };
}

function degreesOf(relationships: readonly Relationship[]): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { from, to } of relationships) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return degrees;
}

function labelsOf(
  { nodes, relationships }: Seen,
  regard: Regard,
  stands: ReadonlyMap<string, Stand>,
  strong: ReadonlySet<string>,
  speech: Speech,
): Map<string, Label> {
  const degrees = degreesOf(relationships);
  const near = new Set(relationships.filter(({ id }) => strong.has(id)).flatMap(({ from, to }) => [from, to]));
  return new Map(
    nodes.map((node) => {
      const stand = stands.get(node.id);
      const chosen = stand === "chosen" || stand === "marked" || regard.hovered === node.id;
      const weight =
        (chosen ? 1e6 : near.has(node.id) ? 1e4 : 0) + (degrees.get(node.id) ?? 0) + (node.kind === "ZONE" ? 100 : 0);
      return [node.id, { ...labelOf(node, nodes.length > MANY, speech), weight, chosen }] as const;
    }),
  );
}

/** The picture as it is to be drawn, and what is to be written over it. */
export function sceneOf(
  picture: Picture,
  regard: Regard,
  speech: Speech,
): { readonly scene: Omit<Scene, "nodes" | "relationships">; readonly seen: Seen; readonly words: Writing } {
  const seen = visible(picture);
  const strong = strongOf(seen, regard);
  const stands = standsOf(picture, regard);
  const labels = labelsOf(seen, regard, stands, strong, speech);
  const order = [...labels].sort(([, one], [, other]) => other.weight - one.weight).map(([id]) => id);
  const named = seen.relationships.filter(({ id }) => regard.namedLines || (strong.has(id) && strong.size <= 40));
  return {
    scene: { language: speech.language, stands, strong },
    seen,
    words: {
      labels,
      order,
      headings: picture.headings.map(({ words, x, y }) => ({ x, y, text: speech.say(`heading.${words}`) })),
      lineLabels: named.map(({ type, from, to }) => ({ from, to, text: speech.term("RelationshipType", type) })),
    },
  };
}
