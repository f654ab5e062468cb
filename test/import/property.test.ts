import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import {
  csv,
  CUT,
  described,
  type Files,
  LEASE_WRITES,
  NO_LEASE_TIME,
  snapshot,
  watch,
  writeFolder,
} from "../support/datasets.js";
import { engines } from "../support/engines.js";

const { model } = buildModel();

const text = fc.constantFrom("", "一", "01", "1", "1.0", "a b", "true", 'say "ä"', "line\nbreak", " ", "𠮷");
const number = fc.oneof(
  fc.constant(""),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
);
const date = fc.constantFrom("", "2023", "2023-03", "2023-03-10");
const few = fc.integer({ min: 0, max: 3 });
const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`;

const company = fc.record({ slug: few, nameEn: text, aliases: fc.constantFrom("", "一", "一;二", "1;01") });
const project = fc.record({ slug: few, investment: number, target: date });
const owns = fc.record({ id: fc.constantFrom("", "owns:a", "owns:b"), from: few, to: few, share: number });
const fact = fc.record({ subject: few, value: fc.constantFrom("1", "01", "三") });

const key = ({ id, from, to }: { id: string; from: number; to: number }): string => id || `${from} ${to}`;

/** A small dataset that is sound: what refers to nothing is left out. */
const dataset = fc
  .record({
    companies: fc.uniqueArray(company, { selector: ({ slug }) => slug }),
    projects: fc.uniqueArray(project, { selector: ({ slug }) => slug }),
    owned: fc.uniqueArray(owns, { selector: key }),
    facts: fc.array(fact, { maxLength: 4 }),
    title: fc.constantFrom("甲", "乙"),
  })
  .map(({ companies, projects, owned, facts, title }): Files => {
    const has = (items: readonly { slug: number }[], slug: number): boolean => items.some((item) => item.slug === slug);
    return {
      "dataset.json": described("any", { description: title }),
      "nodes/company.csv": csv(
        "id:ID,name,nameEn,aliases",
        ...companies.map(({ slug, nameEn, aliases }) => `company:${slug},公司,${cell(nameEn)},${aliases}`),
      ),
      "nodes/project.csv": csv(
        "id:ID,name,investmentCny,targetDate",
        ...projects.map(({ slug, investment, target }) => `project:${slug},项目,${investment},${target}`),
      ),
      "nodes/source.csv": csv("id:ID,name", "source:page,版面"),
      "relationships/owns.csv": csv(
        "id,:START_ID,:END_ID,sharePercent",
        ...owned
          .filter(({ from, to }) => has(companies, from) && has(projects, to))
          .map(({ id, from, to, share }) => `${id},company:${from},project:${to},${share}`),
      ),
      "facts.csv": csv(
        "subject,property,value,unit,qualifier,planned,asOf,citation",
        ...facts
          .filter(({ subject }) => has(companies, subject))
          .map(({ subject, value }) => `company:${subject},figure,${value},,EXACT,false,,source:page||`),
      ),
    };
  });

describe.each(engines)("whatever two folders of one dataset hold, on $name", ({ name, open }) => {
  let engine: Engine;
  const numRuns = name === "embedded" ? 60 : 15;

  beforeAll(async () => {
    engine = await open();
    await prepareGraph(engine, model);
  });
  afterAll(() => engine.close());

  const clear = () => engine.write([{ text: "MATCH (n) DETACH DELETE n", parameters: {} }]);
  const bring = (folder: string, into = engine, check = false) =>
    importDataset({ folder, engine: into, model, check, leaseTimes: NO_LEASE_TIME });

  it("the second leaves what it would leave in an empty graph, even if it or the first broke off", async () => {
    const cut = fc.integer({ min: 0, max: 8 });
    await fc.assert(
      fc.asyncProperty(dataset, dataset, cut, cut, async (before, after, firstCut, secondCut) => {
        const [first, second] = [await writeFolder(before), await writeFolder(after)];
        await clear();
        await bring(second);
        const expected = await snapshot(engine);
        await clear();
        for (const [folder, most] of [
          [first, firstCut],
          [second, secondCut],
        ] as const)
          await bring(folder, watch(engine, most)).catch((error: unknown) => {
            expect((error as Error).message).toBe(CUT);
          });
        const checked = await bring(second, engine, true);
        const imported = await bring(second);
        expect(await snapshot(engine)).toEqual(expected);
        expect(checked.items).toEqual(imported.items);
        const again = watch(engine);
        await bring(second, again);
        expect(again.writes).toBe(LEASE_WRITES);
      }),
      { numRuns },
    );
  });
});
