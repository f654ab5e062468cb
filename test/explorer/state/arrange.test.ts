import fc from "fast-check";
import { expect, it } from "vitest";
import { along, beneath, beside, inRow, tidied } from "../../../src/explorer/state/arrange.js";
import { joined, type Placed } from "../../../src/explorer/state/picture.js";
import { line, node, pictureOf, pictures } from "./pictures.js";

const fresh = (count: number): Placed[] => Array.from({ length: count }, (_, at) => node(`fund:${at}`));
const counts = fc.integer({ min: 1, max: 60 });
const isAt = ({ x, y }: Placed): string => `${x},${y}`;

it("places what is expanded beside its anchor: each at a place of its own, none on what is there, the same every time", () => {
  fc.assert(
    fc.property(pictures, counts, fc.double({ min: 0.2, max: 4, noNaN: true }), (picture, count, unit) => {
      const anchor = [...picture.nodes.values()][0] ?? node("zone:none");
      const placed = beside(picture, anchor, fresh(count), unit);
      expect(placed.map(({ id }) => id)).toEqual(fresh(count).map(({ id }) => id));
      const taken = [...picture.nodes.values()].map(isAt);
      expect(new Set([...placed.map(isAt), ...taken]).size).toBe(count + new Set(taken).size);
      expect(beside(picture, anchor, fresh(count), unit)).toEqual(placed);
    }),
    { numRuns: 50 },
  );
});

it("places what nothing joins beneath everything", () => {
  fc.assert(
    fc.property(pictures, counts, (picture, count) => {
      const lowest = Math.min(...[...picture.nodes.values()].map(({ y }) => y));
      for (const placed of [beneath(picture, fresh(count)), inRow(picture, fresh(count))])
        for (const { y } of placed) expect(y).toBeLessThan(lowest);
    }),
  );
});

it("places the missing nodes of a path and leaves the others", () => {
  const picture = pictureOf([node("zone:a", -300, 0), node("zone:b", 300, 0)]);
  const placed = along(picture, [node("zone:a"), node("fund:1"), node("fund:2"), node("zone:b")]);
  expect(placed.map(({ id }) => id)).toEqual(["fund:1", "fund:2"]);
  const [one, two] = placed as [Placed, Placed];
  expect(-300 < one.x && one.x < two.x && two.x < 300).toBe(true);
});

it("tidies without moving what is pinned, each node a step from the next, the same every time", () => {
  const nodes = Array.from({ length: 30 }, (_, at) => node(`company:${at}`, at, at % 3));
  const lines = nodes.slice(1).map(({ id }) => line(id, "company:0"));
  const picture = { ...joined(pictureOf([]), nodes, lines), pinned: new Set(["company:7"]) };
  const places = tidied(picture);
  expect(places.get("company:7")).toEqual({ x: 7, y: 1 });
  expect(places.size).toBe(30);
  expect(new Set([...places.values()].map(({ x, y }) => `${x},${y}`)).size).toBe(30);
  expect(tidied(picture)).toEqual(places);
});
