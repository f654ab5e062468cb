import { Entity, Property } from "./decorators.js";
import { Party } from "./interfaces.js";
import { defineEnum } from "./terms.js";

export const InstituteType = defineEnum("InstituteType", "What an institute is (机构类型).", {
  RESEARCH_INSTITUTE: { zh: "研究院", en: "research institute" },
  KEY_LABORATORY: { zh: "重点实验室", en: "key laboratory" },
  SCIENCE_PARK: { zh: "科技园", en: "science park" },
  ASSOCIATION: { zh: "协会", en: "association" },
  EXPERT_TEAM: { zh: "专家团队", en: "expert team" },
});
export type InstituteType = keyof typeof InstituteType;

@Entity({
  zh: "科研机构",
  en: "institute",
  colour: "#8557a3",
  description:
    "A research or service institution (科研机构): an institute, key laboratory, science park, association or expert team; PART_OF its university or group.",
  implements: [Party],
})
export class Institute {
  @Property(() => InstituteType, {
    zh: "类型",
    en: "type",
    indexed: true,
    description: "What the institution is (类型).",
  })
  type?: InstituteType;
}
