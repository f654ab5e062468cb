import { Float } from "type-graphql";
import { Agency } from "./agency.js";
import { Company } from "./company.js";
import { Property, Relationship } from "./decorators.js";
import { Project } from "./project.js";
import { Region } from "./region.js";
import { Source } from "./source.js";
import { TaskForce } from "./task-force.js";
import { defineEnum } from "./terms.js";
import { Zone } from "./zone.js";

export const SupportForm = defineEnum("SupportForm", "In what form support is given (支持形式).", {
  COORDINATION: { zh: "统筹推进", en: "coordination" },
  FUNDING: { zh: "资金支持", en: "funding" },
  BOND: { zh: "专项债", en: "special bonds" },
  LISTING: { zh: "列入重点", en: "listing as a key project" },
  LAND_APPROVAL: { zh: "用地审批", en: "land approval" },
  LAND_QUOTA: { zh: "用地指标", en: "land quota" },
  LAND_SUPPLY: { zh: "土地供应", en: "land sold to the project" },
  LAND_ALLOCATION: { zh: "土地划拨", en: "land allocated to ancillary facilities" },
  PLANNING: { zh: "规划", en: "planning" },
  ENVIRONMENT: { zh: "环境指标", en: "pollution quota" },
  POLICY: { zh: "政策", en: "policy" },
  ENERGY: { zh: "能源指标", en: "energy quota" },
  LOGISTICS: { zh: "物流运输", en: "logistics" },
  INFRASTRUCTURE: { zh: "基础设施", en: "infrastructure" },
  SUPPLY_CHAIN: { zh: "配套产业", en: "supporting industries" },
  GUIDANCE: { zh: "帮助指导", en: "help and guidance" },
  TALENT: { zh: "人才", en: "talent" },
});
export type SupportForm = keyof typeof SupportForm;

@Relationship({
  zh: "支持",
  en: "supports",
  inverseZh: "支持方为",
  inverseEn: "is supported by",
  description: "Somebody gives support in one form (支持); two forms of support are two relationships.",
  distinguishedBy: ["form"],
  from: {
    of: [Agency, Region, Zone, TaskForce, Project],
    fields: { supportedProjects: Project, supportedCompanies: Company, supportedSources: Source },
  },
  to: { of: [Project, Company, Source], field: "supporters" },
})
export class Supports {
  @Property(() => SupportForm, {
    zh: "支持形式",
    en: "form",
    indexed: true,
    description: "In what form the support was given (支持形式).",
  })
  form?: SupportForm;

  @Property(() => [String], {
    zh: "支持内容",
    en: "items",
    description: "What was given, item by item, as far as the source lists it (支持内容).",
  })
  items?: string[];

  @Property(() => Float, {
    zh: "面积",
    en: "area",
    unit: "mu",
    indexed: true,
    description: "Land, or quota of land, that was given, in mu (面积).",
  })
  areaMu?: number;
}
