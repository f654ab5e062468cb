import { ArgsType, Field } from "type-graphql";
import type { Following } from "../../graph/walks.js";
import { Direction, EntityKind, RelationshipType } from "../../model/derive/common.js";

/** Which relationships are followed; what every question about surroundings takes. */
@ArgsType()
export class FollowingArgs {
  @Field(() => [RelationshipType], {
    nullable: true,
    description: "Along relationships of these types only (关系类型).",
  })
  readonly types?: Following["types"];
  @Field(() => Direction, {
    nullable: true,
    defaultValue: Direction.BOTH,
    description: "Along relationships read in this direction (方向).",
  })
  readonly direction?: Following["direction"];
  @Field(() => [EntityKind], { nullable: true, description: "To entities of these kinds only (实体类型)." })
  readonly kinds?: Following["kinds"];
}
