import fc from "fast-check";
import { expect, it } from "vitest";
import { hashOf } from "../../../src/explorer/state/address.js";
import { pack, squeeze, unpack, unsqueeze, type Packed } from "../../../src/explorer/state/packing.js";
import { byId } from "../../../src/explorer/state/picture.js";
import { START } from "../../../src/explorer/state/state.js";
import { node, pictureOf, pictures } from "./pictures.js";

it("restores any picture from its origin and what was packed", () => {
  fc.assert(
    fc.property(pictures, fc.array(fc.string()), (picture, trail) => {
      const packed = JSON.parse(JSON.stringify(pack(picture, new Set(trail)))) as Packed;
      const lines = [...picture.relationships].filter(
        ([, { from, to }]) => picture.first.has(from) && picture.first.has(to),
      );
      const base = { ...picture, nodes: picture.first, relationships: new Map(lines) };
      const restored = unpack(base, packed, byId(picture.nodes.values()));
      expect(byId(restored.nodes.values())).toEqual(picture.nodes);
      expect(restored.pinned).toEqual(picture.pinned);
      expect(restored.offKinds).toEqual(picture.offKinds);
      expect(restored.offTypes).toEqual(picture.offTypes);
      expect(packed.trail ?? []).toEqual([...new Set(trail)]);
    }),
  );
});

it("squeezes any text into what an address may hold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
      const short = await squeeze(text);
      expect(short).toMatch(/^[\w-]*$/);
      expect(await unsqueeze(short)).toBe(text);
    }),
    { numRuns: 50 },
  );
});

it("leaves the address bare for the plain first picture, with columns or without", async () => {
  const plain = pictureOf([node("zone:a")]);
  const heading = { words: "zones", x: 0, y: 0 } as const;
  expect(await hashOf({ ...START, picture: { ...plain, headings: [heading] } })).toBe("");
  expect(await hashOf({ ...START, picture: { ...plain, origin: { name: "overview" } } })).toBe("");
  expect(await hashOf({ ...START, picture: plain, screen: { name: "chain", id: "chain:a" } })).toContain(
    "screen=chain:chain:a",
  );
});
