import { describe, expect, it } from "vitest";
import { foldAlternatives } from "../../src/graph/statements/alternatives.js";

describe("alternatives", () => {
  it("that compare one property with values are one", () => {
    const names = Array.from({ length: 300 }, (_, index) => ({ name: { eq: `n${index}` } }));
    expect(foldAlternatives(names)).toEqual([{ name: { in: names.map(({ name }) => name.eq) } }]);
    const mixed = [{ name: { in: ["a", "b"] } }, { id: { eq: "x" } }, { name: { eq: "c" } }, { id: { in: [] } }];
    expect(foldAlternatives(mixed)).toEqual([{ name: { in: ["a", "b", "c"] } }, { id: { in: ["x"] } }]);
  });

  it.each([
    { name: { contains: "a" } },
    { name: { eq: "a", startsWith: "a" } },
    { name: { eq: "a" }, id: { eq: "b" } },
    { not: { name: { eq: "a" } } },
    { name: {} },
    { name: { eq: null } },
    {},
  ])("that say anything else stay as they are: %j", (item) => {
    expect(foldAlternatives([item, item])).toEqual([item, item]);
  });

  it("keep nulls for properties that were not given", () => {
    expect(foldAlternatives([{ name: { eq: "a" }, id: null }, { name: { eq: "b" } }])).toEqual([
      { name: { in: ["a", "b"] } },
    ]);
  });
});
