import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engines } from "../../support/engines.js";
import { DATES, generatedStakes } from "../../support/generated-stakes.js";
import { assertOfGraphs } from "../../support/graph-property.js";
import { servedDataset } from "../../support/industry.js";
import { Rows } from "../../support/folded.js";
import { FoldedFund, type Joined, type Named, type Range, type Reached } from "./fund-oracle.js";
import { PlainWeb, toldFirst, type PlainPair } from "./stakes-oracle.js";

interface Generated {
  readonly partners: readonly (Joined & {
    readonly relationships: readonly Named[];
    readonly share: Range;
    readonly basis: string;
  })[];
  readonly warnings: readonly { readonly code: string; readonly relationships: readonly Named[] }[];
  readonly founders: readonly Joined[];
  readonly managers: readonly Joined[];
  readonly targets: readonly Joined[];
  readonly holders: readonly { readonly entity: Named }[];
  readonly motherFunds: readonly { readonly entity: Named }[];
  readonly subFunds: readonly { readonly entity: Named }[];
  readonly holdings: readonly { readonly entity: Named }[];
  readonly reached: readonly Reached[];
  readonly subscribed: object;
  readonly given: object;
  readonly truncatedReason: string | null;
}

const RANGE = "{ least most }";
const JOINED = "{ entity { id } relationship { id } }";
const TOTAL = "{ recorded most known of stated }";
const FUND = `query ($fund: ID!, $asOf: PartialDate) { fundLookThrough(fund: $fund, asOf: $asOf, maxDepth: 20, maxPaths: 180) {
  partners { entity { id } relationship { id } relationships { id } share ${RANGE} basis } founders ${JOINED} managers ${JOINED} targets ${JOINED}
  holders { entity { id } } motherFunds { entity { id } } subFunds { entity { id } } holdings { entity { id } }
  reached { entity { id } giver { id } relationship { id } relationships { id } share ${RANGE} attributableCny ${RANGE} paths { relationships { id } nodes { id } } }
  subscribed ${TOTAL} given ${TOTAL} warnings { code relationships { id } } truncatedReason } }`;

describe.each(engines)("funds of generated webs on $name", (tested) => {
  const served = servedDataset(tested);
  const ids = (ends: readonly { readonly entity: Named }[]): readonly string[] => ends.map(({ entity }) => entity.id);
  const joined = (items: readonly Joined[]): unknown =>
    items.map(({ entity, relationship }) => [entity.id, relationship.id]);

  it("are what all simple paths and a fold over the rows come to", async () => {
    await assertOfGraphs(
      served,
      fc.record({ rows: generatedStakes, asOf: fc.constantFrom(null, ...DATES) }),
      { together: 2, runs: 10 },
      ({ rows }) => rows,
      async (stored, { asOf }) => {
        const rows = new Rows(stored);
        const web = new PlainWeb(rows, asOf);
        for (const fund of rows.ids("fund")) {
          const answer = (await served.ask(FUND, { fund, asOf })).value as Generated;
          const folded = new FoldedFund(rows, web, fund);
          expect(answer.truncatedReason).toBeNull();
          // A fund that subscribes to itself is told as a circle, not as its own partner.
          const partners = folded.around("subscribes", "to", [fund]).filter(([id]) => id !== fund);
          expect(answer.partners.map(({ entity }) => entity.id)).toEqual([...new Set(partners.map(([id]) => id))]);
          expect(answer.partners.flatMap(({ relationships }) => relationships.map(({ id }) => id))).toEqual(
            partners.map(([, id]) => id),
          );
          for (const { entity, relationship, share, basis } of answer.partners) {
            const pair = web.pairs.find(({ holder, held }) => holder === entity.id && held === fund) as PlainPair;
            expect([relationship.id, basis]).toEqual([toldFirst(pair).id, toldFirst(pair).basis]);
            expect(share.least).toBeCloseTo(web.least([pair]), 6);
            expect(share.most).toBeCloseTo(web.most([pair]), 6);
          }
          expect(joined(answer.founders)).toEqual(folded.around("founded", "to", [fund]));
          expect(joined(answer.managers)).toEqual(folded.around("manages", "to", [fund]));
          expect(joined(answer.targets)).toEqual(folded.around("targets", "from", folded.funds));
          const isFund = (id: string): boolean => id.startsWith("fund:");
          expect(ids(answer.holders)).toEqual(folded.ends("holders"));
          expect(ids(answer.motherFunds)).toEqual(folded.ends("holders").filter(isFund));
          expect(ids(answer.subFunds)).toEqual(folded.ends("holdings").filter(isFund));
          expect(ids(answer.holdings)).toEqual(folded.ends("holdings").filter((id) => !isFund(id)));
          const given = folded.around("funds", "from", folded.funds).map(([, id]) => id);
          expect(answer.reached.flatMap(({ relationships }) => relationships.map(({ id }) => id)).sort()).toEqual(
            [...given].sort(),
          );
          const repeated = answer.warnings
            .filter(({ code }) => code === "MAYBE_ONE")
            .map(({ relationships }) => relationships.map(({ id }) => id).sort())
            .filter(([id]) => id?.startsWith("funds:"));
          expect(repeated.map((its) => its.join()).sort()).toEqual(
            folded
              .repeated()
              .map((its) => its.join())
              .sort(),
          );
          for (const reached of answer.reached) folded.checkReached(reached);
          expect(answer.subscribed).toEqual(folded.total("subscribes", "to", [fund], rows.at(fund)["sizeCny"]));
          expect(answer.given).toEqual(folded.total("funds", "from", folded.funds));
        }
      },
    );
  });
});
