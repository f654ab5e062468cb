import { GraphQLScalarType } from "graphql";
import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";
import type { GraphObject } from "../../graph/statements/columns.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { defineEnum } from "../../model/terms.js";
import { FollowingArgs } from "./following-args.js";
import type { GraphColumns as Columns } from "./graph-columns.js";

export const GraphColumns = new GraphQLScalarType<Columns, Columns>({
  name: "GraphColumns",
  description: "A view for drawing, as arrays (绘图列); the package exports its TypeScript type. See Subgraph.columns.",
  serialize: (value) => value as Columns,
});

export const Layout = defineEnum("Layout", "How a view is laid out (布局).", {
  NONE: { zh: "不布局", en: "not at all" },
  FORCE: { zh: "力导向", en: "by forces: what is joined draws together" },
  LAYERED: { zh: "分层", en: "in layers, from the upstream stages of chains to the downstream ones" },
});

@ObjectType({
  description: "A part of the graph (子图), closed: every relationship between its nodes is in it, and no other.",
  simpleResolvers: true,
})
export class Subgraph {
  @Field(() => [EntityNode], {
    description: "Its nodes, near before far, then by degree, the highest first, then by id (节点).",
  })
  readonly nodes!: readonly GraphObject[];
  @Field(() => [RelationshipNode], { description: "All that joins them, of any type, by id (关系)." })
  readonly relationships!: readonly GraphObject[];
  @Field(() => Int, { description: "How many nodes it has (节点数)." })
  readonly nodeCount!: number;
  @Field(() => Int, { description: "How many relationships it has (关系数)." })
  readonly relationshipCount!: number;
  @Field(() => String, {
    nullable: true,
    description: "Null when the view is whole; otherwise why it was cut (截断原因).",
  })
  readonly truncatedReason!: string | null;
  /** Makes its columns. */
  readonly draw!: (layout: keyof typeof Layout) => Promise<Columns>;
}

@ArgsType()
export class SubgraphArgs extends FollowingArgs {
  @Field(() => [ID], { description: "The entities where it begins; one that is named twice counts once (起点)." })
  readonly from!: readonly string[];
  @Field(() => Int, {
    nullable: true,
    defaultValue: 1,
    description: "How many relationships away (深度); 0 for those entities and all that joins them.",
  })
  readonly depth?: number | null | undefined;
  @Field(() => Int, {
    nullable: true,
    description: "Most nodes (节点上限); the nearest are kept, of those equally near the best joined. 500 unless told.",
  })
  readonly maxNodes?: number | null | undefined;
}
