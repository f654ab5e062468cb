import { describe, expect, it } from "vitest";
import { cypher, join, name, nothing, statement } from "../../src/graph/cypher.js";

describe("the Cypher tag", () => {
  it("makes a parameter of every value and text of every fragment", () => {
    const where = cypher`n.${name("name")} = ${"x' OR true //"}`;
    expect(statement(cypher`MATCH (n) WHERE ${where} AND n.id IN ${["a", "b"]} RETURN n LIMIT ${3}`)).toEqual({
      text: "MATCH (n) WHERE n.name = $p0 AND n.id IN $p1 RETURN n LIMIT $p2",
      parameters: { p0: "x' OR true //", p1: ["a", "b"], p2: 3 },
    });
  });

  it("writes the same text whatever the values are", () => {
    const textOf = (low: number, high: number | null) => statement(cypher`n.a > ${low} AND n.a < ${high}`).text;
    expect(textOf(1, 1)).toBe(textOf(1, 2));
    expect(textOf(1, null)).toBe(textOf(1, 2));
  });

  it("joins fragments, none as well as several", () => {
    expect(join([], " AND ")).toBe(nothing);
    const several = join([cypher`a = ${1}`, cypher`b = ${2}`, nothing], " AND ");
    expect(statement(several)).toEqual({ text: "a = $p0 AND b = $p1 AND", parameters: { p0: 1, p1: 2 } });
  });

  it.each([
    ["undefined", undefined],
    ["a function", () => "n.id"],
    ["a promise", Promise.resolve("n.id")],
  ])("refuses %s where a value belongs", (_what, hole) => {
    expect(() => cypher`RETURN ${1}, ${hole}`).toThrow(
      /^cypher: expected a value or a fragment in hole 2 but got .+; /,
    );
  });

  it.each(["", "a b", "n.id", "`n`", "1st", "名", "n) DETACH DELETE (n"])("refuses %j as an identifier", (text) => {
    expect(() => name(text)).toThrow(/^cypher: expected an identifier of letters, digits and _ but got .+; /);
  });
});
