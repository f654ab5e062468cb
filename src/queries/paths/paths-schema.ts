import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";
import type { GraphObject } from "../../graph/statements/columns.js";
import { EntityKind, RelationshipType } from "../../model/derive/common.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";

@ObjectType({
  description:
    "A sequence of entities, none of them twice (路径); relationships holds all that join each to the next, so it may be longer than length.",
  simpleResolvers: true,
})
export class GraphPath {
  @Field(() => Int, { description: "Steps from one end to the other (长度)." })
  readonly length!: number;
  @Field(() => [EntityNode], { description: "The entities, from one end to the other (途经实体)." })
  readonly nodes!: readonly GraphObject[];
  @Field(() => [RelationshipNode], {
    description:
      "All relationships of the types asked for that join each entity to the next, either way: along the path, then by id (途经关系).",
  })
  readonly relationships!: readonly GraphObject[];
}

@ObjectType({ description: "How two entities are connected (连接路径).", simpleResolvers: true })
export class PathResult {
  @Field(() => [GraphPath], {
    description:
      "By length, then by the ids read from the smaller of the two ends (各条路径); none where nothing connects them.",
  })
  readonly paths!: readonly GraphPath[];
  @Field(() => String, {
    nullable: true,
    description: "Null when all was examined; otherwise why there may be other paths, and what to do (截断原因).",
  })
  readonly truncatedReason!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "Where there are no paths: whether something connects the two that the question left out, or nothing does (提示); " +
      "null where there are paths, and where not all was examined. A second search finds it, only when asked for.",
  })
  readonly hint!: string | null;
}

/** The longest path that is searched for where a client does not say. */
export const DEFAULT_LENGTH = 6;

@ArgsType()
export class PathsArgs {
  @Field(() => ID, { description: "One end (起点)." })
  readonly from!: string;
  @Field(() => ID, { description: "The other end; the same paths lead back from it (终点)." })
  readonly to!: string;
  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_LENGTH,
    description: "Longest path, in relationships (最大长度); at most limits.maxPathLength.",
  })
  readonly maxLength?: number | null | undefined;
  @Field(() => Int, {
    nullable: true,
    defaultValue: 0,
    description: "How much longer than the shortest path others may be, 0 to 2 (比最短路径多几步).",
  })
  readonly extra?: number | null | undefined;
  @Field(() => [RelationshipType], { nullable: true, description: "Only by these types (关系类型); any unless told." })
  readonly types?: readonly string[] | null | undefined;
  @Field(() => [EntityKind], {
    nullable: true,
    description:
      "Only these kinds between the ends (途经类型); unless told, all but regions, industries and sources, which join almost everything.",
  })
  readonly kinds?: readonly string[] | null | undefined;
  @Field(() => [ID], { nullable: true, description: "Not past these entities (避开的实体)." })
  readonly avoid?: readonly string[] | null | undefined;
  @Field(() => [EntityKind], {
    nullable: true,
    description:
      "Not past these kinds (避开的类型); where it is given, exactly these: an empty list lets paths past any kind.",
  })
  readonly avoidKinds?: readonly string[] | null | undefined;
  @Field(() => Int, { nullable: true, description: "How many paths (取前几条); 20 unless told." })
  readonly first?: number | null | undefined;
}
