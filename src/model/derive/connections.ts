import { ObjectType } from "type-graphql";
import { Int } from "type-graphql";
import type { ModelClass } from "../decorators.js";
import { PageInfo } from "./common.js";
import { addField } from "./fields.js";
import type { DerivedType } from "./inputs.js";

/** What a connection is made of. */
export interface ConnectionParts {
  /** The names of the connection and its edge are this, then `Connection` and `Edge`. */
  readonly name: string;
  readonly of: string;
  readonly node: () => DerivedType;
  /** The relationship that each edge carries; an edge has no id, because the relationship has one. */
  readonly relationship?: () => DerivedType;
  /** Adds what else an edge says. */
  readonly edge?: (edge: ModelClass) => void;
}

function objectType(name: string, description: string): ModelClass {
  const target = class {};
  ObjectType(name, { description, simpleResolvers: true })(target);
  return target;
}

/** Makes a Relay connection and its edge. */
export function connectionType({ name, of, node, relationship, edge: addTo }: ConnectionParts): ModelClass {
  const edge = objectType(`${name}Edge`, `One ${of} in a list (边).`);
  addField(edge, "cursor", () => String, "Where this edge stands in the list (游标).");
  addField(edge, "node", node, relationship ? "The far end (对端)." : `The ${of} (节点).`);
  if (relationship) addField(edge, "relationship", relationship, "The relationship to it (关系).");
  addTo?.(edge);
  const connection = objectType(`${name}Connection`, `A page of a list of ${of} (分页列表, Relay).`);
  addField(connection, "edges", () => [edge], "What is on this page, each with its cursor (边).");
  addField(connection, "nodes", () => [node()], "What is on this page (节点).");
  addField(connection, "pageInfo", () => PageInfo, "Where this page begins and ends (分页信息).");
  addField(connection, "totalCount", () => Int, "How many there are in all; computed only when asked (总数).");
  return connection;
}
