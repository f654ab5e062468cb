import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginningOf, daysBetween, endOf, isDay, today, validAt } from "../../../src/queries/shared/dates.js";

/** Three whole months around a turn of the year, so that periods meet. */
const days = Array.from({ length: 91 }, (_, index) =>
  new Date(Date.UTC(2023, 11, 1) + index * 86_400_000).toISOString().slice(0, 10),
);
const partial = fc
  .tuple(fc.constantFrom(...days), fc.constantFrom(7, 10))
  .map(([day, precision]) => day.slice(0, precision));
const within = (date: string | null): readonly string[] =>
  date === null ? [] : days.filter((day) => day.startsWith(date));

describe("a partial date", () => {
  it("begins and ends on the days that it may mean", () => {
    expect([beginningOf("2024"), endOf("2024")]).toEqual(["2024-01-01", "2024-12-31"]);
    expect([beginningOf("2024-02"), endOf("2024-02")]).toEqual(["2024-02-01", "2024-02-29"]);
    expect([endOf("2023-02"), endOf("2023-12"), endOf("2023-12-05")]).toEqual([
      "2023-02-28",
      "2023-12-31",
      "2023-12-05",
    ]);
    expect([isDay("2024"), isDay("2024-02"), isDay("2024-02-29")]).toEqual([false, false, true]);
  });

  it("is so many days from another only where both are days", () => {
    expect(daysBetween("2023-03-10", "2023-05-26")).toBe(77);
    expect(daysBetween("2024-03-01", "2024-02-28")).toBe(-2);
    expect(daysBetween("2023-03", "2023-05-26")).toBeNull();
    expect(daysBetween("2023-03-10", null)).toBeNull();
  });

  it("of today is the clock's, in its own time zone", () => {
    expect(today(new Date(2026, 0, 5, 0, 30))).toBe("2026-01-05");
    expect(today(new Date(2026, 11, 31, 23, 30))).toBe("2026-12-31");
  });
});

describe("validity at a time", () => {
  it("is certain where every day that the dates may mean agrees, and open where they do not", () => {
    fc.assert(
      fc.property(partial, partial, partial, (asOf, from, until) => {
        fc.pre(beginningOf(from) <= endOf(until));
        const holds = within(asOf).flatMap((day) =>
          within(from).flatMap((begin) => within(until).map((end) => begin <= day && day <= end)),
        );
        const expected = holds.every(Boolean) ? "YES" : holds.some(Boolean) ? "PERHAPS" : "NO";
        expect(validAt(asOf, from, until)).toBe(expected);
      }),
    );
  });

  it("has no bound where a date is missing", () => {
    expect(validAt("1900", null, null)).toBe("YES");
    expect(validAt("2024-01-01", "2023", null)).toBe("YES");
    expect(validAt("2023-06", "2023", null)).toBe("PERHAPS");
    expect(validAt("2022", "2023", null)).toBe("NO");
    expect(validAt("2024", null, "2023-12-31")).toBe("NO");
  });
});
