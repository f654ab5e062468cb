import { isEnumType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SEED } from "../../src/cli/seed.js";
import type { Engine } from "../../src/engine/engine.js";
import { prepareGraph } from "../../src/graph/prepare.js";
import { importDataset } from "../../src/import/index.js";
import { buildModel } from "../../src/schema.js";
import { answered } from "../support/answered.js";
import { engines } from "../support/engines.js";

const built = buildModel();
const { schema, model } = built;

interface Term {
  readonly enum: string;
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

describe.each(engines)("interfaces on $name", ({ open }) => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await open();
    await prepareGraph(engine, model);
    await importDataset({ folder: SEED, engine, model });
  });
  afterAll(() => engine.close());

  const ask = <Data>(source: string, variables?: Readonly<Record<string, unknown>>): Promise<Data> =>
    answered(built, engine, source, variables);

  it("select what each kind is, and nothing of what it is not", async () => {
    type Any = Readonly<Record<string, unknown>>;
    for (const kind of model.kinds.values()) {
      const { list } = await ask<{ list: { nodes: { id: string }[] } }>(
        `{ list: ${kind.plural}(first: 1) { nodes { id } } }`,
      );
      const id = list.nodes[0]?.id;
      expect(id, kind.name).toBeDefined();
      const { node } = await ask<{ node: Any }>(
        `query ($id: ID!) { node(id: $id) { __typename
          ... on Entity { entity: name kind } ... on Party { party: name } ... on Place { place: name } ... on Relationship { type } } }`,
        { id },
      );
      const bears = (label: string): boolean => kind.labels.includes(label);
      expect(node).toMatchObject({ __typename: kind.name, kind: kind.value });
      expect(Object.keys(node).filter((key) => ["entity", "party", "place", "type"].includes(key))).toEqual([
        "entity",
        ...(bears("Party") ? ["party"] : []),
        ...(bears("Place") ? ["place"] : []),
      ]);
    }
  });

  it("give at the far end of a list the fields of whatever stands there", async () => {
    const { zone } = await ask<{ zone: unknown }>(`{ zone(id: "zone:zuoyun") { location { nodes {
      ... on Place { name } ... on Region { level zones { nodes { id } } } ... on Zone { settledProjectCount } } } } }`);
    expect(zone).toEqual({
      location: { nodes: [{ name: "左云县", level: "COUNTY", zones: { nodes: [{ id: "zone:zuoyun" }] } }] },
    });
  });

  it("lead from a relationship to both its ends, whatever its type", async () => {
    interface Found {
      readonly from: { readonly id: string; readonly kind: string };
      readonly to: { readonly id: string; readonly kind: string };
      readonly type: string;
    }
    const seen = new Map<string, string>();
    for (const kind of model.kinds.values()) {
      const { list } = await ask<{
        list: { nodes: { relationships: { edges: { relationship: { id: string; type: string } }[] } }[] };
      }>(
        `{ list: ${kind.plural}(first: 100) { nodes { relationships(first: 200) { edges { relationship { id type } } } } } }`,
      );
      for (const { relationships } of list.nodes)
        for (const { relationship } of relationships.edges) seen.set(relationship.type, relationship.id);
    }
    const counts = await engine.read({ text: "MATCH ()-[r]->() RETURN DISTINCT type(r)", parameters: {} });
    expect(new Set(seen.keys())).toEqual(new Set(counts.map(([type]) => type).filter((type) => type !== "STANDS_IN")));
    for (const [type, id] of seen) {
      const { node } = await ask<{ node: Found }>(
        "query ($id: ID!) { node(id: $id) { ... on Relationship { type from { id kind } to { id kind } } } }",
        { id },
      );
      const declared = model.relationships.get(type);
      const valuesOf = (names: Iterable<string> = []): (string | undefined)[] =>
        [...names].map((name) => model.kinds.get(name)?.value);
      expect(node.type).toBe(type);
      expect(valuesOf(declared?.from), id).toContain(node.from.kind);
      expect(valuesOf(declared?.to), id).toContain(node.to.kind);
    }
  });

  it("are called by the model's own words, in both languages", async () => {
    const { vocabulary } = await ask<{ vocabulary: Term[] }>("{ vocabulary { enum value zh en } }");
    const enums = [...model.kinds.values(), ...model.relationships.values()].flatMap(({ properties }) =>
      [...properties.values()].flatMap(({ terms }) => terms?.name ?? []),
    );
    const expected = ["EntityKind", "RelationshipType", ...new Set(enums)].flatMap((name) => {
      const type = schema.getType(name);
      return isEnumType(type)
        ? type.getValues().map(({ value, description }) => [`${name}.${String(value)}`, description])
        : [];
    });
    const told = vocabulary.map(({ enum: name, value, zh, en }) => [`${name}.${value}`, `${en} (${zh})`]);
    expect(told.slice(0, expected.length)).toEqual(expected);
    // Enums of questions and answers follow, all that are described by words in both languages.
    const all = Object.values(schema.getTypeMap())
      .filter(isEnumType)
      .filter((type) => !type.name.startsWith("__"))
      .flatMap((type) =>
        type.getValues().map(({ value, description }) => [`${type.name}.${String(value)}`, description]),
      )
      .filter(([, description]) => / \(.+\)$/.test(description ?? ""));
    expect(told.toSorted()).toEqual(all.toSorted());
  });

  it("tell the properties of any entity as its own kind's fields do", async () => {
    for (const kind of model.kinds.values()) {
      const own = [...kind.properties.values()].filter(({ words }) => words !== undefined);
      const fields = own.map(({ name }) => name).join(" ");
      type Any = Readonly<Record<string, unknown>> & { readonly properties: Readonly<Record<string, unknown>> };
      const { list } = await ask<{ list: { nodes: Any[] } }>(
        `{ list: ${kind.plural}(first: 3) { nodes { properties ${fields} } } }`,
      );
      for (const { properties, ...rest } of list.nodes)
        expect(properties, kind.name).toEqual(
          Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)),
        );
    }
  });

  it("have properties called by the model's own words, with type and unit", async () => {
    interface PropertyTerm {
      readonly of: string;
      readonly property: string;
      readonly zh: string;
      readonly type: string;
      readonly unit: string | null;
    }
    const { propertyTerms } = await ask<{ propertyTerms: PropertyTerm[] }>(
      "{ propertyTerms { of property zh type unit } }",
    );
    const declared = [...model.kinds.values(), ...model.relationships.values()].flatMap(({ name, properties }) =>
      [...properties.values()].filter(({ words }) => words).map((property) => `${name}.${property.name}`),
    );
    expect(propertyTerms.map(({ of, property }) => `${of}.${property}`)).toEqual(declared);
    expect(propertyTerms).toContainEqual({
      of: "Project",
      property: "areaMu",
      zh: "占地面积",
      type: "Float",
      unit: "mu",
    });
    expect(propertyTerms).toContainEqual(
      expect.objectContaining({ of: "Develops", property: "role", type: "DevelopmentRole" }),
    );
  });
});
