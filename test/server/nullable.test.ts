import { isInterfaceType, isNonNullType, isObjectType, type GraphQLField } from "graphql";
import { describe, expect, it } from "vitest";
import { servedSeed } from "../support/server.js";

const served = servedSeed();
const { schema, model } = served.built;

/** Fields with arguments of which no value of their types is a mistake. */
const HARMLESS = ["facts", "node"];

/** A mistake in an argument of each root question; lists and single entities follow from the model. */
const MISTAKES: Readonly<Record<string, string>> = {
  bestConnected: "(first: -1) { id }",
  chainGaps: '(zone: "company:x") { chainCount }',
  chainMap: '(chain: "zone:x") { stageCount }',
  expand: '(ids: ["zone:zuoyun"], first: -1) { nodes { id } }',
  fundLookThrough: '(fund: "zone:x") { truncatedReason }',
  leaderSupport: '(leader: "zone:x") { truncatedReason }',
  nodes: `(ids: ${JSON.stringify(Array.from({ length: 1001 }, (_, index) => `zone:${index}`))}) { id }`,
  ownership: '(party: "region:x", maxDepth: 0) { truncatedReason }',
  paths: '(from: "zone:zuoyun", to: "zone:x", maxLength: -1) { truncatedReason }',
  search: '(query: "", first: -1) { nodes { id } }',
  statistics: "(groupBy: []) { truncatedReason }",
  subgraph: "(from: []) { nodeCount }",
  timeline: '(id: "zone:zuoyun", first: -1) { totalCount }',
};

/** A root field, and a mistake in its arguments. */
function mistakeIn({ name }: GraphQLField<unknown, unknown>): string {
  const kinds = [...model.kinds.values()];
  if (kinds.some(({ plural }) => plural === name)) return `${name}(first: -1) { totalCount }`;
  const named = kinds.some((kind) => kind.name === `${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`);
  return named ? `${name}(id: "x") { id }` : `${name}${MISTAKES[name] ?? ""}`;
}

const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
  ({ name, args }) => args.length > 0 && !HARMLESS.includes(name),
);

describe("a field whose arguments can be mistaken", () => {
  it("is nullable, wherever it stands", () => {
    const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
    const strict = types
      .filter(({ name }) => !name.startsWith("__"))
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
      .filter(({ field }) => field.args.length > 0 && isNonNullType(field.type) && !HARMLESS.includes(field.name));
    expect(strict.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ...roots.map((field): [string, string, string] => ["Query", field.name, mistakeIn(field)]),
    [
      "ChainMap",
      "stages",
      'chainMap(chain: "chain:zonggai-new-energy") { kept: stageCount stages(first: -1) { layer } }',
    ],
    ["ChainMap", "feeds", 'chainMap(chain: "chain:zonggai-new-energy") { kept: stageCount feeds(first: 5000) { id } }'],
    ["ChainGaps", "chains", 'chainGaps(zone: "zone:zuoyun") { kept: chainCount chains(first: -1) { stageCount } }'],
    [
      "ChainGap",
      "stages",
      'chainGaps(zone: "zone:zuoyun") { kept: chainCount chains { stages(first: -1) { state } } }',
    ],
  ])("%s.%s: a mistake nulls it alone", async (type, _field, mistake) => {
    const { answer } = await served.service.post({
      query: `{ before: node(id: "zone:zuoyun") { id } asked: ${mistake} after: zones(first: 1) { totalCount } }`,
    });
    expect(answer.errors?.length).toBeGreaterThan(0);
    for (const { extensions } of answer.errors ?? []) expect(extensions.code).toBe("BAD_USER_INPUT");
    expect(answer.data).toMatchObject({
      before: { id: "zone:zuoyun" },
      asked: type === "Query" ? null : { kept: expect.any(Number) as number },
      after: { totalCount: 10 },
    });
  });
});
