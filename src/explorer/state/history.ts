import { hashOf, restore } from "./address.js";
import type { State } from "./state.js";
import { act, onChange, state } from "./store.js";

/** How long the camera must rest before the address follows it; it moves with every frame, what a reader does comes one by one. */
const REST_MS = 250;

/** What a browser offers for walking back and forward. */
export interface Browser extends Pick<Window, "addEventListener" | "removeEventListener"> {
  readonly history: Pick<History, "state" | "pushState" | "replaceState">;
  readonly location: Pick<Location, "hash" | "pathname">;
}

/** What an entry of the browser's history carries: its place among those of this page. */
interface Entry {
  readonly entry: number;
}

/** Lets back and forward walk what was looked at, and the address follow it; answers how to end it. */
export function followHistory(browser: Browser = window): () => void {
  const { history, location } = browser;
  const entryOf = (): number | undefined => (history.state as Entry | null)?.entry;
  /** What each place shows, its camera too; after a reload, its address tells. */
  const places = new Map<number, State>();
  let entry = entryOf() ?? 0;
  let last = state();
  let turn = 0;
  let isArriving = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const mark = (): void => {
    history.replaceState({ entry }, "", `${location.pathname}${location.hash}`);
  };
  const write = async (): Promise<void> => {
    const mine = (turn += 1);
    const hash = await hashOf(state());
    // A later change may have been written faster, or the reader may have gone elsewhere.
    if (mine === turn && hash !== location.hash) history.replaceState({ entry }, "", `${location.pathname}${hash}`);
  };
  const stop = onChange(() => {
    const [before, after] = [last, state()];
    last = after;
    places.set(entry, after);
    if (isArriving) return;
    if (after.visits > before.visits) {
      places.set(entry, before);
      entry += 1;
      places.set(entry, after);
      history.pushState({ entry }, "", `${location.pathname}${location.hash}`);
    }
    clearTimeout(timer);
    if (before.view === after.view) void write();
    else timer = setTimeout(() => void write(), REST_MS);
  });
  const arrive = (): void => {
    turn += 1;
    clearTimeout(timer);
    const known = entryOf();
    const place = known === undefined ? undefined : places.get(known);
    // An address that was typed or followed is a place of its own.
    entry = known ?? entry + 1;
    if (known === undefined) mark();
    isArriving = true;
    if (place?.opened) act({ do: "travel", to: place });
    isArriving = false;
    if (!place?.opened) restore(location.hash);
  };
  mark();
  browser.addEventListener("popstate", arrive);
  return () => {
    stop();
    clearTimeout(timer);
    browser.removeEventListener("popstate", arrive);
  };
}
