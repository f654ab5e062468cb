import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_STAKES } from "../../../src/queries/stakes/stakes.js";
import { engines } from "../../support/engines.js";
import { DATES, generatedStakes } from "../../support/generated-stakes.js";
import { assertOfGraphs } from "../../support/graph-property.js";
import { servedDataset } from "../../support/industry.js";
import { creating, joining, type Row } from "../../support/rows.js";
import { Rows } from "../../support/folded.js";
import { PlainWeb, rowIds, toldFirst, type PlainPath } from "./stakes-oracle.js";

interface Named {
  readonly id: string;
}

interface Share {
  readonly least: number;
  readonly most: number | null;
}

interface End {
  readonly entity: Named;
  readonly ultimate: boolean;
  readonly share: Share;
  readonly paths: readonly {
    readonly share: Share;
    readonly nodes: readonly Named[];
    readonly relationships: readonly Named[];
    readonly stakes: readonly { readonly basis: string; readonly share: Share; readonly relationship: Named }[];
  }[];
}

interface Stakes {
  readonly holders: readonly End[];
  readonly holdings: readonly End[];
  readonly cycles: readonly { readonly nodes: readonly Named[]; readonly relationships: readonly Named[] }[];
  readonly warnings: readonly {
    readonly code: string;
    readonly entity: Named;
    readonly relationships: readonly Named[];
  }[];
  readonly truncatedReason: string | null;
}

const SHARE = "share { least most }";
const PATHS = `paths { ${SHARE} nodes { id } relationships { id } stakes { basis ${SHARE} relationship { id } } }`;
const END = `{ entity { id } ultimate ${SHARE} ${PATHS} }`;
const REST =
  "cycles { nodes { id } relationships { id } } warnings { code entity { id } relationships { id } } truncatedReason";
const OWNERSHIP = `query ($id: ID!, $asOf: PartialDate, $maxDepth: Int! = 20, $maxPaths: Int! = 250) {
  ownership(party: $id, asOf: $asOf, maxDepth: $maxDepth, maxPaths: $maxPaths) { holders ${END} holdings ${END} ${REST} } }`;

const drawn = fc.record({
  rows: generatedStakes,
  asOf: fc.constantFrom(null, ...DATES),
  maxDepth: fc.integer({ min: 1, max: 3 }),
  maxPaths: fc.integer({ min: 1, max: 6 }),
});

const SIDES = ["holders", "holdings"] as const;

/** Whether two shares are the same but for what floating point adds. */
function close(one: number | null | undefined, other: number): void {
  expect(Math.abs((one ?? NaN) - other)).toBeLessThan(1e-6);
}

/** Checks ends against paths that were found by trial: who stands there, by which ways, with what share. */
function checkEnds(
  ends: readonly End[],
  web: PlainWeb,
  paths: readonly PlainPath[],
  side: (typeof SIDES)[number],
): void {
  const endOf = (path: PlainPath): string => (side === "holders" ? path[0]?.holder : path.at(-1)?.held) ?? "";
  expect(ends.map(({ entity }) => entity.id)).toEqual([...new Set(paths.map(endOf))]);
  for (const { entity, ultimate, share, paths: told } of ends) {
    const its = paths.filter((path) => endOf(path) === entity.id);
    expect(told.map(({ relationships }) => relationships.map(({ id }) => id))).toEqual(its.map(rowIds));
    expect(told.map(({ nodes }) => nodes.map(({ id }) => id))).toEqual(
      its.map((path) => [path[0]?.holder, ...path.map(({ held }) => held)]),
    );
    expect(told.map(({ stakes }) => stakes.map(({ basis, relationship }) => [basis, relationship.id]))).toEqual(
      its.map((path) => path.map(toldFirst).map(({ basis, id: row }) => [basis, row])),
    );
    its.forEach((path, index) => {
      close(told[index]?.share.least, web.least(path));
      close(told[index]?.share.most, web.most(path));
    });
    const near = side === "holders" ? "held" : "holder";
    expect(ultimate).toBe(!web.stakes.some((stake) => stake[near] === entity.id));
    close(
      share.least,
      its.reduce((sum, path) => sum + web.least(path), 0),
    );
  }
}

/** Checks the most that a share can be: exactly, but where something runs in a circle, which may be told too high. */
function checkMost(ends: readonly End[], web: PlainWeb, paths: readonly PlainPath[], circles: boolean): void {
  for (const { share, paths: told } of ends) {
    const ids = told.map(({ relationships }) => relationships.map(({ id }) => id).join());
    const its = paths.filter((path) => ids.includes(rowIds(path).join()));
    const exact = web.mostOver(its);
    if (!circles) close(share.most, exact);
    expect(share.most ?? NaN).toBeGreaterThan(exact - 1e-6);
    expect(share.most ?? NaN).toBeLessThan(its.reduce((sum, path) => sum + web.most(path), 0) + 1e-6);
  }
}

describe.each(engines)("stakes of generated webs on $name", (tested) => {
  const served = servedDataset(tested);
  const ask = async (variables: object): Promise<Stakes> => (await served.ask(OWNERSHIP, variables)).value as Stakes;

  it("are what all simple paths come to, with every circle and every doubt", async () => {
    await assertOfGraphs(
      served,
      drawn,
      { together: 2, runs: 12 },
      ({ rows }) => rows,
      async (stored, { asOf }) => {
        const rows = new Rows(stored);
        const web = new PlainWeb(rows, asOf);
        for (const id of [...rows.ids("company").slice(0, 2), ...rows.ids("fund").slice(0, 2)]) {
          const answer = await ask({ id, asOf });
          const circles = answer.cycles.map(({ relationships }) => relationships.map((one) => one.id));
          expect(circles.map((circle) => [...circle].sort().join()).sort()).toEqual(web.cycles(id));
          for (const side of SIDES) {
            const paths = web.paths(id, side);
            checkEnds(answer[side], web, paths, side);
            checkMost(answer[side], web, paths, circles.length > 0);
          }
          expect(
            answer.warnings.map(({ code, entity, relationships }) => [
              code,
              entity.id,
              relationships.map((one) => one.id).sort(),
            ]),
          ).toEqual(web.warnings(id));
          expect(answer.truncatedReason).toBeNull();
        }
      },
    );
  });

  it("are cut where paths are longer or more than asked for, and then have no upper bound", async () => {
    await assertOfGraphs(
      served,
      drawn,
      { together: 2, runs: 8 },
      ({ rows }) => rows,
      async (stored, { asOf, maxDepth, maxPaths }) => {
        const rows = new Rows(stored);
        const web = new PlainWeb(rows, asOf);
        for (const id of [rows.ids("company")[0], rows.ids("fund")[0]] as string[]) {
          const all = SIDES.map((side) => [side, web.paths(id, side)] as const);
          const bounds = [
            [{ maxDepth }, (path: PlainPath) => path.length <= maxDepth],
            [{ maxPaths }, (_path: PlainPath, place: number) => place < maxPaths],
          ] as const;
          for (const [bound, within] of bounds) {
            const answer = await ask({ id, asOf, ...bound });
            const isCut = all.some(([, paths]) => !paths.every(within));
            expect(answer.truncatedReason !== null).toBe(isCut);
            for (const [side, paths] of all) {
              checkEnds(answer[side], web, paths.filter(within), side);
              if (isCut) expect(answer[side].every(({ share }) => share.most === null)).toBe(true);
            }
          }
        }
      },
    );
  });
});

describe.each(engines)("stakes at the bound on $name", (tested) => {
  const served = servedDataset(tested);
  const reason = async (party: string): Promise<unknown> => {
    const query = `query ($party: ID!) { ownership(party: $party, maxPaths: 1000) { holders { entity { id } share { most } } truncatedReason } }`;
    const { holders, truncatedReason } = (await served.ask(query, { party })).value as Stakes;
    expect(holders).toHaveLength(1000);
    expect(holders.every(({ share }) => share.most === null)).toBe(true);
    return truncatedReason;
  };

  it("are told to be cut with one more, and not before", async () => {
    const people = Array.from({ length: MOST_STAKES + 1 }, (_, index) => `person:${index}`);
    const rows: readonly Row[] = [...people, "company:at", "company:beyond"].map((id) => ({ id, name: id }));
    await served.engine.write(creating(served.built.model, rows));
    await served.engine.write(
      creating(served.built.model, [
        ...people.slice(1).map((id) => joining("owns", id, "company:at")),
        ...people.map((id) => joining("owns", id, "company:beyond")),
      ]),
    );
    expect(await reason("company:beyond")).toBe(
      `More than ${MOST_STAKES} stakes are within reach; ask with a smaller maxDepth.`,
    );
    expect(await reason("company:at")).toMatch(/^There are more than 1000 paths/);
  });
});
