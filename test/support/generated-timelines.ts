import fc from "fast-check";
import { entities, maybe, named, relationships, type Drawn } from "./drawn-rows.js";
import type { Row } from "./rows.js";

const PROJECTS = named("project", "0", "1");
const FUNDS = named("fund", "0", "1");
const COMPANIES = named("company", "0", "1");
const MILESTONES = named("milestone", "0", "1", "2", "3", "4");

/** Dates of every precision, several of one beginning. */
const dates = fc.constantFrom("2022", "2022-01", "2022-01-01", "2022-02-28", "2022-03-01", "2023", "2023-01-01");
const date = maybe(dates);

const RELATIONSHIPS = (
  [
    {
      type: "reached",
      from: [...PROJECTS, ...FUNDS],
      to: MILESTONES,
      most: 10,
      more: fc.record({ step: maybe(fc.nat(4)) }),
    },
    { type: "funds", from: [...FUNDS, ...COMPANIES], to: PROJECTS, most: 5, more: fc.record({ date }) },
    {
      type: "owns",
      from: COMPANIES,
      to: [...COMPANIES, ...PROJECTS],
      most: 5,
      more: fc.record({ validFrom: date, validTo: date }),
    },
    { type: "located-in", from: [...PROJECTS, ...COMPANIES], to: ["zone:0"], most: 3 },
    {
      type: "partners-with",
      from: ["zone:0"],
      to: ["university:0"],
      most: 2,
      more: fc.record({ date, planned: maybe(fc.boolean()) }),
    },
  ] as const satisfies readonly Drawn[]
).map(relationships);

/** Projects, funds and what is dated around them: milestones with a date, a step, both or none; oneself's holdings. */
export const generatedTimelines: fc.Arbitrary<readonly Row[]> = fc
  .tuple(
    entities([...COMPANIES, "university:0"]),
    entities(FUNDS, fc.record({ stagesAsOf: date })),
    entities(MILESTONES, fc.record({ date })),
    entities(["zone:0"], fc.record({ statedAsOf: date })),
    entities(
      PROJECTS,
      fc.record({
        status: maybe(
          fc.constantFrom("PLANNED", "SIGNED", "UNDER_CONSTRUCTION", "AWAITING_PRODUCTION", "IN_PRODUCTION"),
        ),
        statusAsOf: date,
        targetStartDate: date,
        targetDate: date,
      }),
    ),
    ...RELATIONSHIPS,
  )
  .map((parts) => parts.flat());
