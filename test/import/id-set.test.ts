import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IdSet } from "../../src/import/id-set.js";

describe("a set of ids", () => {
  it("answers as a Set does, whatever is added", () => {
    const ids = fc.array(fc.oneof(fc.string(), fc.nat(50).map(String)));
    fc.assert(
      fc.property(ids, ids, (added, asked) => {
        const [set, known] = [new IdSet(), new Set<string>()];
        for (const id of added) {
          expect(set.add(id)).toBe(!known.has(id));
          known.add(id);
        }
        expect(set.size).toBe(known.size);
        for (const id of [...added, ...asked]) expect(set.has(id)).toBe(known.has(id));
      }),
    );
  });

  it("tells half a million ids apart that differ in little", () => {
    const set = new IdSet();
    const half = 250_000;
    const added = { entities: 0, relationships: 0, strangers: 0 };
    for (let index = 0; index < half; index += 1) {
      if (set.add(`company:c-${index}`)) added.entities += 1;
      if (set.add(`located-in:company:c-${index}~zone:z-${index % 20}`)) added.relationships += 1;
    }
    for (let index = half; index < 2 * half; index += 1) if (set.has(`company:c-${index}`)) added.strangers += 1;
    expect(added).toEqual({ entities: half, relationships: half, strangers: 0 });
    expect(set.size).toBe(2 * half);
    expect(set.add("company:c-7")).toBe(false);
  });
});
