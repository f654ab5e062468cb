import fc from "fast-check";
import { entities, maybe, named, relationships, type Drawn } from "./drawn-rows.js";
import type { Row } from "./rows.js";

const COMPANIES = named("company", "0", "1", "2", "3");
const FUNDS = named("fund", "0", "1", "2", "3");
const PROJECTS = named("project", "0", "1");
const OTHERS = ["person:0", "zone:0"];
const PARTIES = [...COMPANIES, ...FUNDS, ...OTHERS];

/** Dates of every precision that overlap, follow and contain each other. */
export const DATES = ["2021", "2022", "2022-03", "2022-03-10", "2022-12-31", "2023-01"] as const;

const dates = fc.constantFrom(...DATES);
const percent = fc.constantFrom(undefined, undefined, 0, 10, 30, 50, 60, 100);
const amount = fc.constantFrom(undefined, 0, 100, 300);

/** From when until when; never ended before it began, whatever days are meant. */
const period = fc
  .record({ validFrom: maybe(dates), validTo: maybe(dates) })
  .map(({ validFrom, validTo }) =>
    validFrom === undefined || validTo === undefined || validFrom <= `${validTo}~`
      ? { validFrom, validTo }
      : { validFrom },
  );

const owned = fc.tuple(percent, period).map(([sharePercent, when]) => ({ sharePercent, ...when }));

const RELATIONSHIPS = (
  [
    { type: "owns", from: PARTIES, to: [...COMPANIES, ...PROJECTS], most: 8, more: owned, again: 3 },
    {
      type: "subscribes",
      from: PARTIES,
      to: FUNDS,
      most: 6,
      more: fc.record({ sharePercent: percent, amountCny: amount }),
      again: 2,
    },
    { type: "sub-fund-of", from: FUNDS, to: FUNDS, most: 3 },
    {
      type: "funds",
      from: [...FUNDS, "company:0"],
      to: [...PROJECTS, ...COMPANIES],
      most: 4,
      more: fc.record({ amountCny: amount, form: fc.constantFrom(undefined, "LOAN", "GRANT") }),
      again: 3,
    },
    { type: "targets", from: FUNDS, to: ["industry:0", "chain:0"], most: 3 },
    { type: "founded", from: PARTIES, to: FUNDS, most: 3 },
    { type: "manages", from: COMPANIES, to: FUNDS, most: 3 },
  ] as const satisfies readonly Drawn[]
).map(relationships);

/**
 * Webs of stakes: several rows between the same two, of oneself, in circles, with shares unknown, computed from amounts or coming to more
 * than 100, held for a time; funds of funds, and what funds give, aim at, are founded and managed by.
 */
export const generatedStakes: fc.Arbitrary<readonly Row[]> = fc
  .tuple(
    entities([...COMPANIES, ...PROJECTS, ...OTHERS, "industry:0", "chain:0"]),
    entities(FUNDS, fc.record({ sizeCny: fc.constantFrom(undefined, 0, 400) })),
    ...RELATIONSHIPS,
  )
  .map((parts) => parts.flat());
