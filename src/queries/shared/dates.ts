/** Whether something holds at a time: dates of a coarse precision leave it open. */
export type Validity = "YES" | "PERHAPS" | "NO";

const DAY = 10;
const MS_A_DAY = 86_400_000;

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Whether a partial date names a day. */
export function isDay(date: string): boolean {
  return date.length === DAY;
}

/** The first day of a partial date. */
export function beginningOf(date: string): string {
  return `${date}-01-01`.slice(0, DAY);
}

/** The last day of a partial date. */
export function endOf(date: string): string {
  if (isDay(date)) return date;
  const [year, month = "12"] = date.split("-");
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, DAY);
}

/** The days from one to another, both exact; null where either is not. */
export function daysBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null || !isDay(from) || !isDay(to)) return null;
  return Math.round((timeOf(to) - timeOf(from)) / MS_A_DAY);
}

/**
 * Whether what holds from one date until another, both included, holds at all of a third. A missing date is no bound. A
 * date that is only a year may mean any of its days: where that decides, the answer is PERHAPS.
 */
export function validAt(asOf: string, from: string | null, until: string | null): Validity {
  const [first, last] = [beginningOf(asOf), endOf(asOf)];
  if ((from !== null && last < beginningOf(from)) || (until !== null && first > endOf(until))) return "NO";
  const begun = from === null || endOf(from) <= first;
  const lasting = until === null || last <= beginningOf(until);
  return begun && lasting ? "YES" : "PERHAPS";
}

/** The date of the server's clock and time zone, as a day. */
export function today(now = new Date()): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0")).join("-");
}
