import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { statedTypes, type GraphModel } from "../graph/model.js";
import { isPartialDate } from "../model/scalars.js";
import type { DataFile } from "./rows.js";
import { quoted, shown, type Problems } from "./problems.js";
import { regularFile } from "./regular-file.js";

/** The largest dataset.json, in bytes. */
const MOST_OF_DESCRIPTION = 1_000_000;
const LONGEST_ID = 100;
const LONGEST_TITLE = 500;
const LONGEST_DESCRIPTION = 20_000;
const MOST_SOURCES = 10_000;

/** What `dataset.json` says. */
const description = z.strictObject({
  id: z
    .string()
    .max(LONGEST_ID)
    .regex(/^[a-z0-9][a-z0-9.-]*$/),
  title: z.string().min(1).max(LONGEST_TITLE),
  description: z.string().max(LONGEST_DESCRIPTION).optional(),
  date: z.string().refine(isPartialDate).optional(),
  sources: z.array(z.string()).max(MOST_SOURCES).optional(),
});

/** What is expected of each part of it, in words. */
const DESCRIBED: Readonly<Record<keyof DatasetDescription, string>> = {
  id: "lower-case letters, digits, dots and hyphens",
  title: "a text",
  description: "a text",
  date: "a date as 2023, 2023-03 or 2023-03-10",
  sources: "a list of the ids of sources",
};

/** How many characters or items each part may have. */
const LONGEST: Readonly<Partial<Record<keyof DatasetDescription, number>>> = {
  id: LONGEST_ID,
  title: LONGEST_TITLE,
  description: LONGEST_DESCRIPTION,
  sources: MOST_SOURCES,
};

/** A dataset's own description. */
export type DatasetDescription = z.infer<typeof description>;

/** The files of a dataset folder, nodes before relationships, each in the model's order. */
export interface Folder {
  readonly path: string;
  readonly dataset: DatasetDescription;
  readonly files: readonly DataFile[];
}

/** Lists a folder; undefined, with problems, where it is no dataset. */
export async function readFolder(path: string, model: GraphModel, problems: Problems): Promise<Folder | undefined> {
  const found = await orNone(stat(path));
  if (!found?.isDirectory()) {
    const got = found
      ? "it is a file; unpack it where it is a zipped dataset, and"
      : "there is none; correct the path, and";
    problems.add({ file: ".", message: `expected a folder but ${got} name the folder.` });
    return undefined;
  }
  const dataset = await readDescription(path, problems);
  const nodes = await listFiles(path, "nodes", [...model.kinds.values()], problems);
  const relationships = await listFiles(path, "relationships", statedTypes(model), problems);
  await refuseOthers(path, problems);
  return dataset && { path, dataset, files: [...nodes, ...relationships] };
}

/** What is not there is none; what is there and cannot be read is no reason to take it for removed. */
function orNone<Read>(reading: Promise<Read>): Promise<Read | undefined> {
  return reading.catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  });
}

async function readDescription(path: string, problems: Problems): Promise<DatasetDescription | undefined> {
  const file = "dataset.json";
  const refused: string[] = [];
  const found = await regularFile(path, join(path, file), (message) => refused.push(message));
  if (found && found.size > MOST_OF_DESCRIPTION)
    refused.push(`expected at most ${MOST_OF_DESCRIPTION} bytes but it has ${found.size}; shorten it.`);
  for (const message of refused) problems.add({ file, message });
  if (refused.length > 0) return undefined;
  const bytes = found && (await readFile(found.path));
  if (bytes === undefined) {
    problems.add({
      file,
      message: 'expected the file that describes the dataset but there is none; write {"id": "my-data", "title": "…"}.',
    });
    return undefined;
  }
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    problems.add({
      file,
      message: `expected JSON in UTF-8 but it cannot be read (${shown((error as Error).message, 100)}); correct it.`,
    });
    return undefined;
  }
  const result = description.safeParse(content);
  for (const { path: at } of result.error?.issues ?? []) {
    const key = at[0] as keyof DatasetDescription | undefined;
    problems.add({ file, column: key, message: mistakeInDescription(key, content) });
  }
  return result.data;
}

function mistakeInDescription(key: keyof DatasetDescription | undefined, content: unknown): string {
  if (key !== undefined) {
    const got = (content as Partial<DatasetDescription>)[key];
    const long = got !== undefined && got.length > (LONGEST[key] ?? Infinity);
    if (long) return `expected at most ${LONGEST[key]} characters or items but got ${got.length}; shorten it.`;
    return `expected ${DESCRIBED[key]} but got ${got === undefined ? "nothing" : quoted(got)}; correct it.`;
  }
  const isObject = typeof content === "object" && content !== null && !Array.isArray(content);
  const got = isObject
    ? shown(
        Object.keys(content)
          .filter((name) => !Object.hasOwn(DESCRIBED, name))
          .join(", "),
      )
    : quoted(content);
  return `expected an object with id, title and perhaps description, date, sources but got ${got}; correct it.`;
}

async function listFiles(
  path: string,
  folder: string,
  owners: readonly DataFile["owner"][],
  problems: Problems,
): Promise<DataFile[]> {
  const present = new Set((await orNone(readdir(join(path, folder))))?.filter((name) => !isHidden(name)));
  const files: DataFile[] = [];
  for (const owner of owners) {
    const file = `${folder}/${owner.prefix}.csv`;
    if (!present.delete(`${owner.prefix}.csv`)) continue;
    const content = await regularFile(path, join(path, file), (message) => {
      problems.add({ file, message });
    });
    if (content) files.push({ file, content, owner });
  }
  for (const name of present)
    problems.add({
      file: `${folder}/${name}`,
      message: `expected a file of the model but it has none of this name; files here are ${owners.map(({ prefix }) => `${prefix}.csv`).join(", ")}.`,
    });
  return files;
}

/** What a file manager or an editor leaves behind. */
function isHidden(name: string): boolean {
  return name.startsWith(".");
}

/** What else a dataset folder may hold. */
const KNOWN = new Set(["dataset.json", "nodes", "relationships", "facts.csv", "terms.csv", "questions", "README.md"]);

async function refuseOthers(path: string, problems: Problems): Promise<void> {
  for (const file of (await orNone(readdir(path))) ?? [])
    if (!KNOWN.has(file) && !isHidden(file))
      problems.add({
        file,
        message: `expected only ${[...KNOWN].join(", ")} but got this file; move it away or correct its name.`,
      });
}
