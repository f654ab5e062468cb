import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { GraphQLJSON } from "graphql-scalars";
import type { ModelClass } from "../decorators.js";
import { EntityNode, RelationshipNode } from "../interfaces.js";
import { PartialDate } from "../scalars.js";
import { Direction, EntityKind, Qualifier, RelationshipType } from "./common.js";
import { connectionType } from "./connections.js";
import { addField, addGraphField } from "./fields.js";

@ObjectType({
  description: "A figure that is stated once and has no property of its own (事实).",
  simpleResolvers: true,
})
class Fact {
  @Field(() => String, { description: "What it is a figure of, as an identifier (属性)." })
  property!: string;
  @Field(() => String, { description: "The same for people, in Chinese (属性名称)." })
  label!: string;
  @Field(() => String, { nullable: true, description: "The same in English (英文名称)." })
  labelEn?: string;
  @Field(() => GraphQLJSON, {
    nullable: true,
    description:
      "A number where it has a unit or is declared as one, otherwise a text; null where it is illegible (值).",
  })
  value?: unknown;
  @Field(() => String, { nullable: true, description: "The value's unit (单位)." })
  unit?: string;
  @Field(() => Qualifier, { description: "How the value is meant (限定)." })
  qualifier!: string;
  @Field(() => Boolean, { description: "Planned or promised, not yet so (计划值)." })
  planned!: boolean;
  @Field(() => PartialDate, { nullable: true, description: "When it was so (截至)." })
  asOf?: string;
}

@ObjectType({
  description: "Where a fact was read: a source document and the place in it (出处).",
  simpleResolvers: true,
})
class Citation {
  @Field(() => String, { nullable: true, description: "The article's code within the source (文章)." })
  article?: string;
  @Field(() => Int, { nullable: true, description: "The paragraph within the article, counted from 1 (段落)." })
  paragraph?: number;
}

@ObjectType({
  description: "How many relationships of a type, read in a direction, join an entity to others of a kind (邻居计数).",
  simpleResolvers: true,
})
class NeighborCount {
  @Field(() => RelationshipType, { description: "The type of relationship (关系类型)." })
  type!: string;
  @Field(() => Direction, { description: "Out of the entity, or into it (方向)." })
  direction!: string;
  @Field(() => EntityKind, { description: "The kind at the far end (对端类型)." })
  kind!: string;
  @Field(() => Int, {
    description: "Relationships, not distinct neighbours; a self-loop counts once in each direction (关系数).",
  })
  count!: number;
}

@ArgsType()
class ForwardArgs {
  @Field(() => Int, {
    nullable: true,
    description: "Number of items to return (条数); defaults to the server's page size.",
  })
  first?: number;
  @Field(() => String, { nullable: true, description: "Items after this cursor (此游标之后)." })
  after?: string;
}

function addEvidence(target: ModelClass): void {
  addField(target, "citations", () => [Citation], "Where this was read (出处).");
  addGraphField(target, {
    name: "facts",
    type: () => [Fact],
    description:
      "Figures that are stated once and have no property of their own, each with unit, qualifier and citation (事实).",
    args: [{ name: "properties", type: () => [String], description: "Only these (仅限这些属性)." }],
    resolve: ({ root, args, context }) => context.graph.facts(root, args),
  });
}

/**
 * Adds to the interfaces what every entity and every relationship has.
 * @param source the kind that citations refer to.
 */
export function addSharedFields(source: ModelClass): void {
  const sourceField = {
    name: "source",
    type: () => source,
    description: "The source document (来源).",
    resolve: ({ root, context, info }: Parameters<Parameters<typeof addGraphField>[1]["resolve"]>[0]) =>
      context.graph.citedSource(root, info),
  };
  addGraphField(Citation, sourceField);
  addField(Fact, "citation", () => Citation, "Where it was read (出处).");

  addField(EntityNode, "kind", () => EntityKind, "What kind of entity it is (类型).");
  addField(
    EntityNode,
    "name",
    () => String,
    "The fullest name that a source prints, in Chinese; for what has no name, a short neutral description (名称).",
    { extension: { property: { required: true } } },
  );
  addField(
    EntityNode,
    "nameEn",
    () => String,
    "In English: the entity's own English name where it has one, otherwise a translation (英文名).",
    { nullable: true, extension: { property: {} } },
  );
  addField(EntityNode, "aliases", () => [String], "Other names and short forms (别名).", {
    extension: { property: {} },
  });
  addField(
    EntityNode,
    "properties",
    () => GraphQLJSON,
    "The properties of the kind that are known, by name, for tools that show any entity (属性).",
  );
  addEvidence(EntityNode);
  addGraphField(EntityNode, {
    name: "neighborSummary",
    type: () => [NeighborCount],
    description:
      "Exact counts of the relationships that end here, before anything is expanded (邻居概览); what there is none of is left out.",
    nullable: true,
    resolve: ({ root, context, info }) => context.graph.neighborSummary(root, info),
  });
  const relationshipConnection = connectionType({
    name: "Relationship",
    of: "relationship",
    node: () => EntityNode,
    relationship: () => RelationshipNode,
  });
  addGraphField(EntityNode, {
    name: "relationships",
    type: () => relationshipConnection,
    description:
      "Every relationship that ends here, of any type; the typed connections are its narrow, richer form (全部关系).",
    nullable: true,
    pageArgs: ForwardArgs,
    args: [
      { name: "types", type: () => [RelationshipType], description: "Only of these types (关系类型)." },
      {
        name: "direction",
        type: () => Direction,
        defaultValue: Direction.BOTH,
        description: "Read in this direction (方向).",
      },
      { name: "kinds", type: () => [EntityKind], description: "Only to entities of these kinds (对端类型)." },
    ],
    resolve: ({ root, args, context, info }) => context.graph.relationships(root, args, info),
  });

  addField(RelationshipNode, "type", () => RelationshipType, "What type of relationship it is (关系类型).");
  addGraphField(RelationshipNode, {
    name: "derived",
    type: () => Boolean,
    description: "Whether it follows from relationships that sources state, and is not stated itself (是否推得).",
    resolve: ({ root, context }) =>
      context.graph.model.relationships.get(root["type"] as string)?.derived !== undefined,
  });
  for (const side of ["from", "to"] as const)
    addGraphField(RelationshipNode, {
      name: side,
      type: () => EntityNode,
      description: side === "from" ? "Where it begins (起点)." : "Where it ends (终点).",
      resolve: ({ root, context, info }) => context.graph.relationshipEnd(root, side, info),
    });
  addField(
    RelationshipNode,
    "properties",
    () => GraphQLJSON,
    "The properties of the type, by name, for tools that draw any relationship (属性).",
  );
  addEvidence(RelationshipNode);
}
