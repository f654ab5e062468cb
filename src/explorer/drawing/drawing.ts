import EdgeCurveProgram, { EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import { createNodeImageProgram } from "@sigma/node-image";
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeLineProgram } from "sigma/rendering";
import type { CameraState } from "sigma/types";
import { animateNodes } from "sigma/utils";
import type { Placed, Point, Relationship } from "../state/picture.js";
import type { View } from "../state/store.js";
import type { Language } from "../state/words.js";
import { cameraFor, frameOf, pixelsAUnit, viewOf } from "./camera.js";
import { letDrag } from "./dragging.js";
import { writeLabels, type Writing } from "./labels.js";
import { CLEAR, edgeLook, nodeLook, radiusOf, type DrawnEdge, type DrawnNode } from "./styles.js";
import type { Stand } from "./symbols.js";

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

/** More lines than this are left out while the picture moves. */
const MANY_LINES = 4000;

function still(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** The picture on the screen: Sigma over a graph of what is shown, with names of our own placing. */
export class Drawing {
  private readonly graph = new MultiDirectedGraph();
  private readonly sigma: Sigma;
  private readonly writing: CanvasRenderingContext2D;
  private scene: Scene = { nodes: [], relationships: [], language: "zh", stands: new Map(), strong: new Set() };
  private words: Writing = { labels: new Map(), order: [], headings: [], lineLabels: [] };
  private isAll = true;
  /** While all of it is being brought into sight. */
  private fitting = false;

  constructor(
    private readonly container: HTMLElement,
    private readonly handlers: Handlers,
  ) {
    this.sigma = new Sigma(this.graph, container, {
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: true,
      defaultDrawNodeHover: () => undefined,
      defaultNodeColor: CLEAR,
      defaultNodeType: "symbol",
      nodeProgramClasses: {
        symbol: createNodeImageProgram({
          keepWithinCircle: false,
          size: { mode: "force", value: 96 },
          debounceTimeout: null,
        }),
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
    this.writing = this.writingLayer();
    this.listen();
  }

  private writingLayer(): CanvasRenderingContext2D {
    const canvas = this.sigma.createCanvas("writing", { afterLayer: "nodes", style: { pointerEvents: "none" } });
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    this.sigma.on("resize", () => {
      this.sizeWriting(canvas);
      if (this.isAll) this.fit(false);
    });
    this.sizeWriting(canvas);
    this.sigma.on("afterRender", () => {
      const { width, height } = this.sigma.getDimensions();
      context.clearRect(0, 0, width, height);
      writeLabels(this.sigma, context, this.words);
    });
    return context;
  }

  private sizeWriting(canvas: HTMLCanvasElement): void {
    const { width, height } = this.sigma.getDimensions();
    const density = devicePixelRatio || 1;
    canvas.width = width * density;
    canvas.height = height * density;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    canvas.getContext("2d")?.scale(density, density);
  }

  private listen(): void {
    const { sigma, handlers } = this;
    sigma.on("clickNode", ({ node }) => {
      handlers.onNode(node);
    });
    sigma.on("doubleClickNode", ({ node, event }) => {
      event.preventSigmaDefault();
      handlers.onNodeTwice(node);
    });
    sigma.on("clickEdge", ({ edge }) => {
      handlers.onRelationship(edge);
    });
    sigma.on("clickStage", () => {
      handlers.onNothing();
    });
    sigma.on("enterNode", ({ node }) => {
      this.container.style.cursor = "pointer";
      handlers.onHover(node);
    });
    sigma.on("leaveNode", () => {
      this.container.style.cursor = "";
      handlers.onHover(null);
    });
    sigma.on("enterEdge", () => (this.container.style.cursor = "pointer"));
    sigma.on("leaveEdge", () => (this.container.style.cursor = ""));
    sigma.getCamera().on("updated", () => {
      if (this.fitting) return;
      this.isAll = false;
      handlers.onView(viewOf(sigma));
    });
    letDrag(sigma, this.graph, handlers.onMoved);
  }

  /** Draws what is to be seen: what was there moves to its place, what is new appears, what is gone goes. */
  show(scene: Scene, words: Writing): void {
    const before = this.scene;
    this.scene = scene;
    this.words = words;
    const sameGraph = before.nodes === scene.nodes && before.relationships === scene.relationships;
    if (!sameGraph) this.change(scene);
    this.sigma.setSetting("hideEdgesOnMove", scene.relationships.length > MANY_LINES);
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

  /** Brings all of it into sight. */
  fit(animated = true): void {
    const frame = frameOf(this.scene.nodes, this.words);
    if (!frame) return;
    this.isAll = true;
    this.fitting = true;
    this.lookFrom(cameraFor(this.sigma, frame, this.scene.language), animated, () => (this.fitting = false));
    this.handlers.onView(null);
  }

  /** Looks at it as another reader did. */
  look(view: View): void {
    const at = this.sigma.viewportToFramedGraph(this.sigma.graphToViewport(view));
    this.lookFrom({ x: at.x, y: at.y, ratio: view.ratio, angle: 0 }, false);
  }

  /** Brings one node into sight without changing the scale, if it is not. */
  reveal(id: string): void {
    const data = this.sigma.getNodeDisplayData(id);
    if (!data) return;
    const { width, height } = this.sigma.getDimensions();
    const { x, y } = this.sigma.framedGraphToViewport(data);
    if (x > 40 && y > 40 && x < width - 40 && y < height - 40) return;
    this.lookFrom({ ...this.sigma.getCamera().getState(), x: data.x, y: data.y }, true);
  }

  /** Goes closer or further away. */
  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    this.lookFrom({ ...camera.getState(), ratio: camera.getBoundedRatio(camera.ratio * factor) }, true);
  }

  private lookFrom(state: Partial<CameraState>, animated: boolean, done: () => void = () => undefined): void {
    const camera = this.sigma.getCamera();
    if (animated && !still()) {
      void camera.animate(state, { duration: 350 }).then(done);
      return;
    }
    camera.setState(state);
    done();
  }

  /** How many units of the picture a pixel takes. */
  get unitsAPixel(): number {
    return 1 / pixelsAUnit(this.sigma);
  }

  /** The renderer itself, for exports. */
  get renderer(): { readonly sigma: Sigma; readonly words: Writing; readonly context: CanvasRenderingContext2D } {
    return { sigma: this.sigma, words: this.words, context: this.writing };
  }

  /** Ends it. */
  kill(): void {
    this.sigma.kill();
  }
}
