import type { Row } from "../../engine/engine.js";
import type { Graph } from "../../graph/graph.js";
import type { RelationshipType } from "../../graph/model.js";
import type { Selection } from "../../graph/selection.js";
import { Columns, type GraphObject } from "../../graph/statements/columns.js";
import { byCodePoint } from "../../graph/text-order.js";
import { validAt, type Validity } from "../shared/dates.js";
import type { Truncation } from "../shared/truncation.js";
import { type PathBounds, rowsOf, Shares, type Side, type StakePath, type StakeRow } from "./shares.js";
import { STAKES, stakesAt } from "./stake-statements.js";
import { type Warning, warningsOf } from "./stake-warnings.js";

/** Most stakes that one answer reads: a web of holdings larger than this says nothing in one picture. */
export const MOST_STAKES = 5_000;

/** What is asked of stakes. */
export interface StakeRequest {
  readonly root: string;
  /** The sides that the query asks about. */
  readonly sides: readonly Side[];
  readonly asOf: string | null;
  readonly maxDepth: number;
  readonly maxPaths: number;
  /** What is asked of the relationships, wherever they stand in the answer. */
  readonly relationship: Selection;
}

/** A relationship as the answer shows it, by id. */
export type Relationships = ReadonlyMap<string, GraphObject>;

/** All paths between the root and one other entity. */
export interface End {
  readonly id: string;
  readonly paths: readonly StakePath[];
}

/** The stakes around an entity, examined. */
export interface StakeWeb {
  readonly shares: Shares;
  readonly ends: Readonly<Record<Side, readonly End[]>>;
  readonly cycles: readonly StakePath[];
  readonly warnings: readonly Warning[];
  readonly truncation: Truncation | null;
  readonly relationships: Relationships;
}

/** A row of {@link stakesAt}, without the columns of the relationship. */
type ReadRow = readonly [
  holder: string,
  held: string,
  size: number | null,
  share: number | null,
  amount: number | null,
  from: string | null,
  until: string | null,
];

/** Reads stakes level by level, and keeps them by the id of their relationship. */
class Reading {
  readonly relationships = new Map<string, GraphObject>();
  /** Whether there are more than may be read. */
  full = false;
  private readonly stakes = new Map<string, StakeRow>();
  private readonly left = new Map<string, StakeRow>();
  private readonly columns: Columns;
  private read = 0;

  constructor(
    private readonly graph: Graph,
    private readonly request: StakeRequest,
  ) {
    const types = Object.keys(STAKES).map((type) => graph.model.relationships.get(type) as RelationshipType);
    this.columns = Columns.for(graph.model, types, request.relationship);
  }

  /** The stakes; one that says only that a fund has a sub-fund gives way to the subscription that carries it out. */
  all(): StakeRow[] {
    const joined = ({ holder, held }: StakeRow): string => `${holder} ${held}`;
    const bare = ({ id }: StakeRow): boolean => !isForward(this.relationships.get(id));
    const all = [...this.stakes.values()];
    const carried = new Set(all.filter((stake) => !bare(stake)).map(joined));
    return all.filter((stake) => !bare(stake) || !carried.has(joined(stake)));
  }

  /** Those on the way that have ended, in the order of their ids. */
  ended(): StakeRow[] {
    return [...this.left.keys()].sort(byCodePoint).map((id) => this.left.get(id) as StakeRow);
  }

  /** Follows stakes from the root until there are no more, or as far as is asked. */
  async follow(side: Side): Promise<void> {
    const seen = new Set([this.request.root]);
    let level = [this.request.root];
    // One level beyond the paths asked for tells whether they are cut.
    for (let depth = 0; depth <= this.request.maxDepth && level.length > 0; depth += 1) {
      const found = await this.at(level, side);
      for (const stake of found.ended) this.left.set(stake.id, stake);
      const far = new Set(found.stakes.map((stake) => stake[side === "holders" ? "holder" : "held"]));
      level = [...far].filter((id) => !seen.has(id)).sort(byCodePoint);
      for (const id of level) seen.add(id);
    }
  }

  /** Reads who else holds what is held: what is left to an unknown share depends on them. */
  async others(): Promise<void> {
    const held = new Set([...this.stakes.values()].map((stake) => stake.held));
    held.delete(this.request.root);
    if (held.size > 0) await this.at([...held].sort(byCodePoint), "holders");
  }

  private async at(ids: readonly string[], side: Side): Promise<Record<"stakes" | "ended", readonly StakeRow[]>> {
    const room = Math.max(0, MOST_STAKES - this.read);
    const rows = await this.graph.read(stakesAt(ids, side, this.columns, room + 1));
    if (rows.length > room) this.full = true;
    const kept = rows.slice(0, room).map((row) => this.stakeOf(row));
    this.read += kept.length;
    const stakes = kept.filter(({ valid }) => valid !== "NO").map(({ stake }) => stake);
    for (const stake of stakes) this.stakes.set(stake.id, stake);
    const ended = kept.filter(({ valid }) => valid === "NO").map(({ stake }) => stake);
    return { stakes, ended: this.request.asOf === null ? ended : [] };
  }

  private stakeOf(row: Row): { readonly stake: StakeRow; readonly valid: Validity } {
    const [holder, held, size, share, amount, from, until] = row as ReadRow;
    const object = this.columns.at(row, 7);
    const [fromId, toId] = isForward(object) ? [holder, held] : [held, holder];
    this.relationships.set(object.id, { ...object, fromId, toId });
    const { asOf } = this.request;
    const valid = asOf === null ? (until === null ? "YES" : "NO") : validAt(asOf, from, until);
    const computed = amount !== null && size !== null && size > 0 ? (amount / size) * 100 : undefined;
    const derived = share === null && computed !== undefined;
    const stake = { id: object.id, holder, held, percent: share ?? computed, derived, certain: valid === "YES" };
    return { stake, valid };
  }
}

/** Whether a relationship begins at the holder. */
function isForward(relationship: GraphObject | undefined): boolean {
  return STAKES[relationship?.["type"] as string] === true;
}

/** The paths at each far end, the nearest ends first. */
function endsOf(paths: readonly StakePath[], side: Side): End[] {
  const ends = new Map<string, StakePath[]>();
  for (const path of paths) {
    const id = side === "holders" ? path[0]?.holder : path.at(-1)?.held;
    if (id !== undefined) ends.set(id, [...(ends.get(id) ?? []), path]);
  }
  return [...ends].map(([id, its]) => ({ id, paths: its }));
}

function truncationOf(
  full: boolean,
  cuts: readonly (keyof PathBounds)[],
  { maxPaths, maxDepth }: StakeRequest,
): Truncation | null {
  const [cut] = cuts;
  if (full) {
    const reason = `More than ${MOST_STAKES} stakes are within reach; ask with a smaller maxDepth.`;
    return { code: "STAKES", limit: MOST_STAKES, reason };
  }
  if (cut === "maxPaths") {
    const reason = `There are more than ${maxPaths} paths on one side; ask with a larger maxPaths.`;
    return { code: "PATHS", limit: maxPaths, reason };
  }
  if (cut === "maxDepth") {
    const reason = `Some paths are longer than ${maxDepth} stakes; ask with a larger maxDepth.`;
    return { code: "DEPTH", limit: maxDepth, reason };
  }
  return null;
}

/** Reads and examines the stakes around an entity: a statement a level and side, and one for who else holds what is held. */
export async function examineStakes(graph: Graph, request: StakeRequest): Promise<StakeWeb> {
  const { root, sides, maxDepth, maxPaths } = request;
  const reading = new Reading(graph, request);
  for (const side of sides) await reading.follow(side);
  if (sides.includes("holdings")) await reading.others();
  const shares = new Shares(reading.all());
  const found = sides.map((side) => ({ side, ...shares.paths(root, side, { maxDepth, maxPaths }) }));
  const pathsOn = (wanted: Side): readonly StakePath[] => found.find(({ side }) => side === wanted)?.paths ?? [];
  const cycles = new Map(found.flatMap((item) => item.cycles.map((cycle) => [rowsOf(cycle).join(), cycle])));
  const all = found.flatMap(({ paths }) => paths);
  return {
    shares,
    ends: { holders: endsOf(pathsOn("holders"), "holders"), holdings: endsOf(pathsOn("holdings"), "holdings") },
    cycles: [...cycles.keys()].sort(byCodePoint).map((key) => cycles.get(key) as StakePath),
    warnings: warningsOf(shares, all, reading.ended()),
    truncation: truncationOf(
      reading.full,
      found.flatMap(({ cut }) => cut ?? []),
      request,
    ),
    relationships: reading.relationships,
  };
}
