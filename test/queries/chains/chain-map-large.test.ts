import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../../src/engine/engine.js";
import { prepareGraph } from "../../../src/graph/prepare.js";
import { buildModel } from "../../../src/schema.js";
import { derive } from "../../../src/graph/derive.js";
import { engines } from "../../support/engines.js";
import { creating, joining, type Row } from "../../support/rows.js";
import { serve, type Service } from "../../support/server.js";

const built = buildModel();
const FIRMS = 10_000;
const STAGES = ["stage:s0", "stage:s1", "stage:s2"];

/** So many that each feeding every other is more than one answer reads. */
const TANGLED = Array.from({ length: 102 }, (_, index) => `stage:t${index}`);

/** Three of four firms joined at a stage, the others only the chain; every tenth has a project there. */
function large(): { readonly entities: readonly Row[]; readonly joins: readonly Row[] } {
  const digits = (index: number): string => String(index).padStart(5, "0");
  const firms = Array.from({ length: FIRMS }, (_, index) => `company:${digits(index)}`);
  const projects = Array.from({ length: FIRMS / 10 }, (_, index) => `project:${digits(index)}`);
  const named = (id: string): Row => ({ id, name: id });
  const place = (index: number): string => STAGES[index % 4] ?? "chain:wide";
  return {
    entities: [
      ...["chain:wide", "chain:tangle", ...STAGES, ...TANGLED, ...firms].map(named),
      ...projects.map((id, index) => ({ ...named(id), status: "PLANNED", investmentCny: index })),
    ],
    joins: [
      ...STAGES.map((stage) => joining("has-stage", "chain:wide", stage)),
      joining("feeds", "stage:s1", "stage:s0"),
      ...TANGLED.map((stage) => joining("has-stage", "chain:tangle", stage)),
      ...TANGLED.flatMap((from) => TANGLED.filter((to) => to !== from).map((to) => joining("feeds", from, to))),
      ...[...firms, ...projects].map((id, index) => joining("joins", id, place(index))),
      ...firms.slice(0, 50).map((id) => joining("leads", id, "chain:wide")),
    ],
  };
}

interface Members {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly endCursor: string | null };
}

interface Map {
  readonly stages: readonly { readonly companies: Members; readonly stage: { readonly id: string } }[];
  readonly withoutStage: { readonly companies: Members };
  readonly leaders: Members;
  readonly totals: readonly { readonly metric: string; readonly recorded: number | null }[];
  readonly byStatus: readonly { readonly status: string | null; readonly projects: number }[];
}

const PAGE = "{ totalCount nodes { id } pageInfo { endCursor } }";
const GROUP = `companies(first: $first, after: $after) ${PAGE} totals { metric recorded }`;
const MAP = `query ($first: Int, $after: String) { chainMap(chain: "chain:wide") {
  stages { stage { id } ${GROUP} } withoutStage { companies(first: $first) ${PAGE} totals { metric recorded } }
  leaders(first: $first) ${PAGE} totals { metric recorded } byStatus { status projects } } }`;

describe.each(engines)("the map of a chain with 10,000 firms on $name", (tested) => {
  let engine: Engine;
  let service: Service;
  /** How many rows each statement was answered with. */
  const answers: number[] = [];

  beforeAll(async () => {
    engine = await tested.open();
    await prepareGraph(engine, built.model);
    const { entities, joins } = large();
    await engine.write(creating(built.model, entities));
    await engine.write(creating(built.model, joins));
    await derive(engine, built.model, (statements) => engine.write(statements));
    const counting: Engine = {
      address: engine.address,
      capabilities: engine.capabilities,
      exclusive: engine.exclusive,
      read: async (statement, options) => {
        const rows = await engine.read(statement, options);
        answers.push(rows.length);
        return rows;
      },
      write: (statements) => engine.write(statements),
      prepare: (plan) => engine.prepare(plan),
      checkpoint: () => engine.checkpoint(),
      close: () => engine.close(),
    };
    service = await serve(built, counting);
  });
  afterAll(async () => {
    await service.app.close();
    await engine.close();
  });

  const ask = async (variables: object): Promise<{ map: Map; statements: number; rows: number }> => {
    answers.length = 0;
    const { answer, line } = await service.post({ query: MAP, variables });
    expect(answer.errors).toBeUndefined();
    const map = (answer.data as { chainMap: Map }).chainMap;
    return { map, statements: line["statements"] as number, rows: Math.max(...answers) };
  };

  it("counts and sums in the database", async () => {
    const { map } = await ask({ first: 10 });
    const recorded = Object.fromEntries(map.totals.map(({ metric, recorded: sum }) => [metric, sum]));
    expect(recorded).toMatchObject({ companies: FIRMS, projects: 1_000, investmentCny: (999 * 1_000) / 2 });
    expect(map.byStatus).toEqual([{ status: "PLANNED", projects: 1_000 }]);
    expect(map.stages.map(({ stage, companies }) => [stage.id, companies.totalCount])).toEqual([
      ["stage:s1", 2_500],
      ["stage:s2", 2_500],
      ["stage:s0", 2_500],
    ]);
    expect(map.withoutStage.companies.totalCount).toBe(2_500);
    expect(map.leaders.totalCount).toBe(50);
  });

  it("pages in the database: as many statements for large pages as for small, and no answer larger than the pages", async () => {
    const small = await ask({ first: 5 });
    const large = await ask({ first: 500 });
    expect(large.statements).toBe(small.statements);
    // One more than the page at each stage tells whether there are more.
    expect(small.rows).toBeLessThanOrEqual(6 * STAGES.length);
    expect(large.rows).toBeLessThanOrEqual(501 * STAGES.length);
    expect(small.map.stages[1]?.companies.nodes.map(({ id }) => id)).toEqual(
      [2, 6, 10, 14, 18].map((index) => `company:${String(index).padStart(5, "0")}`),
    );
  });

  it("counts what feeds what where there is more than it reads", async () => {
    const { answer } = await service.post({
      query: '{ chainMap(chain: "chain:tangle") { feedCount truncatedReason feeds { id } } }',
    });
    const { feedCount, truncatedReason } = (answer.data as { chainMap: { feedCount: number; truncatedReason: string } })
      .chainMap;
    expect(feedCount).toBe(TANGLED.length * (TANGLED.length - 1));
    expect(truncatedReason).toMatch(/more than 10000 relationships between stages/);
  });

  it("goes on after a page", async () => {
    const first = (await ask({ first: 3 })).map.stages[2]?.companies;
    const next = await ask({ first: 3, after: first?.pageInfo.endCursor ?? "" });
    expect(next.map.stages[2]?.companies.nodes.map(({ id }) => id)).toEqual([
      "company:00012",
      "company:00016",
      "company:00020",
    ]);
  });
});
