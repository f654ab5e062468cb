import { Field, Float, Int, ObjectType } from "type-graphql";

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
  readonly metric!: string;
  @Field(() => String, {
    nullable: true,
    description: "The unit of a sum, such as CNY or MW (单位); null for a count.",
  })
  readonly unit!: string | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "The count, or the sum over those for which it is recorded (已记录合计); null where it is known for none. Rows between " +
      "the same two that may state one thing twice count as the largest of them.",
  })
  readonly recorded!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "The most that it can be: every such row counted (最多); the same as recorded where there are none. A MAYBE_ONE warning names the rows.",
  })
  readonly most!: number | null;
  @Field(() => Int, { description: "For how many it is known (已知个数)." })
  readonly known!: number;
  @Field(() => Int, { description: "Of how many (总个数)." })
  readonly of!: number;
  @Field(() => Float, {
    nullable: true,
    description: "What a source states as the total (来源所述合计); null where none does, or not for this very group.",
  })
  readonly stated!: number | null;
}

/** A count: each of what is counted is known. */
export function countTotal(metric: string, count: number, stated: number | null = null): Total {
  return { metric, unit: null, recorded: count, most: count, known: count, of: count, stated };
}

/** A sum over those of a group for which it is known. */
export function sumTotal(
  { metric, unit }: Pick<Total, "metric" | "unit">,
  sums: {
    readonly sum: number | null;
    /** The sum with what may be restated; there is none of it unless told. */
    readonly most?: number | null;
    readonly known: number;
    readonly of: number;
  },
  stated: number | null = null,
): Total {
  const { sum, most = sum, known, of } = sums;
  return {
    metric,
    unit,
    ...(known === 0 ? { recorded: null, most: null } : { recorded: sum, most }),
    known,
    of,
    stated,
  };
}
