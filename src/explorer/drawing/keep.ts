import { networkFile } from "../api.js";
import type { Speech } from "../parts/language.js";
import { date } from "../state/format.js";
import { visible } from "../state/picture.js";
import { sourcesOf } from "../state/sources.js";
import type { State } from "../state/state.js";
import { state } from "../state/store.js";
import { rastered } from "./raster.js";
import { pictureSvg, reportSvg, type Words } from "./report.js";

function save(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

function fileName(ending: string): string {
  return `liantu-${new Date().toISOString().slice(0, 10)}.${ending}`;
}

/** The words around a report's picture, in the reader's language. */
async function wordsOf({ picture, focus }: State, { say, nameOf, language }: Speech): Promise<Words> {
  const { nodes, relationships } = visible(picture);
  const sources = await sourcesOf([...nodes, ...relationships].map(({ id }) => id));
  const chosen = focus?.is === "node" ? picture.nodes.get(focus.id) : undefined;
  const names = sources.map(nameOf).sort();
  const today = new Date().toISOString().slice(0, 10);
  return {
    title: `${say("title")} · ${chosen ? nameOf(chosen) : say("subtitle")}`,
    counts: say("drawn", { nodes: nodes.length, lines: relationships.length }),
    sources:
      names.length === 0
        ? say("noEvidence")
        : say("sourcesLine", { list: names.join(language === "zh" ? "；" : "; ") }),
    date: say("drawnOn", { date: date(today, language) }),
  };
}

async function report(speech: Speech): Promise<string> {
  const now = state();
  return reportSvg(now.picture, speech, await wordsOf(now, speech));
}

/** The whole picture as a drawing of lines and letters, for print. */
export function svgOf(speech: Speech): string {
  return pictureSvg(state().picture, speech);
}

/** The sources of a picture in words, read before it is printed: a print waits for no answer. */
let known: { readonly picture: State["picture"]; readonly words: string } | null = null;

/** Prints the page with the sources of its picture. */
export async function printPage(speech: Speech): Promise<void> {
  const now = state();
  const { sources } = await wordsOf(now, speech);
  known = { picture: now.picture, words: sources };
  print();
}

/** Where the picture was read; nothing where it is printed without asking for that. */
export function sourcesInPrint(): string {
  return known?.picture === state().picture ? known.words : "";
}

/** Keeps the whole picture as SVG, 16 cm wide. */
export async function saveSvg(speech: Speech): Promise<void> {
  save(fileName("svg"), "image/svg+xml", await report(speech));
}

/** Keeps the whole picture as PNG, 16 cm wide at 300 dots an inch. */
export async function savePng(speech: Speech): Promise<void> {
  save(fileName("png"), "image/png", await rastered(await report(speech)));
}

/** Keeps the network that is shown, with its places, for Gephi and other tools. */
export async function saveNetwork(form: "gexf" | "graphml"): Promise<void> {
  const { nodes, relationships } = visible(state().picture);
  const shown = {
    from: nodes.map(({ id }) => id),
    depth: 0,
    maxNodes: nodes.length,
    relationshipTypes: [...new Set(relationships.map(({ type }) => type))],
    x: nodes.map(({ x }) => x),
    y: nodes.map(({ y }) => y),
  };
  save(fileName(form), `application/${form}+xml`, await networkFile(form, shown));
}

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Keeps the relationships as a table; what nothing joins stands alone in its row. A spreadsheet reads it as UTF-8. */
export function saveCsv({ nameOf, say, term }: Speech): void {
  const { picture } = state();
  const { nodes, relationships } = visible(picture);
  const joined = new Set(relationships.flatMap(({ from, to }) => [from, to]));
  const end = (id: string): string[] => {
    const node = picture.nodes.get(id);
    return node ? [nameOf(node), term("EntityKind", node.kind), id] : ["", "", id];
  };
  const rows = [
    [say("from"), say("kind"), "id", say("type"), say("to"), say("kind"), "id"],
    ...relationships.map(({ type, from, to }) => [...end(from), term("RelationshipType", type), ...end(to)]),
    ...nodes.filter(({ id }) => !joined.has(id)).map(({ id }) => [...end(id), "", "", "", ""]),
  ];
  save(fileName("csv"), "text/csv;charset=utf-8", `\ufeff${rows.map((row) => row.map(cell).join()).join("\r\n")}\r\n`);
}
