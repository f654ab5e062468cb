import { Entity, Property } from "./decorators.js";
import { PartialDate } from "./scalars.js";
import { defineEnum } from "./terms.js";

export const MeasureType = defineEnum("MeasureType", "What kind of measure it is (举措类型).", {
  FRONT_LOADED_STEP: { zh: "前置", en: "front-loaded step" },
  TASK: { zh: "任务", en: "task broken down to several bodies" },
  REFORM: { zh: "改革", en: "reform" },
  MODEL: { zh: "模式", en: "model of cooperation" },
  SERVICE: { zh: "服务", en: "service to firms" },
  REWARD: { zh: "奖励", en: "reward" },
  HONOUR: { zh: "荣誉", en: "honour" },
  TRAINING: { zh: "培训", en: "training" },
});
export type MeasureType = keyof typeof MeasureType;

@Entity({
  zh: "举措",
  en: "measure",
  colour: "#6b6a58",
  description:
    "One thing that was done or is offered (举措): a front-loaded step, a task, a support, a reward, a training.",
})
export class Measure {
  @Property(() => MeasureType, {
    zh: "类型",
    en: "type",
    indexed: true,
    description: "What kind of measure it is (类型).",
  })
  type?: MeasureType;

  @Property(() => PartialDate, {
    zh: "日期",
    en: "date",
    indexed: true,
    description: "When it was taken (日期).",
  })
  date?: string;

  @Property(() => [String], {
    zh: "内容",
    en: "items",
    description: "What it consists of, item by item, as far as the source lists it (内容).",
  })
  items?: string[];

  @Property(() => [String], {
    zh: "参与方",
    en: "participants",
    description: "Who takes part without being named (参与方).",
  })
  participants?: string[];

  @Property(() => [String], {
    zh: "对象",
    en: "beneficiaries",
    description: "Whom it is for, without being named (对象).",
  })
  beneficiaries?: string[];
}
