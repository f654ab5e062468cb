import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FactForm } from "../../src/import/form.js";
import { readFacts } from "../../src/import/facts.js";
import { Problems } from "../../src/import/problems.js";
import { SEED } from "../../src/cli/seed.js";

const HEADER = "subject,property,value,unit,qualifier,planned,asOf,citation";

/** The facts of some rows, as they are stored. */
async function read(header: string, ...rows: readonly string[]): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "liantu-facts-"));
  await writeFile(join(folder, "facts.csv"), `${[header, ...rows].join("\n")}\n`);
  const problems = new Problems();
  const facts = await readFacts(folder, problems);
  await rm(folder, { recursive: true });
  expect(problems.first).toEqual([]);
  return [...facts.values()].flat().map(({ text }) => text);
}

const valueOf = (text: string | undefined): unknown => (JSON.parse(text ?? "{}") as { value: unknown }).value;

describe("the value of a fact", () => {
  it.each<[string, string, string, unknown]>([
    ["300750", "", "", "300750"],
    ["000001", "", "", "000001"],
    ["2010", "", "", "2010"],
    ["13800000000", "", "", "13800000000"],
    ["12", "person", "", 12],
    ["0.5", "%", "", 0.5],
    ["2023", "", "number", 2023],
    ["110000", "code", "text", "110000"],
    ["007", "piece", "", "007"],
    ["3+1", "item", "", "3+1"],
    ["1234567890123456", "person", "", "1234567890123456"],
  ])("%s with the unit %j and the type %j is %j", async (value, unit, type, expected) => {
    const [text] = await read(`${HEADER},type`, `company:c,figure,${value},${unit},EXACT,false,,source:s||,${type}`);
    expect(valueOf(text)).toBe(expected);
  });

  it("comes back from an export as it was stored", async () => {
    const digits = fc.stringMatching(/^-?\d{1,16}(\.\d{1,3})?$/);
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          value: fc.oneof(digits, fc.double({ noNaN: true, min: -1e12, max: 1e12 })),
          unit: fc.constantFrom(null, "person", "CNY"),
        }),
        async ({ value, unit }) => {
          const plain = typeof value === "number" ? Math.round(value * 1000) / 1000 + 0 : value;
          const fact = { property: "figure", label: "figure", labelEn: null, value: plain, unit, qualifier: "EXACT" };
          const stored = JSON.stringify({ ...fact, planned: false, asOf: null, citation: "source:s||" });
          const form = new FactForm();
          expect(await read(form.header.join(), form.cells("company:c", stored).join())).toEqual([stored]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("in the seed is of the type that it always was", async () => {
    const facts = await readFacts(SEED, new Problems());
    const values = [...facts.values()]
      .flat()
      .map(({ text }) => JSON.parse(text) as { property: string; value: unknown });
    const typeOf = (property: string): string => typeof values.find((fact) => fact.property === property)?.value;
    expect(["constructionYear", "guidanceFundOrdinal", "jobs"].map(typeOf)).not.toContain("string");
    expect(typeOf("postalDistributionCode")).toBe("string");
  });
});
