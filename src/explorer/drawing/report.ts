import type { Speech } from "../parts/language.js";
import { THEME_COLOURS, themeOf, type Theme } from "../state/looks.js";
import { visible, type Picture, type Placed, type Relationship, type Side } from "../state/picture.js";
import { beginnings, FONT, PAPER, SERIF } from "./labels.js";
import { broken, columnsOf } from "./lines.js";
import { symbolBody } from "./symbols.js";
import { Taken, type Box } from "./taken.js";

/** A report's picture is 16 cm wide; all lengths here are points. */
const WIDTH = (16 / 2.54) * 72;
/** No higher than half of a page, so that it is not made smaller in print. */
const MOST_HEIGHT = 460;
const MARGIN = 14;
/** The letters of names: not below 7 points in print. */
const NAME = 7.2;
const LINE = 8.8;
const HEADING = 9;
const SMALL = 7.5;
/** How much further apart rows may stand than columns. */
const STRETCH = 1.5;
/** Room for names beyond the outermost nodes. */
const ROOM = { x: 58, top: 16, bottom: 44 } as const;

/** What stands around the picture. */
export interface Words {
  readonly title: string;
  readonly counts: string;
  readonly sources: string;
  readonly date: string;
}

interface Part {
  readonly svg: string;
  readonly height: number;
}

interface Spot {
  readonly node: Placed;
  readonly x: number;
  readonly y: number;
}

const escape = (text: string): string =>
  text.replace(/[<>&"]/g, (sign) => ({ "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" })[sign] ?? sign);

/** About how wide a line is: a Chinese character is as wide as high. */
const widthOf = (line: string, size: number): number => (columnsOf(line) / 2) * size * 1.06;

const fixed = (value: number): string => String(Math.round(value * 10) / 10);

/** The diameter of symbols: of many, each is a dot. */
const symbolSize = (count: number): number => (count > 400 ? 4 : count > 120 ? 8 : 13);

/** Puts the picture's own places into the width of the report. */
function spotsOf(
  nodes: readonly Placed[],
  headings: Picture["headings"],
): { place: (at: { x: number; y: number }) => { x: number; y: number }; height: number } {
  const all = [...nodes, ...headings];
  const span = (values: readonly number[]): readonly [number, number] =>
    values.reduce<readonly [number, number]>(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
      [Infinity, -Infinity],
    );
  const [[left, right], [bottom, top]] =
    all.length > 0
      ? [span(all.map(({ x }) => x)), span(all.map(({ y }) => y))]
      : [
          [0, 0],
          [0, 0],
        ];
  const [wide, high] = [WIDTH - 2 * ROOM.x, MOST_HEIGHT - ROOM.top - ROOM.bottom];
  const scale = Math.min(wide / Math.max(1, right - left), high / Math.max(1, top - bottom), 1);
  // Where there is room, rows stand further apart, so that more of each name is written.
  const down = Math.min(high / Math.max(1, top - bottom), scale * STRETCH);
  const middle = (left + right) / 2;
  return {
    place: ({ x, y }) => ({ x: WIDTH / 2 + (x - middle) * scale, y: ROOM.top + (top - y) * down }),
    height: ROOM.top + (top - bottom) * down + ROOM.bottom,
  };
}

function boxOf(lines: readonly string[], side: Side, { x, y }: Spot, radius: number): Box {
  const width = Math.max(...lines.map((line) => widthOf(line, NAME)));
  const high = lines.length * LINE;
  if (side === "below") return [x - width / 2, y + radius + 1, x + width / 2, y + radius + 1 + high];
  const left = side === "right" ? x + radius + 3 : x - radius - 3 - width;
  return [left, y - high / 2, left + width, y + high / 2];
}

/** A name where there is room for it, or for its beginning. */
function nameOf(spot: Spot, name: string, taken: Taken, radius: number): string {
  const side = spot.node.side ?? "below";
  const room = (side === "left" ? spot.x : WIDTH - spot.x) - radius - 5;
  const most = Math.min(16, Math.floor(room / widthOf("n", NAME)));
  const whole = broken(name, side === "below" ? 14 : most);
  for (const lines of beginnings(whole)) {
    const box = boxOf(lines, side, spot, radius);
    if (box[0] < 1 || box[2] > WIDTH - 1 || !taken.isFree(box)) continue;
    taken.take(box);
    const [x, anchor] = side === "below" ? [spot.x, "middle"] : side === "left" ? [box[2], "end"] : [box[0], "start"];
    const spans = lines.map(
      (line, at) => `<tspan x="${fixed(x)}" y="${fixed(box[1] + (at + 0.8) * LINE)}">${escape(line)}</tspan>`,
    );
    return `<text text-anchor="${anchor}">${spans.join("")}</text>`;
  }
  return "";
}

const degreesOf = (relationships: readonly Relationship[]): Map<string, number> => {
  const degrees = new Map<string, number>();
  for (const { from, to } of relationships) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return degrees;
};

/** The picture alone, symbols and names of one size whatever it holds. */
function body(picture: Picture, speech: Speech): Part {
  const { nodes, relationships } = visible(picture);
  const { place, height } = spotsOf(nodes, picture.headings);
  const size = symbolSize(nodes.length);
  const spots = new Map(nodes.map((node) => [node.id, { node, ...place(node) }]));
  const taken = new Taken();
  for (const { x, y } of spots.values()) taken.take([x - size / 2, y - size / 2, x + size / 2, y + size / 2]);
  const headings = picture.headings.map((heading) => {
    const at = place(heading);
    const text = speech.say(`heading.${heading.words}`);
    const half = widthOf(text, HEADING) / 2;
    taken.take([at.x - half, at.y - HEADING, at.x + half, at.y + 2]);
    return `<text x="${fixed(at.x)}" y="${fixed(at.y)}">${escape(text)}</text>`;
  });
  // The same picture is the same drawing, in whatever order its lines were read.
  const lines = [...relationships]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ type, from, to }) => {
      const [one, other] = [spots.get(from), spots.get(to)];
      return one && other
        ? `<path d="M${fixed(one.x)} ${fixed(one.y)}L${fixed(other.x)} ${fixed(other.y)}" stroke="${THEME_COLOURS[themeOf(type)]}"/>`
        : "";
    });
  const degrees = degreesOf(relationships);
  const order = [...spots.values()].sort(
    ({ node: one }, { node: other }) =>
      (degrees.get(other.id) ?? 0) - (degrees.get(one.id) ?? 0) || (one.id < other.id ? -1 : 1),
  );
  const symbols = order.map(({ node, x, y }) => symbolAt(node.kind, speech, x, y, size));
  const names = order.map((spot) => nameOf(spot, speech.nameOf(spot.node), taken, size / 2));
  const svg = [
    `<g fill="none" stroke-width=".7">${lines.join("")}</g>`,
    `<g>${symbols.join("")}</g>`,
    `<g font-family="${SERIF}" font-size="${HEADING}" font-weight="600" fill="#5d5746" text-anchor="middle">${headings.join("")}</g>`,
    `<g font-family="${FONT}" font-size="${NAME}" fill="#20262e" stroke="${PAPER}" stroke-width="1.6" stroke-linejoin="round" paint-order="stroke">${names.join("")}</g>`,
  ].join("");
  return { svg, height };
}

function symbolAt(kind: Placed["kind"], { language }: Speech, x: number, y: number, size: number): string {
  const half = size / 2;
  return `<g transform="translate(${fixed(x - half)} ${fixed(y - half)}) scale(${(size / 48).toFixed(4)})">${symbolBody(kind, language)}</g>`;
}

/** What the signs mean, in rows. */
function legend(picture: Picture, speech: Speech): Part {
  const { nodes, relationships } = visible(picture);
  const kinds = [...new Set(nodes.map(({ kind }) => kind))].sort();
  const themes = [...new Set(relationships.map(({ type }) => themeOf(type)))].sort();
  const entries = [
    ...kinds.map((kind) => ({
      text: speech.term("EntityKind", kind),
      sign: (x: number, y: number) => symbolAt(kind, speech, x + 5, y - 2.6, 10),
    })),
    ...themes.map((theme: Theme) => ({
      text: speech.say(`theme.${theme}`),
      sign: (x: number, y: number) =>
        `<path d="M${fixed(x)} ${fixed(y - 2.6)}h10" stroke="${THEME_COLOURS[theme]}" stroke-width="1.4"/>`,
    })),
  ];
  let [x, row] = [MARGIN, 0];
  const drawn = entries.map(({ text, sign }) => {
    const wide = 13 + widthOf(text, SMALL) + 12;
    if (x + wide > WIDTH - MARGIN && x > MARGIN) [x, row] = [MARGIN, row + 1];
    const [at, y] = [x, 10 + row * 13];
    x += wide;
    return `${sign(at, y)}<text x="${fixed(at + 13)}" y="${y}">${escape(text)}</text>`;
  });
  return { svg: drawn.join(""), height: entries.length === 0 ? 0 : (row + 1) * 13 + 4 };
}

/** Lines of small print. */
function paragraph(text: string, top: number): Part {
  const most = Math.floor((2 * (WIDTH - 2 * MARGIN)) / (SMALL * 1.06));
  const lines = text === "" ? [] : broken(text, most);
  const svg = lines.map((line, at) => `<text x="${MARGIN}" y="${fixed(top + (at + 1) * 10)}">${escape(line)}</text>`);
  return { svg: svg.join(""), height: lines.length * 10 };
}

function sheet(height: number, content: string): string {
  // Attributes and no style sheet: the drawing stands in the page too, whose policy has none inline.
  const [width, high] = [WIDTH.toFixed(2), height.toFixed(2)];
  const millimetres = ((height / 72) * 25.4).toFixed(2);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${high}" width="160mm" height="${millimetres}mm"><rect width="${width}" height="${high}" fill="${PAPER}"/>${content}</svg>`;
}

/** The whole picture alone, as lines and letters. */
export function pictureSvg(picture: Picture, speech: Speech): string {
  const { svg, height } = body(picture, speech);
  return sheet(height, svg);
}

/** The whole picture for a report: with its title, what its signs mean, where it was read and when it was drawn. */
export function reportSvg(picture: Picture, speech: Speech, { title, counts, sources, date }: Words): string {
  const head = 40;
  const drawn = body(picture, speech);
  const signs = legend(picture, speech);
  const read = paragraph(sources, 0);
  const foot = head + drawn.height + signs.height;
  const small = `font-family="${FONT}" font-size="${SMALL}" fill="#57534a"`;
  return sheet(
    foot + read.height + 24,
    [
      `<text x="${MARGIN}" y="21" font-family="${SERIF}" font-size="13" font-weight="700" fill="#20262e">${escape(title)}</text>`,
      `<text x="${MARGIN}" y="34" ${small}>${escape(counts)}</text>`,
      `<g transform="translate(0 ${head})">${drawn.svg}</g>`,
      `<g transform="translate(0 ${fixed(head + drawn.height)})" ${small}>${signs.svg}</g>`,
      `<g transform="translate(0 ${fixed(foot)})" ${small}>${read.svg}<text x="${MARGIN}" y="${fixed(read.height + 12)}">${escape(date)}</text></g>`,
    ].join(""),
  );
}
