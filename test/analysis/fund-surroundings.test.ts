import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engines } from "../support/engines.js";
import { DATES, generatedStakes } from "../support/generated-stakes.js";
import { assertOfGraphs } from "../support/graph-property.js";
import { servedDataset } from "../support/industry.js";
import { Rows } from "./folded.js";
import { FoldedFund, type Joined, type Named, type Range, type Reached } from "./fund-oracle.js";
import { PlainWeb } from "./stakes-oracle.js";

interface Generated {
  readonly partners: readonly (Joined & { readonly share: Range; readonly basis: string })[];
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
const TOTAL = "{ recorded known of stated }";
const FUND = `query ($fund: ID!, $asOf: PartialDate) { fundLookThrough(fund: $fund, asOf: $asOf, maxDepth: 20, maxPaths: 250) {
  partners { entity { id } relationship { id } share ${RANGE} basis } founders ${JOINED} managers ${JOINED} targets ${JOINED}
  holders { entity { id } } motherFunds { entity { id } } subFunds { entity { id } } holdings { entity { id } }
  reached { entity { id } giver { id } relationship { id } share ${RANGE} attributableCny ${RANGE} paths { relationships { id } nodes { id } } }
  subscribed ${TOTAL} given ${TOTAL} truncatedReason } }`;

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
          expect(joined(answer.partners)).toEqual(partners);
          for (const { relationship, share, basis } of answer.partners) {
            const stake = web.stakes.find(({ id }) => id === relationship.id);
            expect(basis).toBe(stake?.basis);
            expect(share.least).toBeCloseTo(stake?.percent ?? 0, 6);
            expect(share.most).toBeCloseTo(stake?.percent ?? web.left(fund), 6);
          }
          expect(joined(answer.founders)).toEqual(folded.around("founded", "to", [fund]));
          expect(joined(answer.managers)).toEqual(folded.around("manages", "to", [fund]));
          expect(joined(answer.targets)).toEqual(folded.around("targets", "from", folded.funds));
          const isFund = (id: string): boolean => id.startsWith("fund:");
          expect(ids(answer.holders)).toEqual(folded.ends("holders"));
          expect(ids(answer.motherFunds)).toEqual(folded.ends("holders").filter(isFund));
          expect(ids(answer.subFunds)).toEqual(folded.ends("holdings").filter(isFund));
          expect(ids(answer.holdings)).toEqual(folded.ends("holdings").filter((id) => !isFund(id)));
          expect(joined(answer.reached)).toEqual(folded.around("funds", "from", folded.funds));
          for (const reached of answer.reached) folded.checkReached(reached);
          expect(answer.subscribed).toEqual(folded.total("subscribes", "to", [fund], rows.at(fund)["sizeCny"]));
          expect(answer.given).toEqual(folded.total("funds", "from", folded.funds));
        }
      },
    );
  });
});
