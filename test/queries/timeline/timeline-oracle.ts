import { distinct, type Rows } from "../../support/folded.js";
import type { Row } from "../../support/rows.js";

/** An entry as it is answered. */
export interface FoldedEntry {
  readonly date: string | null;
  readonly step: number | null;
  readonly origin: "OWN" | "RELATIONSHIP" | "NEIGHBOUR";
  readonly property: string;
  readonly planned: boolean;
  readonly entity: string;
  readonly relationship: string | null;
  readonly days: number | null;
}

/** An entry with the id of what has the date; empty where nothing has. */
type Dated = FoldedEntry & { readonly owner: string };

interface Reached {
  readonly id: string;
  readonly date: string | null;
  readonly step: number | null;
  readonly relationship: string;
}

const TARGETS = ["targetStartDate", "targetDate"];
const NEXT: Readonly<Record<string, string>> = {
  PLANNED: "signing",
  SIGNED: "start of construction",
  UNDER_CONSTRUCTION: "completion",
  AWAITING_PRODUCTION: "start of production",
};
const STARTED = ["UNDER_CONSTRUCTION", "AWAITING_PRODUCTION", "IN_PRODUCTION"];

/** Whatever of a row reads as a date. */
function datesOf(row: Row): readonly (readonly [property: string, date: string])[] {
  return Object.entries(row).filter(
    (entry): entry is [string, string] =>
      !["id", "name", "from", "to"].includes(entry[0]) && /^\d{4}(-\d\d){0,2}$/.test(String(entry[1])),
  );
}

/** Days between two days, by counting on from one to the other. */
function daysFrom(one: string | null, other: string | null): number | null {
  if (one?.length !== 10 || other?.length !== 10) return null;
  const next = (day: string): string =>
    new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)) + 1))
      .toISOString()
      .slice(0, 10);
  let days = 0;
  for (let day = one; day !== other; day = next(day)) days += 1;
  return days;
}

/** Everything dated around an entity, and of a project what it waits for, by passes over all rows. */
export class FoldedTimeline {
  private readonly reached: readonly Reached[];

  constructor(
    private readonly rows: Rows,
    private readonly id: string,
  ) {
    // Reached twice, a milestone is told once, by the least step that is stated and the least relationship that states it.
    this.reached = rows.to(id, "reached").map((milestone) => {
      const its = rows.joins("reached").filter(({ from, to }) => from === id && to === milestone);
      const steps = its.map((row) => row["step"] as number | undefined).filter((step) => step !== undefined);
      const step = steps.length === 0 ? undefined : Math.min(...steps);
      const relationship = its.find((row) => row["step"] === step)?.id ?? "";
      const date = (rows.at(milestone)["date"] ?? null) as string | null;
      return { id: milestone, date, step: step ?? null, relationship };
    });
  }

  /** Those with a step, in its order. */
  private steps(): readonly (Reached & { readonly step: number })[] {
    return this.reached
      .filter((one): one is Reached & { step: number } => one.step !== null)
      .sort((one, other) => one.step - other.step);
  }

  private dated(): readonly Dated[] {
    const { rows, id } = this;
    const touching = rows.all.filter((row) => row["from"] === id || row["to"] === id);
    const farOf = (row: Row): string => (row["from"] === id ? row["to"] : row["from"]) as string;
    const rest = { step: null, days: null };
    const own = datesOf(rows.at(id)).map(([property, date]): Dated => {
      const planned = TARGETS.includes(property);
      return { ...rest, date, property, planned, origin: "OWN", entity: id, relationship: null, owner: id };
    });
    const between = touching.flatMap((row) =>
      datesOf(row).map(([property, date]): Dated => {
        const planned = row["planned"] === true;
        const [entity, relationship] = [farOf(row), row.id];
        return { ...rest, date, property, planned, origin: "RELATIONSHIP", entity, relationship, owner: row.id };
      }),
    );
    const around = distinct(touching.map(farOf).filter((far) => far !== id)).flatMap((far) =>
      datesOf(rows.at(far)).map(([property, date]): Dated => {
        const step = this.reached.find((one) => one.id === far)?.step ?? null;
        const relationship = distinct(touching.filter((row) => farOf(row) === far).map((row) => row.id))[0] ?? "";
        const planned = TARGETS.includes(property);
        return {
          date,
          step,
          days: null,
          property,
          planned,
          origin: "NEIGHBOUR",
          entity: far,
          relationship,
          owner: far,
        };
      }),
    );
    const key = ({ date, owner, property }: Dated): string => [date, owner, property].join("\n");
    return [...own, ...between, ...around].sort((one, other) => (key(one) < key(other) ? -1 : 1));
  }

  /** The entries in order: those with a date, then each milestone without one put in where its step says. */
  entries(): readonly FoldedEntry[] {
    const placed: Dated[] = [...this.dated()];
    const steps = this.steps();
    for (const { id, date, step, relationship } of steps) {
      if (date !== null) continue;
      const entry: Dated = {
        ...{ date, step, origin: "NEIGHBOUR", property: "step", planned: false, entity: id, relationship },
        ...{ days: null, owner: "" },
      };
      const earlier = steps.filter((other) => other.date !== null && other.step < step).at(-1);
      const later = steps.find((other) => other.date !== null && other.step >= step);
      if (earlier) placed.splice(endOf(placed, earlier.date as string, steps), 0, entry);
      else if (later)
        placed.splice(
          placed.findIndex((other) => other.date === later.date),
          0,
          entry,
        );
      else placed.push(entry);
    }
    let last: string | null = null;
    return placed.map(({ date, step, origin, property, planned, entity, relationship }) => {
      const days = daysFrom(last, date);
      last = date ?? last;
      return { date, step, origin, property, planned, entity, relationship, days };
    });
  }

  /** The status, what is next, the last milestone, its date, the latest date. */
  waitsAt(): readonly unknown[] | null {
    const { status = null, statusAsOf = null } = this.rows.at(this.id) as Readonly<Record<string, string | null>>;
    const steps = this.steps();
    const dates = this.reached.flatMap(({ date }) => date ?? []).sort();
    const latest = this.reached.find(({ date }) => date !== null && date === dates.at(-1));
    const last = steps.length > 0 ? steps.at(-1) : latest;
    if (status === "IN_PRODUCTION" || (status === null && !last)) return null;
    return [
      ...[status, statusAsOf, (status && NEXT[status]) ?? null],
      ...[last?.id ?? null, last?.relationship ?? null, last?.date ?? null, dates.at(-1) ?? null],
    ];
  }

  /** The targets that have passed at a day: the property, the date, for how many days. */
  overdue(today: string): readonly unknown[] {
    const row = this.rows.at(this.id) as Readonly<Record<string, string | undefined>>;
    const met = { targetStartDate: STARTED, targetDate: ["IN_PRODUCTION"] };
    return (["targetStartDate", "targetDate"] as const).flatMap((property) => {
      const date = row[property];
      // What follows the last day that a date can mean sorts after it with anything added.
      if (date === undefined || `${date}~` >= today || met[property].includes(row["status"] ?? "")) return [];
      return [[property, date, daysFrom(date, today)]];
    });
  }
}

/** The place after everything of a date, and after what was put there before. */
function endOf(placed: readonly Dated[], date: string, steps: readonly Reached[]): number {
  let end = placed.findLastIndex((entry) => entry.date === date) + 1;
  const isPutHere = ({ date: own, entity }: Dated): boolean => {
    if (own !== null) return false;
    const step = steps.find(({ id }) => id === entity)?.step ?? -1;
    return steps.some((other) => other.date === date && (other.step ?? Infinity) < step);
  };
  while (end < placed.length && isPutHere(placed[end] as Dated)) end += 1;
  return end;
}
