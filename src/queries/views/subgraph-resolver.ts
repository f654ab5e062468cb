import { GraphQLScalarType, type GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { GraphColumns as Columns } from "./graph-columns.js";
import { subgraph, type SubgraphAnswer } from "./subgraph.js";
import type { RequestContext } from "../../graph/context.js";
import { selectionOf } from "../../graph/selection.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { defineEnum } from "../../model/terms.js";
import { FollowingArgs } from "./following-args.js";

const GraphColumns = new GraphQLScalarType<Columns, Columns>({
  name: "GraphColumns",
  description: "A view for drawing, as arrays (绘图列); the package exports its TypeScript type. See Subgraph.columns.",
  serialize: (value) => value as Columns,
});

const Layout = defineEnum("Layout", "How a view is laid out (布局).", {
  NONE: { zh: "不布局", en: "not at all" },
  FORCE: { zh: "力导向", en: "by forces: what is joined draws together" },
  LAYERED: { zh: "分层", en: "in layers, from the upstream stages of chains to the downstream ones" },
});

@ObjectType({
  description: "A part of the graph (子图), closed: every relationship between its nodes is in it, and no other.",
  simpleResolvers: true,
})
class Subgraph {
  @Field(() => [EntityNode], {
    description: "Its nodes, near before far, then by degree, the highest first, then by id (节点).",
  })
  nodes!: object[];
  @Field(() => [RelationshipNode], { description: "All that joins them, of any type, by id (关系)." })
  relationships!: object[];
  @Field(() => Int, { description: "How many nodes it has (节点数)." })
  nodeCount!: number;
  @Field(() => Int, { description: "How many relationships it has (关系数)." })
  relationshipCount!: number;
  @Field(() => String, {
    nullable: true,
    description: "Null when the view is whole; otherwise why it was cut (截断原因).",
  })
  truncatedReason?: string;
}

@ArgsType()
class SubgraphArgs extends FollowingArgs {
  @Field(() => [ID], { description: "The entities where it begins; one that is named twice counts once (起点)." })
  from!: string[];
  @Field(() => Int, {
    nullable: true,
    defaultValue: 1,
    description: "How many relationships away (深度); 0 for those entities and all that joins them.",
  })
  depth?: number;
  @Field(() => Int, {
    nullable: true,
    description: "Most nodes (节点上限); the nearest are kept, of those equally near the best joined. 500 unless told.",
  })
  maxNodes?: number;
}

/** `subgraph(from)`: what surrounds some entities. */
@Resolver(() => Subgraph)
export class SubgraphQuery {
  @Query(() => Subgraph, {
    nullable: true,
    description:
      "The part of the graph around some entities, found in breadth (邻域子图). Types, direction and kinds say how it spreads; " +
      "whatever joins its nodes is in it.",
  })
  subgraph(
    @Args(() => SubgraphArgs) { depth, ...args }: SubgraphArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SubgraphAnswer> {
    return subgraph(context, { ...args, depth: depth ?? 1 }, selectionOf(info));
  }

  @FieldResolver(() => GraphColumns, {
    nullable: true,
    description:
      "The same view as arrays, for drawing thousands of nodes (绘图列): { kinds, types, nodes: { id, kind (index into kinds), name, " +
      "nameEn (null where there is none), degree (relationships in the whole graph), x, y, community }, relationships: { id, type (index into types), from, to (indexes of nodes) } }. " +
      "With a layout, x, y and community are filled, and the same for the same view; with NONE they are null.",
  })
  columns(
    @Root() { columns }: SubgraphAnswer,
    @Arg("layout", () => Layout, { nullable: true, defaultValue: Layout.NONE, description: "The layout (布局)." })
    layout: keyof typeof Layout | null,
  ): Promise<Columns> {
    return columns(layout ?? "NONE");
  }
}
