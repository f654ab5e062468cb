import { Chain } from "./chain.js";
import { Relationship } from "./decorators.js";
import { Fund } from "./fund.js";
import { Industry } from "./industry.js";
import { Institute } from "./institute.js";
import { Platform } from "./platform.js";
import { Product } from "./product.js";
import { Project } from "./project.js";

@Relationship({
  zh: "聚焦",
  en: "targets",
  inverseZh: "关注方为",
  inverseEn: "is targeted by",
  description: "A fund's investment, a platform or research is aimed at an industry, a chain or a product (聚焦).",
  from: {
    of: [Fund, Platform, Project, Institute],
    fields: { targetIndustries: Industry, targetChains: Chain, targetProducts: Product },
  },
  to: {
    of: [Industry, Chain, Product],
    fields: {
      targetingFunds: Fund,
      targetingPlatforms: Platform,
      targetingProjects: Project,
      targetingInstitutes: Institute,
    },
  },
})
export class Targets {}
