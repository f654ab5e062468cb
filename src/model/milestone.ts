import { Entity, Property } from "./decorators.js";
import { PartialDate } from "./scalars.js";
import { defineEnum } from "./terms.js";

export const MilestoneType = defineEnum("MilestoneType", "What happened at a milestone (里程碑类型).", {
  FIRST_CONTACT: { zh: "首次对接", en: "first contact" },
  SIGNING: { zh: "签约", en: "signing" },
  REGISTRATION: { zh: "公司注册", en: "company registration" },
  MEETING: { zh: "办公会", en: "meeting" },
  APPROVAL: { zh: "审批", en: "approval" },
  FILING: { zh: "备案", en: "filing" },
});
export type MilestoneType = keyof typeof MilestoneType;

@Entity({
  zh: "里程碑",
  en: "milestone",
  colour: "#8c5a2b",
  description: "One event in the life of a project or a fund (里程碑), never shared between two.",
})
export class Milestone {
  @Property(() => MilestoneType, {
    zh: "类型",
    en: "type",
    indexed: true,
    description: "What happened (类型).",
  })
  type?: MilestoneType;

  @Property(() => PartialDate, {
    zh: "日期",
    en: "date",
    indexed: true,
    description: "When it happened (日期); absent where the source only places it by another event.",
  })
  date?: string;
}
