import { ArgsType, Field, Int } from "type-graphql";
import { EntityKind } from "../../model/derive/common.js";

@ArgsType()
export class BestConnectedArgs {
  @Field(() => [EntityKind], { nullable: true, description: "Entities of these kinds only (类型)." })
  readonly kinds?: readonly string[] | null | undefined;
  @Field(() => Int, { defaultValue: 20, description: "Number of items to return (返回个数)." })
  readonly first!: number;
}
