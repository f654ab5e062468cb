import type { EntityKind } from "../operations.js";
import { lookOf, type Outline } from "../state/looks.js";
import type { Language } from "../state/words.js";

/** How a symbol stands out: chosen, or fixed to its place. */
export type Stand = "plain" | "chosen" | "pinned" | "marked";

/** The paths of the outlines, in a field of 48 by 48. */
const OUTLINES: Readonly<Record<Outline, string>> = {
  square: '<rect x="6" y="6" width="36" height="36" rx="6"/>',
  disc: '<circle cx="24" cy="24" r="20"/>',
  hexagon: '<path d="M14 5.5h20L44.5 24 34 42.5H14L3.5 24z" stroke-linejoin="round"/>',
  house: '<path d="M24 4 43 17v24a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V17z" stroke-linejoin="round"/>',
  sheet: '<path d="M8 5h22l10 10v28H8z" stroke-linejoin="round"/>',
};

const RINGS: Readonly<Record<Stand, string>> = {
  plain: 'stroke="#fffdf8" stroke-width="2"',
  chosen: 'stroke="#c23b22" stroke-width="4"',
  marked: 'stroke="#c23b22" stroke-width="3"',
  pinned: 'stroke="#20262e" stroke-width="2.5"',
};

/** A kind's symbol as SVG, without the element around it. */
export function symbolBody(kind: EntityKind, language: Language, stand: Stand = "plain"): string {
  const { colour, outline, zh, en } = lookOf(kind);
  const lower = outline === "house" ? 34 : 32;
  const text =
    language === "zh"
      ? `<text x="24" y="${lower}" font-size="22" font-weight="700">${zh}</text>`
      : `<text x="24" y="${lower - 1}" font-size="19" font-weight="700">${en}</text>`;
  const font =
    "font-family=\"'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif\"";
  return `<g fill="${colour}" ${RINGS[stand]}>${OUTLINES[outline]}</g><g fill="#fff" text-anchor="middle" ${font}>${text}</g>`;
}

const made = new Map<string, string>();

/** A kind's symbol as the address of an image; the same symbol has the same address. */
export function symbolImage(kind: EntityKind, language: Language, stand: Stand = "plain"): string {
  const key = `${kind} ${language} ${stand}`;
  const known = made.get(key);
  if (known) return known;
  const body = symbolBody(kind, language, stand);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="-1 -1 50 50">${body}</svg>`;
  const image = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  made.set(key, image);
  return image;
}
