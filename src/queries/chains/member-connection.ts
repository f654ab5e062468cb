import type { GraphObject } from "../../graph/statements/columns.js";
import type { ModelClass } from "../../model/decorators.js";
import { connectionType } from "../../model/derive/connections.js";
import { addField } from "../../model/derive/fields.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";

/** Somebody that belongs to a group, and the relationship that says so. */
export interface MemberEdge {
  readonly node: GraphObject;
  readonly relationship: GraphObject;
}

/** A field of an edge: its GraphQL type, what it says. */
type Said = readonly [type: () => object, description: string];

/** Makes the connection of a type of edge, which may say more than who belongs there and why. */
export function memberConnection<Edge extends MemberEdge>(
  { name, of }: { readonly name: string; readonly of: string },
  more: Readonly<Record<Exclude<keyof Edge & string, keyof MemberEdge>, Said>>,
): ModelClass {
  return connectionType({
    name,
    of,
    node: () => EntityNode,
    relationship: () => RelationshipNode,
    edge: (edge) => {
      for (const [field, [type, description]] of Object.entries<Said>(more)) addField(edge, field, type, description);
    },
  });
}

/** A page of entities, each with the relationship that makes it one of them. */
export const MemberConnection = memberConnection<MemberEdge>(
  { name: "Member", of: "what belongs to a group, with the relationship that says so" },
  {},
);
