import { describe, expect, it } from "vitest";
import { engines } from "../../support/engines.js";
import { Golden } from "../../support/golden.js";
import { generatedIndustries } from "../../support/generated-industry.js";
import { assertOfGraphs } from "../../support/graph-property.js";
import { servedDataset } from "../../support/industry.js";
import { HOUSE_FORM } from "../../support/server.js";
import { Rows } from "../../support/folded.js";
import { gapsOf, type FoldedChain } from "./gaps-oracle.js";

interface Gap {
  readonly layer: number;
  readonly stage: { readonly id: string };
  readonly state: string;
  readonly presentCount: number;
  readonly present: readonly {
    readonly node: { readonly id: string };
    readonly relationship: { readonly id: string };
  }[];
  readonly absences: readonly { readonly from: { readonly id: string }; readonly citations: readonly unknown[] }[];
}
interface Gaps {
  readonly zone: unknown;
  readonly chainCount: number;
  readonly chains: readonly {
    readonly chain: { readonly id: string };
    readonly widerChains: readonly { readonly id: string }[];
    readonly stages: readonly Gap[];
    readonly [field: string]: unknown;
  }[];
}

const GAPS = `query ($zone: ID!) { chainGaps(zone: $zone) { zone { id } chainCount truncatedReason chains {
  chain { id } relationship { id citations { article } } widerChains { id }
  stageCount presentCount knownAbsentCount notRecordedCount cycles
  stages { layer stage { id } relationship { from { id } } state presentCount
    present { node { id } relationship { id } } absences { from { id } citations { paragraph } } } } } }`;

describe.each(engines)("the gaps of a zone's chains on $name", (tested) => {
  const served = servedDataset(tested, "industry");
  const gaps = async (zone: string): Promise<Gaps> => (await served.ask(GAPS, { zone })).value as Gaps;
  const states = ({ chains }: Gaps, index = 0): unknown =>
    Object.fromEntries(chains[index]?.stages.map(({ stage, state }) => [stage.id, state]) ?? []);

  it("tell present, known to be absent and not recorded apart, wider chains' stages among them", async () => {
    const found = await gaps("zone:dong");
    expect(found.chains.map(({ chain }) => chain.id)).toEqual(["chain:dong-batteries", "chain:empty"]);
    expect(found.chains[0]?.widerChains).toEqual([{ id: "chain:batteries" }]);
    expect(states(found)).toEqual({
      "stage:lithium": "KNOWN_ABSENT",
      "stage:anode": "NOT_RECORDED",
      "stage:reuse": "NOT_RECORDED",
      "stage:separator": "KNOWN_ABSENT",
      "stage:cathode": "PRESENT",
      "stage:cell": "PRESENT",
      "stage:pack": "PRESENT",
    });
    expect(found.chains[0]).toMatchObject({
      stageCount: 7,
      presentCount: 3,
      knownAbsentCount: 2,
      notRecordedCount: 2,
    });
  });

  it("never take a statement without citations for a known absence", async () => {
    const anode = (await gaps("zone:dong")).chains[0]?.stages.find(({ stage }) => stage.id === "stage:anode");
    expect(anode).toMatchObject({ state: "NOT_RECORDED", absences: [] });
  });

  it("cite who says so, the zone or its chain, and show it beside whoever is present", async () => {
    const stages = (await gaps("zone:dong")).chains[0]?.stages ?? [];
    const of = (id: string): Gap => stages.find(({ stage }) => stage.id === id) as Gap;
    expect(of("stage:lithium").absences).toEqual([
      { from: { id: "chain:dong-batteries" }, citations: [{ paragraph: 6 }] },
    ]);
    expect(of("stage:separator").absences).toEqual([{ from: { id: "zone:dong" }, citations: [{ paragraph: 6 }] }]);
    expect(of("stage:cathode")).toMatchObject({
      presentCount: 2,
      present: [
        { node: { id: "company:same-zone" }, relationship: { id: "joins:company:same-zone~stage:cathode" } },
        { node: { id: "project:cathode" }, relationship: { id: "joins:project:cathode~stage:cathode" } },
      ],
      absences: [{ from: { id: "zone:dong" }, citations: [{ paragraph: 7 }] }],
    });
  });

  it("count who lies in the zone, whatever chain it joined, and nobody of another zone", async () => {
    const stages = (await gaps("zone:xi")).chains[0]?.stages ?? [];
    const present = (id: string): unknown =>
      stages.find(({ stage }) => stage.id === id)?.present.map(({ node }) => node.id);
    expect(present("stage:cell")).toEqual(["company:same-province", "company:xi-cell"]);
    expect(present("stage:pack")).toEqual(["company:unchained"]);
    expect(present("stage:cathode")).toEqual([]);
  });

  it("say nothing of a chain without stages and of a zone without chains", async () => {
    expect((await gaps("zone:dong")).chains[1]).toMatchObject({ stageCount: 0, stages: [] });
    expect(await gaps("zone:nan")).toMatchObject({ chainCount: 0, chains: [] });
    expect(await gaps("zone:unknown")).toBeNull();
  });

  it("refuse what is no zone, and lists out of bounds", async () => {
    const refused = [
      ...(await served.refuse('{ chainGaps(zone: "region:jia") { chainCount } }')),
      ...(await served.refuse('{ chainGaps(zone: "zone:dong") { chains(first: -1) { stageCount } } }')),
      ...(await served.refuse(
        '{ chainGaps(zone: "zone:xi") { chains { stages { present(first: -1) { node { id } } } } } }',
      )),
    ];
    expect(refused.length).toBeGreaterThanOrEqual(3);
    for (const message of refused) expect(message).toMatch(HOUSE_FORM);
  });

  it("take as many statements for two chains as for one", async () => {
    const statements = async (zone: string): Promise<number> => (await served.ask(GAPS, { zone })).statements;
    expect(await statements("zone:dong")).toBe(await statements("zone:xi"));
  });

  it("send the golden statements", async () => {
    const golden = new Golden();
    served.sent.splice(0);
    await gaps("zone:dong");
    golden.sent.push(...served.sent);
    golden.note("the gaps of a zone");
    await expect(golden.text()).toMatchFileSnapshot(`golden/chain-gaps-${tested.name}.cypher`);
  });
});

describe.each(engines)("the gaps of generated chains on $name", (tested) => {
  const served = servedDataset(tested);
  const query = GAPS.replace("absences { from", "absences { id from");
  const told = ({ chain, widerChains, stages, ...rest }: Gaps["chains"][number]): FoldedChain => {
    const count = (wanted: string): number => stages.filter(({ state }) => state === wanted).length;
    expect(rest).toMatchObject({
      stageCount: stages.length,
      presentCount: count("PRESENT"),
      knownAbsentCount: count("KNOWN_ABSENT"),
      notRecordedCount: count("NOT_RECORDED"),
    });
    const gaps = stages.map(({ stage, layer, state, presentCount, present, absences }) => {
      expect(present).toHaveLength(presentCount);
      const named = (absences as readonly { readonly id?: string }[]).map(({ id = "" }) => id).sort();
      return [stage.id, layer, state, present.map(({ node }) => node.id), named] as const;
    });
    return [chain.id, widerChains.map(({ id }) => id), (rest["cycles"] as unknown[]).length, gaps];
  };

  it("are a plain fold over the rows", async () => {
    await assertOfGraphs(
      served,
      generatedIndustries,
      { together: 2, runs: 12 },
      (drawn) => drawn,
      async (drawn) => {
        const rows = new Rows(drawn);
        for (const zone of rows.ids("zone")) {
          const { chains } = (await served.ask(query, { zone })).value as Gaps;
          expect(chains.map(told)).toEqual(gapsOf(rows, zone));
        }
      },
    );
  });
});
