import type { Property, Words } from "../../graph/model.js";
import { byCodePoint } from "../../graph/text-order.js";
import { beginningOf, daysBetween, endOf } from "../shared/dates.js";
import type { OverdueTarget, ProjectWaiting } from "./timeline-schema.js";
import type { Step } from "./timeline-steps.js";

/** What comes next at each status of a project; nothing does when it is in production. */
const NEXT: Readonly<Record<string, Words>> = {
  PLANNED: { zh: "签约", en: "signing" },
  SIGNED: { zh: "开工", en: "start of construction" },
  UNDER_CONSTRUCTION: { zh: "建成", en: "completion" },
  AWAITING_PRODUCTION: { zh: "投产", en: "start of production" },
};
const DONE = "IN_PRODUCTION";

/** The statuses that report what a target date is set for. */
const MET: Readonly<Record<string, readonly string[]>> = {
  targetStartDate: ["UNDER_CONSTRUCTION", "AWAITING_PRODUCTION", DONE],
  targetDate: [DONE],
};

/** What is recorded of a project itself, by property. */
export type ProjectRecord = Readonly<Record<string, string | null | undefined>>;

/** Which step a project waits at, before its milestone is read. */
export interface Waiting extends Omit<ProjectWaiting, "milestone" | "relationship"> {
  /** The last milestone that it reached. */
  readonly last: Step | undefined;
}

/** The last milestone: by step where any is recorded, otherwise by date. */
function lastOf(steps: readonly Step[]): Step | undefined {
  const placed = steps.filter(({ step }) => step !== null);
  if (placed.length > 0) return placed.at(-1);
  return steps
    .filter(({ date }) => date !== null)
    .reduce<Step | undefined>((last, one) => {
      return last && (last.date as string) >= (one.date as string) ? last : one;
    }, undefined);
}

/** Which step a project waits at, and since when; null when it is in production, or nothing is recorded of its course. */
export function waitingOf({ status = null, statusAsOf = null }: ProjectRecord, steps: readonly Step[]): Waiting | null {
  const last = lastOf(steps);
  if (status === DONE || (status === null && !last)) return null;
  const dates = steps.flatMap(({ date }) => date ?? []).sort(byCodePoint);
  return {
    status,
    statusAsOf,
    next: status === null ? null : (NEXT[status] ?? null),
    last,
    since: last?.date ?? null,
    notBefore: dates.at(-1) ?? null,
  };
}

/** The target dates that have wholly passed with no report of what they are set for. */
export function overdueOf(
  record: ProjectRecord,
  properties: ReadonlyMap<string, Property>,
  today: string,
): OverdueTarget[] {
  const { status = null, statusAsOf = null } = record;
  return Object.entries(MET).flatMap(([property, met]) => {
    const date = record[property];
    const words = properties.get(property)?.words;
    if (!date || !words || endOf(date) >= beginningOf(today) || (status !== null && met.includes(status))) return [];
    const daysOverdue = daysBetween(date, today);
    return [{ property, label: words.zh, labelEn: words.en, date, status, statusAsOf, daysOverdue }];
  });
}
