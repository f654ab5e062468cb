import type { GraphQLResolveInfo } from "graphql";
import { BadInput } from "../../errors.js";
import type { RequestContext } from "../../graph/context.js";
import type { Graph } from "../../graph/graph.js";
import { type GraphModel, isKind, type Kind, ownerOf, type RelationshipType } from "../../graph/model.js";
import { fingerprint, type Page, readPage, toConnection } from "../../graph/page.js";
import { askedOf, type Selection, selectionOf } from "../../graph/selection.js";
import { Columns } from "../../graph/statements/columns.js";
import { daysBetween, today as serverDay } from "../shared/dates.js";
import { askedBelow, known, readEntities } from "../shared/entities.js";
import { told } from "../shared/truncation.js";
import { overdueOf, type ProjectRecord, waitingOf } from "./project-progress.js";
import { datedKind, type DatedKind, type Entry, entryOf, ownEntries, undatedEntries } from "./timeline-entries.js";
import type { TimelineArgs, TimelineConnection } from "./timeline-schema.js";
import { countDatedAround, datedAround, propertiesOfOne, stepsReached } from "./timeline-statements.js";
import { comparePositions, type Position, type Step } from "./timeline-steps.js";

/** Most milestones of one entity that are told apart by their step. */
const MOST_STEPS = 1_000;
const PROJECT = "PROJECT";
const PROJECT_RECORD = ["status", "statusAsOf"];

const RELATIONSHIPS = [
  ["edges", "node", "relationship"],
  ["nodes", "relationship"],
  ["waitsAt", "relationship"],
];
const ENTITIES = [
  ["edges", "node", "entity"],
  ["nodes", "entity"],
  ["waitsAt", "milestone"],
];

function kindOf(model: GraphModel, id: string): Kind {
  const owner = ownerOf(model, id);
  if (isKind(owner)) return owner;
  throw new BadInput(
    `timeline(id): expected the id of an entity, as project:… or fund:…, but got ${JSON.stringify(id)}; search for the name to find it.`,
  );
}

/** What one request asks of a timeline. */
class Reading {
  private readonly columns: Columns;

  constructor(
    private readonly graph: Graph,
    private readonly id: string,
    readonly around: DatedKind,
    selection: Selection,
  ) {
    this.columns = Columns.for(graph.model, around.types, askedBelow(selection, RELATIONSHIPS));
  }

  /** What is recorded of the entity itself; undefined where there is none. */
  async record(): Promise<ProjectRecord | undefined> {
    const { kind, own } = this.around;
    const names = [...new Set([...own, ...(kind.value === PROJECT ? PROJECT_RECORD : [])])];
    const [row] = await this.graph.read(propertiesOfOne(this.id, names));
    return row && Object.fromEntries(names.map((name, index) => [name, (row[index + 1] ?? null) as string | null]));
  }

  /** The milestones that it reached, and whether there are more. */
  async steps(): Promise<{ readonly steps: readonly Step[]; readonly more: boolean }> {
    const reached = this.graph.model.relationships.get("REACHED") as RelationshipType;
    if (!reached.from.has(this.around.kind.name)) return { steps: [], more: false };
    const rows = await this.graph.read(stepsReached(this.id, this.columns, MOST_STEPS + 1));
    const steps = new Map<string, Step>();
    for (const row of rows.slice(0, MOST_STEPS)) {
      const [id, date, step] = row as readonly [string, string | null, number | null];
      // Said to be reached again, it is the same milestone: the least step tells its place.
      if (steps.has(id)) continue;
      steps.set(id, { id, date, step, relationship: { ...this.columns.at(row, 3), fromId: this.id, toId: id } });
    }
    return { steps: [...steps.values()], more: rows.length > MOST_STEPS };
  }

  /** What is dated around it, from a place on. */
  async dated(start: Position | undefined, limit: number, steps: readonly Step[]): Promise<Entry[]> {
    if (this.around.branches.length === 0) return [];
    const rows = await this.graph.read(datedAround(this.id, this.around.branches, start, this.columns, limit));
    const byMilestone = new Map(steps.map(({ id, step }) => [id, step]));
    return rows.map((row) => entryOf(this.graph.model, row, this.columns, byMilestone));
  }

  /** How much is dated around it. */
  async count(): Promise<number> {
    if (this.around.branches.length === 0) return 0;
    const [row] = await this.graph.read(countDatedAround(this.id, this.around.branches));
    return (row?.[0] as number | null | undefined) ?? 0;
  }
}

/** Where a page begins: after a position, and the last date up to there. */
interface Start extends Position {
  readonly lastDate: string | null;
}

/** The place that a cursor names. */
function startOf({ after }: Page): Start | undefined {
  if (!after) return undefined;
  const [date, rank, step, owner, property, lastDate] = after as readonly [
    string,
    number,
    number,
    string,
    string,
    string | null,
  ];
  return { date, rank, step, owner, property, lastDate };
}

/** An entry in its place, with the last date up to it and the days since the one before that. */
interface Placed {
  readonly entry: Entry;
  readonly lastDate: string | null;
  readonly days: number | null;
}

/** The entries of a page in order, and one more where there is more. */
function onPage(entries: readonly Entry[], start: Start | undefined, size: number): Placed[] {
  const later = entries.filter(({ at }) => !start || comparePositions(at, start) > 0);
  later.sort((a, b) => comparePositions(a.at, b.at));
  let lastDate = start?.lastDate ?? null;
  return later.slice(0, size + 1).map((entry) => {
    const days = daysBetween(lastDate, entry.date);
    lastDate = entry.date ?? lastDate;
    return { entry, lastDate, days };
  });
}

/** Everything dated around an entity, in order; of a project also what it waits for and what is overdue. */
export async function timeline(
  { graph, limits }: RequestContext,
  args: TimelineArgs,
  info: GraphQLResolveInfo,
): Promise<TimelineConnection | null> {
  const kind = kindOf(graph.model, args.id);
  const selection = selectionOf(info);
  const asked = askedOf(selection);
  const page = readPage("timeline", args, limits, fingerprint("timeline", args.id), 6);
  const reading = new Reading(graph, args.id, datedKind(graph.model, kind), selection);
  const start = startOf(page);
  const [record, { steps, more }, count] = await Promise.all([
    reading.record(),
    reading.steps(),
    asked.total ? reading.count() : 0,
  ]);
  if (!record) return null;
  const besides = [...ownEntries(args.id, reading.around, record), ...undatedEntries(graph.model, steps)];
  const around = asked.rows ? await reading.dated(start, page.size + 1, steps) : [];
  const placed = asked.rows ? onPage([...besides, ...around], start, page.size) : [];
  const waiting = kind.value === PROJECT ? waitingOf(record, steps) : null;
  const ids = [...placed.map(({ entry }) => entry.entityId), ...(waiting?.last ? [waiting.last.id] : [])];
  const entities = await readEntities(graph, ids, askedBelow(selection, ENTITIES));
  const rows = placed.map(({ entry: { at, entityId, ...entry }, lastDate, days }) => ({
    edge: { node: { ...entry, entity: known(entities, entityId), daysSincePrevious: days } },
    keys: [at.date, at.rank, at.step, at.owner, at.property, lastDate],
  }));
  return {
    ...toConnection(page, rows, asked),
    totalCount: asked.total ? count + besides.length : 0,
    waitsAt: waiting && {
      ...waiting,
      milestone: (waiting.last && entities.get(waiting.last.id)) ?? null,
      relationship: waiting.last?.relationship ?? null,
    },
    overdue: kind.value === PROJECT ? overdueOf(record, kind.properties, args.today ?? serverDay()) : null,
    ...told(
      more
        ? {
            code: "MILESTONES",
            limit: MOST_STEPS,
            reason: `More than ${MOST_STEPS} milestones were reached; those beyond have no place by their step.`,
          }
        : null,
    ),
  };
}
