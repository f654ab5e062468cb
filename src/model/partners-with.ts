import { Company } from "./company.js";
import { Property, Relationship } from "./decorators.js";
import { Institute } from "./institute.js";
import { PartOf } from "./part-of.js";
import { PartialDate } from "./scalars.js";
import { defineEnum } from "./terms.js";
import { University } from "./university.js";
import { Zone } from "./zone.js";

export const PartnershipForm = defineEnum("PartnershipForm", "What a partnership consists in (合作形式).", {
  AGREEMENT: { zh: "签订协议", en: "agreement signed" },
  JOINT_PLATFORM: { zh: "共建平台", en: "joint platform" },
  JOINT_TEAM: { zh: "联合团队", en: "joint team" },
  PROJECT: { zh: "项目合作", en: "joint project" },
  TALKS: { zh: "座谈交流", en: "talks" },
  POTENTIAL: { zh: "合作潜力", en: "potential explored" },
});
export type PartnershipForm = keyof typeof PartnershipForm;

@Relationship({
  zh: "合作",
  en: "partners with",
  inverseZh: "合作",
  inverseEn: "partners with",
  description:
    "A zone works with a university, an institute or a company, or looks for a way to (合作); who works with a laboratory " +
    "works with its university.",
  distinguishedBy: ["form"],
  from: {
    of: [Zone],
    fields: { partnerUniversities: University, partnerInstitutes: Institute, partnerCompanies: Company },
  },
  to: { of: [University, Institute, Company], fields: { partnerZones: Zone }, rollsUp: PartOf },
})
export class PartnersWith {
  @Property(() => PartnershipForm, {
    zh: "合作形式",
    en: "form",
    indexed: true,
    description: "What the partnership consists in (合作形式).",
  })
  form?: PartnershipForm;

  @Property(() => [String], {
    zh: "合作内容",
    en: "topics",
    description: "What it is about, item by item (合作内容).",
  })
  topics?: string[];

  @Property(() => Boolean, {
    zh: "计划中",
    en: "planned",
    description: "Whether it is only planned (计划中).",
  })
  planned?: boolean;

  @Property(() => PartialDate, {
    zh: "日期",
    en: "date",
    indexed: true,
    description: "When it was agreed or held (日期).",
  })
  date?: string;
}
