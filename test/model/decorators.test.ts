import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLField,
  type GraphQLInputField,
} from "graphql";
import { Float } from "type-graphql";
import { describe, expect, it } from "vitest";
import { Entity, Property, Relationship } from "../../src/model/decorators.js";
import { deriveModel } from "../../src/model/derive/index.js";
import * as model from "../../src/model/index.js";
import { buildModel } from "../../src/schema.js";

const words = { zh: "名", en: "name", description: "A name (名).", colour: "#1f6650" };
const ends = { inverseZh: "反", inverseEn: "inverse" };

describe("the decorators", () => {
  it("refuse a property that is declared twice", () => {
    class Twice {
      size?: number;
    }
    Property(() => Float, words)(Twice.prototype, "size");
    expect(() => {
      Property(() => Float, words)(Twice.prototype, "size");
    }).toThrow("Twice.size: expected each property once but got it twice; rename or remove one.");
  });

  it("refuse two relationships that give a kind the same field", () => {
    @Entity(words)
    class Ship {}
    @Relationship({ ...words, ...ends, from: { of: Ship, field: "ships" }, to: { of: Ship } })
    class Follows {}
    @Relationship({ ...words, ...ends, from: { of: Ship }, to: { of: Ship, field: "ships" } })
    class Tows {}
    expect(() => deriveModel([Ship, Follows, Tows], model.Source)).toThrow(
      "Ship.ships: expected each name once but got it from the relationship FOLLOWS (from) and the relationship TOWS (to); rename one of them.",
    );
  });

  it("refuse a relationship that gives a kind a field of its own name", () => {
    @Entity(words)
    class Quay {
      @Property(() => Float, words)
      cranes?: number;
    }
    @Relationship({ ...words, ...ends, from: { of: Quay, field: "cranes" }, to: { of: Quay } })
    class Lifts {}
    expect(() => deriveModel([Quay, Lifts], model.Source)).toThrow(
      "Quay.cranes: expected each name once but got it from the property cranes and the relationship LIFTS (from); rename one of them.",
    );
  });

  it("let the compiler refuse a property whose type disagrees", () => {
    class Wrong {
      text?: string;
      numbers?: number[];
    }
    // @ts-expect-error a text is no number
    Property(() => Float, words)(Wrong.prototype, "text");
    // @ts-expect-error one number is no list
    Property(() => Float, words)(Wrong.prototype, "numbers");
    expect(() => {
      // @ts-expect-error the class has no such property
      Property(() => Float, words)(Wrong.prototype, "numbers");
    }).toThrow("expected each property once");
  });
});

describe("the schema", () => {
  const { schema } = buildModel();
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type),
  );

  it("describes every type, field, argument and value in English, with the Chinese term", () => {
    const silent: string[] = [];
    const note = (where: string, description: string | null | undefined): void => {
      if (!/[a-z]/.test(description ?? "") || !/\p{Script=Han}/u.test(description ?? "")) silent.push(where);
    };
    for (const type of types) {
      if (!["Query", "JSON"].includes(type.name)) note(type.name, type.description);
      if (isEnumType(type) && !type.name.endsWith("OrderField"))
        for (const value of type.getValues()) note(`${type.name}.${value.name}`, value.description);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      const fields: readonly (GraphQLField<unknown, unknown> | GraphQLInputField)[] = Object.values(type.getFields());
      for (const field of fields) {
        note(`${type.name}.${field.name}`, field.description);
        if ("args" in field)
          for (const argument of field.args) note(`${type.name}.${field.name}(${argument.name})`, argument.description);
      }
    }
    expect(silent).toEqual([]);
  });
});
