import { describe, expect, it } from "vitest";
import { emitted, drift } from "../../src/cli/emit.js";
import { buildModel } from "../../src/schema.js";

const built = buildModel();

describe("the emitted files", () => {
  it("are what the model says now; `npm run emit` writes them anew", async () => {
    expect(await drift(built)).toEqual([]);
  });

  it("name every kind and every relationship", () => {
    const document = emitted(built).get("schema/model.md") ?? "";
    for (const { name, zh } of built.model.kinds.values()) expect(document).toContain(`### ${name} (${zh})`);
    for (const { type, zh } of built.model.relationships.values()) expect(document).toContain(`### ${type} (${zh})`);
  });
});
