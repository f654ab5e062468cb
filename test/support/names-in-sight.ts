import type { Page } from "playwright-core";

/** Remembers in a page what was last written over the picture, and where. */
export const REMEMBER_NAMES = `
  window.written = [];
  const { fillText, clearRect } = CanvasRenderingContext2D.prototype;
  const isLayer = (context) => context.canvas.isConnected && context.canvas.classList.contains("sigma-writing");
  CanvasRenderingContext2D.prototype.clearRect = function (...all) {
    if (isLayer(this)) window.written = [];
    return clearRect.apply(this, all);
  };
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    if (isLayer(this)) {
      const { left, top } = this.canvas.getBoundingClientRect();
      const { actualBoundingBoxLeft, actualBoundingBoxRight } = this.measureText(text);
      const ends = [left + x - actualBoundingBoxLeft, left + x + actualBoundingBoxRight];
      window.written.push({ text, ends, y: top + y, colour: this.fillStyle });
    }
    return fillText.call(this, text, x, y);
  };
`;

interface Written {
  readonly text: string;
  readonly colour: string;
  /** Whether the picture is what a reader sees where it begins and where it ends. */
  readonly isSeen: boolean;
}

const SEEN = `window.written.map(({ text, ends, y, colour }) => ({
  text, colour, isSeen: ends.every((x) => document.elementFromPoint(x, y)?.closest(".canvas") != null),
}))`;

/** The names that stand out, and whether each can be seen: nothing covers it, and it is within the picture. */
export async function chosenNames(page: Page): Promise<readonly Written[]> {
  return (await namesInSight(page)).filter(({ colour }) => colour === "#a52a14");
}

/** Every name that is written, and whether it can be seen. */
export function namesInSight(page: Page): Promise<readonly Written[]> {
  return page.evaluate<Written[]>(SEEN);
}
