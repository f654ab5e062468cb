import type Sigma from "sigma";
import type { CameraState } from "sigma/types";
import { NO_WORDS, placeTexts, writeTexts, type Text, type Writing } from "./labels.js";

/** After which time without movement a picture rests: texts get new places, others are told from where it is looked at. */
export const REST_MS = 120;

/** By how much closer or further a picture is before its texts get new places while it moves. */
const STEP = 1.35;

/** The layer of names over the picture: while the picture moves they go with it, and get new places when it rests. */
export class WritingLayer {
  private readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private words = NO_WORDS;
  private texts: readonly Text[] = [];
  /** From where the picture was looked at when its texts got their places; null where they need new ones. */
  private placedAt: CameraState | null = null;
  private rest: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly sigma: Sigma) {
    this.canvas = sigma.createCanvas("writing", { afterLayer: "nodes", style: { pointerEvents: "none" } });
    this.context = this.canvas.getContext("2d") as CanvasRenderingContext2D;
    this.size();
    sigma.on("resize", () => {
      this.size();
    });
    sigma.on("afterRender", () => {
      this.draw();
    });
    sigma.on("kill", () => {
      clearTimeout(this.rest);
    });
  }

  /** What is to be written from now on. */
  show(words: Writing): void {
    this.words = words;
    this.placedAt = null;
  }

  /** Gives texts new places with the next drawing: the picture is looked at from elsewhere at once. */
  placeAnew(): void {
    this.placedAt = null;
  }

  private size(): void {
    const { width, height } = this.sigma.getDimensions();
    const density = devicePixelRatio || 1;
    this.canvas.width = width * density;
    this.canvas.height = height * density;
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.context.scale(density, density);
    this.placedAt = null;
  }

  private draw(): void {
    const { sigma, context } = this;
    const now = sigma.getCamera().getState();
    const before = this.placedAt;
    const hasMoved = before !== null && (before.x !== now.x || before.y !== now.y || before.ratio !== now.ratio);
    const scale = before === null ? 1 : Math.max(before.ratio / now.ratio, now.ratio / before.ratio);
    clearTimeout(this.rest);
    if (hasMoved && scale < STEP)
      this.rest = setTimeout(() => {
        this.placedAt = null;
        this.draw();
      }, REST_MS);
    else {
      this.texts = placeTexts(sigma, context, this.words);
      this.placedAt = now;
    }
    const { width, height } = sigma.getDimensions();
    context.clearRect(0, 0, width, height);
    writeTexts(sigma, context, this.texts);
  }
}
