import { BadInput } from "../../errors.js";
import type { PathBounds } from "./shares.js";

/** Most stakes on one path: no real chain of holdings is longer, and each level of it is a statement. */
export const MOST_DEPTH = 20;
/** Most paths on one side: enough for a person to read, and more than any table shows. */
export const MOST_PATHS = 1_000;

function within(where: string, value: number, most: number): number {
  if (value >= 1 && value <= most) return value;
  throw new BadInput(
    `${where}: expected 1 to ${most} but got ${value}; ask at a further entity for what lies beyond.`,
    {
      limit: most,
    },
  );
}

/**
 * Checks how far paths are to be followed.
 * @throws BadInput for bounds that are out of bounds.
 */
export function readBounds(where: string, { maxDepth, maxPaths }: PathBounds): PathBounds {
  return {
    maxDepth: within(`${where}(maxDepth)`, maxDepth, MOST_DEPTH),
    maxPaths: within(`${where}(maxPaths)`, maxPaths, MOST_PATHS),
  };
}
