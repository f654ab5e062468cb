import { Field, Float, Int, ObjectType } from "type-graphql";

/** What every analysis gives as a total; its values are made in `totals.ts`. */
@ObjectType({
  description:
    "A total that says how far it is known (合计): the sum over what is recorded, for how many of how many it is known, and " +
    "what a source states as the total beside it, which may cover more than the graph names. Nothing is summed across units.",
  simpleResolvers: true,
})
export class Total {
  @Field(() => String, {
    description: "What is counted or summed, as the model names it (指标): projects, companies, investmentCny.",
  })
  metric!: string;
  @Field(() => String, {
    nullable: true,
    description: "The unit of a sum, such as CNY or MW (单位); null for a count.",
  })
  unit?: string;
  @Field(() => Float, {
    nullable: true,
    description:
      "The count, or the sum over those for which it is recorded (已记录合计); null where it is known for none. Rows between " +
      "the same two that may state one thing twice count as the largest of them.",
  })
  recorded?: number;
  @Field(() => Float, {
    nullable: true,
    description:
      "The most that it can be: every such row counted (最多); the same as recorded where there are none. A MAYBE_ONE warning names the rows.",
  })
  most?: number;
  @Field(() => Int, { description: "For how many it is known (已知个数)." })
  known!: number;
  @Field(() => Int, { description: "Of how many (总个数)." })
  of!: number;
  @Field(() => Float, {
    nullable: true,
    description: "What a source states as the total (来源所述合计); null where none does, or not for this very group.",
  })
  stated?: number;
}
