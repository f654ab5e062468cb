import { Args, ArgsType, Ctx, Field, ID, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import { paths, type PathResult as Found } from "./paths.js";
import { DEFAULT_LENGTH, type PathsArgs as Asked } from "./request.js";
import type { RequestContext } from "../../graph/context.js";
import { EntityKind, RelationshipType } from "../../model/derive/common.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { Reads } from "../shared/reads.js";

@ObjectType({
  description:
    "A sequence of entities, none of them twice (路径); relationships holds all that join each to the next, so it may be longer than length.",
  simpleResolvers: true,
})
class GraphPath {
  @Field(() => Int, { description: "Steps from one end to the other (长度)." })
  length!: number;
  @Field(() => [EntityNode], { description: "The entities, from one end to the other (途经实体)." })
  nodes!: EntityNode[];
  @Field(() => [RelationshipNode], {
    description:
      "All relationships of the types asked for that join each entity to the next, either way: along the path, then by id (途经关系).",
  })
  relationships!: RelationshipNode[];
}

@ObjectType({ description: "How two entities are connected (连接路径).", simpleResolvers: true })
class PathResult {
  @Field(() => [GraphPath], {
    description:
      "By length, then by the ids read from the smaller of the two ends (各条路径); none where nothing connects them.",
  })
  paths!: GraphPath[];
  @Field(() => String, {
    nullable: true,
    description: "Null when all was examined; otherwise why there may be other paths, and what to do (截断原因).",
  })
  truncatedReason?: string;
  @Field(() => String, {
    nullable: true,
    description:
      "Where there are no paths: whether something connects the two that the question left out, or nothing does (提示); " +
      "null where there are paths, and where not all was examined. A second search finds it, only when asked for.",
  })
  hint?: string;
}

@ArgsType()
class PathsArgs {
  @Field(() => ID, { description: "One end (起点)." })
  from!: string;
  @Field(() => ID, { description: "The other end; the same paths lead back from it (终点)." })
  to!: string;
  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_LENGTH,
    description: "Longest path, in relationships (最大长度); at most limits.maxPathLength.",
  })
  maxLength?: number;
  @Field(() => Int, {
    nullable: true,
    defaultValue: 0,
    description: "How much longer than the shortest path others may be, 0 to 2 (比最短路径多几步).",
  })
  extra?: number;
  @Field(() => [RelationshipType], { nullable: true, description: "Only by these types (关系类型); any unless told." })
  types?: string[];
  @Field(() => [EntityKind], {
    nullable: true,
    description:
      "Only these kinds between the ends (途经类型); unless told, all but regions, industries and sources, which join almost everything.",
  })
  kinds?: string[];
  @Field(() => [ID], { nullable: true, description: "Not past these entities (避开的实体)." })
  avoid?: string[];
  @Field(() => [EntityKind], {
    nullable: true,
    description:
      "Not past these kinds (避开的类型); where it is given, exactly these: an empty list lets paths past any kind.",
  })
  avoidKinds?: string[];
  @Field(() => Int, { nullable: true, description: "How many paths (取前几条); 20 unless told." })
  first?: number;
}

/** `paths(from, to)`: how two entities are connected. */
@Resolver()
export class PathsQuery {
  @Reads(100_000)
  @Query(() => PathResult, {
    nullable: true,
    description:
      "The shortest paths between two entities, and those a little longer (两实体间的路径). Regions, industries and sources " +
      "are passed only where asked for; where none is found, hint says what else connects them.",
  })
  paths(
    @Args(() => PathsArgs) args: Asked,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Found> {
    return paths(context, args, info);
  }
}
