import fc from "fast-check";
import { entities, maybe, named, relationships, type Drawn } from "./drawn-rows.js";
import type { Row } from "./rows.js";

const PROVINCES = named("region", "p0", "p1");
const PREFECTURES = named("region", "q0", "q1", "q2");
const COUNTIES = named("region", "r0", "r1");
const ZONES = named("zone", "0", "1", "2");
const CHAINS = named("chain", "0", "1", "2", "3");
const STAGES = named("stage", "0", "1", "2", "3", "4");
const COMPANIES = named("company", "0", "1", "2", "3", "4", "5");
const PROJECTS = named("project", "0", "1", "2", "3", "4", "5");
const PRODUCTS = named("product", "0", "1");
const MEMBERS = [...COMPANIES, ...PROJECTS];

const cited = fc.constantFrom(undefined, [], ["source:page|A1|2"]);

const ENTITIES = [
  entities(PROVINCES, fc.constant({ level: "PROVINCE" })),
  entities(PREFECTURES, fc.constant({ level: "PREFECTURE" })),
  entities(COUNTIES, fc.constant({ level: "COUNTY" })),
  entities([...ZONES, ...STAGES, ...COMPANIES, ...PRODUCTS, "industry:0"]),
  entities(CHAINS, fc.record({ extendedCompanyCount: maybe(fc.nat(9)), installedMw: maybe(fc.nat(9)) })),
  entities(
    PROJECTS,
    fc.record({
      status: maybe(fc.constantFrom("PLANNED", "SIGNED", "IN_PRODUCTION")),
      investmentCny: maybe(fc.nat(1000)),
      installedMw: maybe(fc.nat(50)),
      areaMu: maybe(fc.nat(50)),
      annualOutput: maybe(fc.nat(9)),
      annualOutputUnit: maybe(fc.constantFrom("GW", "ｔ", "𠮷")),
    }),
  ),
];

const RELATIONSHIPS = (
  [
    { type: "located-in", from: PREFECTURES, to: PROVINCES, most: 4 },
    { type: "located-in", from: COUNTIES, to: [...PREFECTURES, ...PROVINCES], most: 3 },
    { type: "located-in", from: ZONES, to: [...COUNTIES, ...PREFECTURES], most: 4 },
    { type: "located-in", from: MEMBERS, to: [...ZONES, ...COUNTIES, ...PREFECTURES, ...PROVINCES], most: 14 },
    { type: "part-of", from: CHAINS, to: CHAINS, most: 4, forward: true },
    { type: "part-of", from: CHAINS, to: ["industry:0"], most: 1 },
    { type: "has-stage", from: CHAINS, to: STAGES, most: 9, more: fc.record({ rank: maybe(fc.nat(3)) }) },
    { type: "feeds", from: STAGES, to: STAGES, most: 7 },
    { type: "joins", from: MEMBERS, to: [...CHAINS, ...STAGES, ...STAGES, "industry:0"], most: 20 },
    { type: "leads", from: MEMBERS, to: CHAINS, most: 5 },
    { type: "produces", from: [...STAGES, ...COMPANIES], to: PRODUCTS, most: 4 },
    { type: "develops", from: ZONES, to: [...CHAINS, "industry:0"], most: 6 },
    { type: "lacks", from: [...ZONES, ...CHAINS], to: STAGES, most: 6, more: fc.record({ citations: cited }) },
    { type: "supplies", from: MEMBERS, to: MEMBERS, most: 8 },
    { type: "builds", from: COMPANIES, to: PROJECTS, most: 6 },
    { type: "owns", from: COMPANIES, to: MEMBERS, most: 3 },
    { type: "part-of", from: PROJECTS, to: PROJECTS, most: 2, forward: true },
  ] as const satisfies readonly Drawn[]
).map(relationships);

/**
 * Places, chains and who stands in them: chains that are parts of others, stages that several chains have and that feed
 * each other in circles, members of several chains and places or of none, statements without a citation.
 */
export const generatedIndustries: fc.Arbitrary<readonly Row[]> = fc
  .tuple(...ENTITIES, ...RELATIONSHIPS)
  .map((parts) => parts.flat());
