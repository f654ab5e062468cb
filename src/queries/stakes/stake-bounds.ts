import { BadInput } from "../../errors.js";
import type { PathBounds } from "./shares.js";
import { MOST_DEPTH, MOST_PATHS } from "./stake-schema.js";

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
