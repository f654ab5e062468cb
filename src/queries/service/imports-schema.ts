import { Field, ID, Int, ObjectType } from "type-graphql";
import { DateTime } from "../../model/scalars.js";
import { defineEnum } from "../../model/terms.js";

export const ImportState = defineEnum("ImportState", "Whether an unfinished import is still running (导入状态).", {
  RUNNING: { zh: "正在导入", en: "running" },
  INTERRUPTED: { zh: "已中断", en: "interrupted: import the folder again to complete it" },
});

@ObjectType({
  description: "An import that has not been completed (未完成的导入): until then the dataset may be partly included.",
  simpleResolvers: true,
})
export class DatasetImport {
  @Field(() => ID, { description: "The id of the dataset (数据集标识)." })
  readonly dataset!: string;
  @Field(() => ImportState, { description: "Whether it is still running (导入状态)." })
  readonly state!: keyof typeof ImportState;
  @Field(() => DateTime, {
    nullable: true,
    description: "When it began, by the clock of the database (开始时间); null where that is not recorded.",
  })
  readonly startedAt!: Date | null;
  @Field(() => Int, {
    nullable: true,
    description: "Rows written or compared so far (已处理行数); null where that is not recorded.",
  })
  readonly rows!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Rows of the whole dataset (总行数); null before the first row is written.",
  })
  readonly totalRows!: number | null;
}
