import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { OPERATIONS, operations } from "../../src/explorer/emit.js";

describe("the explorer's operations", () => {
  it("are those of its documents and the schema; npm run emit writes them anew", async () => {
    expect(await readFile(OPERATIONS, "utf8")).toBe(await operations());
  });
});
