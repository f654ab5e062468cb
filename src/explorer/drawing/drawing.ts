import EdgeCurveProgram, { EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import { createNodeImageProgram } from "@sigma/node-image";
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeLineProgram } from "sigma/rendering";
import type { CameraState } from "sigma/types";
import { animateNodes } from "sigma/utils";
import type { Placed, Point, Relationship } from "../state/picture.js";
import type { View } from "../state/state.js";
import type { Language } from "../state/words.js";
import {
  areIn,
  cameraAt,
  cameraFor,
  cameraOf,
  cameraThatShows,
  frameOf,
  pixelsAUnit,
  shapeOf,
  viewOf,
} from "./camera.js";
import { NO_WORDS, type Writing } from "./labels.js";
import { listenToPointer } from "./pointing.js";
import { CLEAR, edgeLook, nodeLook, radiusOf, type DrawnEdge, type DrawnNode } from "./styles.js";
import type { Stand } from "./symbols.js";
import { onCovers, visibleArea, type Area } from "./visible-area.js";
import { REST_MS, WritingLayer } from "./writing.js";

/** What is drawn and how it stands out. */
export interface Scene {
  readonly nodes: readonly Placed[];
  readonly relationships: readonly Relationship[];
  readonly language: Language;
  readonly stands: ReadonlyMap<string, Stand>;
  /** The relationships that stand out; while there are any, the others step back. */
  readonly strong: ReadonlySet<string>;
}

/** What a reader does with the picture. */
export interface Handlers {
  readonly onNode: (id: string) => void;
  readonly onNodeTwice: (id: string) => void;
  readonly onRelationship: (id: string) => void;
  readonly onNothing: () => void;
  readonly onHover: (id: string | null) => void;
  readonly onMoved: (id: string, at: Point) => void;
  readonly onView: (view: View | null) => void;
}

/** The program that draws symbols, without a second drawing for looking up what lies under the pointer. */
class SymbolProgram extends createNodeImageProgram({
  keepWithinCircle: false,
  size: { mode: "force", value: 96 },
  debounceTimeout: null,
}) {
  constructor(context: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma) {
    super(context, null, renderer);
  }
}

/** More lines than this are left out while the picture moves. */
const MANY_LINES = 4000;

function still(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** The picture on the screen: Sigma over a graph of what is shown, with names of our own placing. */
export class Drawing {
  private readonly graph = new MultiDirectedGraph();
  private readonly sigma: Sigma;
  private readonly writing: WritingLayer;
  private scene: Scene = { nodes: [], relationships: [], language: "zh", stands: new Map(), strong: new Set() };
  private words = NO_WORDS;
  private rest: ReturnType<typeof setTimeout> | undefined;
  /** Where it is looked at from, as the page knows it; null where all of it is in sight. */
  private view: View | null = null;
  /** What the reader is to keep in sight, and whether it is. */
  private subject: readonly string[] = [];
  private isHeld = true;
  /** Where the camera is being moved to by this page, not by the reader; null while it rests. */
  private target: CameraState | null = null;
  private readonly endCovers: () => void;

  constructor(
    private readonly container: HTMLElement,
    private readonly handlers: Handlers,
  ) {
    this.sigma = new Sigma(this.graph, container, {
      renderLabels: false,
      renderEdgeLabels: false,
      defaultDrawNodeHover: () => undefined,
      defaultNodeColor: CLEAR,
      defaultNodeType: "symbol",
      nodeProgramClasses: {
        symbol: SymbolProgram,
      },
      edgeProgramClasses: {
        line: EdgeLineProgram,
        arrow: EdgeArrowProgram,
        curve: EdgeCurveProgram,
        curvedArrow: EdgeCurvedArrowProgram,
      },
      nodeReducer: (id, data) => ({
        ...data,
        ...nodeLook(data as DrawnNode, this.scene.stands.get(id), this.scene.language),
      }),
      edgeReducer: (id, data) => ({ ...data, ...edgeLook(data as DrawnEdge, id, this.scene.strong) }),
      minCameraRatio: 0.02,
      maxCameraRatio: 60,
      stagePadding: 0,
      zIndex: true,
      allowInvalidContainer: true,
    });
    this.sigma.setCustomBBox({ x: [-500, 500], y: [-500, 500] });
    this.writing = new WritingLayer(this.sigma);
    this.endCovers = onCovers(container, () => {
      this.settle();
    });
    this.listen();
  }

  private listen(): void {
    const { sigma, handlers } = this;
    sigma.on("resize", () => {
      this.settle();
    });
    sigma.getCamera().on("updated", () => {
      if (this.target !== null) return;
      clearTimeout(this.rest);
      this.rest = setTimeout(() => {
        this.report();
      }, REST_MS);
    });
    sigma.on("kill", () => {
      clearTimeout(this.rest);
    });
    listenToPointer(sigma, this.graph, {
      onHit: (hit) => {
        if (hit === null) handlers.onNothing();
        else if (hit.is === "node") handlers.onNode(hit.id);
        else handlers.onRelationship(hit.id);
      },
      onTwice: ({ id }) => {
        handlers.onNodeTwice(id);
      },
      onOver: (hit) => {
        this.container.style.cursor = hit ? "pointer" : "";
        handlers.onHover(hit?.is === "node" ? hit.id : null);
      },
      onDropped: handlers.onMoved,
    });
  }

  /** Draws what is to be seen: what was there moves to its place, what is new appears, what is gone goes. */
  show(scene: Scene, words: Writing): void {
    const before = this.scene;
    this.scene = scene;
    this.words = words;
    this.writing.show(words);
    const sameGraph = before.nodes === scene.nodes && before.relationships === scene.relationships;
    if (!sameGraph) this.change(scene);
    const hidesLines = scene.relationships.length > MANY_LINES;
    // Setting it costs a drawing, even to what it is.
    if (this.sigma.getSetting("hideEdgesOnMove") !== hidesLines) this.sigma.setSetting("hideEdgesOnMove", hidesLines);
    this.sigma.refresh({ skipIndexation: sameGraph });
  }

  private change({ nodes, relationships }: Scene): void {
    const { graph } = this;
    const ids = new Set(nodes.map(({ id }) => id));
    const lines = new Set(relationships.map(({ id }) => id));
    for (const id of graph.edges()) if (!lines.has(id)) graph.dropEdge(id);
    for (const id of graph.nodes()) if (!ids.has(id)) graph.dropNode(id);
    const moving: Record<string, { x: number; y: number }> = {};
    for (const { id, kind, x, y } of nodes) {
      if (!graph.hasNode(id)) graph.addNode(id, { kind, x, y });
      else if (graph.getNodeAttribute(id, "x") !== x || graph.getNodeAttribute(id, "y") !== y) moving[id] = { x, y };
    }
    const pairs = new Map<string, number>();
    for (const { id, type, from, to } of relationships) {
      const pair = from < to ? `${from} ${to}` : `${to} ${from}`;
      const rank = pairs.get(pair) ?? 0;
      pairs.set(pair, rank + 1);
      const bend = (from < to ? 1 : -1) * Math.ceil(rank / 2) * (rank % 2 === 0 ? 0.2 : -0.2);
      if (graph.hasEdge(id)) graph.setEdgeAttribute(id, "bend", bend);
      else graph.addEdgeWithKey(id, from, to, { type, bend });
    }
    graph.forEachNode((id) => {
      graph.setNodeAttribute(id, "radius", radiusOf(nodes.length, graph.degree(id)));
    });
    if (Object.keys(moving).length === 0) return;
    if (still()) for (const [id, at] of Object.entries(moving)) graph.mergeNodeAttributes(id, at);
    else animateNodes(graph, moving, { duration: 350, easing: "quadraticInOut" });
  }

  /** Looks at it as the page says; null brings all of it into sight. */
  follow(view: View | null, animated: boolean): void {
    if (view === null) this.fit(animated);
    else if (view !== this.view) {
      this.view = view;
      const camera = cameraOf(this.sigma, view, this.area);
      const isBare = this.scene.nodes.every((node) => !areIn(this.sigma, [node], this.area, camera));
      if (isBare) this.fit(animated);
      else this.lookFrom(camera, animated);
    }
  }

  /** Brings all of it into sight. */
  fit(animated = true): void {
    const frame = frameOf(this.scene.nodes, this.words);
    if (!frame) return;
    this.isHeld = true;
    this.lookFrom(cameraFor(this.sigma, frame, this.area, this.scene.language), animated);
    if (this.view === null) return;
    this.view = null;
    this.handlers.onView(null);
  }

  /** Brings nodes into sight, if they are not: without changing the scale where they have room. */
  reveal(subject: readonly string[], animated = true): void {
    this.subject = subject;
    this.isHeld = true;
    const points = this.subjectPoints();
    const frame = frameOf(points);
    const from = this.target ?? this.sigma.getCamera().getState();
    if (!frame || areIn(this.sigma, points, this.area, from)) return;
    this.lookFrom(cameraThatShows(this.sigma, frame, this.area, from), animated, () => {
      this.report();
    });
  }

  /** Goes closer or further away, around what is looked at closely if it is in sight. */
  zoom(factor: number): void {
    const { sigma, area } = this;
    const camera = sigma.getCamera();
    const from = this.target ?? camera.getState();
    const [first] = this.subjectPoints();
    const centre = { x: (area.left + area.right) / 2, y: (area.top + area.bottom) / 2 };
    const held = first !== undefined && areIn(sigma, [first], area, from);
    const at = held ? sigma.graphToViewport(first, { cameraState: from }) : centre;
    const point = sigma.viewportToGraph(at, { cameraState: from });
    this.lookFrom(cameraAt(sigma, point, at, camera.getBoundedRatio(from.ratio * factor)), true, () => {
      this.report();
    });
  }

  /** The room for the picture is another: all of it, or what was in sight, is brought there again. */
  private settle(): void {
    if (this.view === null) this.fit(false);
    else if (this.isHeld) this.reveal(this.subject, false);
  }

  /** Tells from where a reader looks at it now. */
  private report(): void {
    this.view = viewOf(this.sigma, this.area);
    this.isHeld = areIn(this.sigma, this.subjectPoints(), this.area, this.sigma.getCamera().getState());
    this.handlers.onView(this.view);
  }

  private subjectPoints(): Point[] {
    const subject = new Set(this.subject);
    return this.scene.nodes.filter(({ id }) => subject.has(id));
  }

  private lookFrom(state: CameraState, animated: boolean, done: () => void = () => undefined): void {
    const camera = this.sigma.getCamera();
    clearTimeout(this.rest);
    this.target = state;
    const arrive = (): void => {
      if (this.target !== state) return;
      this.target = null;
      done();
    };
    if ((animated && !still()) || camera.isAnimated()) {
      void camera.animate(state, { duration: animated && !still() ? 350 : 1 }).then(arrive);
      return;
    }
    this.writing.placeAnew();
    camera.setState(state);
    arrive();
  }

  private get area(): Area {
    return visibleArea(this.container);
  }

  /** How high the room for a picture is over how wide. */
  get shape(): number {
    return shapeOf(this.area, this.scene.language);
  }

  /** How many units of the picture a pixel takes. */
  get unitsAPixel(): number {
    return 1 / pixelsAUnit(this.sigma);
  }

  /** The renderer itself, for exports. */
  get renderer(): { readonly sigma: Sigma; readonly words: Writing } {
    return { sigma: this.sigma, words: this.words };
  }

  /** Ends it. */
  kill(): void {
    this.endCovers();
    this.sigma.kill();
  }
}
