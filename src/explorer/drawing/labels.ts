import type Sigma from "sigma";
import type { Side } from "../state/picture.js";
import { pixelsAUnit } from "./camera.js";

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
export interface PlacedHeading {
  readonly x: number;
  readonly y: number;
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
const PAPER = "#faf8f2";
/** More labels than this cannot be read anyway. */
const MOST = 200;
/** Up to so many symbols names keep clear of; where there are more they are dots. */
const SYMBOLS = 400;
/** Of very many only the best connected are looked at for names. */
const CANDIDATES = 2500;

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Boxes that are taken, by cells of the screen, so that each new one is compared with few. */
class Taken {
  private readonly cells = new Map<string, Box[]>();

  private *around([left, top, right, bottom]: Box): Generator<string> {
    for (let x = Math.floor(left / 128); x <= Math.floor(right / 128); x += 1)
      for (let y = Math.floor(top / 64); y <= Math.floor(bottom / 64); y += 1) yield `${x},${y}`;
  }

  isFree(box: Box): boolean {
    for (const cell of this.around(box))
      for (const [left, top, right, bottom] of this.cells.get(cell) ?? [])
        if (box[0] < right && box[2] > left && box[1] < bottom && box[3] > top) return false;
    return true;
  }

  take(box: Box): void {
    for (const cell of this.around(box)) this.cells.set(cell, [...(this.cells.get(cell) ?? []), box]);
  }
}

/** Breaks a name into lines of about `most` columns; a Chinese character takes two, a word is not broken. */
export function broken(name: string, most: number): string[] {
  const pieces = name.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? [name];
  const widthOf = (text: string): number => Array.from(text).reduce((sum, sign) => sum + (sign > "\u2e7f" ? 2 : 1), 0);
  const total = widthOf(name);
  const wanted = Math.max(8, Math.ceil(total / Math.ceil(total / most)) + 1);
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && widthOf(line) + widthOf(piece.trimEnd()) > wanted) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  lines.push(line.trimEnd());
  const last = lines.at(-1) ?? "";
  // One character is no line.
  if (lines.length > 1 && widthOf(last) <= 2) lines.splice(-2, 2, `${lines.at(-2) ?? ""}${last}`);
  return lines.filter((text) => text !== "");
}

const widths = new Map<string, number>();

function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const key = `${context.font} ${text}`;
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
  { line: height }: Sizes,
): Box {
  const width = Math.max(...lines.map((line) => widthOf(context, line)));
  const all = lines.length * height;
  if (side === "below") return [x - width / 2, y + radius + 2, x + width / 2, y + radius + 2 + all];
  const left = side === "right" ? x + radius + 5 : x - radius - 5 - width;
  return [left, y - all / 2, left + width, y + all / 2];
}

function write(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

/** What is written over a picture, and where the symbols stand. */
export interface Writing {
  readonly labels: ReadonlyMap<string, Label>;
  /** The ids of labels, the heaviest first. */
  readonly order: readonly string[];
  readonly headings: readonly PlacedHeading[];
  readonly lineLabels: readonly LineLabel[];
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function spotOf(sigma: Sigma, id: string): Spot | undefined {
  const data = sigma.getNodeDisplayData(id);
  if (!data || data.hidden) return undefined;
  const { x, y } = sigma.framedGraphToViewport(data);
  return { x, y, radius: sigma.scaleSize(data.size) * Math.SQRT1_2 };
}

/** The beginning of a name, for where there is no room for all of it. */
function begun(lines: readonly string[]): readonly string[] {
  return lines.length > 1 ? [`${lines[0] ?? ""}…`] : lines;
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

/** Writes headings, names and line names over the picture, each only where it covers nothing that matters more. */
export function writeLabels(sigma: Sigma, context: CanvasRenderingContext2D, writing: Writing): void {
  const taken = new Taken();
  const isSmall = pixelsAUnit(sigma) < SMALL;
  const sizes = isSmall ? SIZES.narrow : SIZES.wide;
  context.lineJoin = "round";
  context.textBaseline = "middle";
  context.strokeStyle = PAPER;
  writeHeadings(sigma, context, writing.headings, taken, sizes);
  context.font = `${sizes.font}px ${FONT}`;
  context.lineWidth = 3.5;
  const spots = spotsOf(sigma, writing.order);
  if (spots.size <= SYMBOLS)
    for (const { x, y, radius } of spots.values()) taken.take([x - radius, y - radius, x + radius, y + radius]);
  let written = 0;
  for (const [id, spot] of spots) {
    const label = writing.labels.get(id);
    if (!label) continue;
    const whole = isSmall ? label.narrow : label.lines;
    const fits = (lines: readonly string[]): boolean => taken.isFree(boxOf(context, lines, label.side, spot, sizes));
    const lines = label.chosen ? whole : [whole, begun(whole)].find(fits);
    if (!lines) continue;
    const box = boxOf(context, lines, label.side, spot, sizes);
    taken.take(box);
    context.fillStyle = label.chosen ? "#a52a14" : "#20262e";
    context.textAlign = label.side === "below" ? "center" : "left";
    const x = label.side === "below" ? spot.x : box[0];
    lines.forEach((line, index) => {
      write(context, line, x, box[1] + sizes.line * (index + 0.5));
    });
    if ((written += 1) >= MOST) break;
  }
  writeLines(context, writing.lineLabels, spots, taken);
}

function writeHeadings(
  sigma: Sigma,
  context: CanvasRenderingContext2D,
  headings: readonly PlacedHeading[],
  taken: Taken,
  { heading }: Sizes,
): void {
  context.font = `600 ${heading}px ${SERIF}`;
  context.textAlign = "center";
  context.lineWidth = 4;
  context.fillStyle = "#5d5746";
  for (const { x, y, text } of headings) {
    const at = sigma.graphToViewport({ x, y });
    const half = context.measureText(text).width / 2;
    write(context, text, at.x, at.y);
    taken.take([at.x - half, at.y - 10, at.x + half, at.y + 10]);
  }
}

function writeLines(
  context: CanvasRenderingContext2D,
  labels: readonly LineLabel[],
  spots: ReadonlyMap<string, Spot>,
  taken: Taken,
): void {
  context.font = `11.5px ${FONT}`;
  context.textAlign = "center";
  context.fillStyle = "#6d4526";
  for (const { from, to, text } of labels) {
    const [one, other] = [spots.get(from), spots.get(to)];
    if (!one || !other) continue;
    const half = context.measureText(text).width / 2;
    for (const part of [0.5, 0.35, 0.65]) {
      const [x, y] = [one.x + (other.x - one.x) * part, one.y + (other.y - one.y) * part];
      const box: Box = [x - half, y - 8, x + half, y + 8];
      if (!taken.isFree(box)) continue;
      taken.take(box);
      write(context, text, x, y);
      break;
    }
  }
}
