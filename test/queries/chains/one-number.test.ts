import { describe, expect, it } from "vitest";
import { engines } from "../../support/engines.js";
import { generatedIndustries } from "../../support/generated-industry.js";
import { assertOfGraphs } from "../../support/graph-property.js";
import { servedDataset } from "../../support/industry.js";
import { Rows } from "../../support/folded.js";

const TOTALS = "totals { metric recorded }";

interface Counted {
  readonly totalCount: number;
}
interface Totalled {
  readonly totals: readonly { readonly metric: string; readonly recorded: number }[];
}

const numbers = ({ totals }: Totalled): readonly number[] =>
  ["companies", "projects"].map((wanted) => totals.find(({ metric }) => metric === wanted)?.recorded ?? 0);

describe.each(engines)("how many stand in a chain on $name", (tested) => {
  const served = servedDataset(tested);
  const ask = async (query: string, chain: string): Promise<unknown> => (await served.ask(query, { chain })).value;

  it("is one number wherever it is asked, that of an oracle", async () => {
    await assertOfGraphs(
      served,
      generatedIndustries,
      { together: 2, runs: 8 },
      (drawn) => drawn,
      async (drawn) => {
        const rows = new Rows(drawn);
        const grouped = (await ask(
          `{ statistics(groupBy: [CHAIN], first: 1000) { rows { keys { value } ${TOTALS} } } }`,
          "",
        )) as {
          readonly rows: readonly (Totalled & { readonly keys: readonly { readonly value: string | null }[] })[];
        };
        for (const chain of rows.ids("chain")) {
          const of = (kind: string): readonly string[] =>
            rows.ids(kind).filter((id) => rows.chainsOf(id).includes(chain));
          const wanted = [of("company").length, of("project").length];
          const listed = (await ask(
            "query ($chain: ID!) { chain(id: $chain) { companies { totalCount nodes { id } } projects { totalCount } } }",
            chain,
          )) as {
            readonly companies: Counted & { readonly nodes: readonly { readonly id: string }[] };
            readonly projects: Counted;
          };
          expect([listed.companies.totalCount, listed.projects.totalCount]).toEqual(wanted);
          expect(listed.companies.nodes.map(({ id }) => id)).toEqual([...of("company")].sort());
          const filtered = ["companies", "projects"].map(
            async (list) =>
              (await ask(
                `query ($chain: ID!) { ${list}(filter: { chains: { node: { id: { eq: $chain } } } }) { totalCount } }`,
                chain,
              )) as Counted,
          );
          expect((await Promise.all(filtered)).map(({ totalCount }) => totalCount)).toEqual(wanted);
          const map = (await ask(`query ($chain: ID!) { chainMap(chain: $chain) { ${TOTALS} } }`, chain)) as Totalled;
          expect(numbers(map)).toEqual(wanted);
          const counted = (await ask(
            `query ($chain: ID!) { statistics(groupBy: [KIND], filter: { chain: $chain }) { ${TOTALS} } }`,
            chain,
          )) as Totalled;
          expect(numbers(counted)).toEqual(wanted);
          expect(numbers(grouped.rows.find(({ keys }) => keys[0]?.value === chain) ?? { totals: [] })).toEqual(wanted);
        }
      },
    );
  });
});
