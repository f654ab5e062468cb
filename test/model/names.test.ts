import { Float } from "type-graphql";
import { describe, expect, it } from "vitest";
import { Entity, Property, Relationship, type ModelClass } from "../../src/model/decorators.js";
import * as model from "../../src/model/index.js";
import { defineEnum } from "../../src/model/terms.js";
import { buildModel } from "../../src/schema.js";

const words = { zh: "名", en: "name", description: "A name (名).", colour: "#1f6650" };
const ends = { inverseZh: "反", inverseEn: "inverse" };

/** A class of a name, with numbers as properties. */
function named(name: string, properties: readonly string[] = []): ModelClass {
  const target = { [name]: class {} }[name] as new () => object;
  for (const property of properties) Property(() => Float, words)(target.prototype as Record<string, number>, property);
  return target;
}

/** A kind. */
function kind(
  name: string,
  { properties = [], plural }: { properties?: readonly string[]; plural?: string } = {},
): ModelClass {
  const target = named(name, properties);
  Entity({ ...words, ...(plural === undefined ? {} : { plural }) })(target);
  return target;
}

/** A relationship from a kind to itself, with the field that its start gains. */
function relationship(name: string, of: ModelClass, field?: string, properties: readonly string[] = []): ModelClass {
  const target = named(name, properties);
  Relationship({ ...words, ...ends, from: { of, ...(field === undefined ? {} : { field }) }, to: { of } })(target);
  return target;
}

const Colour = defineEnum("Colour", "A colour (颜色).", { RED: { zh: "红", en: "red" } });

/** A kind with a property whose enum has the name of another kind. */
function painted(): ModelClass {
  class Boat {
    colour?: "RED";
  }
  Property(() => Colour, words)(Boat.prototype, "colour");
  Entity(words)(Boat);
  return Boat;
}

const ship = (): ModelClass => kind("Ship");
const owning = (name: string, field: string): ModelClass[] => {
  const of = ship();
  return [of, relationship(name, of, field)];
};

describe("a name that two things give", () => {
  it.each<[string, () => readonly ModelClass[], string, string, string]>([
    [
      "a plural that is a question",
      () => [kind("Knot", { plural: "nodes" })],
      "Query.nodes",
      "the question nodes",
      "the plural of Knot",
    ],
    ["another", () => [kind("Limit")], "Query.limits", "the question limits", "the plural of Limit"],
    [
      "a kind that is a question",
      () => [kind("Search", { plural: "searchings" })],
      "Query.search",
      "the question search",
      "the kind Search",
    ],
    [
      "a kind named as an own question",
      () => [kind("Vocabulary")],
      "Query.vocabulary",
      "the question vocabulary",
      "the kind Vocabulary",
    ],
    [
      "two plurals",
      () => [kind("Ox", { plural: "cattle" }), kind("Cow", { plural: "cattle" })],
      "Query.cattle",
      "the plural of Ox",
      "the plural of Cow",
    ],
    [
      "a plural that is another kind",
      () => [ship(), kind("Fleet", { plural: "ship" })],
      "Query.ship",
      "the kind Ship",
      "the plural of Fleet",
    ],
    [
      "a plural of its own name",
      () => [kind("Sheep", { plural: "sheep" })],
      "Query.sheep",
      "the kind Sheep",
      "the plural of Sheep",
    ],
    [
      "two kinds of one name",
      () => [ship(), kind("Ship", { plural: "vessels" })],
      "EntityKind.SHIP",
      "the kind Ship",
      "the kind Ship",
    ],
    [
      "two kinds of one value",
      () => [kind("TugBoat"), kind("Tug_Boat")],
      "EntityKind.TUG_BOAT",
      "the kind TugBoat",
      "the kind Tug_Boat",
    ],
    [
      "two relationships of one name",
      () => [...owning("Tows", "towed"), ...owning("Tows", "pulled").slice(1)],
      "RelationshipType.TOWS",
      "the relationship Tows",
      "the relationship Tows",
    ],
    [
      "a kind and a relationship",
      () => [...owning("Follows", "followed"), kind("Follows", { plural: "allFollows" })],
      "type Follows",
      "the kind Follows",
      "the relationship FOLLOWS",
    ],
    [
      "a kind that is a helper of another",
      () => [ship(), kind("ShipEdge")],
      "type ShipEdge",
      "the kind Ship",
      "the kind ShipEdge",
    ],
    [
      "a kind that is a type of every model",
      () => [kind("Citation")],
      "type Citation",
      "every model",
      "the kind Citation",
    ],
    [
      "a kind that is an interface",
      () => [kind("Party", { plural: "allParties" })],
      "type Party",
      "every model",
      "the kind Party",
    ],
    [
      "a kind that is a helper of an interface",
      () => [kind("EntityFilter")],
      "type EntityFilter",
      "every model",
      "the kind EntityFilter",
    ],
    ["a kind that is an enum", () => [painted(), kind("Colour")], "type Colour", "the enum Colour", "the kind Colour"],
    [
      "a kind that is the helper of a field",
      () => [...owning("Follows", "crews"), kind("FollowsShipConnection")],
      "type FollowsShipConnection",
      "the kind FollowsShipConnection",
      "the field Ship.crews",
    ],
    [
      "two relationships whose names run into those of the kinds at their ends",
      () => {
        const [of, sea] = [ship(), kind("SeaShip")];
        return [of, sea, relationship("FollowsSea", of, "followed"), relationship("Follows", sea, "followed")];
      },
      "type FollowsSeaShipConnection",
      "the field Ship.followed",
      "the field SeaShip.followed",
    ],
    [
      "a relationship with properties and a kind",
      () => {
        const of = ship();
        return [of, relationship("Follows", of, "followed", ["speed"]), kind("FollowsFilter")];
      },
      "type FollowsFilter",
      "the kind FollowsFilter",
      "the relationship FOLLOWS",
    ],
    [
      "two fields of relationships",
      () => {
        const raft = kind("Raft");
        return [raft, relationship("Pulls", raft, "others"), relationship("Pushes", raft, "others")];
      },
      "Raft.others",
      "the relationship PULLS (from)",
      "the relationship PUSHES (from)",
    ],
    ...[
      "id",
      "kind",
      "name",
      "nameEn",
      "aliases",
      "properties",
      "citations",
      "facts",
      "neighborSummary",
      "relationships",
    ].map((property): [string, () => readonly ModelClass[], string, string, string] => [
      `a property ${property}`,
      () => [kind("Ship", { properties: [property] })],
      `Ship.${property}`,
      "every entity",
      `the property ${property}`,
    ]),
    ...["and", "or", "not", "within"].map((field): [string, () => readonly ModelClass[], string, string, string] => [
      `a relationship's field ${field}`,
      () => owning("Follows", field),
      `Ship.${field}`,
      "every filter",
      "the relationship FOLLOWS (from)",
    ]),
    [
      "a field that every entity has",
      () => owning("Follows", "kind"),
      "Ship.kind",
      "every entity",
      "the relationship FOLLOWS (from)",
    ],
    [
      "a property that is stored for search",
      () => [kind("Ship", { properties: ["searchText"] })],
      "Ship.searchText",
      "every entity",
      "the property searchText",
    ],
    ...["id", "type", "from", "to", "properties", "citations", "facts", "fromId", "dataset"].map(
      (property): [string, () => readonly ModelClass[], string, string, string] => [
        `a relationship's property ${property}`,
        () => {
          const of = ship();
          return [of, relationship("Follows", of, "followed", [property])];
        },
        `Follows.${property}`,
        "every relationship",
        `the property ${property}`,
      ],
    ),
    [
      "a relationship's property of filters",
      () => {
        const of = ship();
        return [of, relationship("Follows", of, "followed", ["not"])];
      },
      "Follows.not",
      "every filter",
      "the property not",
    ],
    [
      "two properties of one order",
      () => [kind("Ship", { properties: ["grossTonnage", "gross_tonnage"] })],
      "ShipOrderField.GROSS_TONNAGE",
      "the property grossTonnage",
      "the property gross_tonnage",
    ],
    [
      "a property in the order of every list",
      () => [kind("Ship", { properties: ["name_en"] })],
      "ShipOrderField.NAME_EN",
      "every entity",
      "the property name_en",
    ],
  ])("%s: is refused with both origins", (_what, classes, where, one, other) => {
    expect(() => buildModel([...Object.values(model), ...classes()])).toThrow(
      `${where}: expected each name once but got it from ${one} and ${other}; rename one of them.`,
    );
  });
});

describe("the types of lists", () => {
  const { model: built, schema } = buildModel();

  it("are named after the relationship and the far kind, and shared by all fields that lead there", () => {
    for (const { ends } of built.kinds.values())
      for (const { relationship, far, definition } of ends.values()) {
        const name = `${relationship.name}${far}`;
        const types = Object.fromEntries(definition.args.map((arg) => [arg.name, String(arg.type)]));
        expect(String(definition.type)).toBe(`${name}Connection`);
        expect(types).toMatchObject({ filter: `${name}Filter`, orderBy: `[${name}Order!]` });
      }
  });

  it("are fewer than the fields that lead to them", () => {
    const fields = [...built.kinds.values()].flatMap(({ ends }) => [...ends.keys()]);
    const connections = Object.keys(schema.getTypeMap()).filter((name) => name.endsWith("Connection"));
    expect(connections.length - built.kinds.size - 1).toBeLessThan(fields.length / 2);
  });
});
