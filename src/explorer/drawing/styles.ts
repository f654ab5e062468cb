import type { EntityKind, RelationshipType } from "../operations.js";
import { THEME_COLOURS, themeOf } from "../state/looks.js";
import type { Language } from "../state/words.js";
import { symbolImage, type Stand } from "./symbols.js";

/** What the drawing keeps of a node. */
export interface DrawnNode {
  readonly kind: EntityKind;
  readonly radius: number;
}

/** What the drawing keeps of a relationship; those beside each other between two nodes are bent apart. */
export interface DrawnEdge {
  readonly type: RelationshipType;
  readonly bend: number;
}

/** The colours of symbols are those of their images: nothing is painted beneath them. */
export const CLEAR = "rgba(0,0,0,0)";

const STRONG = "#c23b22";
const FAINT = "#e9e4d8";

/** The radius of a symbol in pixels, by how much is drawn: of many, each is a dot. */
export function radiusOf(drawn: number, degree: number): number {
  const least = drawn > 4000 ? 3.5 : drawn > 1200 ? 5 : drawn > 300 ? 8 : 12;
  return (least + Math.min(6, Math.log2(1 + degree))) * Math.SQRT2;
}

/** How a node is drawn. */
export function nodeLook({ kind, radius }: DrawnNode, stand: Stand = "plain", language: Language): object {
  return {
    color: CLEAR,
    type: "symbol",
    image: symbolImage(kind, language, stand),
    size: stand === "chosen" ? radius * 1.25 : radius,
    zIndex: stand === "plain" ? 1 : 2,
    highlighted: false,
  };
}

/** How a relationship is drawn: while some stand out, the others step back. */
export function edgeLook({ type, bend }: DrawnEdge, id: string, strong: ReadonlySet<string>): object {
  const isStrong = strong.has(id);
  const isCurved = bend !== 0;
  return {
    type: isStrong ? (isCurved ? "curvedArrow" : "arrow") : isCurved ? "curve" : "line",
    curvature: bend,
    color: isStrong ? STRONG : strong.size > 0 ? FAINT : THEME_COLOURS[themeOf(type)],
    size: isStrong ? 2.2 : 1.3,
    zIndex: isStrong ? 1 : 0,
  };
}
