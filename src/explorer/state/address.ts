import { Trouble } from "../api.js";
import { tell } from "./notices.js";
import { pack, squeeze, unpack, unsqueeze, type Packed } from "./packing.js";
import { byId, EMPTY, joined, type Origin, type Picture } from "./picture.js";
import { placing } from "./place.js";
import { around, between, overview } from "./reading.js";
import { START, type Focus, type Screen, type State, type View } from "./state.js";
import { state } from "./store.js";
import { perform } from "./tasks.js";
import { viewport } from "./viewport.js";

function writeScreen(screen: Screen): string {
  return "id" in screen ? `${screen.name}:${screen.id}` : screen.name;
}

function readScreen(text: string): Screen {
  const [name = "", ...rest] = text.split(":");
  const id = rest.join(":");
  if ((name === "chain" || name === "fund" || name === "timeline") && id !== "") return { name, id };
  return name === "table" || name === "totals" ? { name } : { name: "graph" };
}

function readFocus(text: string | null): Focus {
  const [is, ...rest] = (text ?? "").split(":");
  return is === "node" || is === "relationship" ? { is, id: rest.join(":") } : null;
}

function readView(text: string | null): View | null {
  const [x, y, ratio] = (text ?? "").split(",").map(Number);
  return x !== undefined && y !== undefined && ratio ? { x, y, ratio } : null;
}

/** What comes after the address of the page for what is shown; empty for the plain overview. */
export async function hashOf({ picture, trail, focus, screen, view }: State): Promise<string> {
  const parts = new URLSearchParams();
  const packed = JSON.stringify(pack(picture, trail));
  if (packed !== "{}") parts.set("picture", await squeeze(packed));
  if (screen.name !== "graph") parts.set("screen", writeScreen(screen));
  if (focus) parts.set("focus", `${focus.is}:${focus.id}`);
  if (view) parts.set("view", [view.x, view.y, view.ratio].join());
  return parts.size === 0 ? "" : `#${parts.toString().replaceAll("%3A", ":").replaceAll("%2C", ",")}`;
}

/** The address of what is shown now. */
export async function address(): Promise<string> {
  return `${location.origin}${location.pathname}${await hashOf(state())}`;
}

async function originOf(origin: Origin, signal: AbortSignal): Promise<Picture> {
  if (origin.name === "empty") return EMPTY;
  if (origin.name === "around") return around(origin.ids, origin.depth, origin.maxNodes, signal);
  const { picture, notice } = await overview({ row: origin.row, shape: viewport().shape }, signal);
  if (notice && !signal.aborted) tell(notice);
  return picture;
}

async function read(packed: Packed, signal: AbortSignal): Promise<Picture> {
  const base = await originOf(packed.origin ?? { name: "overview" }, signal);
  const added = packed.added ?? [];
  if (added.length === 0) return unpack(base, packed, new Map());
  const removed = new Set(packed.removed);
  const kept = [...base.first.keys()].filter((id) => !removed.has(id));
  const part = await between([...kept, ...added.map(([id]) => id)], signal);
  const picture = unpack(base, packed, byId(part.nodes));
  const lost = added.filter(([id]) => !picture.nodes.has(id)).length;
  if (lost > 0) tell({ words: "addressMissing", values: { count: lost } });
  return { ...picture, relationships: byId(part.relationships) };
}

async function unpacked(text: string | null): Promise<Packed> {
  if (text === null) return {};
  try {
    return JSON.parse(await unsqueeze(text)) as Packed;
  } catch {
    tell({ words: "addressWrong" });
    return {};
  }
}

/** The picture with what is to be looked at in it. */
async function withFocus(picture: Picture, focus: Focus, signal: AbortSignal): Promise<Picture> {
  if (focus?.is !== "node" || picture.nodes.has(focus.id)) return picture;
  try {
    const place = await placing(picture, focus.id, signal);
    return joined(...place(picture));
  } catch (error) {
    // Details say that it is not there; whatever else went wrong is told.
    if (error instanceof Trouble && error.kind === "refused") return picture;
    throw error;
  }
}

/** Opens what an address says after its #; where it says nothing, the overview. */
export function restore(hash: string): void {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  perform("replace", async (task) => {
    const packed = await unpacked(parts.get("picture"));
    const asked = readFocus(parts.get("focus"));
    const picture = await withFocus(await read(packed, task.signal), asked, task.signal);
    // What a reader went to while the first picture was on its way stays.
    const { focus, screen } = state().opened ? START : state();
    task.apply({
      do: "open",
      picture,
      trail: packed.trail ?? [],
      focus: focus ?? asked,
      screen: screen.name === "graph" ? readScreen(parts.get("screen") ?? "") : screen,
      view: readView(parts.get("view")),
    });
  });
}
