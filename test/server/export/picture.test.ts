import { MultiGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../../src/engine/engine.js";
import { prepareGraph } from "../../../src/graph/prepare.js";
import { buildModel } from "../../../src/schema.js";
import { engines } from "../../support/engines.js";
import { clear, unzip } from "../../support/exports.js";
import { joining, store } from "../../support/rows.js";
import { HOUSE_FORM, serve, type Answer, type Service } from "../../support/server.js";

const built = buildModel();
const { model } = built;
const PARSERS = { gexf: gexf.parse, graphml: graphml.parse } as const;
type Form = keyof typeof PARSERS;
const FORMS = ["gexf", "graphml"] as const;

describe.each(engines)("an export as a picture, on $name", ({ open }) => {
  let engine: Engine;
  let service: Service;

  beforeAll(async () => {
    engine = await open();
    await clear(engine);
    await prepareGraph(engine, model);
    await store(engine, model, [
      { id: "company:a", name: "甲" },
      { id: "company:b", name: "乙" },
      { id: "project:c", name: "丙" },
      { id: "agency:d", name: "丁" },
      joining("owns", "company:a", "company:a"),
      joining("owns", "company:a", "company:b"),
      joining("owns", "company:a", "company:b", { id: "owns:again" }),
      joining("owns", "company:a", "project:c"),
      joining("supports", "agency:d", "project:c", { id: "supports:1", form: "BOND" }),
      joining("supports", "agency:d", "project:c", { id: "supports:2", form: "LISTING" }),
      joining("supports", "agency:d", "project:c", { id: "supports:3", form: "BOND" }),
      joining("supports", "agency:d", "project:c", { id: "supports:4" }),
    ]);
    service = await serve(built, engine, { defaultViewNodes: 4, maxViewNodes: 4 });
  });
  afterAll(async () => {
    await service.app.close();
    await engine.close();
  });

  async function asked(form: string, shown?: object, query = "") {
    const url = `/export/${form}${query}`;
    const request = shown ? { method: "POST" as const, url, payload: shown } : { url };
    const { statusCode, body, rawPayload } = await service.app.inject(request);
    return { statusCode, body, rawPayload };
  }
  async function graphOf(form: Form, shown?: object, query = ""): Promise<MultiGraph> {
    const { statusCode, body } = await asked(form, shown, query);
    expect([statusCode, body.slice(0, 5)]).toEqual([200, "<?xml"]);
    return PARSERS[form](MultiGraph, body);
  }
  const placesIn = (graph: MultiGraph) =>
    Object.fromEntries(graph.mapNodes((id, { x, y }) => [id, [Number(x), Number(y)]]));

  it.each(FORMS)("has in %s the colour of each kind, and sizes by what joins each", async (form) => {
    const graph = await graphOf(form);
    for (const kind of model.kinds.values())
      for (const id of graph.filterNodes((node) => node.startsWith(`${kind.prefix}:`))) {
        const colour = String(graph.getNodeAttribute(id, "color"));
        const [r, g, b] = [1, 3, 5].map((start) => parseInt(kind.colour.slice(start, start + 2), 16));
        expect([kind.colour, `rgb(${r},${g},${b})`]).toContain(colour.replaceAll(" ", ""));
      }
    const size = (id: string) => Number(graph.getNodeAttribute(id, "size"));
    // A self-loop counts at both of its ends.
    expect(["company:a", "company:b"].map(size)).toEqual([
      3 + Math.round(Math.log2(1 + 5) * 100) / 100,
      3 + Math.round(Math.log2(1 + 2) * 100) / 100,
    ]);
    const part = await graphOf(form, { from: ["company:a", "project:c"], depth: 0 });
    expect(Number(part.getNodeAttribute("project:c", "size"))).toBe(4);
  });

  it.each(FORMS)("has in %s no places unless a layout is asked for, then those of the view's columns", async (form) => {
    for (const query of ["", "?layout=NONE"])
      expect((await graphOf(form, undefined, query)).someNode((_id, { x }) => x !== undefined)).toBe(false);
    for (const layout of ["FORCE", "LAYERED"]) {
      const { answer } = await service.post({
        query: `{ subgraph(from: ["company:a"], depth: 2) { columns(layout: ${layout}) } }`,
      });
      expect(answer.errors).toBeUndefined();
      const { id, x, y } = (answer.data as { subgraph: { columns: { nodes: Record<"id" | "x" | "y", unknown[]> } } })
        .subgraph.columns.nodes;
      const part = await graphOf(form, undefined, `?from=company:a&depth=2&layout=${layout}`);
      expect(placesIn(part)).toEqual(Object.fromEntries(id.map((each, at) => [each, [x[at], y[at]]])));
      const whole = await graphOf(form, undefined, `?layout=${layout}`);
      expect([whole.order, new Set(Object.values(placesIn(whole)).map(String)).size]).toEqual([4, 4]);
    }
  });

  it.each(FORMS)("holds in %s exactly what is shown, where it is shown", async (form) => {
    const shown = { from: ["project:c", "company:a", "agency:d"], depth: 0, x: [1.5, -20, 0], y: [0.25, 3e2, -1] };
    const graph = await graphOf(form, { ...shown, relationshipTypes: ["OWNS"] });
    expect(placesIn(graph)).toEqual({ "project:c": [1.5, 0.25], "company:a": [-20, 300], "agency:d": [0, -1] });
    expect(graph.mapEdges((_key, _attributes, from, to) => `${from} ${to}`).sort()).toEqual([
      "company:a company:a",
      "company:a project:c",
    ]);
    expect((await graphOf(form, { ...shown, relationshipTypes: [] })).size).toBe(0);
    expect((await graphOf(form, shown)).size).toBe(6);
  });

  it("names the kinds of parallel edges by what tells them apart, then by number", async () => {
    const { body } = await asked("gexf");
    const kinds = Array.from(body.matchAll(/ source="([^"]*)" target="([^"]*)"[^>]* kind="([^"]*)"/g), ([, ...parts]) =>
      parts.join(" "),
    );
    expect(kinds.sort()).toEqual([
      "agency:d project:c SUPPORTS",
      "agency:d project:c SUPPORTS BOND",
      "agency:d project:c SUPPORTS BOND 2",
      "agency:d project:c SUPPORTS LISTING",
      "company:a company:a OWNS",
      "company:a company:b OWNS",
      "company:a company:b OWNS 2",
      "company:a project:c OWNS",
    ]);
    const inGraphml = Array.from(
      (await asked("graphml")).body.matchAll(/<edge id="[^"]+" source="([^"]*)" target="([^"]*)" label="([^"]*)"/g),
      ([, ...parts]) => parts.join(" "),
    );
    expect(inGraphml.sort()).toEqual(kinds);
  });

  it("is posted for a dataset as well", async () => {
    const { statusCode, rawPayload } = await asked("csv", {
      from: ["company:a", "project:c"],
      depth: 0,
      relationshipTypes: ["OWNS"],
    });
    expect(statusCode).toBe(200);
    expect([...(await unzip(rawPayload)).keys()]).toEqual(
      expect.arrayContaining(["nodes/company.csv", "nodes/project.csv", "relationships/owns.csv"]),
    );
  });

  const long = "x".repeat(5000);
  it.each([
    [{ from: [] }, "POST /export/gexf(from)"],
    [{ from: ["company:none"] }, "POST /export/gexf(from)"],
    [{ from: [7] }, "POST /export/gexf(from)"],
    [{ depth: 0 }, "POST /export/gexf(depth)"],
    [{ from: ["company:a"], depth: "deep" }, "POST /export/gexf(depth)"],
    [{ from: ["company:a"], maxNodes: 5 }, "POST /export/gexf(maxNodes)"],
    [{ from: ["company:a"], relationshipTypes: ["LIKES"] }, "POST /export/gexf(relationshipTypes)"],
    [{ from: ["company:a"], layout: "ROUND" }, "POST /export/gexf(layout)"],
    [{ from: ["company:a"], x: [1], y: [1], layout: "FORCE" }, "POST /export/gexf(layout)"],
    [{ from: ["company:a"], x: [1] }, "POST /export/gexf(y)"],
    [{ from: ["company:a"], x: [1, 2], y: [1] }, "POST /export/gexf(x)"],
    [{ from: ["company:a"], x: ["1e400"], y: [1] }, "POST /export/gexf(x)"],
    [{ from: ["company:a"], [long]: 1 }, "POST /export/gexf("],
    [{ from: ["company:a"], direction: long }, "POST /export/gexf(direction)"],
    [["company:a"], "POST /export/gexf"],
    ["null", "POST /export/gexf"],
  ] as [object | string, string][])("is refused for %j", async (payload, where) => {
    const { statusCode, body } = await service.app.inject({
      method: "POST",
      url: "/export/gexf",
      headers: { "content-type": "application/json" },
      payload,
    });
    expect(statusCode).toBe(400);
    const message = (JSON.parse(body) as Answer).errors?.[0]?.message ?? "";
    expect(message).toMatch(HOUSE_FORM);
    expect(message.startsWith(where)).toBe(true);
    expect(message).not.toContain("x".repeat(201));
  });

  it("is not laid out where the graph has more than a view may, and says how it can be had", async () => {
    const { app } = await serve(built, engine, { maxViewNodes: 3 });
    const { statusCode, body } = await app.inject({ url: "/export/gexf?layout=FORCE" });
    expect(statusCode).toBe(400);
    expect(body).toContain(
      "GET /export/gexf(layout): expected at most 3 entities to lay out but the graph has more; name a part by from",
    );
    await app.close();
  });
});
