import type { MultiDirectedGraph } from "graphology";
import type Sigma from "sigma";
import type { MouseCoords, TouchCoords } from "sigma/types";
import type { Point } from "../state/picture.js";
import { hitAt, type Hit } from "./hits.js";

/** What a reader does with a pointer. */
export interface Pointing {
  readonly onHit: (hit: Hit | null) => void;
  readonly onTwice: (hit: Hit) => void;
  readonly onOver: (hit: Hit | null) => void;
  readonly onDropped: (id: string, at: Point) => void;
}

interface Event extends Point {
  readonly original: MouseEvent | TouchEvent;
  preventSigmaDefault(): void;
}

function touched(event: TouchCoords): Event {
  const { x, y } = event.touches[0] ?? event.previousTouches[0] ?? { x: 0, y: 0 };
  return {
    x,
    y,
    original: event.original,
    preventSigmaDefault() {
      event.preventSigmaDefault();
    },
  };
}

/** The click with which a drag ends is none, nor the first half of a double one. */
function swallowClick(): void {
  const stop = (event: MouseEvent): void => {
    event.stopPropagation();
  };
  document.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => {
    document.removeEventListener("click", stop, { capture: true });
  });
}

/** Of more nodes than this none is dragged: a press for moving the picture would nearly always be on one. */
const DRAGGABLE = 2000;

/** Lets a reader drag nodes; tells where each was dropped. */
class Dragging {
  private dragged: string | null = null;
  private last: Point | null = null;

  /** Whether what was pressed last was moved: then releasing it is no click. */
  get hasMoved(): boolean {
    return this.last !== null;
  }

  constructor(
    private readonly sigma: Sigma,
    private readonly graph: MultiDirectedGraph,
    private readonly onDropped: Pointing["onDropped"],
  ) {}

  begin(hit: Hit | null): void {
    this.dragged = hit?.is === "node" && this.graph.order <= DRAGGABLE ? hit.id : null;
    this.last = null;
  }

  move(event: Event): void {
    if (this.dragged === null) return;
    const { x, y } = event;
    this.last = this.sigma.viewportToGraph({ x, y });
    if (this.graph.hasNode(this.dragged)) this.graph.mergeNodeAttributes(this.dragged, this.last);
    event.preventSigmaDefault();
    event.original.preventDefault();
  }

  end(): void {
    if (this.dragged !== null && this.last !== null) {
      swallowClick();
      this.onDropped(this.dragged, this.last);
    }
    this.dragged = null;
  }
}

/** Tells what the pointer is over, at most once a frame, and never while the picture moves under it. */
function followPointer(sigma: Sigma, at: (event: Event) => Hit | null, onOver: Pointing["onOver"]): void {
  const mouse = sigma.getMouseCaptor();
  let frame: number | null = null;
  let over: Hit | null = null;
  const tell = (hit: Hit | null): void => {
    if (hit?.id === over?.id) return;
    over = hit;
    onOver(hit);
  };
  mouse.on("mousemove", (event: MouseCoords) => {
    if (frame !== null) return;
    frame = requestAnimationFrame(() => {
      frame = null;
      if (mouse.isMouseDown || sigma.getCamera().isAnimated()) return;
      tell(at(event));
    });
  });
  mouse.on("mouseleave", () => {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
    tell(null);
  });
  sigma.on("kill", () => {
    if (frame !== null) cancelAnimationFrame(frame);
  });
}

/** Within which time and how many pixels a second click makes a double one. */
const DOUBLE = { ms: 300, pixels: 8 } as const;

/** Waits for the second click of a double one: the first opens what it hits, which may then lie under the pointer. */
function awaitSecond({ clientX, clientY }: MouseEvent, work: () => void): void {
  const second = (event: MouseEvent): void => {
    if (Math.hypot(event.clientX - clientX, event.clientY - clientY) > DOUBLE.pixels) return;
    event.stopPropagation();
    work();
  };
  document.addEventListener("click", second, { capture: true, once: true });
  setTimeout(() => {
    document.removeEventListener("click", second, { capture: true });
  }, DOUBLE.ms);
}

/** Takes the pointer over from Sigma, which would look up every movement, wheels included, on the graphics card. */
export function listenToPointer(sigma: Sigma, graph: MultiDirectedGraph, told: Pointing): void {
  const [mouse, touch] = [sigma.getMouseCaptor(), sigma.getTouchCaptor()];
  mouse.removeAllListeners();
  touch.removeAllListeners();
  const at = ({ x, y }: Event): Hit | null => hitAt(sigma, graph, { x, y });
  const drag = new Dragging(sigma, graph, told.onDropped);
  let last: Hit | null = null;
  const once = (event: Event): void => {
    if (drag.hasMoved) return;
    last = at(event);
    told.onHit(last);
  };
  mouse.on("click", (event: MouseCoords) => {
    once(event);
    const hit = last;
    if (hit?.is === "node")
      awaitSecond(event.original as MouseEvent, () => {
        told.onTwice(hit);
      });
  });
  mouse.on("mousedown", (event: MouseCoords) => {
    drag.begin(at(event));
  });
  mouse.on("mousemovebody", (event: MouseCoords) => {
    drag.move(event);
  });
  mouse.on("mouseup", () => {
    drag.end();
  });
  followPointer(sigma, at, told.onOver);
  touch.on("tap", (event: TouchCoords) => {
    once(touched(event));
  });
  touch.on("doubletap", (event: TouchCoords) => {
    if (last?.is !== "node") return;
    event.preventSigmaDefault();
    told.onTwice(last);
  });
  touch.on("touchdown", (event: TouchCoords) => {
    drag.begin(event.touches.length === 1 ? at(touched(event)) : null);
  });
  touch.on("touchmove", (event: TouchCoords) => {
    drag.move(touched(event));
  });
  touch.on("touchup", () => {
    drag.end();
  });
}
