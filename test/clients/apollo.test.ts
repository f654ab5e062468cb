import { ApolloClient, gql, HttpLink, InMemoryCache, type TypedDocumentNode } from "@apollo/client";
import { getIntrospectionQuery, isAbstractType, type IntrospectionQuery } from "graphql";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { servedSeed, type ServedSeed } from "../support/server.js";

interface End {
  readonly id: string;
  readonly name: string;
}
interface Edge {
  readonly node: End;
  readonly relationship: { readonly id: string; readonly from: End; readonly to: End };
}
type Zone = { readonly zone: { readonly id: string; readonly projects: { readonly edges: readonly Edge[] } } };
type Project = { readonly project: { readonly id: string; readonly location: { readonly edges: readonly Edge[] } } };

const RELATIONSHIP = "relationship { id type from { id name } to { id name } }";

const FROM_ZONE: TypedDocumentNode<Zone> = gql`query FromZone {
  zone(id: "zone:zuoyun") { id name projects(first: 50) { edges { node { id name } ${RELATIONSHIP} } } }
}`;

const FROM_PROJECT: TypedDocumentNode<Project, { id: string }> = gql`query FromProject($id: ID!) {
  project(id: $id) { id name location(first: 50) { edges { node { id name } ${RELATIONSHIP} } } }
}`;

const served: ServedSeed = servedSeed();
let possibleTypes: Record<string, string[]>;
let uri: string;
let client: ApolloClient;

beforeAll(async () => {
  uri = `${await served.service.app.listen({ port: 0 })}/graphql`;
  const { answer } = await served.service.post({ query: getIntrospectionQuery() });
  const { types } = (answer.data as unknown as IntrospectionQuery).__schema;
  possibleTypes = Object.fromEntries(
    types.flatMap((type) =>
      type.kind === "INTERFACE" ? [[type.name, type.possibleTypes.map(({ name }) => name)] as const] : [],
    ),
  );
});

beforeEach(() => {
  client = new ApolloClient({ link: new HttpLink({ uri }), cache: new InMemoryCache({ possibleTypes }) });
});

describe("Apollo Client's cache", () => {
  it("keeps a relationship that is seen from both ends once, and the edges of the two ends apart", async () => {
    const { data: fromZone } = await client.query({ query: FROM_ZONE });
    const shared = fromZone?.zone.projects.edges[0] as Edge;
    const { data: fromProject } = await client.query({ query: FROM_PROJECT, variables: { id: shared.node.id } });
    const back = fromProject?.project.location.edges.find(
      ({ relationship }) => relationship.id === shared.relationship.id,
    );

    expect(back?.relationship).toEqual(shared.relationship);
    expect(back?.node.id).toBe("zone:zuoyun");
    expect(shared.node.id).toBe(fromProject?.project.id);

    const kept = client.cache.extract() as Record<string, Record<string, unknown>>;
    const key = `LocatedIn:${shared.relationship.id}`;
    expect(kept[key]).toMatchObject({
      from: { __ref: `Project:${shared.node.id}` },
      to: { __ref: "Zone:zone:zuoyun" },
    });
    expect(Object.keys(kept).filter((name) => name.includes("Edge"))).toEqual([]);
    expect(client.cache.readQuery({ query: FROM_ZONE })).toEqual(fromZone);
    expect(client.cache.readQuery({ query: FROM_PROJECT, variables: { id: shared.node.id } })).toEqual(fromProject);
  });

  it("shows from one end what became known from the other", async () => {
    await client.query({ query: FROM_ZONE });
    const before = client.cache.readQuery({ query: FROM_ZONE });
    const { id } = before?.zone.projects.edges[0]?.node as End;
    await client.query({ query: FROM_PROJECT, variables: { id } });
    client.cache.writeFragment({
      id: `Project:${id}`,
      fragment: gql`
        fragment Named on Project {
          name
        }
      `,
      data: { __typename: "Project", name: "另名" },
    });
    const after = client.cache.readQuery({ query: FROM_ZONE })?.zone.projects.edges ?? [];
    expect(after[0]?.node.name).toBe("另名");
    expect(after[0]?.relationship.from.name).toBe("另名");
    expect(after.slice(1)).toEqual(before?.zone.projects.edges.slice(1));
  });

  it("reads fragments on interfaces from what the schema says of itself", async () => {
    const query: TypedDocumentNode<{ node: object }> = gql`
      {
        node(id: "zone:zuoyun") {
          id
          ... on Party {
            aliases
          }
          ... on Place {
            nameEn
          }
          ... on Relationship {
            type
          }
        }
      }
    `;
    const { data } = await client.query({ query });
    expect(client.cache.readQuery({ query })).toEqual(data);
    expect(Object.keys(data?.node ?? {}).sort()).toEqual(["__typename", "aliases", "id", "nameEn"]);
    const interfaces = Object.values(served.built.schema.getTypeMap()).filter(isAbstractType);
    expect(Object.keys(possibleTypes).sort()).toEqual(interfaces.map(({ name }) => name).sort());
  });
});
