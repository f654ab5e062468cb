import { describe, expect, it } from "vitest";
import { derive } from "../../../src/graph/derive.js";
import { engines } from "../../support/engines.js";
import { Golden } from "../../support/golden.js";
import { generatedIndustries } from "../../support/generated-industry.js";
import { assertOfGraphs } from "../../support/graph-property.js";
import { servedDataset } from "../../support/industry.js";
import { joining, store } from "../../support/rows.js";
import { HOUSE_FORM } from "../../support/server.js";
import { Rows } from "../../support/folded.js";
import { FoldedSupport, type FoldedFigures } from "./support-oracle.js";

interface Figures {
  readonly stage: { readonly id: string } | null;
  readonly byNearness: readonly {
    readonly nearness: string;
    readonly companies: number;
    readonly projects: number;
    readonly totals: readonly { readonly metric: string; readonly recorded: number | null }[];
  }[];
  readonly rates: readonly Readonly<Record<string, unknown>>[];
}
interface Support {
  readonly all: Figures;
  readonly byStage: readonly Figures[];
  readonly [field: string]: unknown;
}

const FIGURES = `stage { id } byNearness { nearness companies projects totals { metric unit recorded known of } }
  rates { area definition numerator denominator unknown percent reason }`;
const SUPPORT = `query ($leader: ID!) { leaderSupport(leader: $leader) { leader { id } chains { chain { id } relationship { citations { article } } }
  places { id } truncatedReason all { ${FIGURES} } byStage { ${FIGURES} } } }`;

const counts = ({ byNearness }: Figures): unknown =>
  byNearness.map(({ nearness, companies, projects }) => [nearness, companies, projects]);
const rates = ({ rates: found }: Figures): unknown =>
  found.map(({ area, numerator, denominator, unknown }) => [area, numerator, denominator, unknown]);

describe.each(engines)("a leader's support on $name", (tested) => {
  const served = servedDataset(tested, "industry");
  const support = async (leader: string): Promise<Support> => (await served.ask(SUPPORT, { leader })).value as Support;

  it("counts each firm and project once, where it is nearest", async () => {
    const { all, chains, places } = await support("company:leader");
    expect(chains).toEqual([
      { chain: { id: "chain:dong-batteries" }, relationship: { citations: [{ article: "A3" }] } },
    ]);
    expect(places).toEqual(["region:dongyi", "region:dongzhou", "region:jia", "zone:dong"].map((id) => ({ id })));
    expect(counts(all)).toEqual([
      ["SAME_ZONE", 1, 2],
      ["SAME_PREFECTURE", 2, 1],
      ["SAME_PROVINCE", 1, 0],
      ["BEYOND", 1, 0],
      ["UNKNOWN", 2, 0],
    ]);
    expect(all.byNearness[0]?.totals[0]).toEqual({
      metric: "investmentCny",
      unit: "CNY",
      recorded: 300_000_000,
      known: 2,
      of: 2,
    });
  });

  it("gives the rates with their definition, and keeps the unknown out of both parts", async () => {
    const { all } = await support("company:leader");
    expect(rates(all)).toEqual([
      ["ZONE", 3, 9, 1],
      ["PREFECTURE", 6, 8, 2],
      ["PROVINCE", 7, 8, 2],
    ]);
    expect(all.rates[1]).toMatchObject({
      percent: null,
      reason: "OWN_CHAIN",
      definition: expect.stringContaining("本服务自定义") as string,
    });
  });

  it("tells by stage, those without one last", async () => {
    const { byStage } = await support("company:leader");
    expect(byStage.map(({ stage }) => stage?.id)).toEqual(["stage:cathode", "stage:cell", "stage:pack", undefined]);
    expect(byStage.map((figures) => rates(figures))).toEqual([
      [
        ["ZONE", 2, 2, 0],
        ["PREFECTURE", 2, 2, 0],
        ["PROVINCE", 2, 2, 0],
      ],
      [
        ["ZONE", 0, 2, 0],
        ["PREFECTURE", 1, 2, 0],
        ["PROVINCE", 2, 2, 0],
      ],
      [
        ["ZONE", 0, 1, 0],
        ["PREFECTURE", 0, 1, 0],
        ["PROVINCE", 0, 1, 0],
      ],
      [
        ["ZONE", 1, 4, 1],
        ["PREFECTURE", 3, 3, 2],
        ["PROVINCE", 3, 3, 2],
      ],
    ]);
  });

  it("lists them in pages, with evidence, by nearness and stage", async () => {
    const list = async (
      args: string,
    ): Promise<{ totalCount: number; edges: { cursor: string; node: { id: string } }[] }> => {
      const { value } = await served.ask(
        `{ leaderSupport(leader: "company:leader") { list: supporters(${args}) { totalCount edges { cursor nearness node { id } relationship { id citations { article } } } } } }`,
      );
      return (value as { list: never }).list;
    };
    const first = await list("first: 4");
    const second = await list(`first: 10, after: "${first.edges[3]?.cursor ?? ""}"`);
    expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual([
      "company:beyond",
      "company:nowhere",
      "company:placeless",
      "company:same-prefecture",
      "company:same-province",
      "company:same-zone",
      "company:supplier",
      "project:cathode",
      "project:cell",
      "project:two-places",
    ]);
    expect(first.totalCount).toBe(10);
    expect(second.edges.find(({ node }) => node.id === "company:supplier")).toMatchObject({
      nearness: "SAME_PREFECTURE",
      relationship: { id: "supplies:company:supplier~company:leader", citations: [{ article: "A3" }] },
    });
    expect((await list("nearness: UNKNOWN, first: 1")).totalCount).toBe(2);
    expect((await list('stage: "stage:cell"')).edges.map(({ node }) => node.id)).toEqual([
      "company:same-province",
      "project:cell",
    ]);
  });

  it("has no rate where nobody supports, and no answer where there is no such firm", async () => {
    const { all, chains } = await support("company:beyond");
    expect(chains).toEqual([]);
    expect(all.rates.map(({ percent }) => percent)).toEqual([null, null, null]);
    expect(await support("company:unknown")).toBeNull();
  });

  it("refuses what can lead nothing, foreign stages and pages out of bounds", async () => {
    const refused = [
      ...(await served.refuse('{ leaderSupport(leader: "zone:dong") { truncatedReason } }')),
      ...(await served.refuse(
        '{ leaderSupport(leader: "company:leader") { a: supporters(stage: "stage:scrap") { totalCount } b: supporters(first: -1) { totalCount } } }',
      )),
    ];
    expect(refused).toHaveLength(3);
    for (const message of refused) expect(message).toMatch(HOUSE_FORM);
  });

  it("takes as many statements for many as for none", async () => {
    const statements = async (leader: string): Promise<number> => (await served.ask(SUPPORT, { leader })).statements;
    const [many, few] = [await statements("company:leader"), await statements("company:xi-leader")];
    expect(many).toBe(few);
  });

  it("sends the golden statements", async () => {
    const golden = new Golden();
    served.sent.splice(0);
    await support("company:leader");
    await served.ask(
      `{ leaderSupport(leader: "company:leader") { supporters(nearness: BEYOND, first: 1) { totalCount nodes { id } } } }`,
    );
    golden.sent.push(...served.sent);
    golden.note("a leader's support");
    await expect(golden.text()).toMatchFileSnapshot(`golden/leader-support-${tested.name}.cypher`);
  });
});

interface Supporters {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly nearness: string;
    readonly node: { readonly id: string };
    readonly relationship: { readonly id: string };
  }[];
}

describe.each(engines)("the support of generated leaders on $name", (tested) => {
  const served = servedDataset(tested);
  const list = "supporters(first: 100) { totalCount edges { nearness node { id } relationship { id } } }";
  const query = SUPPORT.replace("truncatedReason", `truncatedReason ${list}`);
  const told = ({ stage, byNearness, rates: found }: Figures): FoldedFigures => ({
    stage: stage?.id,
    byNearness: byNearness.map(({ nearness, companies, projects, totals }) => [
      nearness,
      companies,
      projects,
      (totals as readonly object[]).map((total) => Object.values(total) as unknown[]),
    ]) as never,
    rates: found.map(({ area, numerator, denominator, unknown, percent, reason }) => [
      ...[area, numerator, denominator, unknown, percent, reason],
    ]) as never,
  });

  it("count nothing of the leader's own, and a firm with its projects once", async () => {
    const [leader, chain] = ["company:own-lead", "chain:own-c"];
    const ids = ["zone:own-z", chain, leader, "company:own-firm", "company:own-daughter"];
    const projects = ["project:own-built", "project:own-owned", "project:own-phase", "project:own-1", "project:own-2"];
    await store(served.engine, served.built.model, [
      ...[...ids, ...projects].map((id) => ({ id, name: id })),
      joining("leads", leader, chain),
      joining("owns", leader, "company:own-daughter"),
      joining("builds", leader, "project:own-built"),
      joining("builds", "company:own-daughter", "project:own-owned"),
      joining("part-of", "project:own-phase", "project:own-owned"),
      ...["project:own-1", "project:own-2"].map((id) => joining("builds", "company:own-firm", id)),
      joining("located-in", leader, "zone:own-z"),
      joining("located-in", "project:own-1", "zone:own-z"),
      ...projects.map((id) => joining("joins", id, chain)),
    ]);
    await derive(served.engine, served.built.model, (statements) => served.engine.write(statements));
    const answered = async (): Promise<unknown> => {
      const { all, ...rest } = (await served.ask(query, { leader })).value as Support;
      const [{ numerator, denominator, percent, reason } = {}] = all.rates;
      const { edges } = rest["supporters"] as Supporters;
      return [edges.map(({ node }) => node.id), numerator, denominator, percent, reason];
    };
    const supporting = ["project:own-1", "project:own-2"];
    expect(await answered()).toEqual([supporting, 1, 1, 100, null]);
    await store(served.engine, served.built.model, [joining("develops", "zone:own-z", chain)]);
    expect(await answered()).toEqual([supporting, 1, 1, null, "OWN_CHAIN"]);
  });

  it("is a plain fold over the rows", async () => {
    await assertOfGraphs(
      served,
      generatedIndustries,
      { together: 1, runs: 24 },
      (drawn) => drawn,
      async (drawn) => {
        const rows = new Rows(drawn);
        const leading = new Set(rows.joins("leads").map(({ from }) => from));
        for (const leader of [...leading, rows.ids("company")[0] ?? ""]) {
          const answer = (await served.ask(query, { leader })).value as Support;
          const folded = new FoldedSupport(rows, leader);
          expect(told(answer.all)).toEqual(folded.figures(undefined, folded.supporters));
          expect(answer.byStage.map(told)).toEqual(folded.byStage());
          const { totalCount, edges } = answer["supporters"] as Supporters;
          expect(totalCount).toBe(folded.supporters.length);
          expect(edges.map(({ nearness, node, relationship }) => [node.id, nearness, relationship.id])).toEqual(
            folded.supporters.map((id) => [id, folded.nearness(id), folded.because(id)]),
          );
        }
      },
    );
  });
});
