import { connectionType } from "../../model/derive/connections.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";

/** A page of entities, each with the relationship that makes it one of them; shared by the answers of analyses. */
export const MemberConnection = connectionType({
  name: "Member",
  of: "what belongs to a group, with the relationship that says so",
  node: () => EntityNode,
  relationship: () => RelationshipNode,
});
