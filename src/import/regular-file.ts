import { realpath, stat } from "node:fs/promises";
import { sep } from "node:path";
import type { Stats } from "node:fs";

/** A file that may be read to its end, which is where it ends now. */
export interface RegularFile {
  readonly path: string;
  readonly size: number;
}

/** What a path leads to instead. */
function sortOf(found: Stats): string {
  if (found.isFIFO()) return "a pipe";
  if (found.isSocket()) return "a socket";
  if (found.isDirectory()) return "a folder";
  return "a device";
}

/**
 * A file of a folder, where links are followed as long as they stay within it; undefined where there is none.
 * @param refuse is told why what is there is not read: a pipe or a device may never end.
 */
export async function regularFile(
  folder: string,
  path: string,
  refuse: (message: string) => void,
): Promise<RegularFile | undefined> {
  try {
    const target = await realpath(path);
    const found = await stat(target);
    if (!target.startsWith(`${await realpath(folder)}${sep}`))
      refuse("expected a file of this folder but it is a link that leads out of it; put the file itself here.");
    else if (!found.isFile()) refuse(`expected a file but it is ${sortOf(found)}; put a file here.`);
    else return { path: target, size: found.size };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ELOOP") refuse("expected a file but it is a link that leads back to itself; put a file here.");
    else if (code !== "ENOENT" && code !== "ENOTDIR") throw error;
  }
  return undefined;
}
