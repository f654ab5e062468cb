import { Field, Int, ObjectType } from "type-graphql";
import { defineEnum } from "../../model/terms.js";

const TruncationCode = defineEnum("TruncationCode", "What an answer leaves out (截断类别).", {
  STAGES: { zh: "环节", en: "stages of the chain" },
  FEEDS: { zh: "供给关系", en: "relationships between stages: the order is of those that were read" },
  PARTS: { zh: "子链", en: "parts of the chain" },
  LISTED: { zh: "列表其余项", en: "the rest of a list that was asked with a smaller first" },
  MILESTONES: { zh: "里程碑", en: "the order of milestones beyond the limit" },
  ROWS: { zh: "统计行", en: "rows" },
  STAKES: { zh: "持股与出资", en: "stakes beyond the limit" },
  RELATIONSHIPS: { zh: "基金周边关系", en: "relationships around the funds" },
  PATHS: { zh: "路径", en: "paths of stakes" },
  DEPTH: { zh: "更深层级", en: "stakes at a greater depth" },
});

@ObjectType({
  description: "What an answer leaves out, for programs that say it in words of their own (截断).",
  simpleResolvers: true,
})
export class Truncation {
  @Field(() => TruncationCode, { description: "What is left out (类别)." })
  readonly code!: keyof typeof TruncationCode;
  @Field(() => Int, { description: "The limit beyond which it is (上限)." })
  readonly limit!: number;
  /** The same in words, which an answer gives beside it. */
  readonly reason!: string;
}

/** Both forms in which an answer says it. */
export function told(truncation: Truncation | null): {
  readonly truncation: Truncation | null;
  readonly truncatedReason: string | null;
} {
  return { truncation, truncatedReason: truncation?.reason ?? null };
}
