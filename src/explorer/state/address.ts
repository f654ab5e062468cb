import { drawing } from "../drawing/current.js";
import { attempt, tell } from "./notices.js";
import { pack, squeeze, unpack, unsqueeze, type Packed } from "./packing.js";
import { byId, EMPTY, type Origin, type Picture } from "./picture.js";
import { around, between, overview } from "./reading.js";
import { act, onChange, state, type Focus, type Screen, type State, type View } from "./store.js";

/** How long the camera must rest before the address follows it; it moves with every frame, what a reader does comes one by one. */
const REST_MS = 250;

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

async function write({ picture, trail, focus, screen, view }: State): Promise<string> {
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
  return `${location.origin}${location.pathname}${await write(state())}`;
}

async function originOf(origin: Origin): Promise<Picture> {
  if (origin.name === "empty") return EMPTY;
  if (origin.name === "around") return around(origin.ids, origin.depth, origin.maxNodes);
  const { picture, zones, allZones } = await overview({ row: origin.row, shape: drawing()?.shape });
  if (zones < allZones) tell({ words: "overviewPart", values: { count: zones, total: allZones } });
  return picture;
}

async function read(packed: Packed): Promise<Picture> {
  const base = await originOf(packed.origin ?? { name: "overview" });
  const added = packed.added ?? [];
  if (added.length === 0) return unpack(base, packed, new Map());
  const removed = new Set(packed.removed);
  const kept = [...base.first.keys()].filter((id) => !removed.has(id));
  const part = await between([...kept, ...added.map(([id]) => id)]);
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

/** Opens what the address says; without one, the overview. */
export function restore(): void {
  const parts = new URLSearchParams(location.hash.slice(1));
  attempt(async () => {
    const packed = await unpacked(parts.get("picture"));
    act({
      do: "open",
      picture: await read(packed),
      trail: packed.trail ?? [],
      focus: readFocus(parts.get("focus")),
      screen: readScreen(parts.get("screen") ?? ""),
      view: readView(parts.get("view")),
    });
  });
}

/** An address that is typed or followed is another page. */
const reload = (): void => {
  location.reload();
};

/** Lets the address follow what is shown, and what is shown an address that is typed; answers how to end it. */
export function followAddress(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let { view } = state();
  let turn = 0;
  const follow = async (): Promise<void> => {
    const mine = (turn += 1);
    const hash = await write(state());
    // A later change may have been written faster.
    if (mine === turn && hash !== location.hash) history.replaceState(null, "", `${location.pathname}${hash}`);
  };
  const stop = onChange(() => {
    const hasMoved = state().view !== view;
    ({ view } = state());
    clearTimeout(timer);
    if (hasMoved) timer = setTimeout(() => void follow(), REST_MS);
    else void follow();
  });
  addEventListener("hashchange", reload);
  return () => {
    stop();
    clearTimeout(timer);
    removeEventListener("hashchange", reload);
  };
}
