/** A rectangle of the screen. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Boxes that are taken, by cells of the screen, so that each new one is compared with few. */
export class Taken {
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
