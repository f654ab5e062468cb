import type Sigma from "sigma";
import type { Point, Side } from "../state/picture.js";
import { pixelsAUnit } from "./camera.js";
import { Taken, type Box } from "./taken.js";

/** A label as it is drawn: its lines, and how much it matters. */
export interface Label {
  readonly lines: readonly string[];
  /** The same in narrower lines, for where the picture is small. */
  readonly narrow: readonly string[];
  readonly side: Side;
  /** The higher comes first where there is not room for all. */
  readonly weight: number;
  /** Chosen: always drawn, and darker. */
  readonly chosen: boolean;
}

/** A heading, drawn in the picture as a map names its regions. */
export interface PlacedHeading extends Point {
  readonly text: string;
}

/** A text along a relationship. */
export interface LineLabel {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** The letters of names. */
export const FONT = "'Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";
/** The letters of headings. */
export const SERIF = "'Noto Serif SC','Noto Serif CJK SC','Source Han Serif SC','Songti SC',SimSun,serif";
/** Sizes of names and of their lines, in pixels. */
const SIZES = { wide: { font: 12.5, line: 16, heading: 15 }, narrow: { font: 11.5, line: 13.5, heading: 13 } } as const;
/** Below so many pixels a unit the picture is small. */
const SMALL = 0.52;
/** What pictures are drawn on. */
export const PAPER = "#faf8f2";
/** More labels than this cannot be read anyway. */
const MOST = 200;
/** Up to so many symbols names keep clear of; where there are more they are dots. */
const SYMBOLS = 400;
/** Of very many only the best connected are looked at for names. */
const CANDIDATES = 2500;

const widths = new Map<string, number>();

/** How wide a text is; asking a canvas for its font costs more than measuring. */
function widthOf(context: CanvasRenderingContext2D, text: string, size: number): number {
  const key = `${size} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const { width } = context.measureText(text);
  widths.set(key, width);
  return width;
}

type Sizes = (typeof SIZES)[keyof typeof SIZES];

function boxOf(
  context: CanvasRenderingContext2D,
  lines: readonly string[],
  side: Side,
  { x, y, radius }: Spot,
  { font, line: height }: Sizes,
): Box {
  const width = Math.max(...lines.map((line) => widthOf(context, line, font)));
  const all = lines.length * height;
  if (side === "below") return [x - width / 2, y + radius + 2, x + width / 2, y + radius + 2 + all];
  const left = side === "right" ? x + radius + 5 : x - radius - 5 - width;
  return [left, y - all / 2, left + width, y + all / 2];
}

/** What is written over a picture, and where the symbols stand. */
export interface Writing {
  readonly labels: ReadonlyMap<string, Label>;
  /** The ids of labels, the heaviest first. */
  readonly order: readonly string[];
  readonly headings: readonly PlacedHeading[];
  readonly lineLabels: readonly LineLabel[];
}

/** Nothing to write. */
export const NO_WORDS: Writing = { labels: new Map(), order: [], headings: [], lineLabels: [] };

/** What a text goes with: a node, a place, or a part of the way between two nodes. */
type Anchor =
  | { readonly to: "node"; readonly id: string }
  | { readonly to: "point"; readonly point: Point }
  | { readonly to: "line"; readonly from: string; readonly end: string; readonly part: number };

interface Style {
  readonly font: string;
  readonly colour: string;
  readonly halo: number;
  readonly align: "left" | "center";
}

/** A text at its place beside what it goes with. */
export interface Text {
  readonly anchor: Anchor;
  readonly dx: number;
  readonly dy: number;
  readonly lines: readonly string[];
  readonly height: number;
  readonly style: Style;
}

interface Spot extends Point {
  readonly radius: number;
}

function spotOf(sigma: Sigma, id: string): Spot | undefined {
  const data = sigma.getNodeDisplayData(id);
  if (!data) return undefined;
  const { x, y } = sigma.framedGraphToViewport(data);
  return { x, y, radius: sigma.scaleSize(data.size) * Math.SQRT1_2 };
}

/** No name takes more lines than this, unless it is chosen. */
const MOST_LINES = 5;

/** A name and its beginnings, the longest first, for where there is no room for all of it. */
export function* beginnings(lines: readonly string[]): Generator<readonly string[]> {
  if (lines.length <= MOST_LINES) yield lines;
  for (let count = Math.min(lines.length - 1, MOST_LINES); count > 0; count -= 1)
    yield [...lines.slice(0, count - 1), `${lines[count - 1] ?? ""}…`];
}

/** The longest beginning of a name for which there is room. */
function fitting(lines: readonly string[], fits: (lines: readonly string[]) => boolean): readonly string[] | undefined {
  for (const some of beginnings(lines)) if (fits(some)) return some;
  return undefined;
}

/** Those in sight, the heaviest first. */
function spotsOf(sigma: Sigma, order: readonly string[]): Map<string, Spot> {
  const { width, height } = sigma.getDimensions();
  const spots = new Map<string, Spot>();
  for (const id of order.slice(0, CANDIDATES)) {
    const spot = spotOf(sigma, id);
    if (!spot || spot.x < -80 || spot.y < -40 || spot.x > width + 80 || spot.y > height + 40) continue;
    spots.set(id, spot);
  }
  return spots;
}

/** Finds places for headings, names and line names, each only where it covers nothing that matters more. */
export function placeTexts(sigma: Sigma, context: CanvasRenderingContext2D, writing: Writing): Text[] {
  const taken = new Taken();
  const isSmall = pixelsAUnit(sigma) < SMALL;
  const sizes = isSmall ? SIZES.narrow : SIZES.wide;
  const headings = placeHeadings(sigma, context, writing.headings, taken, sizes);
  const spots = spotsOf(sigma, writing.order);
  if (spots.size <= SYMBOLS)
    for (const { x, y, radius } of spots.values()) taken.take([x - radius, y - radius, x + radius, y + radius]);
  const names = placeNames(context, writing.labels, spots, taken, sizes, isSmall);
  return [...headings, ...names, ...placeLineLabels(context, writing.lineLabels, spots, taken)];
}

function placeNames(
  context: CanvasRenderingContext2D,
  labels: Writing["labels"],
  spots: ReadonlyMap<string, Spot>,
  taken: Taken,
  sizes: Sizes,
  isSmall: boolean,
): Text[] {
  const names: Text[] = [];
  const font = `${sizes.font}px ${FONT}`;
  context.font = font;
  for (const [id, spot] of spots) {
    const label = labels.get(id);
    if (!label) continue;
    const whole = isSmall ? label.narrow : label.lines;
    const fits = (lines: readonly string[]): boolean => taken.isFree(boxOf(context, lines, label.side, spot, sizes));
    const lines = label.chosen ? whole : fitting(whole, fits);
    if (!lines) continue;
    const box = boxOf(context, lines, label.side, spot, sizes);
    taken.take(box);
    const align = label.side === "below" ? "center" : "left";
    names.push({
      anchor: { to: "node", id },
      dx: align === "center" ? 0 : box[0] - spot.x,
      dy: box[1] - spot.y,
      lines,
      height: sizes.line,
      style: { font, colour: label.chosen ? "#a52a14" : "#20262e", halo: 3.5, align },
    });
    if (names.length >= MOST) break;
  }
  return names;
}

function placeHeadings(
  sigma: Sigma,
  context: CanvasRenderingContext2D,
  headings: readonly PlacedHeading[],
  taken: Taken,
  { heading }: Sizes,
): Text[] {
  const font = `600 ${heading}px ${SERIF}`;
  context.font = font;
  return headings.map(({ x, y, text }) => {
    const at = sigma.graphToViewport({ x, y });
    const half = context.measureText(text).width / 2;
    taken.take([at.x - half, at.y - 10, at.x + half, at.y + 10]);
    const style = { font, colour: "#5d5746", halo: 4, align: "center" } as const;
    return { anchor: { to: "point", point: { x, y } }, dx: 0, dy: -8, lines: [text], height: 16, style };
  });
}

function placeLineLabels(
  context: CanvasRenderingContext2D,
  labels: readonly LineLabel[],
  spots: ReadonlyMap<string, Spot>,
  taken: Taken,
): Text[] {
  const font = `11.5px ${FONT}`;
  context.font = font;
  return labels.flatMap(({ from, to, text }): Text[] => {
    const [one, other] = [spots.get(from), spots.get(to)];
    if (!one || !other) return [];
    const half = context.measureText(text).width / 2;
    const part = [0.5, 0.35, 0.65].find((part) => {
      const [x, y] = [one.x + (other.x - one.x) * part, one.y + (other.y - one.y) * part];
      const box: Box = [x - half, y - 8, x + half, y + 8];
      const isFree = taken.isFree(box);
      if (isFree) taken.take(box);
      return isFree;
    });
    if (part === undefined) return [];
    const style = { font, colour: "#6d4526", halo: 3.5, align: "center" } as const;
    return [{ anchor: { to: "line", from, end: to, part }, dx: 0, dy: -8, lines: [text], height: 16, style }];
  });
}

function anchored(sigma: Sigma, anchor: Anchor): Point | undefined {
  switch (anchor.to) {
    case "node":
      return spotOf(sigma, anchor.id);
    case "point":
      return sigma.graphToViewport(anchor.point);
    case "line": {
      const [from, end] = [spotOf(sigma, anchor.from), spotOf(sigma, anchor.end)];
      if (!from || !end) return undefined;
      return { x: from.x + (end.x - from.x) * anchor.part, y: from.y + (end.y - from.y) * anchor.part };
    }
  }
}

/** Writes texts where what they go with is now. */
export function writeTexts(sigma: Sigma, context: CanvasRenderingContext2D, texts: readonly Text[]): void {
  context.lineJoin = "round";
  context.textBaseline = "middle";
  context.strokeStyle = PAPER;
  for (const { anchor, dx, dy, lines, height, style } of texts) {
    const at = anchored(sigma, anchor);
    if (!at) continue;
    context.font = style.font;
    context.lineWidth = style.halo;
    context.textAlign = style.align;
    context.fillStyle = style.colour;
    lines.forEach((line, index) => {
      const [x, y] = [at.x + dx, at.y + dy + height * (index + 0.5)];
      context.strokeText(line, x, y);
      context.fillText(line, x, y);
    });
  }
}
