import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engines } from "../../support/engines.js";
import { generatedTimelines } from "../../support/generated-timelines.js";
import { assertOfGraphs } from "../../support/graph-property.js";
import { servedDataset } from "../../support/industry.js";
import { prefixOf, Rows } from "../../support/folded.js";
import { FoldedTimeline, type FoldedEntry } from "./timeline-oracle.js";

interface Named {
  readonly id: string;
}

interface Entry extends Omit<FoldedEntry, "entity" | "relationship" | "days"> {
  readonly entity: Named;
  readonly relationship: Named | null;
  readonly daysSincePrevious: number | null;
}

interface Waiting {
  readonly status: string | null;
  readonly statusAsOf: string | null;
  readonly next: { readonly en: string } | null;
  readonly milestone: Named | null;
  readonly relationship: Named | null;
  readonly since: string | null;
  readonly notBefore: string | null;
}

interface Timeline {
  readonly nodes: readonly Entry[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
  readonly waitsAt: Waiting | null;
  readonly overdue: readonly { readonly [field: string]: unknown }[] | null;
  readonly truncatedReason: string | null;
}

const TIMELINE = `query ($id: ID!, $first: Int, $after: String, $today: PartialDate) {
  timeline(id: $id, first: $first, after: $after, today: $today) {
    nodes { date step origin property planned entity { id } relationship { id } daysSincePrevious }
    pageInfo { hasNextPage endCursor } totalCount truncatedReason
    waitsAt { status statusAsOf next { en } milestone { id } relationship { id } since notBefore }
    overdue { property date daysOverdue } } }`;

const entry = ({ entity, relationship, daysSincePrevious, ...rest }: Entry): FoldedEntry => ({
  ...rest,
  entity: entity.id,
  relationship: relationship?.id ?? null,
  days: daysSincePrevious,
});

const waiting = ({ next, milestone, relationship, ...rest }: Waiting): readonly unknown[] => [
  ...[rest.status, rest.statusAsOf, next?.en ?? null],
  ...[milestone?.id ?? null, relationship?.id ?? null, rest.since, rest.notBefore],
];

describe.each(engines)("generated timelines on $name", (tested) => {
  const served = servedDataset(tested);
  const ask = async (variables: object): Promise<Timeline> => (await served.ask(TIMELINE, variables)).value as Timeline;

  it("are a plain fold over the rows, as a whole and in pages", async () => {
    await assertOfGraphs(
      served,
      fc.record({
        rows: generatedTimelines,
        today: fc.constantFrom("2022", "2022-03", "2022-03-01", "2023-01-02", "2024"),
        size: fc.integer({ min: 1, max: 5 }),
      }),
      { together: 2, runs: 12 },
      ({ rows }) => rows,
      async (stored, { today, size }) => {
        const rows = new Rows(stored);
        for (const kind of ["project", "fund", "company", "milestone", "zone"]) {
          const id = rows.ids(kind)[0] ?? "";
          const folded = new FoldedTimeline(rows, id);
          const { nodes, totalCount, waitsAt, overdue, truncatedReason } = await ask({ id, today, first: 1000 });
          expect(nodes.map(entry)).toEqual(folded.entries());
          expect([totalCount, truncatedReason]).toEqual([nodes.length, null]);
          const paged: Entry[] = [];
          for (let after: string | null | undefined = null; after !== undefined;) {
            const page: Timeline = await ask({ id, today, first: size, after });
            paged.push(...page.nodes);
            after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
          }
          expect(paged).toEqual(nodes);
          const isProject = prefixOf(id) === "project";
          expect(waitsAt && waiting(waitsAt)).toEqual(isProject ? folded.waitsAt() : null);
          expect(overdue?.map(({ property, date, daysOverdue }) => [property, date, daysOverdue]) ?? null).toEqual(
            isProject ? folded.overdue(today) : null,
          );
        }
      },
    );
  });
});
