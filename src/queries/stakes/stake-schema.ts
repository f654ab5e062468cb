import { ArgsType, Field, Float, Int, ObjectType } from "type-graphql";
import type { GraphObject } from "../../graph/statements/columns.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { PartialDate } from "../../model/scalars.js";
import { defineEnum } from "../../model/terms.js";
import { Most } from "../shared/most.js";

/** Most stakes on one path: no real chain of holdings is longer, and each level of it is a statement. */
export const MOST_DEPTH = 20;
/** Most paths on one side: enough for a person to read, and more than any table shows. */
export const MOST_PATHS = 1_000;

/** How the share of a stake is known. */
export const ShareBasis = defineEnum("ShareBasis", "How the share of a stake is known (比例依据).", {
  STATED: { zh: "来源所述", en: "a source states the percentage" },
  DERIVED: { zh: "由金额推算", en: "computed: the amount subscribed in percent of the fund's size" },
  UNKNOWN: { zh: "未知", en: "nothing says; anything from 0 to what the known shares leave" },
  UNCERTAIN: { zh: "时效不明", en: "stated, but its dates do not say whether it holds at all of the time asked for" },
});

/** What an answer about stakes cannot be sure of. */
export const StakeWarningCode = defineEnum(
  "StakeWarningCode",
  "What an answer about stakes cannot be sure of (提示类型).",
  {
    UNKNOWN_SHARE: { zh: "比例未知", en: "a share is not recorded" },
    ABOVE_100: { zh: "合计超过100%", en: "the known shares in one entity come to more than 100 %" },
    MAYBE_ONE: {
      zh: "可能重复",
      en: "rows between the same two may state one thing, or several that add up; counted from the largest to the sum",
    },
    UNCERTAIN_PERIOD: { zh: "时效不明", en: "the dates of a stake leave open whether it holds" },
    ENDED: { zh: "已终止", en: "a stake has an end recorded and is left out, because no date was asked for" },
  },
);

@ObjectType({
  description:
    "A share in percent as far as it is known (比例区间): both ends are the same where it is known, and nothing is guessed where it is not.",
  simpleResolvers: true,
})
export class Share {
  @Field(() => Float, { description: "The least that it can be, in percent (下限)." })
  readonly least!: number;
  @Field(() => Float, {
    nullable: true,
    description:
      "The most that it can be, in percent (上限); null where the search was cut, so that more may lead there.",
  })
  readonly most!: number | null;
}

@ObjectType({
  description:
    "One stake on a path, a holding or a subscription (持有关系). Several rows between the same two are one stake: they may be " +
    "tranches that add up, or one that several sources state.",
  simpleResolvers: true,
})
export class Stake {
  @Field(() => RelationshipNode, { description: "The relationship that says so, that of the largest share (关系)." })
  readonly relationship!: GraphObject;
  @Most(2)
  @Field(() => [RelationshipNode], { description: "All relationships that say so, by id (全部关系)." })
  readonly relationships!: readonly GraphObject[];
  @Field(() => Share, {
    description:
      "The share of the holder in what is held, by this stake alone (比例): from the largest row to the sum of all.",
  })
  readonly share!: Share;
  @Field(() => ShareBasis, { description: "How it is known (比例依据)." })
  readonly basis!: keyof typeof ShareBasis;
}

@ObjectType({
  description: "One way from a holder through others to what is held (持有路径); it comes to nothing twice.",
  simpleResolvers: true,
})
export class StakePath {
  @Field(() => [EntityNode], { description: "From the holder at the top to what is held (节点)." })
  readonly nodes!: readonly GraphObject[];
  @Field(() => [RelationshipNode], {
    description: "All that joins each to the next, so that there may be more of them than stakes (关系).",
  })
  readonly relationships!: readonly GraphObject[];
  @Field(() => [Stake], { description: "The same with the share of each (逐级比例)." })
  readonly stakes!: readonly Stake[];
  @Field(() => Share, { description: "The cumulative share: those of the stakes multiplied (累计比例)." })
  readonly share!: Share;
}

@ObjectType({
  description: "Who stands at the far end of paths of stakes, and the share that they come to (持有终端).",
  simpleResolvers: true,
})
export class StakeEnd {
  @Field(() => EntityNode, { description: "Who stands there (主体)." })
  readonly entity!: GraphObject;
  @Field(() => Boolean, { description: "Whether no further stake is recorded beyond it (是否最终)." })
  readonly ultimate!: boolean;
  @Field(() => Share, {
    description:
      "The shares along all paths, summed (合计比例). Unknown stakes in one entity have together what is left of it, so " +
      "of them the best counts and not each. What runs in a circle is not counted.",
  })
  readonly share!: Share;
  @Field(() => [StakePath], { description: "Every path, the shortest first (全部路径)." })
  readonly paths!: readonly StakePath[];
}

@ObjectType({
  description: "Entities that hold each other in a circle (循环持有), each circle once.",
  simpleResolvers: true,
})
export class StakeCycle {
  @Field(() => [EntityNode], { description: "Who holds whom; the first is also the last (节点)." })
  readonly nodes!: readonly GraphObject[];
  @Field(() => [RelationshipNode], { description: "What joins each to the next (关系)." })
  readonly relationships!: readonly GraphObject[];
}

@ObjectType({
  description: "What an answer about stakes cannot be sure of, and why (提示).",
  simpleResolvers: true,
})
export class StakeWarning {
  @Field(() => StakeWarningCode, { description: "What sort of doubt it is (提示类型)." })
  readonly code!: keyof typeof StakeWarningCode;
  @Field(() => String, { description: "The same in words, naming the relationship or the entity by id (说明)." })
  readonly message!: string;
  @Field(() => EntityNode, { description: "What is held, or who received money (被持有者)." })
  readonly entity!: GraphObject;
  @Field(() => [RelationshipNode], {
    description: "The rows that it is about: the missing, contradicting or repeated edges (关系).",
  })
  readonly relationships!: readonly GraphObject[];
}

/** How far and for when stakes are followed. */
@ArgsType()
export class StakeArgs {
  @Field(() => PartialDate, {
    nullable: true,
    description:
      "What holds at this time (时点): stakes without dates always do, one whose dates leave it open counts from 0. " +
      "Unless told, stakes with an end recorded are left out.",
  })
  readonly asOf?: string | null | undefined;
  @Field(() => Int, { defaultValue: 10, description: `Most stakes on one path, at most ${MOST_DEPTH} (最大层级).` })
  readonly maxDepth!: number;
  @Field(() => Int, {
    defaultValue: 100,
    description: `Most paths on each side, at most ${MOST_PATHS}, the shortest first (最多路径数).`,
  })
  readonly maxPaths!: number;
}
