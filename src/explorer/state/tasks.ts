import { attempt, tell, type Notice } from "./notices.js";
import type { Action } from "./state.js";
import { apply, onAct, state, untilOpened } from "./store.js";

/** What an answer does: another picture takes the place of what is there, or it gains something, which may be looked at. */
type Effect = "replace" | "add" | "look";

/** These change nothing that an answer could take back. */
const NEUTRAL: ReadonlySet<Action["do"]> = new Set(["view", "nameLines"]);

/** After these another picture is there, or the same at another time: no earlier answer belongs to it. */
const LEAVES: ReadonlySet<Action["do"]> = new Set(["open", "start", "travel", "undo", "redo"]);

/** These say what is looked at; an answer that was asked for before them does not. */
const LOOKS: ReadonlySet<Action["do"] | Effect> = new Set(["focus", "screen", "look"]);

/** Something that a reader asked for and that is answered later. What was asked after it is never undone by it. */
export class Task {
  private readonly abort = new AbortController();
  private isLatest = true;
  /** Before the first picture there is nothing that its answer could take the place of. */
  private readonly isFirst = !state().opened;

  constructor(private readonly effect: Effect) {}

  /** Aborted when a later action took its place. */
  get signal(): AbortSignal {
    return this.abort.signal;
  }

  /** Lets the answer change what is so. */
  apply(action: Action): void {
    if (!this.signal.aborted) apply(action);
  }

  /** The same where it says what is looked at, unless a reader has looked elsewhere since. */
  look(action: Action): void {
    if (this.isLatest) this.apply(action);
  }

  /** Tells the reader. */
  tell(notice: Notice): void {
    if (!this.signal.aborted) tell(notice);
  }

  /** A reader asked for something else. */
  precede(later: Action["do"] | Effect): void {
    if (NEUTRAL.has(later as Action["do"])) return;
    const replaces = this.effect === "replace" && !this.isFirst;
    if (replaces || later === "replace" || LEAVES.has(later as Action["do"])) this.abort.abort();
    else if (LOOKS.has(later)) this.isLatest = false;
  }
}

const pending = new Set<Task>();

function precedeAll(later: Action["do"] | Effect): void {
  for (const task of pending) task.precede(later);
}

onAct((action) => {
  precedeAll(action.do);
});

/** Does what a reader asked for; what was asked for earlier gives way to it. A failure is told, with a way to try again. */
export function perform(effect: Effect, work: (task: Task) => Promise<void>): void {
  attempt(() => {
    precedeAll(effect);
    const task = new Task(effect);
    pending.add(task);
    const ready = effect === "replace" ? Promise.resolve() : untilOpened();
    return ready
      .then(() => (task.signal.aborted ? undefined : work(task)))
      .catch((error: unknown) => {
        if (!task.signal.aborted) throw error;
      })
      .finally(() => {
        pending.delete(task);
      });
  });
}
