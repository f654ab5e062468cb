import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IN_MEMORY, openEmbedded } from "../../../src/engine/embedded.js";
import type { Engine } from "../../../src/engine/engine.js";
import { isKind, ownerOf, statedTypes, type Kind } from "../../../src/graph/model.js";
import { prepareGraph } from "../../../src/graph/prepare.js";
import { joinList } from "../../../src/import/columns.js";
import { importDataset } from "../../../src/import/index.js";
import { SEED } from "../../../src/cli/seed.js";
import { buildModel } from "../../../src/schema.js";
import { clear, exported } from "../../support/exports.js";
import { readers, type ReadNetwork } from "../../support/readers.js";
import { store, type Row } from "../../support/rows.js";
import { serve, type Service } from "../../support/server.js";

const built = buildModel();
const { model } = built;
const NETWORKS = 12;

/** Texts that are hard to write, of what XML allows; Gephi takes an element of nothing but spaces for empty. */
const text = fc
  .string({ unit: "binary", maxLength: 12 })
  .map((hard) => `名${hard.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "<&>\"']]>")}`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const end = fc.nat({ max: 2 });
const form = maybe(fc.constantFrom("BOND", "LISTING"));
const line = fc.oneof(
  fc.record({
    type: fc.constant("owns"),
    from: end,
    to: end,
    sharePercent: maybe(fc.double({ min: 0, max: 100, noNaN: true })),
    validFrom: maybe(fc.constant("2019-03")),
    validTo: maybe(fc.constant("2021")),
  }),
  fc.record({
    type: fc.constant("supports"),
    from: end,
    to: end,
    form,
    items: maybe(fc.array(fc.constantFrom("a, b", "[c]", "d e"), { minLength: 1 })),
  }),
);

/** Few entities with many relationships between the same two, self-loops among them. */
const network = fc
  .record({ names: fc.array(text, { minLength: 9, maxLength: 9 }), lines: fc.array(line, { maxLength: 24 }) })
  .map(({ names, lines }): Row[] => {
    const kinds = ["company", "project", "agency"];
    const entities = names.map((name, at) => ({ id: `${kinds[Math.floor(at / 3)] ?? ""}:${at % 3}`, name }));
    const joins = lines.map(({ type, from, to, ...values }, at) => {
      const [start, far] = type === "owns" ? ["company", "company"] : ["agency", "project"];
      const stated = Object.entries(values).filter(([, value]) => value !== undefined);
      return {
        id: `${type}:${at}`,
        from: `${start}:${from}`,
        to: `${far}:${to}`,
        citations: ["source:a|A1|2"],
        ...Object.fromEntries(stated),
      };
    });
    return [...entities, ...joins];
  });

interface Exported {
  readonly rows: readonly Row[];
  readonly files: Readonly<Record<"gexf" | "graphml", string>>;
}

let folder: string;
let engine: Engine;
let service: Service;
const all: Exported[] = [];

async function keep(name: string, rows: readonly Row[]): Promise<void> {
  const files = { gexf: join(folder, `${name}.gexf`), graphml: join(folder, `${name}.graphml`) };
  for (const form of ["gexf", "graphml"] as const)
    await writeFile(files[form], (await exported(service.app, `${form}?layout=LAYERED`)).bytes);
  all.push({ rows, files });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "liantu-test-readers-"));
  engine = openEmbedded(IN_MEMORY);
  service = await serve(built, engine);
  await prepareGraph(engine, model);
  await importDataset({ folder: SEED, engine, model });
  const stated = statedTypes(model).map(({ type }) => type);
  const [nodes, edges] = await Promise.all(
    ["MATCH (n:Entity) RETURN properties(n)", "MATCH ()-[r]->() WHERE type(r) IN $stated RETURN properties(r)"].map(
      (text) => engine.read({ text, parameters: { stated } }),
    ),
  );
  await keep(
    "seed",
    [...(nodes ?? []), ...(edges ?? [])].map(([properties]) => properties as Row),
  );
  for (const [at, rows] of fc.sample(network, { seed: 20_231_108, numRuns: NETWORKS }).entries()) {
    await clear(engine);
    await store(engine, model, rows);
    await keep(`random-${at}`, rows);
  }
});
afterAll(async () => {
  await service.app.close();
  await engine.close();
  await rm(folder, { recursive: true });
});

/** Where a form or a program keeps a list: apart, or as one text. */
function listIn(reader: string, form: "gexf" | "graphml", items: readonly string[]): unknown {
  if (form === "graphml") return joinList(items);
  return reader === "Gephi" ? items : `[${items.map((item) => JSON.stringify(item)).join(", ")}]`;
}

/** Gephi leaves out spaces that stand as references in GraphML, and takes INF in any text for infinity. */
function comparable(reader: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => comparable(reader, item));
  if (reader !== "Gephi" || typeof value !== "string") return value;
  return value.replace(/\s/g, "").replaceAll("INF", "Infinity");
}

/** The properties of the model that a row states, with what it cites. */
function stated(row: Row): [string, unknown][] {
  const owner = ownerOf(model, row.id);
  return Object.entries(row).filter(([name]) => name === "citations" || owner?.properties.has(name));
}

describe.each(readers)("$name", (reader) => {
  describe.skipIf(!reader.present).each(reader.forms)("reads from %s", (form) => {
    const found: ReadNetwork[] = [];
    beforeAll(async () => {
      found.push(...(await reader.read(all.map(({ files }) => files[form]))));
    });

    /** What was read, by the service's own ids, which GraphML has beside its own. */
    function byId(network: ReadNetwork) {
      const ids = new Map(network.nodes.map(({ id, values }) => [id, (values["entityId"] ?? id) as string]));
      const nodes = new Map(network.nodes.map((node) => [ids.get(node.id), node]));
      const edges = new Map(
        network.edges.map((edge) => [
          (edge.values["relationshipId"] ?? edge.id) as string,
          { ...edge, from: ids.get(edge.from), to: ids.get(edge.to) },
        ]),
      );
      return { nodes, edges };
    }

    it("every entity and every relationship, with its ends and all that it states", () => {
      expect(found).toHaveLength(NETWORKS + 1);
      for (const [at, { rows }] of all.entries()) {
        const network = found[at] as ReadNetwork;
        const { nodes, edges } = byId(network);
        const entities = rows.filter(({ id }) => isKind(ownerOf(model, id)));
        expect([network.nodes.length, network.edges.length]).toEqual([entities.length, rows.length - entities.length]);
        expect([nodes.size, edges.size]).toEqual([network.nodes.length, network.edges.length]);
        for (const row of rows) {
          const edge = edges.get(row.id);
          if ("from" in row) expect(edge).toMatchObject({ from: row["from"], to: row["to"] });
          const read = edge ?? nodes.get(row.id);
          for (const [name, value] of stated(row)) {
            const wanted = Array.isArray(value) ? listIn(reader.name, form, value as string[]) : value;
            expect([row.id, name, comparable(reader.name, read?.values[name])]).toEqual([
              row.id,
              name,
              comparable(reader.name, wanted),
            ]);
          }
        }
      }
    });

    if (reader.name !== "Gephi") return;
    it("each relationship as an edge of its own, and nodes as they are drawn", () => {
      for (const network of found) {
        const kinds = network.edges.map(({ from, to, kind }) => `${from} ${to} ${kind ?? ""}`);
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(network.edges.every(({ weight, kind }) => weight === 1 && kind)).toBe(true);
        for (const { colour, values, id } of network.nodes)
          expect(colour).toBe((ownerOf(model, (values["entityId"] ?? id) as string) as Kind).colour);
        const places = network.nodes.map(({ x, y }) => `${x ?? ""} ${y ?? ""}`);
        expect(new Set(places).size).toBe(places.length);
      }
      expect(new Set(found[0]?.nodes.map(({ size }) => size)).size).toBeGreaterThan(5);
    });
  });
});
