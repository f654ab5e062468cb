import { describe, expect, it } from "vitest";
import { joinList, readValue, splitList, writeValue } from "../../src/import/columns.js";
import { FactForm } from "../../src/import/form.js";
import type { Property } from "../../src/graph/model.js";
import { buildModel } from "../../src/schema.js";

const LIST = buildModel().model.kinds.get("Company")?.properties.get("aliases") as Property;

describe("a list in a cell", () => {
  it.each([
    ["a;b", ["a", "b"]],
    ["a\\;b;c", ["a;b", "c"]],
    ["a\\\\;b", ["a\\", "b"]],
    ["a\\b;\\", ["a\\b", "\\"]],
    ["\\\\\\;", ["\\;"]],
    ["a;", ["a", ""]],
  ])("%j is %j", (text, items) => {
    expect(splitList(text)).toEqual(items);
  });

  it("is written so that it is read the same, empty items left out", () => {
    const items = ["a;b", "c\\", "\\;", "", ";"];
    expect(joinList(items)).toBe("a\\;b;c\\\\;\\\\\\;;\\;");
    expect(readValue(LIST, writeValue(items))).toEqual({ value: items.filter((item) => item !== "") });
  });
});

describe("a fact in a row", () => {
  const fact = (more: object): string =>
    JSON.stringify({
      property: "jobs",
      label: "就业",
      labelEn: "jobs",
      value: 1,
      unit: null,
      qualifier: "EXACT",
      planned: false,
      asOf: null,
      citation: "source:a||",
      ...more,
    });

  it("carries words of its own only where the first fact of its property has others", () => {
    const form = new FactForm();
    const words = (text: string) => form.cells("zone:a", text).slice(-3, -1);
    expect(words(fact({}))).toEqual(["", ""]);
    expect(words(fact({}))).toEqual(["", ""]);
    expect(words(fact({ labelEn: null }))).toEqual(["就业", ""]);
    expect(words(fact({ label: "jobs", labelEn: null }))).toEqual(["jobs", ""]);
    expect(words(fact({ property: "votes", label: "votes", labelEn: null }))).toEqual(["", ""]);
    expect(form.terms()).toEqual([["jobs", "就业", "jobs"]]);
  });

  it.each([
    [1e-7, "0.0000001"],
    [-1.25e-9, "-0.00000000125"],
    [0.5, "0.5"],
    [123456, "123456"],
    ["0351", "0351"],
    [null, ""],
  ])("has the value %j as %j", (value, text) => {
    expect(new FactForm().cells("zone:a", fact({ value }))[2]).toBe(text);
  });
});
