import { Entity, Property } from "./decorators.js";
import { defineEnum } from "./terms.js";

export const DesignationType = defineEnum("DesignationType", "What a designation is (称号类型).", {
  PILOT: { zh: "试点", en: "pilot" },
  DEMONSTRATION: { zh: "示范", en: "demonstration list" },
  KEY_PROJECT: { zh: "重点工程", en: "key project" },
});
export type DesignationType = keyof typeof DesignationType;

@Entity({
  zh: "称号",
  en: "designation",
  colour: "#8a6116",
  description:
    "A pilot, a demonstration list or a list of key projects (称号、试点、名单) to which somebody is admitted.",
})
export class Designation {
  @Property(() => DesignationType, {
    zh: "类型",
    en: "type",
    indexed: true,
    description: "What the designation is (类型).",
  })
  type?: DesignationType;
}
