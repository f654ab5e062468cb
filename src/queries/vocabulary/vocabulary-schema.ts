import { Field, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "What a value of an enum is called by people, in both languages (术语); for a relationship type also when read from its far end.",
  simpleResolvers: true,
})
export class Term {
  @Field(() => String, { description: "The enum that the value belongs to (枚举)." })
  readonly enum!: string;
  @Field(() => String, { description: "The value, as the API writes it (值)." })
  readonly value!: string;
  @Field(() => String, { description: "In Chinese (中文)." })
  readonly zh!: string;
  @Field(() => String, { description: "In English (英文)." })
  readonly en!: string;
  @Field(() => String, {
    nullable: true,
    description: "A relationship type read from its far end, in Chinese (反向中文).",
  })
  readonly inverseZh!: string | null;
  @Field(() => String, { nullable: true, description: "The same in English (反向英文)." })
  readonly inverseEn!: string | null;
}
