import { Float } from "type-graphql";
import { Entity, Property } from "./decorators.js";
import { PartialDate } from "./scalars.js";
import { defineEnum } from "./terms.js";

export const PlatformType = defineEnum("PlatformType", "What a platform is (平台类型).", {
  INCUBATOR: { zh: "孵化平台", en: "incubator" },
  SERVICE_CENTRE: { zh: "服务中心", en: "service centre" },
  SHARED_WORKSHOP: { zh: "共享车间", en: "shared workshop" },
  TRAINING_BASE: { zh: "实训基地", en: "training base" },
  RESEARCH_CENTRE: { zh: "研发中心", en: "research or technology centre" },
  TALENT_DATABASE: { zh: "人才库", en: "talent database" },
  INVESTMENT_DATABASE: { zh: "招商资源库", en: "investment database" },
  TALENT_HOUSING: { zh: "人才公寓", en: "housing for talent" },
  INDUSTRIAL_BASE: { zh: "产业基地", en: "industrial base" },
  CHAIN_PARK: { zh: "产业链园区", en: "industry chain park" },
});
export type PlatformType = keyof typeof PlatformType;

export const PlatformStatus = defineEnum("PlatformStatus", "How far a platform has come (平台状态).", {
  PLANNED: { zh: "计划", en: "planned" },
  BEING_BUILT: { zh: "建设中", en: "being built" },
  ESTABLISHED: { zh: "已建立", en: "established" },
});
export type PlatformStatus = keyof typeof PlatformStatus;

@Entity({
  zh: "平台",
  en: "platform",
  colour: "#1d7480",
  description:
    "A platform that serves firms or talent (平台): an incubator, a shared workshop, a training base, a centre, a database, an industrial base.",
})
export class Platform {
  @Property(() => PlatformType, {
    zh: "类型",
    en: "type",
    indexed: true,
    description: "What the platform is (类型).",
  })
  type?: PlatformType;

  @Property(() => PlatformStatus, {
    zh: "状态",
    en: "status",
    indexed: true,
    description: "How far the platform had come when the source spoke of it (状态).",
  })
  status?: PlatformStatus;

  @Property(() => PartialDate, {
    zh: "状态时点",
    en: "status as of",
    description: "When the source said so (状态时点).",
  })
  statusAsOf?: string;

  @Property(() => Float, {
    zh: "投资额",
    en: "investment",
    unit: "CNY",
    indexed: true,
    description: "Total investment in yuan (投资额).",
  })
  investmentCny?: number;

  @Property(() => [String], {
    zh: "功能",
    en: "functions",
    description: "What it offers, item by item (功能).",
  })
  functions?: string[];
}
