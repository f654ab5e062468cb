import { toBlob } from "@sigma/export-image";
import { networkFile } from "../api.js";
import type { Speech } from "../parts/language.js";
import { THEME_COLOURS, themeOf } from "../state/looks.js";
import { visible, type Placed, type Relationship } from "../state/picture.js";
import { state } from "../state/store.js";
import { drawing } from "./current.js";
import { FONT, placeTexts, SERIF, writeTexts } from "./labels.js";
import { broken } from "./lines.js";
import { symbolBody } from "./symbols.js";

const PAPER = "#faf8f2";
/** Keeps lines from running through names. */
const HALO = `stroke="${PAPER}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`;

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

/** Keeps what is in sight as a picture of twice the screen's size. */
export async function savePng(): Promise<void> {
  const current = drawing();
  if (!current) return;
  const { sigma, words } = current.renderer;
  const { width, height } = sigma.getDimensions();
  const blob = await toBlob(sigma, {
    format: "png",
    backgroundColor: PAPER,
    width: width * 2,
    height: height * 2,
    cameraState: sigma.getCamera().getState(),
    layers: ["edges", "nodes", "writing"],
    withTempRenderer: (twin) => {
      twin.setCustomBBox(sigma.getCustomBBox());
      twin.refresh();
      const canvas = twin.createCanvas("writing");
      const size = twin.getDimensions();
      const density = devicePixelRatio || 1;
      canvas.width = size.width * density;
      canvas.height = size.height * density;
      const context = canvas.getContext("2d");
      context?.scale(density, density);
      if (context) writeTexts(twin, context, placeTexts(twin, context, words));
    },
  });
  save(fileName("png"), "image/png", blob);
}

const escape = (text: string): string =>
  text.replace(/[<>&"]/g, (sign) => ({ "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" })[sign] ?? sign);

function svgLine({ type, from, to }: Relationship, nodes: ReadonlyMap<string, Placed>): string {
  const [one, other] = [nodes.get(from), nodes.get(to)];
  if (!one || !other) return "";
  return `<path d="M${one.x} ${-one.y}L${other.x} ${-other.y}" stroke="${THEME_COLOURS[themeOf(type)]}"/>`;
}

function svgNode(node: Placed, { language, nameOf }: Speech): string {
  const side = node.side ?? "below";
  const lines = broken(nameOf(node), side === "below" ? 18 : 20);
  const [x, anchor] = side === "below" ? [0, "middle"] : side === "left" ? [-18, "end"] : [18, "start"];
  const top = side === "below" ? 28 : 4 - ((lines.length - 1) * 15) / 2;
  const text = lines.map((line, at) => `<tspan x="${x}" y="${top + at * 15}">${escape(line)}</tspan>`).join("");
  return `<g transform="translate(${node.x} ${-node.y})"><g transform="translate(-15 -15) scale(.625)">${symbolBody(node.kind, language)}</g><text text-anchor="${anchor}" ${HALO}>${text}</text></g>`;
}

/** The whole picture as a drawing of lines and letters. */
export function svgOf(speech: Speech): string {
  const { picture } = state();
  const { nodes, relationships } = visible(picture);
  // The same picture is the same drawing, in whatever order its lines were read.
  const lines = [...relationships].sort((one, other) => (one.id < other.id ? -1 : 1));
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => -y);
  const [left, top] = [Math.min(...xs, 0) - 160, Math.min(...ys, 0) - 110];
  const [width, height] = [Math.max(...xs, 0) + 160 - left, Math.max(...ys, 0) + 80 - top];
  const headings = picture.headings.map(
    ({ words, x, y }) => `<text x="${x}" y="${-y}">${escape(speech.say(`heading.${words}`))}</text>`,
  );
  const field = `x="${left}" y="${top}" width="${width}" height="${height}"`;
  // Attributes and no style sheet: the drawing stands in the page too, whose policy has none inline.
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}">`,
    `<rect ${field} fill="${PAPER}"/>`,
    `<g fill="none" stroke-width="1.3">${lines.map((line) => svgLine(line, picture.nodes)).join("")}</g>`,
    `<g font-family="${SERIF}" font-size="16" font-weight="600" fill="#5d5746" text-anchor="middle">${headings.join("")}</g>`,
    `<g font-family="${FONT}" font-size="12.5" fill="#20262e">${nodes.map((node) => svgNode(node, speech)).join("")}</g>`,
    "</svg>",
  ].join("");
}

/** Keeps the whole picture as SVG. */
export function saveSvg(speech: Speech): void {
  save(fileName("svg"), "image/svg+xml", svgOf(speech));
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
