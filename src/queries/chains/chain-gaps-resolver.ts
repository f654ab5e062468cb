import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../../graph/context.js";
import type { GraphObject } from "../../graph/statements/columns.js";
import { EntityNode } from "../../model/interfaces.js";
import { cut } from "../shared/cut.js";
import { Most } from "../shared/most.js";
import { ChainGap, ChainGaps, GapMember, StageGap } from "./chain-gaps-schema.js";
import { chainGaps, presentAt } from "./chain-gaps.js";

/** What of a stage is asked for by pages. */
@Resolver(() => StageGap)
export class StageGapFields {
  @FieldResolver(() => [GapMember], { nullable: true, description: "The first of those present, by id (已有成员)." })
  present(
    @Root() gap: StageGap,
    @Arg("first", () => Int, { defaultValue: 10, description: "How many at most (最多几个)." }) first: number,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GapMember[]> {
    return presentAt(context, gap, first, info);
  }
}

/** The lists of a chain. */
@Resolver(() => ChainGap)
export class ChainGapFields {
  @FieldResolver(() => [StageGap], {
    nullable: true,
    description: "Its stages and those of the wider chains, from upstream to downstream (环节).",
  })
  stages(
    @Root() { gaps }: ChainGap,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many at most (最多几个)." }) first: number,
    @Ctx() context: RequestContext,
  ): readonly StageGap[] {
    return cut(context, "ChainGap.stages(first)", gaps, first);
  }

  @Most(5)
  @FieldResolver(() => [EntityNode], { description: "The chains that it is a part of, at any depth (上级产业链)." })
  widerChains(@Root() { wider }: ChainGap): readonly GraphObject[] {
    return wider;
  }
}

/** The chains of a zone. */
@Resolver(() => ChainGaps)
export class ChainGapsFields {
  @FieldResolver(() => [ChainGap], {
    nullable: true,
    description: "The chains that the zone develops, by id (产业链).",
  })
  chains(
    @Root() { found }: ChainGaps,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many at most (最多几个)." }) first: number,
    @Ctx() context: RequestContext,
  ): readonly ChainGap[] {
    return cut(context, "ChainGaps.chains(first)", found, first);
  }
}

/** `chainGaps(zone)`: what a zone's chains lack, and what nobody knows of them. */
@Resolver()
export class ChainGapsQuery {
  @Query(() => ChainGaps, {
    nullable: true,
    description:
      "For every chain that a zone develops and every stage of it: who is present, what is known to be absent, what is not " +
      "recorded (补链分析); null where there is no such zone.",
  })
  chainGaps(
    @Arg("zone", () => ID, { description: "The zone's id (开发区标识)." }) zone: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ChainGaps | null> {
    return chainGaps(context, zone, info);
  }
}
