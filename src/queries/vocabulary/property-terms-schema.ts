import { Field, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "What a property of a kind or of a relationship type is called by people, and how to show it (属性术语).",
  simpleResolvers: true,
})
export class PropertyTerm {
  @Field(() => String, { description: "The GraphQL type that has it: Project, LocatedIn (所属类型)." })
  readonly of!: string;
  @Field(() => String, { description: "The property, as the API writes it (属性)." })
  readonly property!: string;
  @Field(() => String, { description: "In Chinese (中文)." })
  readonly zh!: string;
  @Field(() => String, { description: "In English (英文)." })
  readonly en!: string;
  @Field(() => String, {
    description: "The scalar or the enum that its values are of: PartialDate, ProjectStatus (值类型).",
  })
  readonly type!: string;
  @Field(() => String, { nullable: true, description: "The unit of a number: CNY, MW, mu (单位)." })
  readonly unit!: string | null;
}
