import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../../../src/cli/seed.js";
import { prepareGraph } from "../../../src/graph/prepare.js";
import { importDataset } from "../../../src/import/index.js";
import { buildModel } from "../../../src/schema.js";
import { engines } from "../../support/engines.js";
import { serve } from "../../support/server.js";

const built = buildModel();

interface Counted {
  readonly id: string;
  readonly kind: string;
  readonly neighborSummary: readonly { readonly count: number }[];
}

const degreeOf = ({ neighborSummary }: Counted): number => neighborSummary.reduce((sum, { count }) => sum + count, 0);

describe.each(engines)("bestConnected on $name", ({ open }) => {
  it(
    "lists entities by the number of their relationships, of the kinds that are asked for",
    { timeout: 120_000 },
    async () => {
      const engine = await open();
      await prepareGraph(engine, built.model);
      await importDataset({ folder: SEED, engine, model: built.model });
      const service = await serve(built, engine);
      const list = async (variables: object): Promise<readonly Counted[]> => {
        const query =
          "query ($kinds: [EntityKind!], $first: Int!) { bestConnected(kinds: $kinds, first: $first) { id kind neighborSummary { count } } }";
        const { answer } = await service.post({ query, variables });
        expect(answer.errors).toBeUndefined();
        return (answer.data as { readonly bestConnected: readonly Counted[] }).bestConnected;
      };
      const all = await list({ first: 1000 });
      expect(all.length).toBeGreaterThan(200);
      const inOrder = all.toSorted((one, other) => degreeOf(other) - degreeOf(one) || (one.id < other.id ? -1 : 1));
      expect(all.map(({ id }) => id)).toEqual(inOrder.map(({ id }) => id));
      const kinds = [...built.model.kinds.values()].map(({ value }) => value);
      await fc.assert(
        fc.asyncProperty(fc.subarray(kinds), fc.nat(30), async (wanted, first) => {
          const expected = all.filter(({ kind }) => wanted.includes(kind)).slice(0, first);
          expect((await list({ kinds: wanted, first })).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        }),
        { numRuns: 20, seed: 7 },
      );
      const { answer } = await service.post({ query: "{ bestConnected(first: -1) { id } }" });
      expect(answer.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
      await service.app.close();
      await engine.close();
    },
  );
});
