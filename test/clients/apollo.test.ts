import { ApolloClient, ApolloLink, gql, InMemoryCache, type Reference } from "@apollo/client";
import { Observable } from "@apollo/client/utilities";
import { execute, introspectionFromSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.js";
import { Graph } from "../../src/graph/graph.js";
import { buildModel } from "../../src/schema.js";
import { seededEngine } from "../support/server.js";

const built = buildModel();

/** As the documentation of Apollo Client makes it from an introspection. */
function possibleTypes(): Record<string, string[]> {
  const { types } = introspectionFromSchema(built.schema).__schema;
  return Object.fromEntries(
    types.flatMap((type) =>
      type.kind === "INTERFACE" ? [[type.name, type.possibleTypes.map(({ name }) => name)]] : [],
    ),
  );
}

describe("Apollo Client's cache", () => {
  let engine: Engine;
  let client: ApolloClient;

  beforeAll(async () => {
    engine = await seededEngine(built);
    const link = new ApolloLink(
      ({ query, variables }) =>
        new Observable((observer) => {
          const graph = new Graph({ model: built.model, engine, limits: { defaultPageSize: 20, maxPageSize: 100 } });
          void Promise.resolve(
            execute({ schema: built.schema, document: query, variableValues: variables, contextValue: { graph } }),
          ).then((result) => {
            observer.next(JSON.parse(JSON.stringify(result)) as ApolloLink.Result);
            observer.complete();
          });
        }),
    );
    client = new ApolloClient({ link, cache: new InMemoryCache({ possibleTypes: possibleTypes() }) });
  });

  afterAll(async () => {
    client.stop();
    await engine.close();
  });

  it("holds a relationship that is seen from both of its ends once, and mixes nothing", async () => {
    const fromZone = gql`
      {
        zone(id: "zone:zuoyun") {
          id
          name
          projects {
            edges {
              node {
                id
                name
              }
              relationship {
                id
                citations {
                  article
                  paragraph
                }
              }
            }
          }
        }
      }
    `;
    const fromProject = gql`
      {
        project(id: "project:yaobang") {
          id
          location {
            edges {
              node {
                id
                ... on Zone {
                  name
                }
              }
              relationship {
                id
                type
                from {
                  id
                }
                to {
                  id
                }
              }
            }
          }
        }
      }
    `;
    const before = (await client.query({ query: fromZone })).data;
    await client.query({ query: fromProject });
    const cached = client.cache.extract() as Record<string, Record<string, unknown>>;
    const id = "LocatedIn:located-in:project:yaobang~zone:zuoyun";
    expect(Object.keys(cached).filter((key) => key.includes("project:yaobang~zone:zuoyun"))).toEqual([id]);
    expect(cached[id]).toMatchObject({
      type: "LOCATED_IN",
      citations: [expect.objectContaining({ __typename: "Citation" })],
      from: { __ref: "Project:project:yaobang" } satisfies Reference,
      to: { __ref: "Zone:zone:zuoyun" } satisfies Reference,
    });
    expect(client.readQuery({ query: fromZone })).toEqual(before);
  });

  it("tells the kinds behind an interface apart", async () => {
    const query = gql`
      {
        node(id: "zone:zuoyun") {
          id
          ... on Entity {
            name
          }
          ... on Place {
            nameEn
          }
          ... on Company {
            products {
              totalCount
            }
          }
        }
      }
    `;
    const { data } = await client.query({ query });
    expect(Object.keys((data as { node: object }).node).sort()).toEqual(["__typename", "id", "name", "nameEn"]);
  });
});
