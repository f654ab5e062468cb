import { Entity, Property } from "./decorators.js";
import { PartialDate } from "./scalars.js";
import { defineEnum } from "./terms.js";

export const PolicyType = defineEnum("PolicyType", "What a policy document is about (政策类型).", {
  TALENT: { zh: "人才政策", en: "talent" },
  INVESTMENT_PROMOTION: { zh: "招商政策", en: "investment promotion" },
  FUND_MANAGEMENT: { zh: "基金管理", en: "fund management" },
  PLATFORM_MANAGEMENT: { zh: "平台管理", en: "platform management" },
  INDUSTRY_SUPPORT: { zh: "产业扶持", en: "industry support" },
  SPATIAL_PLAN: { zh: "空间规划", en: "spatial plan" },
  ENVIRONMENT: { zh: "环境治理", en: "environment" },
});
export type PolicyType = keyof typeof PolicyType;

export const PolicyStatus = defineEnum("PolicyStatus", "How far a policy document has come (政策状态).", {
  UNDER_STUDY: { zh: "研究制定中", en: "under study" },
  DRAFTED: { zh: "初步制定", en: "drafted" },
  ISSUED: { zh: "已出台", en: "issued" },
});
export type PolicyStatus = keyof typeof PolicyStatus;

@Entity({
  zh: "政策",
  en: "policy",
  colour: "#566a80",
  plural: "policies",
  description: "A policy document (政策): rules, incentives or a plan.",
})
export class Policy {
  @Property(() => PolicyType, {
    zh: "类型",
    en: "type",
    indexed: true,
    description: "What the document is about (类型).",
  })
  type?: PolicyType;

  @Property(() => PolicyStatus, {
    zh: "状态",
    en: "status",
    indexed: true,
    description: "How far the document had come when the source spoke of it (状态).",
  })
  status?: PolicyStatus;

  @Property(() => PartialDate, {
    zh: "状态时点",
    en: "status as of",
    description: "When the source said so (状态时点).",
  })
  statusAsOf?: string;
}
