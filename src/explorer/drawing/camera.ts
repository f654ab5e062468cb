import type Sigma from "sigma";
import type { CameraState } from "sigma/types";
import type { Point } from "../state/picture.js";
import type { View } from "../state/state.js";
import type { Language } from "../state/words.js";
import type { Area } from "./visible-area.js";

/** A rectangle of the picture that is to be in sight. */
export interface Frame {
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
}

const HOME: CameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };

/** Room for names at the edges of the picture, in pixels; English ones are longer. */
const MARGIN = { zh: { x: 112, y: 52 }, en: { x: 138, y: 56 } } as const;

/** Where the picture is narrow, names are broken into narrow lines, for which this part of its width is enough. */
const NARROW = 0.25;

/** Of a few nodes the picture is not blown up beyond this, in pixels a unit. */
const CLOSEST = 1.25;

/** The rectangle that holds all nodes and headings. */
export function frameOf(
  nodes: readonly Point[],
  { headings }: { readonly headings: readonly Point[] } = { headings: [] },
): Frame | undefined {
  const points = [...nodes, ...(nodes.length > 0 ? headings : [])];
  if (points.length === 0) return undefined;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const span = (values: readonly number[]): readonly [number, number] =>
    values.reduce<readonly [number, number]>(
      ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
      [Infinity, -Infinity],
    );
  const [[left, right], [bottom, top]] = [span(xs), span(ys)];
  return { centre: { x: (left + right) / 2, y: (bottom + top) / 2 }, width: right - left, height: top - bottom };
}

/** How many pixels a unit of the picture takes, where the camera is or at its home. */
export function pixelsAUnit(sigma: Sigma, cameraState: CameraState = sigma.getCamera().getState()): number {
  const from = sigma.graphToViewport({ x: 0, y: 0 }, { cameraState });
  const to = sigma.graphToViewport({ x: 100, y: 0 }, { cameraState });
  return Math.abs(to.x - from.x) / 100;
}

/** The room for a picture without its edges; where it is narrow, names have to do with less. */
function roomOf(
  { left, top, right, bottom }: Area,
  language: Language,
): { readonly width: number; readonly height: number } {
  const [width, height] = [right - left, bottom - top];
  return {
    width: Math.max(50, width - 2 * Math.min(MARGIN[language].x, width * NARROW)),
    height: Math.max(50, height - 2 * MARGIN[language].y),
  };
}

/** How high the room for a picture is over how wide. */
export function shapeOf(area: Area, language: Language): number {
  const { width, height } = roomOf(area, language);
  return height / width;
}

const centreOf = ({ left, top, right, bottom }: Area): Point => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

/** From where a point of the picture is seen at a point of the screen. */
export function cameraAt(sigma: Sigma, point: Point, at: Point, ratio: number): CameraState {
  const { width, height } = sigma.getDimensions();
  const scale = pixelsAUnit(sigma, HOME) / ratio;
  const middle = { x: point.x - (at.x - width / 2) / scale, y: point.y + (at.y - height / 2) / scale };
  const { x, y } = sigma.viewportToFramedGraph(sigma.graphToViewport(middle));
  return { x, y, ratio, angle: 0 };
}

/** From where a rectangle is wholly in sight. */
export function cameraFor(sigma: Sigma, { centre, width, height }: Frame, area: Area, language: Language): CameraState {
  const room = roomOf(area, language);
  const scale = pixelsAUnit(sigma, HOME);
  const ratio = Math.max((width * scale) / room.width, (height * scale) / room.height, scale / CLOSEST);
  return cameraAt(sigma, centre, centreOf(area), ratio);
}

/** From where a view is seen. */
export function cameraOf(sigma: Sigma, view: View, area: Area): CameraState {
  return cameraAt(sigma, view, centreOf(area), view.ratio);
}

/** Where the camera is, in units of the picture. */
export function viewOf(sigma: Sigma, area: Area): View {
  const { x, y } = sigma.viewportToGraph(centreOf(area));
  return { x: Math.round(x), y: Math.round(y), ratio: Number(sigma.getCamera().ratio.toPrecision(3)) };
}

/** Room for a symbol and the beginning of its name between a node and the edge of what can be seen. */
const EDGE = { x: 56, top: 60, bottom: 56 } as const;

/** What can be seen without its edges. */
export function inner({ left, top, right, bottom }: Area): Area {
  const [x, y] = [(right - left) / 4, (bottom - top) / 4];
  return {
    left: left + Math.min(EDGE.x, x),
    right: right - Math.min(EDGE.x, x),
    top: top + Math.min(EDGE.top, y),
    bottom: bottom - Math.min(EDGE.bottom, y),
  };
}

/** Whether points of the picture are in sight of a camera. */
export function areIn(sigma: Sigma, points: readonly Point[], area: Area, cameraState: CameraState): boolean {
  const { left, top, right, bottom } = inner(area);
  return points.every((point) => {
    const { x, y } = sigma.graphToViewport(point, { cameraState });
    return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
  });
}

/** From where points of the picture are in sight, no closer than the camera is. */
export function cameraThatShows(sigma: Sigma, frame: Frame, area: Area, { ratio }: CameraState): CameraState {
  const scale = pixelsAUnit(sigma, HOME);
  const { left, top, right, bottom } = inner(area);
  const least = Math.max((frame.width * scale) / (right - left), (frame.height * scale) / (bottom - top));
  return cameraAt(sigma, frame.centre, centreOf(inner(area)), Math.max(ratio, least));
}
