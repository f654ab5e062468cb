import { Field, ID, InterfaceType } from "type-graphql";

/** The Relay node: whatever has an identity, entity or relationship. */
@InterfaceType("Node", {
  description: "Whatever has an identity of its own (Relay): every entity and every relationship (节点).",
  autoRegisterImplementations: false,
})
export abstract class Node {
  @Field(() => ID, { description: "Stable and opaque (标识)." })
  id!: string;
}

/** Any node of the graph. Its fields are added when a model is derived, because they speak of that model's kinds. */
@InterfaceType("Entity", {
  description: "Any node of the knowledge graph (实体).",
  implements: Node,
  autoRegisterImplementations: false,
})
export abstract class EntityNode {}

/** Any relationship of the graph. Its fields are added when a model is derived. */
@InterfaceType("Relationship", {
  description: "A relationship is a node in the sense of Relay: it has an identity, and caches may keep it (关系).",
  implements: Node,
  autoRegisterImplementations: false,
})
export abstract class RelationshipNode {}

/** Whoever can own, fund, sign, lead or award. */
@InterfaceType("Party", {
  description:
    "Whoever can own, fund, sign, lead or award (主体): companies, agencies, funds, universities, institutes, people, zones, regions.",
  implements: [EntityNode, Node],
  autoRegisterImplementations: false,
})
export abstract class Party {}

/** Whatever lies on a map. */
@InterfaceType("Place", {
  description: "Whatever lies on a map (地方): regions and zones.",
  implements: [EntityNode, Node],
  autoRegisterImplementations: false,
})
export abstract class Place {}
