import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Float } from "type-graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { Entity, Property, Relationship } from "../../src/model/decorators.js";
import * as model from "../../src/model/index.js";
import { Party } from "../../src/model/interfaces.js";
import { buildModel } from "../../src/schema.js";
import { answered } from "../support/answered.js";
import { engines } from "../support/engines.js";

@Entity({ zh: "港口", en: "port", colour: "#1f6650", description: "A port (港口).", implements: [Party] })
class Port {
  @Property(() => Float, {
    zh: "吞吐量",
    en: "throughput",
    unit: "t",
    indexed: true,
    description: "Tonnes a year (年吞吐量).",
  })
  annualThroughputT?: number;

  @Property(() => Boolean, {
    zh: "不冻",
    en: "ice-free",
    indexed: true,
    description: "Whether it never freezes (不冻港).",
  })
  iceFree?: boolean;
}

@Relationship({
  zh: "出运经由",
  en: "ships through",
  inverseZh: "承运",
  inverseEn: "ships for",
  description: "A project ships its products through a port (出运).",
  from: { of: model.Project, field: "ports" },
  to: { of: Port, field: "shippers" },
})
class ShipsThrough {
  @Property(() => Float, { zh: "份额", en: "share", description: "The share of the output, 0 to 1 (份额)." })
  share?: number;
}

const built = buildModel([...Object.values(model), Port, ShipsThrough]);

const FILES: Readonly<Record<string, string>> = {
  "dataset.json": JSON.stringify({ id: "ports", title: "Ports" }),
  "nodes/source.csv": "id:ID,name\nsource:report,报告\n",
  "nodes/port.csv":
    "id:ID,name,annualThroughputT:float,iceFree:boolean,citations:string[]\nport:north,北港,500,false,source:report||\nport:south,南港,,true,source:report||\n",
  "nodes/project.csv":
    "id:ID,name,citations:string[]\nproject:one,甲,source:report||\nproject:two,乙,source:report||\n",
  "relationships/ships-through.csv":
    ":START_ID,:END_ID,share:float,citations:string[]\nproject:one,port:north,0.75,source:report||\nproject:two,port:north,0.25,source:report||\nproject:one,port:south,,source:report||\n",
};

describe.each(engines)("a kind and a relationship that a model of its own adds, on $name", ({ open }) => {
  let engine: Engine;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "liantu-ports-"));
    for (const part of ["nodes", "relationships"]) await mkdir(join(folder, part));
    for (const [file, text] of Object.entries(FILES)) await writeFile(join(folder, file), text);
    engine = await open();
    await prepareGraph(engine, built.model);
    await importDataset({ folder, engine, model: built.model });
  });

  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true });
  });

  const ask = (source: string): Promise<unknown> => answered(built, engine, source);

  it("are listed, filtered and ordered", async () => {
    expect(
      await ask(`{ ports(filter: { shippers: { relationship: { share: { gt: 0.5 } }, node: { name: { eq: "甲" } } } }) { nodes { id } }
        all: ports(orderBy: [{ field: ANNUAL_THROUGHPUT_T, direction: DESC }]) { totalCount nodes { id annualThroughputT } } }`),
    ).toEqual({
      ports: { nodes: [{ id: "port:north" }] },
      all: {
        totalCount: 2,
        nodes: [
          { id: "port:south", annualThroughputT: null },
          { id: "port:north", annualThroughputT: 500 },
        ],
      },
    });
  });

  it("are paged in the order of a truth value", async () => {
    const page = (after: string | null) =>
      ask(
        `{ ports(first: 1, after: ${JSON.stringify(after)}, orderBy: [{ field: ICE_FREE }]) { nodes { id } pageInfo { endCursor } } }`,
      ) as Promise<{ ports: { nodes: { id: string }[]; pageInfo: { endCursor: string | null } } }>;
    const { ports: first } = await page(null);
    const { ports: second } = await page(first.pageInfo.endCursor);
    expect([...first.nodes, ...second.nodes]).toEqual([{ id: "port:north" }, { id: "port:south" }]);
  });

  it("are joined from both ends", async () => {
    expect(
      await ask(`{ port(id: "port:north") { kind shippers(orderBy: [{ relationship: SHARE }]) { edges { relationship { share } node { name } } } }
        project(id: "project:one") { ports { totalCount nodes { name } } relationships(types: [SHIPS_THROUGH]) { totalCount } } }`),
    ).toEqual({
      port: {
        kind: "PORT",
        shippers: {
          edges: [
            { relationship: { share: 0.25 }, node: { name: "乙" } },
            { relationship: { share: 0.75 }, node: { name: "甲" } },
          ],
        },
      },
      project: {
        ports: { totalCount: 2, nodes: [{ name: "北港" }, { name: "南港" }] },
        relationships: { totalCount: 2 },
      },
    });
  });

  it("are found by id, through interfaces, and in the vocabulary", async () => {
    const answer = (await ask(`{ node(id: "port:south") { ... on Party { name } }
      joined: node(id: "ships-through:project:one~port:north") { ... on Relationship { type from { id } to { id } properties } }
      vocabulary { value zh inverseZh } }`)) as { vocabulary: unknown[] };
    expect(answer).toMatchObject({
      node: { name: "南港" },
      joined: {
        type: "SHIPS_THROUGH",
        from: { id: "project:one" },
        to: { id: "port:north" },
        properties: { share: 0.75 },
      },
    });
    expect(answer.vocabulary).toContainEqual({ value: "PORT", zh: "港口", inverseZh: null });
    expect(answer.vocabulary).toContainEqual({ value: "SHIPS_THROUGH", zh: "出运经由", inverseZh: "承运" });
  });
});
