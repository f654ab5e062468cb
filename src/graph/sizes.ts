import type { Engine, ReadOptions } from "../engine/engine.js";
import type { GraphModel, Kind, RelationshipType, Side } from "./model.js";
import { contents } from "./statements/contents.js";
import { largestDegrees } from "./statements/sizes.js";
import { walksFrom } from "./walks.js";

/** How long what was read of the sizes is taken for what they are, in milliseconds. */
const FRESH_MS = 10_000;
/** Reading them takes at most this share of the time. */
const MOST_SHARE = 20;
/** How long the largest degrees may take to be read, in milliseconds. */
const TIMEOUT_MS = 120_000;

/** How large a graph is, for estimates of what a question may cost. */
export class GraphSizes {
  readonly entities: number;
  readonly relationships: number;

  /**
   * @param counts of entities by kind, and of relationships by type.
   * @param degrees the largest, by {@link degreeKey}; what is not there is not known.
   */
  constructor(
    model: GraphModel,
    private readonly counts: ReadonlyMap<string, number>,
    private readonly degrees: ReadonlyMap<string, number>,
  ) {
    const sum = (items: Iterable<string>): number => [...items].reduce((total, item) => total + this.count(item), 0);
    this.entities = sum(model.kinds.keys());
    this.relationships = sum(model.relationships.keys());
  }

  /** How many entities there are of a kind, or relationships of a type. */
  count(item: string): number {
    return this.counts.get(item) ?? 0;
  }

  /** The most relationships of a type that an entity of a kind has at an end; Infinity where it is not known. */
  largestDegree(kind: Kind, relationship: RelationshipType, side: Side): number {
    return this.degrees.get(degreeKey(kind, relationship, side)) ?? Infinity;
  }
}

function degreeKey({ name }: Kind, { type }: RelationshipType, side: Side): string {
  return `${name} ${type} ${side}`;
}

/** The sizes of a graph as they were a short time ago; read again where the counts have changed. */
export class SizesCache {
  private known: GraphSizes | undefined;
  private seen = "";
  private reading: Promise<void> | undefined;
  private staleAt = 0;
  private readonly stopped = new AbortController();

  constructor(
    private readonly engine: Engine,
    private readonly model: GraphModel,
  ) {}

  /** The sizes last read, which begins to read newer ones where these are old; undefined until some were read. */
  current(): GraphSizes | undefined {
    if (performance.now() >= this.staleAt) void this.refresh();
    return this.known;
  }

  /** Reads nothing more, so that the engine can be closed; resolves when nothing is being read. */
  async stop(): Promise<void> {
    this.staleAt = Infinity;
    this.stopped.abort();
    await this.reading;
  }

  /** Reads the sizes; without a database they stay as they were. */
  refresh(): Promise<void> {
    this.reading ??= this.read()
      .catch(() => {
        if (!this.stopped.signal.aborted) this.staleAt = performance.now() + FRESH_MS;
      })
      .finally(() => {
        this.reading = undefined;
      });
    return this.reading;
  }

  private async read(): Promise<void> {
    const started = performance.now();
    const rows = (await this.engine.read(contents(this.model), this.options)) as readonly (readonly [string, number])[];
    const seen = JSON.stringify(rows);
    if (seen !== this.seen) {
      const counts = new Map(rows);
      this.known ??= new GraphSizes(this.model, counts, new Map());
      this.known = new GraphSizes(this.model, counts, await this.readDegrees());
      this.seen = seen;
    }
    const took = performance.now() - started;
    if (!this.stopped.signal.aborted) this.staleAt = started + Math.max(FRESH_MS, MOST_SHARE * took);
  }

  private get options(): ReadOptions {
    return { timeoutMs: TIMEOUT_MS, signal: this.stopped.signal };
  }

  private async readDegrees(): Promise<Map<string, number>> {
    const degrees = new Map<string, number>();
    for (const kind of this.model.kinds.values()) {
      const walks = walksFrom(this.model, kind, { types: [...this.model.relationships.keys()] });
      if (walks.length === 0) continue;
      const [row = []] = await this.engine.read(largestDegrees(kind, walks), this.options);
      walks.forEach(({ relationship, side }, index) => {
        degrees.set(degreeKey(kind, relationship, side), (row[index] as number | null) ?? 0);
      });
    }
    return degrees;
  }
}
