import { Entity, Property } from "./decorators.js";
import { Party } from "./interfaces.js";
import { defineEnum } from "./terms.js";

export const AgencyType = defineEnum("AgencyType", "What an agency is (机构类型).", {
  GOVERNMENT: { zh: "政府", en: "government" },
  PARTY_COMMITTEE: { zh: "党委", en: "party committee" },
  DEPARTMENT: { zh: "部门", en: "department" },
  GROUP: { zh: "单位群体", en: "group of bodies named together" },
});
export type AgencyType = keyof typeof AgencyType;

@Entity({
  zh: "政府机构",
  en: "agency",
  colour: "#46566b",
  plural: "agencies",
  description: "A body of government or of the party (政府机构), or a group of them that the source names together.",
  implements: [Party],
})
export class Agency {
  @Property(() => AgencyType, {
    zh: "类型",
    en: "type",
    indexed: true,
    description: "What the body is (类型).",
  })
  type?: AgencyType;
}
