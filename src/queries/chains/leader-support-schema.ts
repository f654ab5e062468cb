import { ArgsType, Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { GraphObject } from "../../graph/statements/columns.js";
import { EntityNode, RelationshipNode } from "../../model/interfaces.js";
import { defineEnum } from "../../model/terms.js";
import { Most } from "../shared/most.js";
import { Total } from "../shared/total.js";
import type { Around } from "./leader-support-statements.js";
import { memberConnection, type MemberEdge } from "./member-connection.js";

export const Nearness = defineEnum("Nearness", "How near something lies to a chain leader (远近).", {
  SAME_ZONE: { zh: "同开发区", en: "in the same zone" },
  SAME_PREFECTURE: { zh: "同市", en: "in the same prefecture, not known to be in the same zone" },
  SAME_PROVINCE: { zh: "同省", en: "in the same province, not known to be in the same prefecture" },
  BEYOND: { zh: "省外", en: "in another province" },
  UNKNOWN: { zh: "不详", en: "cannot be told: a place is not recorded far enough" },
});
export type Nearness = keyof typeof Nearness;

export const SupportArea = defineEnum("SupportArea", "The area that a local supporting rate is about (本地范围).", {
  ZONE: { zh: "开发区", en: "the leader's zone" },
  PREFECTURE: { zh: "市", en: "the leader's prefecture" },
  PROVINCE: { zh: "省", en: "the leader's province" },
});
export type SupportArea = keyof typeof SupportArea;

export const RateGap = defineEnum("RateGap", "Why there is no local supporting rate (无比例的原因).", {
  NONE_KNOWN: { zh: "无可判断者", en: "of nobody can be told whether it lies in the area" },
  OWN_CHAIN: {
    zh: "本地产业链",
    en: "somebody counted stands in a chain that a zone of the area develops, and is local by definition",
  },
});

export interface SupporterEdge extends MemberEdge {
  readonly nearness: Nearness;
}

export const SupporterConnection = memberConnection<SupporterEdge>(
  { name: "Supporter", of: "supporting firms and projects" },
  { nearness: [() => Nearness, "How near it lies to the leader (远近)."] },
);

@ArgsType()
export class SupportersArgs {
  @Field(() => Nearness, { nullable: true, description: "Only those this near (远近)." })
  readonly nearness?: Nearness | null | undefined;
  @Field(() => ID, { nullable: true, description: "Only those at this stage (环节)." })
  readonly stage?: string | null | undefined;
  @Field(() => Int, { nullable: true, description: "How many from the start (取前几条); 20 unless told." })
  readonly first?: number | null | undefined;
  @Field(() => String, { nullable: true, description: "After this cursor (此游标之后)." })
  readonly after?: string | null | undefined;
}

/** What a local supporting rate is, in words. */
export const DEFINITION =
  "Of the firms and projects that stand in a chain which the leader leads, or supply the leader, and for which it can be told whether " +
  "they lie in the area: the share that does. Left out are other leaders of these chains, and what is the leader's own: what it builds " +
  "or owns at any depth, the phases of all these, the project that it is a phase of, and of a leading project its builders with what is " +
  "theirs. A firm and the projects that it builds count once, whatever their size, with the nearest of their places; of several builders " +
  "the first that supports the leader itself counts, otherwise the first by id; a project that no firm is known to build counts for " +
  "itself. There is no rate where one that counts stands in a chain that a zone of the area develops: such are local by definition. " +
  "This is this service's own definition (协作配套率：链主所领产业链的成员和链主的供应方中，能判断是否位于本地的，其位于本地者所占比例；" +
  "链主自己建设、持有的企业和项目及其分期不计，企业与其建设的项目合计一家；成员属于本地开发区自己的产业链时不计比例；按家数计，本服务自定义).";

@ObjectType({ description: "Supporting firms and projects of one nearness (按远近合计).", simpleResolvers: true })
export class NearnessTotals {
  @Field(() => Nearness, { description: "How near they lie (远近)." })
  readonly nearness!: Nearness;
  @Field(() => Int, { description: "How many companies (企业数)." })
  readonly companies!: number;
  @Field(() => Int, { description: "How many projects (项目数)." })
  readonly projects!: number;
  @Most(6)
  @Field(() => [Total], { description: "Sums over the projects, one for each figure and unit (合计)." })
  readonly totals!: readonly Total[];
}

@ObjectType({ description: `The local supporting rate (协作配套率). ${DEFINITION}`, simpleResolvers: true })
export class SupportRate {
  @Field(() => SupportArea, { description: "What counts as local (本地范围)." })
  readonly area!: SupportArea;
  @Field(() => String, { description: "What the rate is, in words (定义)." })
  readonly definition!: string;
  @Field(() => Int, { description: "How many lie in the area (分子), a firm with its projects once." })
  readonly numerator!: number;
  @Field(() => Int, { description: "For how many it can be told (分母)." })
  readonly denominator!: number;
  @Field(() => Int, { description: "For how many it cannot (不详个数); they are in neither." })
  readonly unknown!: number;
  @Field(() => Float, {
    nullable: true,
    description: "The rate in percent (比例); null where it says nothing, for the reason given.",
  })
  readonly percent!: number | null;
  @Field(() => RateGap, { nullable: true, description: "Why there is no percentage (原因); null where there is one." })
  readonly reason!: keyof typeof RateGap | null;
}

@ObjectType({
  description: "Supporting firms and projects by nearness, and the rates (配套情况).",
  simpleResolvers: true,
})
export class SupportFigures {
  @Field(() => EntityNode, {
    nullable: true,
    description: "The stage (环节); null where none is recorded, or for the whole.",
  })
  readonly stage!: GraphObject | null;
  @Most(5)
  @Field(() => [NearnessTotals], { description: "From near to far, the unknown last (按远近)." })
  readonly byNearness!: readonly NearnessTotals[];
  @Most(3)
  @Field(() => [SupportRate], {
    description: "The local supporting rates: in the zone, the prefecture, the province (协作配套率).",
  })
  readonly rates!: readonly SupportRate[];
}

@ObjectType({ description: "A chain that somebody leads (所领产业链).", simpleResolvers: true })
export class LedChain {
  @Field(() => EntityNode, { description: "The chain (产业链)." })
  readonly chain!: GraphObject;
  @Field(() => RelationshipNode, { description: "LEADS: what says so (依据)." })
  readonly relationship!: GraphObject;
}

@ObjectType({ description: "What a chain leader draws around it (链主带动).", simpleResolvers: true })
export class LeaderSupport {
  @Field(() => EntityNode, { description: "The leader (链主)." })
  readonly leader!: GraphObject;
  @Most(5)
  @Field(() => [LedChain], { description: "The chains that it leads (所领产业链); none for who leads none." })
  readonly chains!: readonly LedChain[];
  @Field(() => String, {
    nullable: true,
    description: "Null when nothing was left out; otherwise what and why (截断原因).",
  })
  readonly truncatedReason!: string | null;
  readonly around!: Around;
  readonly placeIds!: readonly string[];
}
