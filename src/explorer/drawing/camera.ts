import type Sigma from "sigma";
import type { CameraState } from "sigma/types";
import type { Placed, Point } from "../state/picture.js";
import type { View } from "../state/store.js";
import type { Language } from "../state/words.js";

/** A rectangle of the picture that is to be in sight. */
export interface Frame {
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
}

const HOME: CameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };

/** Room for names at the edges of the picture, in pixels; English ones are longer. */
const MARGIN = { zh: { x: 112, y: 52 }, en: { x: 138, y: 56 } } as const;

/** Of a few nodes the picture is not blown up beyond this, in pixels a unit. */
const CLOSEST = 1.25;

/** The rectangle that holds all nodes and headings. */
export function frameOf(
  nodes: readonly Placed[],
  { headings }: { readonly headings: readonly Pick<Placed, "x" | "y">[] },
): Frame | undefined {
  const points: readonly Point[] = [...nodes, ...(nodes.length > 0 ? headings : [])];
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

/** The room for a picture without its edges. */
function roomOf(sigma: Sigma, language: Language): { readonly width: number; readonly height: number } {
  const { width, height } = sigma.getDimensions();
  return {
    width: Math.max(50, width - 2 * MARGIN[language].x),
    height: Math.max(50, height - 2 * MARGIN[language].y),
  };
}

/** How high the room for a picture is over how wide. */
export function shapeOf(sigma: Sigma, language: Language): number {
  const { width, height } = roomOf(sigma, language);
  return height / width;
}

/** From where a rectangle is wholly in sight. */
export function cameraFor(sigma: Sigma, { centre, width, height }: Frame, language: Language): CameraState {
  const room = roomOf(sigma, language);
  const scale = pixelsAUnit(sigma, HOME);
  const across = (width * scale) / room.width;
  const down = (height * scale) / room.height;
  const ratio = Math.max(across, down, scale / CLOSEST);
  const at = sigma.viewportToFramedGraph(sigma.graphToViewport(centre));
  return { x: at.x, y: at.y, ratio, angle: 0 };
}

/** Where the camera is, in units of the picture. */
export function viewOf(sigma: Sigma): View {
  const { width, height } = sigma.getDimensions();
  const { x, y } = sigma.viewportToGraph({ x: width / 2, y: height / 2 });
  return { x: Math.round(x), y: Math.round(y), ratio: Number(sigma.getCamera().ratio.toPrecision(3)) };
}
